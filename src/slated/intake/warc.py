"""WARC files: a page a response."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from slated.intake.decode import decode, looks_binary
from slated.intake.limits import PAGE_LIMIT, TooLarge
from slated.intake.refusal import Refusal
from slated.model import Capture

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml"})
RECORD_END = b"\r\n\r\n"


class _NoPage(Exception):
    """A response that should be a page and cannot be read as one."""


class _BreaksOff(Exception):
    """A record that the file ends within."""


class _Watched(io.RawIOBase):
    """A stream that knows where it stands and what its last bytes were; fastwarc asks for both."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._position = 0
        self.tail = b""

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        block = self._stream.read(size)
        self._position += len(block)
        self.tail = (self.tail + block)[-4:]
        return block

    def tell(self) -> int:
        return self._position


def read_warc(stream: BinaryIO, origin: str, stem: str) -> Iterator[Capture | Refusal]:
    """The HTML pages among the responses of status 200; others are passed over without a word.

    ``stream`` holds WARC records, unpacked. A file that breaks off is refused at the record where
    it does, for the reader itself just stops there. A page goes by the file's stem and its number.
    """
    from fastwarc.warc import ArchiveIterator

    watched = _Watched(stream)
    records, pages = 0, 0
    try:
        for record in ArchiveIterator(watched, parse_http=False):
            records += 1
            place = f"{origin}, record {records}"
            try:
                capture = _capture(record, place, f"{stem}:{pages + 1}")
            except _NoPage as no_page:
                yield Refusal(place, str(no_page))
                continue
            if capture is not None:
                pages += 1
                yield capture
    except OSError as bad:
        yield Refusal(f"{origin}, record {records + 1}", f"not WARC from here on: {bad}")
        return
    except _BreaksOff:
        watched.tail = b""
    if records and watched.tail != RECORD_END:
        yield Refusal(f"{origin}, record {records}", "the file breaks off here")
    elif not pages:
        yield Refusal(origin, "holds no pages" if records else "empty file")


def _block(record: WarcRecord) -> bytes | None:
    """A response's bytes, None for other records; raises ``_BreaksOff`` and ``_NoPage``."""
    from fastwarc.warc import WarcRecordType

    if record.record_type != WarcRecordType.response or not record.is_http:
        return None
    if record.content_length > PAGE_LIMIT:
        raise _NoPage(str(TooLarge()))
    payload = record.reader.read(record.content_length)
    if len(payload) < record.content_length:
        raise _BreaksOff
    return payload


def _capture(record: WarcRecord, origin: str, source_id: str) -> Capture | None:
    payload = _block(record)
    page, charset = _page(payload) if payload else (b"", None)
    if not page.strip():
        return None
    if looks_binary(page):
        raise _NoPage("binary, not a page")
    date = record.record_date
    return Capture(
        origin=origin,
        source_id=source_id,
        kind="html",
        content=decode(page, charset),
        url=record.headers.get("WARC-Target-URI"),
        captured=date.date() if date is not None else None,
    )


def _page(payload: bytes) -> tuple[bytes, str | None]:
    """The HTML in an HTTP response, unpacked, and its charset; nothing where it holds none."""
    from fastwarc.warc import WarcRecord

    # A record of its own: one that cannot be unpacked would stop the archive's iterator.
    response = WarcRecord()
    response.set_bytes_content(payload)
    response.is_http = True
    try:
        response.parse_http(auto_decode="all")
        headers = response.http_headers
        if headers is None or headers.status_code != 200 or response.http_content_type not in PAGE_TYPES:
            return b"", None
        page = response.reader.read(PAGE_LIMIT + 1)
    except (OSError, ValueError) as bad:
        raise _NoPage(f"response cannot be unpacked: {bad}") from None
    if len(page) > PAGE_LIMIT:
        raise _NoPage(str(TooLarge()))
    return page, response.http_charset
