"""Windows: the days that a time expression allows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Window:
    """The days from ``earliest`` to ``latest``, both inclusive; either may be open (None).

    A window open on both sides says nothing and is not made: use None instead.

    >>> Window(dt.date(2019, 2, 20), dt.date(2019, 3, 10)).days
    19
    """

    earliest: dt.date | None
    latest: dt.date | None

    def __post_init__(self) -> None:
        if self.earliest is None and self.latest is None:
            raise ValueError("a window needs at least one day")
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"window {self.earliest} to {self.latest} is not ordered")

    @classmethod
    def on(cls, day: dt.date) -> Window:
        """The window of a single day."""
        return cls(day, day)

    @property
    def days(self) -> int | None:
        """How many days it spans, or None where a side is open."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1

    def meets(self, other: Window) -> bool:
        """True where the two share a day, open sides reaching without end."""
        starts_in_time = self.earliest is None or other.latest is None or self.earliest <= other.latest
        ends_in_time = self.latest is None or other.earliest is None or other.earliest <= self.latest
        return starts_in_time and ends_in_time

    def hull(self, other: Window) -> Window | None:
        """The smallest window around both, or None where that would be open on both sides."""
        earliest = min(self.earliest, other.earliest) if self.earliest and other.earliest else None
        latest = max(self.latest, other.latest) if self.latest and other.latest else None
        return Window(earliest, latest) if earliest or latest else None

    def __str__(self) -> str:
        if self.earliest == self.latest:
            return str(self.earliest)
        return f"{self.earliest or ''}..{self.latest or ''}"


@dataclass(frozen=True, slots=True)
class StatedWindow:
    """A window with the words that state it: what one text says of when.

    ``alternatives`` are further windows that the same words give ("or after Jan. 26").
    ``window`` is None where the words fix no day ("in the coming weeks").
    """

    window: Window | None
    text: str
    alternatives: tuple[Window, ...] = ()
