"""Captures and articles: what came in, and the clean text made of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from slated.model.windows import Window

CaptureKind = Literal["html", "crawl", "text"]
CreationMethod = Literal["given", "metadata", "visible", "url", "inferred", "capture", "unknown"]
BlockKind = Literal["paragraph", "subheadline", "caption"]


@dataclass(frozen=True, slots=True)
class Capture:
    """The content as it came, with what the carrier says of it.

    ``kind``: ``html`` a page's markup, ``crawl`` a page's text with its boilerplate,
    ``text`` clean text that is taken as it is (offsets point into it unchanged).
    ``origin`` says where it was found (a path, a path and line, an address), for messages.
    ``published`` is the day the carrier gives, if any; ``captured`` the day of capture, if known.
    """

    origin: str
    source_id: str
    kind: CaptureKind
    content: str
    url: str | None = None
    title: str | None = None
    published: dt.date | None = None
    outlet: str | None = None
    language: str | None = None
    captured: dt.date | None = None


@dataclass(frozen=True, slots=True)
class CreationTime:
    """The document creation time (DCT): the days from which the text may speak.

    ``method`` says how it was found, ``evidence`` holds the words or field it rests on.
    ``earliest`` and ``latest`` are equal where the day is known, and both None with method
    ``unknown`` where nothing fixes it. ``confidence`` runs from 0 to 1.
    """

    earliest: dt.date | None
    latest: dt.date | None
    method: CreationMethod
    evidence: str
    confidence: float = 1.0

    @property
    def day(self) -> dt.date | None:
        """The latest day that it may be: what relative expressions are resolved against."""
        return self.latest or self.earliest

    @property
    def window(self) -> Window | None:
        """The days it may be, or None where nothing is known."""
        if self.earliest is None and self.latest is None:
            return None
        return Window(self.earliest, self.latest)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, sub-headline or caption: characters ``start`` to ``end`` of the text."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Article:
    """A capture's clean text and what is known of it.

    ``document_id`` is a digest of the content, so that the same content is the same document.
    ``blocks`` cover ``text`` in order and do not overlap; between them stands only white space.
    ``opinion`` is True where the page itself says that it is an opinion piece.
    """

    document_id: str
    source_id: str
    url: str | None
    outlet: str | None
    title: str | None
    byline: str | None
    language: str
    text: str
    creation_time: CreationTime
    blocks: tuple[Block, ...]
    opinion: bool = False
