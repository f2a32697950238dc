"""The mentions of one account weighed: what the article says now, among all it says."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from slated.model import EventMention, StatedWindow, Window
from slated.model.readings import Status
from slated.tracking.profile import Timing

_LEAD = 700
_EXACT = 7
_LIKELY: frozenset[Status] = frozenset({"expected", "scheduled"})
PHASES: dict[Status, str] = {
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
    ahead: bool = False  # whether the whole window lies after the article's day


def say_of(mention: EventMention) -> float:
    """How much a mention's word counts by its confidence: a doubtful one has a tenth of a say."""
    return 0.1 + 0.9 * mention.confidence


def is_silent(mention: EventMention) -> bool:
    """True for a word that names an event and does not say how it stands ("the budget vote")."""
    return mention.doubtful and mention.status == "occurred"


def weigh(index: int, mention: EventMention, day: dt.date | None, fit: float = 1.0) -> Weighed:
    """The mention's weight, and its status and window checked against the article's day.

    A day ahead that has passed is stale: the plan that was, not the plan that is. What is said
    to have taken place on a day still to come is scheduled. ``fit`` says how far the mention is
    of the event at all (see ``fit.fit_of``).
    """
    status, window = mention.status, mention.window
    stale: StatedWindow | None = None
    days = window.window if window is not None else None
    if day is not None and days is not None:
        if status == "occurred" and _starts_after(days, day):
            status = "scheduled"
        elif status == "occurred":
            window = capped(window, day)
        elif _ended_before(days, day):
            window, stale = None, window
    early = 2.0 if mention.trigger.start < _LEAD else 1.0
    weight = 3.0 if mention.trigger.part == "title" else early
    weight *= fit * (0.5 if mention.anaphor else 1.0)
    ahead = day is not None and days is not None and _starts_after(days, day)
    return Weighed(index, mention, weight, status, window, stale, ahead)


def _starts_after(window: Window, day: dt.date) -> bool:
    return window.earliest is not None and window.earliest > day


def _ended_before(window: Window, day: dt.date) -> bool:
    return window.latest is not None and window.latest < day


def capped(stated: StatedWindow | None, day: dt.date) -> StatedWindow | None:
    """The window without the days after the article's, which nobody can tell of as past."""
    window = stated.window if stated is not None else None
    if stated is None or window is None or window.latest is None or window.latest <= day:
        return stated
    return StatedWindow(Window(window.earliest, day), stated.text)


def choose_status(weighed: Sequence[Weighed]) -> Status:
    """The status that the article's words add up to: first the phase, then the shade of it."""
    phases: dict[str, float] = defaultdict(float)
    shades: dict[Status, float] = defaultdict(float)
    for w in [w for w in weighed if not is_silent(w.mention)] or weighed:
        points = w.weight * _firmness(w)
        phases[PHASES[w.status]] += points
        shades[w.status] += points
    if any(
        w.status == "occurred" and w.window and w.window.window and _is_exact(_window_of(w)) for w in weighed
    ):
        phases["off"] *= 0.5  # called off once, and yet it took place on a day that is told
    if any(PHASES[w.status] == "ahead" and w.window and w.window.window and w.ahead for w in weighed):
        phases["done"] *= 0.5  # held once, and yet a day is told on which it is to come
    phase = max(sorted(phases), key=phases.__getitem__)
    told = {s: points * _share(s, weighed) for s, points in shades.items() if PHASES[s] == phase}
    return max(sorted(told), key=told.__getitem__)


def _share(shade: Status, weighed: Sequence[Weighed]) -> float:
    """How far a shade of what is ahead counts beside the others.

    Proposals without a day do not where a day is told by now; a doubt counts half where all that
    is doubted is a proposal: it is a proposal that some oppose.
    """
    shades = {w.status for w in weighed}
    if shade == "proposed" and any(w.status in _LIKELY and w.ahead for w in weighed):
        return float(any(w.status == shade and w.window is not None for w in weighed))
    return 0.5 if shade == "in_doubt" and "proposed" in shades and "scheduled" not in shades else 1.0


def _firmness(w: Weighed) -> float:
    dated = w.window is not None and w.window.window is not None
    if w.status in ("cancelled", "postponed", "in_doubt"):
        return 1.5
    return 1.5 if dated else 1.0


def dated_of(weighed: Sequence[Weighed], status: Status, day: dt.date | None) -> Weighed | None:
    """The mention whose window holds: of the chosen phase, early in the article and exact."""
    phase = PHASES[status]
    with_window = [w for w in weighed if w.window is not None and w.window.window is not None]
    fitting = [w for w in with_window if PHASES[w.status] == phase]
    if not fitting:
        return None
    support: dict[Window, float] = defaultdict(float)
    for w in fitting:
        for other in fitting:
            if _window_of(w).meets(_window_of(other)):
                support[_window_of(w)] += other.weight / len(fitting)
    best = max(
        fitting,
        key=lambda w: (
            _is_near(_window_of(w), day),
            phase != "ahead" or not _runs_up_to(_window_of(w), day),
            support[_window_of(w)],
            _is_exact(_window_of(w)),
            _body(w),
            -w.index,
        ),
    )
    return next((w for w in fitting if _says_only_from(w, best)), best)


def _says_only_from(w: Weighed, best: Weighed) -> bool:
    """ "As early as October" says more carefully what others of the article call "in October"."""
    window, said = _window_of(w), _window_of(best)
    return (
        not _is_exact(said)
        and window.earliest == said.earliest
        and window.latest is None
        and said.latest is not None
    )


def _is_near(window: Window, day: dt.date | None) -> bool:
    """True within a year of the article's day: years far off are said of other occasions."""
    if day is None:
        return True
    ends = [end for end in (window.earliest, window.latest) if end is not None]
    return min(abs((end - day).days) for end in ends) <= 366


def _runs_up_to(window: Window, day: dt.date | None) -> bool:
    """True for days that end with the article's: "this week", said on its last day of what is to come."""
    return window.latest is not None and window.latest == day and window.earliest != day


def _is_exact(window: Window) -> bool:
    return window.days is not None and window.days <= _EXACT


def _body(w: Weighed) -> float:
    """A headline shortens what the text says in full: the text's words go first."""
    return w.weight - 2.0 if w.mention.trigger.part == "title" else w.weight


def _window_of(w: Weighed) -> Window:
    assert w.window is not None
    assert w.window.window is not None
    return w.window.window


def timing_of(mentions: Iterable[EventMention], day: dt.date | None) -> Timing:
    """When the article puts the event, all its mentions weighed together."""
    weighed = [weigh(i, mention, day, say_of(mention)) for i, mention in enumerate(mentions)]
    status = choose_status(weighed)
    dated = dated_of(weighed, status, day)
    window = dated.window.window if dated is not None and dated.window is not None else None
    return Timing(day, status, window)
