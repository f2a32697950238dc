"""The slip chart as SVG: the day of report runs to the right, the expected window stands upright.

An event that keeps its day is a level row of bars; one that slips climbs; where a bar meets the
diagonal, the event meets its day. Beneath it each place has its line. Colours come from classes
(``expected``, ``postponed``, ...), so that the page's style sheet decides them; ``standalone``
adds one, for a file.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from slated.model import TrackedEvent, Window
from slated.outputs.calendar_scale import Scale
from slated.outputs.markup import escape
from slated.outputs.phrases import all_places_words
from slated.outputs.plain_words import day_long, stated_long, window_long
from slated.outputs.slip_points import Point, SlipPoints, ends_of, slip_points

WIDTH = 860
_LEFT, _RIGHT, _TOP = 132, 24, 40
_HEIGHT = 330  # of the windows' part
_LANE = 26  # of reports that give no day
_ROW = 24  # of a place
_NOTHING = 10  # days around a lone report
_APART, _FURTHEST = 10.0, 30.0  # pixels between reports, and from a report's day

# colour by status, legible on white and, the second, on a dark page
COLOURS = {
    "proposed": ("#0e7490", "#67d3e8"),
    "expected": ("#2458c8", "#8fb4ff"),
    "scheduled": ("#15743a", "#6fd694"),
    "in_doubt": ("#946200", "#f0bd4f"),
    "postponed": ("#8f2bb0", "#dd9bf3"),
    "cancelled": ("#b3261e", "#ff9a91"),
    "occurred": ("#1d2733", "#eef2f6"),
    "lapsed": ("#6a6f78", "#a3a9b3"),
}


@dataclass(frozen=True, slots=True)
class _Frame:
    x: Scale
    y: Scale | None
    floor: float


def slip_svg(event: TrackedEvent, standalone: bool = False) -> str:
    """The chart, or an empty text where no report has a day."""
    shown = slip_points(event)
    if shown is None:
        return ""
    frame = _frame(shown)
    body = [*_grid(frame), *_diagonal(frame, shown), *_outcome(event, frame)]
    for point, x in zip(shown.points, _columns(shown, frame.x), strict=True):
        body += _report(point, x, frame)
    height = frame.floor
    if any(not point.windows for point in shown.points):
        height += _LANE
        body.append(_text(_LEFT - 14, height - 8, "no day given", "axis", "end"))
    body += _place_rows(shown, frame, height)
    height += _ROW * len(shown.places) + (14 if shown.places else 0)
    body += _months(frame, height)
    legend = list(_legend(shown, height + 44))
    height += 44 + 20 * len(legend)
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="slip" viewBox="0 0 {WIDTH} {height:.0f}" role="img" '
        f'width="{WIDTH}" height="{height:.0f}" aria-label="{escape(_summary(event, shown))}">'
    )
    style = f"<style>{_style()}</style>" if standalone else ""
    paper = '<rect class="paper" width="100%" height="100%"/>' if standalone else ""
    return "".join([opening, style, paper, *body, *legend, "</svg>"])


def _frame(shown: SlipPoints) -> _Frame:
    first, last = shown.days
    if first == last:
        first, last = _shift(first, -_NOTHING), _shift(last, _NOTHING)
    margin = max((last - first).days // 40, 1)
    x = Scale(_shift(first, -margin), _shift(last, margin), _LEFT, WIDTH - _RIGHT)
    if shown.expected is None:
        return _Frame(x, None, _TOP)
    low, high = shown.expected
    margin = max((high - low).days // 16, 3)
    y = Scale(_shift(low, -margin), _shift(high, margin), _TOP + _HEIGHT, _TOP)
    return _Frame(x, y, _TOP + _HEIGHT)


def _grid(frame: _Frame) -> Iterator[str]:
    if frame.y is None:
        return
    yield _text(_LEFT - 14, _TOP - 18, "expected", "axis strong", "end")
    for tick in frame.y.ticks(8):
        y = frame.y.at(tick.day)
        yield f'<path class="grid" d="M{_LEFT} {y}H{WIDTH - _RIGHT}"/>'
        yield _text(_LEFT - 14, y + 4, tick.words, "axis", "end")


def _months(frame: _Frame, height: float) -> Iterator[str]:
    yield f'<path class="rule" d="M{_LEFT} {height:.0f}H{WIDTH - _RIGHT}"/>'
    for tick in frame.x.ticks(9):
        x = frame.x.at(tick.day)
        yield f'<path class="rule" d="M{x} {height:.0f}v5"/>'
        yield _text(x, height + 19, tick.words, "axis", "middle")
    yield _text(_LEFT - 14, height + 19, "reported", "axis strong", "end")


def _diagonal(frame: _Frame, shown: SlipPoints) -> Iterator[str]:
    """Where the day of report is the expected day; what lies beneath it is past."""
    if frame.y is None:
        return
    first, last = max(frame.x.first, frame.y.first), min(frame.x.last, frame.y.last)
    if first >= last:
        return
    a, b = (frame.x.at(first), frame.y.at(first)), (frame.x.at(last), frame.y.at(last))
    edge, floor = WIDTH - _RIGHT, _TOP + _HEIGHT
    past = f"M{a[0]} {a[1]}L{b[0]} {b[1]}H{edge}V{floor}H{a[0]}Z"
    yield f'<path class="past" d="{past}"/><path class="diagonal" d="M{a[0]} {a[1]}L{b[0]} {b[1]}"/>'
    if b[0] - a[0] > 60:
        yield _text(min(b[0], edge) - 4, floor - 8, "already past when reported", "axis faint", "end")


def _columns(shown: SlipPoints, scale: Scale) -> Iterator[float]:
    """Where each report stands: at its day, or beside its neighbour where there is room."""
    last = 0.0
    for point in shown.points:
        day = scale.at(point.day)
        last = min(max(day, last + _APART), day + _FURTHEST, WIDTH - 8.0)
        yield last


def _report(point: Point, x: float, frame: _Frame) -> Iterator[str]:
    status = point.report.status
    yield f'<g class="report {status}"><title>{escape(report_words(point))}</title>'
    if not point.windows or frame.y is None:
        yield _mark(point.mark, x, frame.floor + _LANE - 12)
    else:
        for i, window in reversed(list(enumerate(point.windows))):
            yield from _bar(window, x, frame.y, "other" if i else "bar")
        first, last = (frame.y.at(end) for end in ends_of(point.windows[0]))
        yield _mark(point.mark, x, (first + last) / 2)
    yield "</g>"


def _bar(window: Window, x: float, y: Scale, kind: str) -> Iterator[str]:
    low, high = (y.at(end) for end in ends_of(window))
    if low - high < 5:
        low, high = (low + high) / 2 + 2.5, (low + high) / 2 - 2.5
    at = f'x="{x - 3.5:.1f}" y="{high:.1f}" width="7" height="{low - high:.1f}"'
    yield f'<rect class="{kind}" {at} rx="2.5"/>'
    if window.latest is None or window.latest > y.last:
        yield f'<path class="{kind}" d="M{x - 6.5:.1f} {high + 2:.1f}h13l-6.5 -9z"/>'
    if window.earliest is None or window.earliest < y.first:
        yield f'<path class="{kind}" d="M{x - 6.5:.1f} {low - 2:.1f}h13l-6.5 9z"/>'


def _mark(mark: int, x: float, y: float) -> str:
    at = f"{x:.1f} {y:.1f}"
    shapes = (
        f'<circle class="mark" cx="{x:.1f}" cy="{y:.1f}" r="5"/>',
        f'<path class="mark" d="M{at}m-4.6 -4.6h9.2v9.2h-9.2z"/>',
        f'<path class="mark" d="M{at}m0 -6l6 10.4h-12z"/>',
        f'<path class="mark" d="M{at}m0 -6.4l6.4 6.4l-6.4 6.4l-6.4 -6.4z"/>',
        f'<path class="mark" d="M{at}m0 6l6 -10.4h-12z"/>',
        f'<path class="mark" d="M{at}m-2 -6h4v4h4v4h-4v4h-4v-4h-4v-4h4z"/>',
    )
    return shapes[mark]


def _outcome(event: TrackedEvent, frame: _Frame) -> Iterator[str]:
    outcome = event.outcome
    if frame.y is None or outcome is None or outcome.window is None:
        return
    low, high = (frame.y.at(end) for end in ends_of(outcome.window))
    top, deep = min(high, low) - 4, max(abs(low - high) + 8, 8)
    words = f"{outcome.status}, {window_long(outcome.window)}"
    yield f'<g class="end {outcome.status}"><title>{escape(words)}</title>'
    wide = WIDTH - _RIGHT - _LEFT
    yield f'<rect class="band" x="{_LEFT}" y="{top:.1f}" width="{wide}" height="{deep:.1f}"/>'
    yield _text(_LEFT + 8, top - 6, words, "outcome", "start") + "</g>"


def _place_rows(shown: SlipPoints, frame: _Frame, height: float) -> Iterator[str]:
    for i, place in enumerate(shown.places):
        y = height + 18 + i * _ROW
        yield _text(_LEFT - 14, y + 4, _short(place.name), "axis", "end")
        days = [frame.x.at(day) for day, _ in place.standings]
        yield f'<path class="grid" d="M{_LEFT} {y:.1f}H{WIDTH - _RIGHT}"/>'
        yield f'<path class="thread" d="M{days[0]} {y:.1f}H{days[-1]}"/>'
        for (day, standing), x in zip(place.standings, days, strict=True):
            words = f"{place.name}: {standing.replace('_', ' ')}, {day_long(day)}"
            yield f"<g><title>{escape(words)}</title>{_standing(standing, x, y)}</g>"


def _standing(standing: str, x: float, y: float) -> str:
    if standing == "ruled_out":
        return f'<path class="ruled-out" d="M{x - 4:.1f} {y - 4:.1f}l8 8m0 -8l-8 8"/>'
    inner = '<circle class="core" cx="{0:.1f}" cy="{1:.1f}" r="2.2"/>' if standing == "leading" else ""
    kind = "stated" if standing == "stated" else "candidate"
    return f'<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="4.6"/>' + inner.format(x, y)


def _legend(shown: SlipPoints, y: float) -> Iterator[str]:
    """Rows of the legend: statuses, outlets' marks, standings of places."""
    rows = [
        [
            (f'<rect class="bar {s}" x="{{0}}" y="{{1}}" width="12" height="8" rx="2"/>', s)
            for s in shown.statuses
        ]
    ]
    marks = list(enumerate(shown.outlets))[:6]
    others = "other outlets" if len(shown.outlets) > 6 else None
    rows.append(
        [("mark" + str(i), others if others and i == 5 else name or "outlet unknown") for i, name in marks]
    )
    if shown.places:
        standings = {standing for place in shown.places for _, standing in place.standings}
        rows.append([(s, s) for s in ("stated", "leading", "candidate", "ruled_out") if s in standings])
    for i, row in enumerate(rows):
        yield "".join(_legend_row(row, y + 20 * i))


