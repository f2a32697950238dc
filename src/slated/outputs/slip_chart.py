"""The slip chart in characters: a row for each report, its expected window as a bar over months.

The days run from left to right and the reports from top to bottom, so an event that keeps its
day is a straight column and one that slips walks to the right. ``│`` is the day of the report:
where it meets the bar, the event meets its day.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from slated.model import Report, TrackedEvent, Window
from slated.outputs.glyphs import GLYPHS, glyph

_LABEL = 13  # "2018-09-12 ● "
_REACH = 31  # days that an open side is drawn
_MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Pen:
    """The characters that a chart is drawn with."""

    bar: str
    other: str
    day: str
    left: str
    right: str


UNICODE = Pen("█", "▒", "│", "◄", "►")
ASCII = Pen("#", "=", "|", "<", ">")


@dataclass(frozen=True, slots=True)
class ChartLine:
    """A line of the chart and the status that colours it (None: none)."""

    text: str
    status: str | None = None


@dataclass(frozen=True, slots=True)
class _Axis:
    first: dt.date
    last: dt.date
    width: int

    def column(self, day: dt.date) -> int:
        span = max((self.last - self.first).days, 1)
        place = (day - self.first).days * (self.width - 1) // span
        return min(max(place, 0), self.width - 1)


def slip_chart(event: TrackedEvent, width: int = 80, ascii_only: bool = False) -> list[ChartLine]:
    """The chart's lines, none longer than ``width``; empty where no report has a day or window."""
    axis = _axis(event, width - _LABEL)
    if axis is None:
        return []
    years, months = _scale(axis)
    pen = ASCII if ascii_only else UNICODE
    lines = [ChartLine(" " * _LABEL + years), ChartLine("reported".ljust(_LABEL) + months)]
    lines += [_line(report, axis, pen, ascii_only) for report in event.reports]
    if event.outcome:
        lines.append(_outcome_line(event, axis, pen, ascii_only))
    return lines + [ChartLine(line) for line in _legend(event, pen, ascii_only, width)]


def _axis(event: TrackedEvent, width: int) -> _Axis | None:
    days: list[dt.date] = []
    for report in event.reports:
        days += [report.published] if report.published else []
        for window in _windows(report):
            days += _ends(window)
    if event.outcome and event.outcome.window:
        days += _ends(event.outcome.window)
    if not days:
        return None
    first, last = min(days), max(days)
    return _Axis(first.replace(day=1), _shifted(_month(_months(last) + 1), -1), width)


def _windows(report: Report) -> list[Window]:
    stated = report.window
    return [stated.window, *stated.alternatives] if stated and stated.window else []


def _ends(window: Window) -> list[dt.date]:
    first = window.earliest or _shifted(window.latest or dt.date.min, -_REACH)
    return [first, window.latest or _shifted(first, _REACH)]


def _line(report: Report, axis: _Axis, pen: Pen, ascii_only: bool) -> ChartLine:
    cells = [" "] * axis.width
    windows = _windows(report)
    for window in reversed(windows):
        _draw(cells, window, axis, pen.bar if window is windows[0] else pen.other, pen)
    if report.published:
        cells[axis.column(report.published)] = pen.day
    day = report.published.isoformat() if report.published else "no date"
    label = f"{day:<10} {glyph(report.status, ascii_only)} "
    return ChartLine((label + "".join(cells)).rstrip(), report.status)


def _draw(cells: list[str], window: Window, axis: _Axis, bar: str, pen: Pen) -> None:
    first, last = (axis.column(day) for day in _ends(window))
    cells[first : last + 1] = bar * (last + 1 - first)
    if window.earliest is None:
        cells[first] = pen.left
    if window.latest is None:
        cells[last] = pen.right


def _outcome_line(event: TrackedEvent, axis: _Axis, pen: Pen, ascii_only: bool) -> ChartLine:
    cells = [" "] * axis.width
    assert event.outcome is not None
    if event.outcome.window:
        _draw(cells, event.outcome.window, axis, pen.bar, pen)
    label = f"{'outcome':<10} {glyph(event.outcome.status, ascii_only)} "
    return ChartLine((label + "".join(cells)).rstrip(), event.outcome.status)


def _scale(axis: _Axis) -> tuple[str, str]:
    """The line of years and the line of months; months are thinned out until they fit."""
    starts = [_month(number) for number in range(_months(axis.first), _months(axis.last) + 1)]
    step = next((s for s in (1, 2, 3, 6) if len(starts) / s * 4 <= axis.width), 12)
    shown = [day for day in starts if (day.month - 1) % step == 0]
    years = [day for day in starts if day.month == 1 or day == axis.first]
    return (
        _placed(axis, [(day, str(day.year)) for day in years]),
        _placed(axis, [(day, _MONTH_NAMES[day.month - 1]) for day in shown]),
    )


def _placed(axis: _Axis, labels: list[tuple[dt.date, str]]) -> str:
    line = ""
    for day, label in labels:
        column = axis.column(day)
        if column >= len(line) + bool(line) and column + len(label) <= axis.width:
            line = line.ljust(column) + label
    return line


def _legend(event: TrackedEvent, pen: Pen, ascii_only: bool, width: int) -> list[str]:
    used = {report.status for report in event.reports} | ({event.outcome.status} if event.outcome else set())
    signs = [f"{glyph(status, ascii_only)} {status.replace('_', ' ')}" for status in GLYPHS if status in used]
    lines = [""]
    for sign in [f"{pen.day} day of report", f"{pen.bar} expected days", *signs]:
        if lines[-1] and len(lines[-1]) + len(sign) + 2 > width:
            lines.append("")
        lines[-1] += ("  " if lines[-1] else "") + sign
    return lines


def _months(day: dt.date) -> int:
    return day.year * 12 + day.month - 1


def _month(number: int) -> dt.date:
    """The first day of a month, counted as ``_months`` counts; the last of all after the last."""
    return dt.date(number // 12, number % 12 + 1, 1) if number < 120_000 else dt.date.max


def _shifted(day: dt.date, days: int) -> dt.date:
    """So many days on, as far as the calendar goes."""
    return dt.date.fromordinal(min(max(day.toordinal() + days, 1), dt.date.max.toordinal()))
