"""Which reader takes a file."""

from __future__ import annotations

from pathlib import PurePath
from typing import Literal

FileKind = Literal["html", "crawl", "jsonl", "warc", "feed"]

EXTENSIONS: dict[str, FileKind] = {
    ".html": "html",
    ".htm": "html",
    ".txt": "crawl",
    ".md": "crawl",
    ".jsonl": "jsonl",
    ".warc": "warc",
    ".xml": "feed",
}
COMPRESSED = ".gz"


def kind_of(path: PurePath) -> FileKind | None:
    """The kind that a file's extension names (``.gz`` may follow it), None for an unknown one."""
    return EXTENSIONS.get(_extension(path))


def stem_of(path: PurePath) -> str:
    """The file's name without its extension, and without ``.gz`` before that."""
    name = PurePath(path.name[: -len(COMPRESSED)]) if is_compressed(path) else PurePath(path.name)
    return name.stem if name.suffix.lower() in EXTENSIONS else name.name


def is_compressed(path: PurePath) -> bool:
    """True where the name ends in ``.gz``."""
    return path.name.lower().endswith(COMPRESSED)


def known_extensions() -> str:
    """The extensions for messages."""
    return ", ".join(EXTENSIONS)


def sniff(head: bytes) -> FileKind:
    """The kind of a stream without a name, from its first characters."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:512].lower()
    if start.startswith(b"warc/"):
        return "warc"
    if start.startswith(b"{"):
        return "jsonl"
    if start.startswith(b"<"):
        return "feed" if any(tag in start for tag in (b"<rss", b"<feed", b"<rdf:rdf")) else "html"
    return "crawl"


def _extension(path: PurePath) -> str:
    name = path.name.lower()
    return PurePath(name.removesuffix(COMPRESSED)).suffix
