"""RSS and Atom feeds: an entry is a document."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any, BinaryIO

from slated.intake.dates import carried_day
from slated.intake.limits import TooLarge, read_bounded
from slated.intake.refusal import Refusal
from slated.model import Capture

# What feedparser lets through from within on broken markup, such as a character beyond Unicode.
PARSER_FAILURES = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError)


def read_feed(stream: BinaryIO, origin: str, stem: str) -> Iterator[Capture | Refusal]:
    """The entries: their content as HTML, or their summary where they carry no content."""
    try:
        content = read_bounded(stream)
    except TooLarge as too_large:
        yield Refusal(origin, str(too_large))
        return
    if not content.strip():
        yield Refusal(origin, "empty file")
        return
    try:
        feed = _parsed(content)
    except PARSER_FAILURES as failure:
        yield Refusal(origin, f"malformed feed: {_one_line(failure)}")
        return
    if not feed.entries:
        broken = f": {_one_line(feed.bozo_exception)}" if feed.get("bozo_exception") else ""
        yield Refusal(origin, f"no RSS or Atom entries{broken}")
        return
    if feed.get("bozo_exception") and not _only_about_encoding(feed.bozo_exception):
        yield Refusal(origin, f"malformed feed, read as far as it goes: {_one_line(feed.bozo_exception)}")
    for number, entry in enumerate(feed.entries, 1):
        yield _capture(entry, feed.feed, f"{origin}, entry {number}", f"{stem}:{number}")


def _parsed(content: bytes) -> Any:
    import feedparser

    # As a stream: feedparser would open a string that looks like an address.
    return feedparser.parse(BytesIO(content), sanitize_html=False, resolve_relative_uris=False)


def _capture(entry: Any, feed: Any, origin: str, fallback_id: str) -> Capture | Refusal:
    contents = [_words(content, "value") for content in entry.get("content") or ()]
    html = next((words for words in contents if words), "") or _words(entry, "summary")
    if not html:
        return Refusal(origin, "neither content nor summary")
    url = _words(entry, "link") or None
    return Capture(
        origin=origin,
        source_id=_words(entry, "id") or url or fallback_id,
        kind="html",
        content=html,
        url=url,
        title=_one_line(_words(entry, "title")) or None,
        published=carried_day(_words(entry, "published") or _words(entry, "updated")),
        outlet=_one_line(_words(feed, "title")) or None,
        language=_words(feed, "language").split("-")[0].lower() or None,
    )


def _words(fields: Any, key: str) -> str:
    value = fields.get(key)
    return value.strip() if isinstance(value, str) else ""


def _only_about_encoding(complaint: Exception) -> bool:
    return type(complaint).__name__ in {"CharacterEncodingOverride", "NonXMLContentType"}


def _one_line(words: object) -> str:
    return " ".join(str(words).split())[:200]
