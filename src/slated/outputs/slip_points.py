"""What a slip chart shows: each report as a point in time with its windows, within the chart's days."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from slated.model import EventPlace, Report, TrackedEvent, Window
from slated.outputs.glyphs import GLYPHS

Span = tuple[dt.date, dt.date]

MOST_DRAWN = 200  # reports on one chart
REACH = 31  # days that an open side is drawn
_BEFORE = 400  # days before the first report beyond which a window is cut
_AHEAD = 1100  # days after the last report beyond which it is cut
_SHAPES = 6  # outlets that get a mark of their own; the others share the last
_PLACES = 7  # places that get a line
_STRAY = 10  # of so many windows one may lie outside the chart, by more than the others span


@dataclass(frozen=True, slots=True)
class Point:
    """A report on the chart: ``day`` it was published, its windows, the number of its outlet's mark."""

    day: dt.date
    report: Report
    windows: tuple[Window, ...]
    mark: int


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A place and how it stood, by the reports' days."""

    name: str
    standings: tuple[tuple[dt.date, str], ...]


@dataclass(frozen=True, slots=True)
class SlipPoints:
    """Everything a slip chart shows; ``days`` are those of reports, ``expected`` those of windows."""

    points: tuple[Point, ...]
    outlets: tuple[str, ...]
    places: tuple[PlaceLine, ...]
    statuses: tuple[str, ...]
    days: tuple[dt.date, dt.date]
    expected: tuple[dt.date, dt.date] | None


def slip_points(event: TrackedEvent) -> SlipPoints | None:
    """What the event's chart shows; None where no report has a day."""
    reports = _thinned([report for report in event.reports if report.published])
    days = [report.published for report in reports if report.published]
    if not days:
        return None
    outlets = _outlets(reports)
    points = []
    for report, day in zip(reports, days, strict=True):
        mark = min(outlets.index(report.outlet or ""), _SHAPES - 1)
        points.append(Point(day, report, windows_of(report), mark))
    used = {report.status for report in reports} | ({event.outcome.status} if event.outcome else set())
    return SlipPoints(
        tuple(points),
        tuple(outlets),
        _places(reports),
        tuple(status for status in GLYPHS if status in used),
        (days[0], max(days)),
        _expected(points, event, min(days), max(days)),
    )


def _thinned(reports: Sequence[Report]) -> list[Report]:
    """As many reports as a chart can show, evenly taken, the first and the last among them."""
    last = len(reports) - 1
    if last < MOST_DRAWN:
        return list(reports)
    return [reports[round(i * last / (MOST_DRAWN - 1))] for i in range(MOST_DRAWN)]


def windows_of(report: Report) -> tuple[Window, ...]:
    """The windows that a report gives, the likeliest first."""
    stated = report.window
    return (stated.window, *stated.alternatives) if stated and stated.window else ()


def ends_of(window: Window) -> tuple[dt.date, dt.date]:
    """The days between which a window is drawn; an open side reaches a month."""
    first = window.earliest or _shifted(window.latest or dt.date.min, -REACH)
    return first, window.latest or _shifted(first, REACH)


def _outlets(reports: Sequence[Report]) -> list[str]:
    """The outlets in the order in which they first report; where they are many, the busiest first."""
    said = Counter(report.outlet or "" for report in reports)
    return list(said) if len(said) <= _SHAPES else [name for name, _ in said.most_common()]


def _places(reports: Sequence[Report]) -> tuple[PlaceLine, ...]:
    found: dict[str, list[tuple[dt.date, EventPlace]]] = {}
    for report in reports:
        for place in report.places:
            assert report.published is not None
            found.setdefault(place.key, []).append((report.published, place))
    most = sorted(found.values(), key=lambda said: -len(said))[:_PLACES]
    kept = sorted(most, key=lambda said: (said[0][0], said[0][1].name))
    return tuple(PlaceLine(said[-1][1].name, tuple((day, p.standing) for day, p in said)) for said in kept)


def _expected(
    points: Sequence[Point], event: TrackedEvent, first: dt.date, last: dt.date
) -> tuple[dt.date, dt.date] | None:
    """The days of all windows, cut where a vague or a stray one would press the others together."""
    spans = [ends_of(window) for point in points for window in point.windows]
    held = [ends_of(w) for w in (event.window, event.outcome.window if event.outcome else None) if w]
    if not spans and not held:
        return None
    low, high = _without_strays(spans or held, held)
    soonest, furthest = _shifted(first, -_BEFORE), _shifted(last, _AHEAD)
    return min(max(low, soonest), furthest), min(max(high, soonest), furthest)


def _without_strays(spans: Sequence[Span], held: Sequence[Span]) -> Span:
    """The first and the last day of the spans, without a few that are far from the others and ``held``."""
    starts, ends = sorted(start for start, _ in spans), sorted(end for _, end in spans)
    strays = len(spans) // _STRAY
    low = min(starts[strays], *(start for start, _ in (spans[-1], *held)))
    high = max(ends[-1 - strays], *(end for _, end in (spans[-1], *held)))
    span = max(high - low, dt.timedelta(days=REACH))
    first = low if low - starts[0] > span else min(starts[0], low)
    return first, high if ends[-1] - high > span else max(ends[-1], high)


def _shifted(day: dt.date, days: int) -> dt.date:
    return dt.date.fromordinal(min(max(day.toordinal() + days, 1), dt.date.max.toordinal()))
