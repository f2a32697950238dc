"""What the page and crawl passes hand on, before it becomes an article."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from slated.model.documents import BlockKind, CreationMethod


@dataclass(frozen=True, slots=True)
class Piece:
    """One block of clean text, its white space folded to single spaces."""

    text: str
    kind: BlockKind = "paragraph"


@dataclass(frozen=True, slots=True)
class Clue:
    """One sign of the creation time: the days it allows, where it stood, how far to trust it."""

    earliest: dt.date
    latest: dt.date
    method: CreationMethod
    evidence: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Draft:
    """Title, text and signs as found in the content itself; the carrier's word is not in yet.

    ``clues`` stand best first. ``labels`` are section names and the like, for telling opinion.
    """

    title: str | None
    pieces: tuple[Piece, ...]
    clues: tuple[Clue, ...] = ()
    outlet: str | None = None
    byline: str | None = None
    language: str | None = None
    labels: tuple[str, ...] = ()
