"""RSS and Atom feeds: an entry is a document."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any, BinaryIO

from slated.intake.dates import carried_day
from slated.intake.limits import TooLarge, read_bounded
from slated.intake.refusal import Refusal
from slated.model import Capture


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
    feed = _parsed(content)
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
    contents = [content.value for content in entry.get("content", ()) if content.value.strip()]
    html = contents[0] if contents else entry.get("summary", "")
    if not html.strip():
        return Refusal(origin, "neither content nor summary")
    url = entry.get("link") or None
    written = entry.get("published") or entry.get("updated") or ""
    return Capture(
        origin=origin,
        source_id=entry.get("id") or url or fallback_id,
        kind="html",
        content=html,
        url=url,
        title=_one_line(entry.get("title", "")) or None,
        published=carried_day(written),
        outlet=_one_line(feed.get("title", "")) or None,
        language=(feed.get("language") or "").split("-")[0].lower() or None,
    )


def _only_about_encoding(complaint: Exception) -> bool:
    return type(complaint).__name__ in {"CharacterEncodingOverride", "NonXMLContentType"}


def _one_line(words: object) -> str:
    return " ".join(str(words).split())[:200]