def _legend_row(row: list[tuple[str, str]], y: float) -> Iterator[str]:
    x = float(_LEFT)
    for sign, words in row:
        label = _short(words.replace("_", " "), 26)
        if x + 30 + 6.6 * len(label) > WIDTH:
            return
        if sign.startswith("<"):
            yield sign.format(f"{x:.0f}", f"{y - 8:.0f}")
        elif sign.startswith("mark"):
            yield f'<g class="key">{_mark(int(sign[4:]), x + 6, y - 4)}</g>'
        else:
            yield _standing(sign, x + 6, y - 4)
        yield _text(x + 18, y, label, "axis", "start")
        x += 36 + 6.4 * len(label)


def report_words(point: Point) -> str:
    """A report in a line: when, by whom, what."""
    report = point.report
    cells = [
        day_long(point.day),
        report.outlet or report.source_id,
        f"{report.status.replace('_', ' ')}; {stated_long(report.window) or 'no day given'}",
        all_places_words(report.places),
    ]
    return " · ".join(cell for cell in cells if cell)


def _summary(event: TrackedEvent, shown: SlipPoints) -> str:
    first, last = shown.points[0], shown.points[-1]
    reports = f"{len(shown.points)} report{'' if len(shown.points) == 1 else 's'}"
    return (
        f"Slip chart of {event.title}: {reports} from {day_long(first.day)} to {day_long(last.day)}; "
        f"expected at first {stated_long(first.report.window) or 'without a day'}, "
        f"at last {stated_long(last.report.window) or 'without a day'}. The table tells the same."
    )


