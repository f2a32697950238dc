"""The slate by week: lines gathered under the week in which they may first take place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from slated.ledger.lines import EventLine
from slated.ledger.slate import Part
from slated.outputs.calendar_scale import Scale, ticks
from slated.outputs.plain_words import day_long
from slated.outputs.slip_points import ends_of

_NOW = "This week"
_UNDATED = "No day given"
_LONGEST = {"ahead": dt.timedelta(days=200), "past": dt.timedelta(days=400), "all": dt.timedelta(days=1100)}
_SHORTEST = dt.timedelta(days=56)
_BETWEEN_LABELS, _LAST_LABEL = 21, 90  # percent of the axis


@dataclass(frozen=True, slots=True)
class Bar:
    """Where a window lies, in percent of the axis; ``open`` where it has no first or no last day."""

    start: float
    width: float
    open: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A line with its marker ("new", "moved", "called off", ...) and its bar.

    ``cut``: the bar lies beyond the axis.
    """

    line: EventLine
    marker: str
    bar: Bar | None
    cut: bool


@dataclass(frozen=True, slots=True)
class Week:
    """Rows under one heading."""

    heading: str
    note: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """The days that the bars stand on: ticks at percents, and the day from which the list looks."""

    ticks: tuple[tuple[float, str], ...]
    today: float | None


def weeks(
    lines: Sequence[EventLine], part: Part, day: dt.date | None, since: dt.date | None
) -> tuple[list[Week], Axis | None]:
    """The lines under their weeks, in their order, with the axis of their bars."""
    scale = _scale(lines, part, day)
    rows = [_row(line, scale, since) for line in lines]
    grouped = groupby(rows, key=lambda row: _heading(row.line, part, day))
    return [Week(*heading, tuple(those)) for heading, those in grouped], _axis(scale, day)


def marker(line: EventLine, since: dt.date | None) -> str:
    """What happened to an event since a day, as a diary marks it; an empty text where nothing did."""
    if since is None:
        return ""
    moved = [r for r in line.revisions if r.as_of and r.as_of >= since]
    fates = [r.after for r in moved if r.what == "status"]
    ended = {"cancelled": "called off", "occurred": "took place", "postponed": "put off"}
    if fates and fates[-1] in ended:
        return ended[str(fates[-1])]
    if line.first_reported and line.first_reported >= since:
        return "new"
    if any(r.what == "window" for r in moved):
        return "moved"
    return "place named" if any(r.what == "place" for r in moved) else ""


def _heading(line: EventLine, part: Part, day: dt.date | None) -> tuple[str, str]:
    window = line.window
    when = (window.earliest or window.latest) if window else None
    if window is None or when is None:
        return _UNDATED, "reported, with no day so far" if part == "ahead" else ""
    if part == "past":
        when = window.latest or when
    monday, sunday = _week_of(when)
    if part == "ahead" and day and when <= _week_of(day)[1]:
        return _NOW, f"to {_week_of(day)[1].day} {_week_of(day)[1]:%b}, and what may come any day"
    return f"Week of {day_long(monday)}", f"to {sunday.day} {sunday:%b}"


def _week_of(day: dt.date) -> tuple[dt.date, dt.date]:
    """The Monday and the Sunday of a day's week, as far as the calendar goes."""
    monday = day.toordinal() - day.weekday()
    most = dt.date.max.toordinal()
    return dt.date.fromordinal(max(monday, 1)), dt.date.fromordinal(min(monday + 6, most))


def _scale(lines: Iterable[EventLine], part: Part, day: dt.date | None) -> Scale | None:
    ends = [end for line in lines if line.window for end in ends_of(line.window)]
    if not ends:
        return None
    first, last = min(ends), max(ends)
    if part == "ahead" and day:
        first = max(first, day - dt.timedelta(days=14)) if day.year > 1 else first
        last = max(last, first)
    longest = _LONGEST[part]
    if last - first > longest:
        if part == "past":
            first = last - longest
        else:
            last = first + longest
    if last - first < _SHORTEST:
        last = dt.date.fromordinal(min((first + _SHORTEST).toordinal(), dt.date.max.toordinal()))
    return Scale(first, last, 0, 100)


def _row(line: EventLine, scale: Scale | None, since: dt.date | None) -> Row:
    if scale is None or line.window is None:
        return Row(line, marker(line, since), None, False)
    window = line.window
    first, last = window.earliest or scale.first, window.latest or scale.last
    if last < scale.first or first > scale.last:
        return Row(line, marker(line, since), None, last > scale.last)
    start, end = scale.at(first), scale.at(last)
    width = max(round(end - start, 1), 1.2)
    unbounded = window.earliest is None or window.latest is None
    return Row(line, marker(line, since), Bar(min(start, 100 - width), width, unbounded), False)


def _axis(scale: Scale | None, day: dt.date | None) -> Axis | None:
    if scale is None:
        return None
    shown: list[tuple[float, str]] = []
    for tick in ticks(scale.first, scale.last, 5):
        at = scale.at(tick.day)
        if at <= _LAST_LABEL and (not shown or at - shown[-1][0] >= _BETWEEN_LABELS):
            shown.append((at, tick.words))
    today = scale.at(day) if day and scale.first <= day <= scale.last else None
    return Axis(tuple(shown), today)
