"""What a slip chart shows: each report as a point in time with its windows, within the chart's days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from slated.model import EventPlace, Report, TrackedEvent, Window
from slated.outputs.glyphs import GLYPHS

MOST_DRAWN = 200  # reports on one chart
REACH = 31  # days that an open side is drawn
_BEFORE = 400  # days before the first report beyond which a window is cut
_AHEAD = 1100  # days after the last report beyond which it is cut
_SHAPES = 6  # outlets that get a mark of their own; the others share the last
_PLACES = 7  # places that get a line


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
    """The outlets, in the order in which they first report."""
    return list(dict.fromkeys(report.outlet or "" for report in reports))


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
    """The days of all windows, cut where a vague one would press the others together."""
    windows = [window for point in points for window in point.windows]
    if event.outcome and event.outcome.window:
        windows.append(event.outcome.window)
    if not windows:
        return None
    ends = [end for window in windows for end in ends_of(window)]
    soonest, furthest = _shifted(first, -_BEFORE), _shifted(last, _AHEAD)
    inside = [min(max(end, soonest), furthest) for end in ends]
    return min(inside), max(inside)


def _shifted(day: dt.date, days: int) -> dt.date:
    return dt.date.fromordinal(min(max(day.toordinal() + days, 1), dt.date.max.toordinal()))