def _text(x: float, y: float, words: str, kind: str, anchor: str) -> str:
    return f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(words)}</text>'


def _short(words: str, most: int = 18) -> str:
    return words if len(words) <= most else words[: most - 1] + "…"


def _shift(day: dt.date, days: int) -> dt.date:
    return dt.date.fromordinal(min(max(day.toordinal() + days, 1), dt.date.max.toordinal()))


def _style() -> str:
    """A style sheet for a file: light, whatever shows it."""
    by_status = "".join(f".{status}{{fill:{light}}}" for status, (light, _) in COLOURS.items())
    return (
        "text{font:12px Inter,'Segoe UI',Helvetica,Arial,'Liberation Sans',sans-serif;fill:#4a515c}"
        ".strong{font-weight:600;fill:#1d2733}.faint{fill:#6a6f78;font-style:italic}.paper{fill:#fff}"
        ".grid{stroke:#e3e5e8}.rule{stroke:#9aa0a8}.past{fill:#f1f1ee}.other{opacity:.45}"
        ".diagonal{stroke:#9aa0a8;stroke-dasharray:5 4;fill:none}.thread{stroke:#6a6f78}"
        ".mark{stroke:#fff;stroke-width:1.5}.key{fill:#4a515c}.band{opacity:.1}.outcome{font-weight:600;fill:#1d2733}"
        ".stated,.core{fill:#4a515c}.candidate{fill:#fff;stroke:#4a515c;stroke-width:1.5}"
        ".ruled-out{stroke:#b3261e;stroke-width:2;fill:none}" + by_status
    )
