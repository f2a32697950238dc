"""What a form makes of a match, and what it may lean on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from slated.model import Window
from slated.model.readings import TimexType
from slated.reading.timex.calendar import value_of
from slated.reading.timex.patterns import Found

Direction = Literal[-1, 0, 1]

# forms measured from another date: nothing is measured from them in turn
_MEASURED = frozenset({"ago", "year_ago"})


@dataclass(frozen=True, slots=True)
class Sense:
    """A time expression's TIMEX3 type, value and mod, and the days it allows by itself.

    ``grain`` is the length of the period it names (see ``calendar``), None for durations, sets and
    vague references. ``length`` is a duration's count and TIMEX3 unit, where it is counted, ``least`` its
    lower count in the same unit ("two to three weeks").
    ``pointed`` says which way a duration reaches: -1 back from now, 1 ahead ("the next three weeks").
    ``turns`` says how often a bare name comes round ("Monday", "Jan. 8"), None where it is fixed.
    """

    type: TimexType
    value: str
    mod: str | None = None
    window: Window | None = None
    grain: str | None = None
    length: tuple[float, str] | None = None
    pointed: Direction = 0
    turns: Literal["week", "year"] | None = None
    least: float | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Tokens ``first`` to ``last`` (half-open) and their sense."""

    first: int
    last: int
    sense: Sense


@dataclass(frozen=True, slots=True)
class Context:
    """What relative expressions are resolved against.

    ``today`` is the creation time, None where unknown; ``exact`` is False where it is one end of an
    interval. ``anchor`` is the nearest date named before, ``quarter`` the last quarter that was named
    as such: what "a year earlier" in a report of results is measured from. ``direction_at`` tells
    which way the clause that governs a match looks.
    """

    today: dt.date | None
    exact: bool
    anchor: Sense | None
    quarter: Window | None
    direction_at: Callable[[Found], Direction]

    def after(self, form: str, sense: Sense) -> Context:
        """The context after ``sense`` was read by ``form``."""
        if form == "duration" and sense.length and sense.length[1] == "M" and sense.length[0] >= 6:
            # results of half a year or nine months: a year earlier is then no quarter
            return replace(self, quarter=None)
        if sense.window is None or sense.grain is None or form in _MEASURED:
            return self
        quarter = self.quarter
        if form == "quarter" and sense.grain == "quarter" and self._is_over(sense.window):
            quarter = sense.window
        return replace(self, anchor=sense, quarter=quarter)

    def _is_over(self, window: Window) -> bool:
        return bool(window.latest and self.today and window.latest < self.today)

    @property
    def anchor_day(self) -> dt.date | None:
        """The first day of the last date named, or the creation time."""
        if self.anchor and self.anchor.window:
            return self.anchor.window.earliest or self.anchor.window.latest
        return self.today


Form = Callable[[Found, Context], "Sense | tuple[Piece, ...] | None"]


def named_period(grain: str, window: Window, mod: str | None = None) -> Sense:
    """The sense of a period that the calendar names."""
    assert window.earliest is not None, "a period has a first day"
    return Sense("DATE", value_of(grain, window.earliest), mod, window, grain)


def on_day(day: dt.date, mod: str | None = None) -> Sense:
    """The sense of a single day."""
    return named_period("day", Window.on(day), mod)


def without_window(value: str, grain: str | None = None, mod: str | None = None) -> Sense:
    """A date that nothing fixes."""
    return Sense("DATE", value, mod, None, grain)
