"""Days on a scale: which of them get a tick, and what is written at it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12_000)  # steps of months that make round ticks
_DAYS = (1, 2, 7, 14)
_LAST_MONTH = 12 * 9999 - 1


@dataclass(frozen=True, slots=True)
class Tick:
    """A day of a scale and the words at it."""

    day: dt.date
    words: str


@dataclass(frozen=True, slots=True)
class Scale:
    """The days from ``first`` to ``last``, laid from ``start`` to ``end`` in pixels."""

    first: dt.date
    last: dt.date
    start: float
    end: float

    def at(self, day: dt.date) -> float:
        """Where a day lies; days outside lie at the edge."""
        inside = min(max(day, self.first), self.last)
        share = (inside - self.first).days / max((self.last - self.first).days, 1)
        return round(self.start + share * (self.end - self.start), 1)

    def ticks(self, most: int) -> list[Tick]:
        """At most so many round days, evenly laid."""
        return ticks(self.first, self.last, most)


def ticks(first: dt.date, last: dt.date, most: int) -> list[Tick]:
    """At most ``most`` round days from first to last.

    >>> [tick.words for tick in ticks(dt.date(2019, 1, 5), dt.date(2019, 4, 2), 4)]
    ['Feb 2019', 'Mar', 'Apr']
    """
    span = (last - first).days
    for step in _DAYS:
        if span / step < most:
            return [Tick(day, _day_words(day, i == 0)) for i, day in enumerate(_every(first, last, step))]
    for step in _MONTHS:
        days = list(_month_starts(first, last, step))
        if len(days) <= most:
            break
    years = {day.year for day in days}
    whole = step >= 12
    return [
        Tick(d, str(d.year) if whole else _month_words(d, i == 0 or (d.month <= step and len(years) > 1)))
        for i, d in enumerate(days)
    ]


def _every(first: dt.date, last: dt.date, step: int) -> Iterator[dt.date]:
    start = first.toordinal()
    if step >= 7:
        start += -first.weekday() % 7  # Mondays
    return map(dt.date.fromordinal, range(start, last.toordinal() + 1, step))


def _month_starts(first: dt.date, last: dt.date, step: int) -> Iterator[dt.date]:
    number = -(-(first.year * 12 + first.month - 1 + (first.day > 1)) // step) * step
    while number <= min(last.year * 12 + last.month - 1, _LAST_MONTH):
        yield dt.date(number // 12, number % 12 + 1, 1)
        number += step


def _month_words(day: dt.date, with_year: bool) -> str:
    return f"{day:%b} {day.year}" if with_year else f"{day:%b}"


def _day_words(day: dt.date, with_year: bool) -> str:
    return f"{day.day} {day:%b}" + (f" {day.year}" if with_year else "")
