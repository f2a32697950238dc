"""What other reports tell of an event helps to read one that is vague.

An article that speaks of "the hearing" after it was held, without a day, speaks of it as done; a
day that an article names somewhere is the event's where other reports give the event that day.
Only reports up to the article's own day are heard.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from slated.model import Reading, Report, StatedWindow, Window
from slated.tracking.timing import bounds, gap
from slated.tracking.weigh import PHASES

_LATELY = dt.timedelta(days=45)
_EXACT = 3


@dataclass(frozen=True, slots=True)
class Context:
    """What the other reports say: the day planned of late, the day on which it was held."""

    planned: Window | None
    held: Window | None


def in_context(reports: Sequence[Report], readings: Sequence[Reading]) -> tuple[Report, ...]:
    """The reports (in order of publication) with what is vague in each read by the others."""
    return tuple(
        _settled(report, reading, _context(reports, report))
        for report, reading in zip(reports, readings, strict=True)
    )


def _context(reports: Sequence[Report], report: Report) -> Context:
    day = report.published
    if day is None:
        return Context(None, None)
    others = [r for r in reports if r is not report and r.published is not None and r.published <= day]
    lately = [r for r in others if r.published is not None and r.published + _LATELY >= day]
    planned = _most(w for r in lately if PHASES[r.status] == "ahead" and (w := _exact(r)))
    held = _most(w for r in others if r.status == "occurred" and (w := _exact(r)))
    if held is not None and not _is_over(held, others, day):
        held = None
    return Context(planned, held)


def _exact(report: Report) -> Window | None:
    window = report.window.window if report.window else None
    return window if window is not None and (window.days or 99) <= _EXACT else None


def _most(windows: Iterable[Window]) -> Window | None:
    counts = Counter(windows)
    best = max(sorted(counts, key=bounds), key=counts.__getitem__, default=None)
    return best if best is not None and counts[best] > 1 else None


def _is_over(held: Window, others: Sequence[Report], day: dt.date) -> bool:
    last = bounds(held)[1]
    since = [r for r in others if r.published is not None and r.published >= last]
    return day >= last and 2 * sum(r.status == "occurred" for r in since) >= len(since)


def _settled(report: Report, reading: Reading, context: Context) -> Report:
    phase = PHASES[report.status]
    window = report.window.window if report.window else None
    if context.held is not None and phase == "ahead" and (window is None or gap(window, context.held) == 0):
        report = replace(report, status="occurred")
        return replace(report, window=report.window if window else _named(reading, context.held))
    if context.held is not None and phase == "done" and window is None:
        return replace(report, window=_named(reading, context.held))
    vague = window is None or (window.latest is not None and window.latest == report.published)
    if context.planned is not None and phase == "ahead" and vague:
        stated = _named(reading, context.planned)
        ahead = report.published is not None and bounds(context.planned)[1] >= report.published
        return replace(report, window=stated) if stated is not None and ahead else report
    return report


def _named(reading: Reading, window: Window) -> StatedWindow | None:
    """The article's own words for a window, if it has any."""
    return next((p.when for p in reading.phrases if p.when.window == window), None)
