"""An account made a report: what the article says of the event now."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from slated.model import (
    NARRATOR,
    Article,
    EventMention,
    EventPlace,
    Reading,
    Report,
    Source,
    Span,
    StatedWindow,
    Window,
)
from slated.model.readings import Status
from slated.tracking.places import merge_places

_LEAD = 700
_PHASES: dict[Status, str] = {
    "proposed": "ahead",
    "expected": "ahead",
    "scheduled": "ahead",
    "in_doubt": "ahead",
    "postponed": "moved",
    "cancelled": "off",
    "occurred": "done",
}


@dataclass(frozen=True, slots=True)
class Weighed:
    """A mention with the weight that its place in the article gives it, its status set right."""

    index: int
    mention: EventMention
    weight: float
    status: Status
    window: StatedWindow | None
    stale: StatedWindow | None


def make_report(article: Article, reading: Reading, mentions: tuple[int, ...], origin: str) -> Report:
    """The report of an article on the event of those mentions (indices into its reading).

    ``origin`` names the first-hand source behind it.
    """
    day = article.creation_time.day
    weighed = [weigh(i, reading.mentions[i], day) for i in mentions]
    status = choose_status(weighed)
    dated = _dated(weighed, status)
    window = dated.window if dated and status != "cancelled" else None
    told = _telling(weighed, status, dated)
    return Report(
        source_id=article.source_id,
        document_id=article.document_id,
        published=day,
        outlet=article.outlet,
        url=article.url,
        status=status,
        window=window,
        previous=_previous(weighed, status, window),
        places=merge_places((w.mention.places, w.weight) for w in weighed),
        sources=_sources([told, *([dated] if dated else [])]),
        hedge=told.mention.hedge,
        condition=next((w.mention.condition.text for w in weighed if w.mention.condition), None),
        evidence=_evidence([told, *([dated] if dated else [])]),
        mentions=mentions,
        origin=origin,
    )


def weigh(index: int, mention: EventMention, day: dt.date | None) -> Weighed:
    """The mention's weight, and its status and window checked against the article's day.

    A day ahead that has passed is stale: the plan that was, not the plan that is. What is said
    to have taken place on a day still to come is scheduled.
    """
    status, window = mention.status, mention.window
    stale: StatedWindow | None = None
    days = window.window if window is not None else None
    if day is not None and days is not None:
        if status == "occurred" and _starts_after(days, day):
            status = "scheduled"
        elif status == "occurred":
            window = _capped(window, day)
        elif _ended_before(days, day):
            window, stale = None, window
    early = 2.0 if mention.trigger.start < _LEAD else 1.0
    weight = 3.0 if mention.trigger.part == "title" else early
    return Weighed(index, mention, weight * (0.5 if mention.anaphor else 1.0), status, window, stale)


def _starts_after(window: Window, day: dt.date) -> bool:
    return window.earliest is not None and window.earliest > day


def _ended_before(window: Window, day: dt.date) -> bool:
    return window.latest is not None and window.latest < day


def _capped(stated: StatedWindow | None, day: dt.date) -> StatedWindow | None:
    window = stated.window if stated is not None else None
    if stated is None or window is None or window.latest is None or window.latest <= day:
        return stated
    return StatedWindow(Window(window.earliest, day), stated.text)


def choose_status(weighed: Sequence[Weighed]) -> Status:
    """The status that the article's words add up to: first the phase, then the shade of it."""
    phases: dict[str, float] = defaultdict(float)
    shades: dict[Status, float] = defaultdict(float)
    for w in weighed:
        points = w.weight * _firmness(w)
        phases[_PHASES[w.status]] += points
        shades[w.status] += points
    phase = max(sorted(phases), key=phases.__getitem__)
    return max(sorted(s for s in shades if _PHASES[s] == phase), key=shades.__getitem__)


def _firmness(w: Weighed) -> float:
    dated = w.window is not None and w.window.window is not None
    if w.status in ("cancelled", "postponed", "in_doubt"):
        return 1.5
    return 1.5 if dated else 1.0


def _dated(weighed: Sequence[Weighed], status: Status) -> Weighed | None:
    """The mention whose window holds: of the chosen phase, early in the article and exact."""
    phase = _PHASES[status]
    with_window = [w for w in weighed if w.window is not None and w.window.window is not None]
    fitting = [w for w in with_window if _PHASES[w.status] == phase]
    if not fitting:
        return None
    support: dict[Window, float] = defaultdict(float)
    for w in fitting:
        for other in fitting:
            if _window_of(w).meets(_window_of(other)):
                support[_window_of(w)] += other.weight / len(fitting)
    return max(fitting, key=lambda w: (support[_window_of(w)], -_width(_window_of(w)), w.weight, -w.index))


def _window_of(w: Weighed) -> Window:
    assert w.window is not None
    assert w.window.window is not None
    return w.window.window


def _width(window: Window) -> int:
    return window.days or 90


def _previous(weighed: Sequence[Weighed], status: Status, window: StatedWindow | None) -> StatedWindow | None:
    for w in weighed:
        if w.mention.previous is not None:
            return w.mention.previous
    if status == "cancelled":
        return next((w.stale or w.window for w in weighed if w.stale or w.window), None)
    stale = [w.stale for w in weighed if w.stale is not None]
    return stale[0] if stale and window is not None and stale[0].window != window.window else None


def _telling(weighed: Sequence[Weighed], status: Status, dated: Weighed | None) -> Weighed:
    fitting = [w for w in weighed if w.status == status] or list(weighed)
    return max(fitting, key=lambda w: (w is dated, w.weight, not w.mention.anaphor, -w.index))


def _sources(told: Iterable[Weighed]) -> tuple[Source, ...]:
    seen: dict[tuple[str, str], Source] = {}
    for w in told:
        for source in w.mention.sources:
            seen.setdefault((source.name, source.kind), source)
    return tuple(seen.values()) or (NARRATOR,)


def _evidence(told: Iterable[Weighed]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(w.mention.evidence for w in told))


def places_of(reports: Iterable[Report]) -> tuple[EventPlace, ...]:
    """The places of several reports, merged."""
    return merge_places((r.places, 1.0) for r in reports)
