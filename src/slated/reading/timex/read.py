"""From a text and its creation time to timexes and time phrases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from slated.model import Article, CreationTime, TimePhrase, Timex
from slated.model.spans import TextPart

Tense = Literal["past", "present", "future"]
TenseAt = Callable[[int, int], Tense | None]


@dataclass(frozen=True, slots=True)
class Times:
    """The timexes of one text part and the phrases that they form; both in text order."""

    timexes: tuple[Timex, ...]
    phrases: tuple[TimePhrase, ...]


def read_times(
    text: str, creation_time: CreationTime, tense_at: TenseAt | None = None, part: TextPart = "text"
) -> Times:
    """Find and resolve every time expression of ``text``.

    ``tense_at(start, end)`` tells the tense and sense of the clause that governs the characters
    (half-open), or None where unknown; it decides which way a bare weekday or day points.
    """
    del text, creation_time, tense_at, part
    return Times((), ())


def infer_creation_time(article: Article) -> CreationTime:
    """The interval from which a text without a date may speak, by its own anchors."""
    return article.creation_time
