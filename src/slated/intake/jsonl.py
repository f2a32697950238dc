"""JSONL: a document a line."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from slated.intake.dates import carried_day
from slated.intake.limits import PAGE_LIMIT, TooLarge
from slated.intake.refusal import Refusal
from slated.model import Capture
from slated.model.documents import CaptureKind

CONTENT_KEYS: tuple[CaptureKind, ...] = ("text", "html", "crawl")


class BadLine(Exception):
    """A line that is no document; the message says why."""


@dataclass(frozen=True, slots=True)
class _Place:
    origin: str
    source_id: str


def read_jsonl(stream: BinaryIO, origin: str, stem: str) -> Iterator[Capture | Refusal]:
    """The documents, in the order of the lines; a bad line is refused with its number.

    A document without an ``id`` goes by the file's stem and the line's number.
    """
    found = False
    for number, line in _lines(stream):
        place = _Place(f"{origin}, line {number}", f"{stem}:{number}")
        if line is None:
            yield Refusal(place.origin, str(TooLarge()))
        elif line.strip():
            try:
                yield _capture(line, place)
            except BadLine as bad:
                yield Refusal(place.origin, str(bad))
        else:
            continue
        found = True
    if not found:
        yield Refusal(origin, "empty file")


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines, None for one above the limit (which is skipped, never held whole)."""
    number = 0
    while line := stream.readline(PAGE_LIMIT + 1):
        number += 1
        if len(line) <= PAGE_LIMIT:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(PAGE_LIMIT + 1)
        yield number, None


def _capture(line: bytes, place: _Place) -> Capture:
    record = _record(line)
    kinds = [kind for kind in CONTENT_KEYS if record.get(kind) is not None]
    if len(kinds) != 1:
        raise BadLine(f"needs one of text, html or crawl, has {' and '.join(kinds) or 'none'}")
    content = record[kinds[0]]
    if not isinstance(content, str):
        raise BadLine(f"{kinds[0]} is no string")
    if not content.strip():
        raise BadLine(f"{kinds[0]} is empty")
    return Capture(
        origin=place.origin,
        source_id=_word(record, "id") or place.source_id,
        kind=kinds[0],
        content=content,
        url=_word(record, "url"),
        title=_word(record, "title"),
        published=_published(record),
        outlet=_word(record, "outlet"),
        language=_word(record, "language"),
    )


def _record(line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        raise BadLine("not JSON") from None
    if not isinstance(record, dict):
        raise BadLine("not a JSON object")
    return _without_lone_surrogates(record)


def _without_lone_surrogates(record: dict[str, Any]) -> dict[str, Any]:
    """JSON may escape half a character ("\\ud83d"), which no encoding can write out again."""
    return {
        key: value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
        for key, value in record.items()
    }


def _word(record: dict[str, Any], key: str) -> str | None:
    value = record.get(key)
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise BadLine(f"{key} is no string")
    return " ".join(str(value).split()) or None


def _published(record: dict[str, Any]) -> dt.date | None:
    written = _word(record, "published")
    if written is None:
        return None
    day = carried_day(written)
    if day is None:
        raise BadLine(f"published {written[:40]!r} is no date (want YYYY-MM-DD)")
    return day
