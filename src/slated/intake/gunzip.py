"""Compressed streams that may break off."""

from __future__ import annotations

import io
import zlib
from typing import BinaryIO

CHUNK = 64 * 1024
GZIP = 31  # zlib's window bits for the gzip format


class Gunzip(io.RawIOBase):
    """The bytes in a gzip stream of one or many members.

    Unlike ``gzip.GzipFile`` it gives all that is whole before a break: ``broken`` then says what
    is wrong, and the stream just ends. A stream that is not compressed is given as it is.
    """

    def __init__(self, packed: BinaryIO) -> None:
        self._packed = packed
        self._waiting = packed.read(CHUNK)
        self._plain = not self._waiting.startswith(b"\x1f\x8b")
        self._member = zlib.decompressobj(GZIP)
        self._started = False
        self.broken: str | None = None

    def readable(self) -> bool:
        """True: it can only be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the start of ``buffer``; 0 at the end or at a break."""
        block = self._take_plain(len(buffer)) if self._plain else self._unpack(len(buffer))
        buffer[: len(block)] = block
        return len(block)

    def _take_plain(self, size: int) -> bytes:
        block = self._waiting[:size] or self._packed.read(size)
        self._waiting = self._waiting[size:]
        return block

    def _unpack(self, size: int) -> bytes:
        while self.broken is None:
            if not self._waiting:
                self._waiting = self._packed.read(CHUNK)
            if not self._waiting:
                if self._started:
                    self.broken = "the compressed file breaks off"
                return b""
            block = self._unpack_waiting(size)
            if block:
                return block
        return b""

    def _unpack_waiting(self, size: int) -> bytes:
        self._started = True
        try:
            block = self._member.decompress(self._waiting, size)
        except zlib.error:
            self.broken = "the compressed file is damaged"
            return b""
        self._waiting = self._member.unconsumed_tail
        if self._member.eof:
            # Some writers pad their files with zeros after a member.
            self._waiting = self._member.unused_data.lstrip(b"\0")
            self._member = zlib.decompressobj(GZIP)
            self._started = False
        return block
