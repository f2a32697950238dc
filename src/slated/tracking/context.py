"""What other reports tell of an event helps to read one that is vague.

An article that speaks of "the hearing" after it was held, without a day, speaks of it as done; a
day that an article names somewhere is the event's where other reports give the event that day.
Only reports up to the article's own day are heard.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from slated.model import Reading, Report, StatedWindow, Window
from slated.model.readings import Status
from slated.tracking.timing import bounds, gap
from slated.tracking.weigh import PHASES

_LATELY = dt.timedelta(days=45)
_EXACT = 3
_AGREED = 2


@dataclass(frozen=True, slots=True)
class Context:
    """What the other reports say up to a day.

    ``planned`` is the day most planned of late, ``plans`` how often each window was planned of
    late, ``held`` the day on which it was held, ``shade`` how sure of late the plan is.
    """

    planned: Window | None
    plans: Mapping[Window, int]
    held: Window | None
    shade: Status | None


_SILENT = Context(None, {}, None, None)


def in_context(reports: Sequence[Report], readings: Sequence[Reading]) -> tuple[Report, ...]:
    """The reports (in order of publication) with what is vague in each read by the others."""
    return tuple(
        _settled(report, reading, _context(reports, report))
        for report, reading in zip(reports, readings, strict=True)
    )


def _context(reports: Sequence[Report], report: Report) -> Context:
    day = report.published
    if day is None:
        return _SILENT
    others = [r for r in reports if r is not report and r.published is not None and r.published <= day]
    lately = [r for r in others if r.published is not None and r.published + _LATELY >= day]
    ahead = [r for r in lately if PHASES[r.status] == "ahead"]
    held = _most(w for r in others if r.status == "occurred" and (w := _exact(r)))
    if held is not None and not _is_over(held, others, day):
        held = None
    planned = _most(w for r in ahead if (w := _exact(r)))
    if planned is not None and bounds(planned)[1] < day:
        planned = None
    plans = Counter(w for r in ahead if (w := _window(r)) and bounds(w)[1] >= day)
    shades = Counter(r.status for r in ahead)
    shade = max(sorted(shades), key=shades.__getitem__, default=None)
    done = sum(r.status == "occurred" and _window(r) is not None for r in lately)
    return Context(planned, plans, held, shade if len(ahead) > 3 * done else None)


def _window(report: Report) -> Window | None:
    return report.window.window if report.window else None


def _exact(report: Report) -> Window | None:
    window = _window(report)
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
    window = _window(report)
    day = report.published
    if context.held is not None and phase == "ahead" and (window is None or gap(window, context.held) == 0):
        report = replace(report, status="occurred")
        return replace(report, window=report.window if window else _named(reading, [context.held]))
    if context.held is not None and phase == "done" and window is None:
        return replace(report, window=_named(reading, [context.held]))
    if phase == "done" and window is None and context.shade is not None and _is_ahead(context.planned, day):
        report, phase = replace(report, status=context.shade), "ahead"
    vague = window is None or (window.latest is not None and window.latest == day)
    if phase == "ahead" and vague:
        stated = _named(reading, _ranked(context.plans))
        return replace(report, window=stated) if stated is not None else report
    return report


def _is_ahead(planned: Window | None, day: dt.date | None) -> bool:
    return planned is not None and day is not None and bounds(planned)[0] > day


def _ranked(plans: Mapping[Window, int]) -> list[Window]:
    """The windows that two reports or more plan, the most often planned first."""
    told = [w for w in plans if plans[w] >= _AGREED]
    return sorted(told, key=lambda w: (-plans[w], bounds(w)))


def _named(reading: Reading, windows: Iterable[Window]) -> StatedWindow | None:
    """The article's own words for the first of the windows that it has words for."""
    stated = {p.when.window: p.when for p in reversed(reading.phrases) if p.when.window is not None}
    return next((stated[w] for w in windows if w in stated), None)
