"""Paths -> captures: which files there are, and which reader takes each."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, TypeAlias, cast

from slated.intake.feeds import read_feed
from slated.intake.gunzip import Gunzip
from slated.intake.jsonl import read_jsonl
from slated.intake.kinds import FileKind, kind_of, known_extensions, sniff, stem_of
from slated.intake.pages import read_page
from slated.intake.refusal import Refusal
from slated.intake.warc import read_warc
from slated.model import Capture

STANDARD_INPUT = "-"
Found: TypeAlias = Iterator[Capture | Refusal]


def find_captures(paths: Sequence[str], stdin: BinaryIO | None = None) -> Iterator[Capture | Refusal]:
    """The documents in files, folders (with all below them, in sorted order) and ``-``.

    Lazy: a file is opened when its turn comes, and one document is held at a time. What cannot
    be read comes as a ``Refusal`` in its place; nothing is raised. Hidden files and folders are
    passed over. ``-`` is ``stdin``: WARC, JSONL, a feed, HTML or crawled text, told apart by its
    first characters.
    """
    for given in paths:
        if given == STANDARD_INPUT:
            yield from _read_stdin(stdin)
            continue
        path = Path(given)
        try:
            is_folder = path.is_dir()
            exists = is_folder or path.exists()
        except (OSError, ValueError) as bad:
            yield Refusal(given, _reason(bad))
            continue
        if is_folder:
            yield from _read_folder(path)
        elif not exists:
            yield Refusal(given, "no such file or folder")
        else:
            yield from _read_file(path)


def _read_folder(folder: Path) -> Found:
    try:
        entries = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError as bad:
        yield Refusal(str(folder), _reason(bad))
        return
    for path in entries:
        if path.name.startswith("."):
            continue
        if path.is_dir():
            # A link to a folder could lead back up; what it leads to can be given by itself.
            if path.is_symlink():
                yield Refusal(str(path), "a link to a folder, not followed")
            else:
                yield from _read_folder(path)
        else:
            yield from _read_file(path)


def _read_file(path: Path) -> Found:
    kind = kind_of(path)
    if kind is None:
        known = known_extensions()
        yield Refusal(str(path), f"unknown extension {path.suffix!r} (known: {known}, each also with .gz)")
        return
    try:
        if not path.is_file():
            yield Refusal(str(path), "no such file" if not path.exists() else "not a regular file")
            return
        with path.open("rb") as stream:
            yield from _read_stream(stream, kind, str(path), stem_of(path))
    except OSError as bad:
        yield Refusal(str(path), _reason(bad))


def _read_stdin(stdin: BinaryIO | None) -> Found:
    if stdin is None:
        yield Refusal(STANDARD_INPUT, "no standard input")
        return
    try:
        yield from _read_stream(stdin, None, "standard input", "stdin")
    except OSError as bad:
        yield Refusal("standard input", _reason(bad))


def _read_stream(stream: BinaryIO, kind: FileKind | None, origin: str, stem: str) -> Found:
    """The documents in a stream, compressed or not; ``kind`` None: told by its first characters."""
    unpacked = Gunzip(stream)
    plain = io.BufferedReader(unpacked, 64 * 1024)
    yield from _read_plain(cast(BinaryIO, plain), kind or sniff(plain.peek(512)), origin, stem)
    if unpacked.broken:
        yield Refusal(origin, unpacked.broken)


def _read_plain(stream: BinaryIO, kind: FileKind, origin: str, stem: str) -> Found:
    match kind:
        case "html" | "crawl":
            yield from read_page(stream, origin, stem, kind)
        case "jsonl":
            yield from read_jsonl(stream, origin, stem)
        case "feed":
            yield from read_feed(stream, origin, stem)
        case "warc":
            yield from read_warc(stream, origin, stem)


def _reason(bad: OSError | ValueError) -> str:
    if isinstance(bad, PermissionError):
        return "no right to read it"
    return (bad.strerror if isinstance(bad, OSError) else None) or str(bad)
