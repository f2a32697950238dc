"""From a capture to an article."""

from __future__ import annotations

import hashlib

from slated.model import Article, Block, Capture, CreationTime


def make_article(capture: Capture) -> Article:
    """The article in a capture; raises ``BadDocument`` where it holds no text."""
    day = capture.published
    created = CreationTime(day, day, "given" if day else "unknown", str(day or ""))
    text = capture.content
    return Article(
        document_id=hashlib.sha256(text.encode()).hexdigest()[:16],
        source_id=capture.source_id,
        url=capture.url,
        outlet=capture.outlet,
        title=capture.title,
        byline=None,
        language=capture.language or "en",
        text=text,
        creation_time=created,
        blocks=(Block(0, len(text), "paragraph"),) if text else (),
    )
