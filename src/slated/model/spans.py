"""Places in an article's words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

TextPart = Literal["text", "title"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``start`` to ``end`` (half-open) of an article's text or title.

    ``text`` is a copy of those characters, so that ``article_part[start:end] == text``.
    """

    start: int
    end: int
    text: str
    part: TextPart = "text"

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span {self.start}:{self.end} is not ordered")
        if len(self.text) != self.end - self.start:
            raise ValueError(f"span {self.start}:{self.end} does not hold {self.text!r}")

    def overlaps(self, other: Span) -> bool:
        """True where the two share a character of the same part."""
        return self.part == other.part and self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """True where ``other`` lies wholly within this span."""
        return self.part == other.part and self.start <= other.start and other.end <= self.end
