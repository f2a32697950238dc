"""Can two accounts of when be of one event: slips may, a second edition may not."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from slated.model import Window
from slated.tracking.profile import Profile, Timing

SAME_DAY = "the same day"
DAYS_AGREE = "days that agree"
PUT_OFF = "put off to later days"
_OPEN = dt.timedelta(days=60)
_BLUR = dt.timedelta(days=3)
_SHORT = 31
_HALF_YEAR = 184
_LATELY = dt.timedelta(days=60)
_ON_A_DAY = 0.1
_AGREE = 0.3
"""Shares of what was lately said of an event's days that a new account has to agree with."""

_EARLY = dt.timedelta(days=7)
_FRESH = dt.timedelta(days=14)
_LONGEST_DELAY = 300  # days
_LONG_AGO = dt.timedelta(days=270)


@dataclass(frozen=True, slots=True)
class TimingEvidence:
    """What the days say for one event, or the veto that they cast."""

    points: tuple[tuple[float, str], ...] = ()
    veto: str | None = None

    @property
    def is_of_one_day(self) -> bool:
        """True where both give much the same few days."""
        return any(reason == SAME_DAY for _, reason in self.points)

    @property
    def agrees(self) -> bool:
        """True where the days speak for one event."""
        return self.veto is None and any(points > 0 for points, _ in self.points)


def bounds(window: Window) -> tuple[dt.date, dt.date]:
    """First and last day, an open side taken to reach sixty days."""
    first = window.earliest or (window.latest or dt.date.max) - _OPEN
    last = window.latest or (window.earliest or dt.date.min) + _OPEN
    return first, last


def gap(one: Window, other: Window) -> int:
    """Days between two windows; 0 where they meet, more where they do not."""
    (a, b), (c, d) = bounds(one), bounds(other)
    return max((c - b).days, (a - d).days, 0)


def is_short(window: Window) -> bool:
    """True where a window is narrow enough to tell two occasions apart."""
    return window.days is not None and window.days <= _SHORT


def held(timings: Sequence[Timing]) -> Window | None:
    """The days on which an event was held, where enough of those who could know say so.

    That is the window best supported by accounts that saw it done, unless accounts of later days
    speak of it as still to come (then a few misread a plan as done); undated ones count a third.
    """
    windows = Counter(t.window for t in timings if t.done and t.window and is_short(t.window))
    if not windows:
        return None
    support = {w: sum(n for v, n in windows.items() if w.meets(v)) for w in windows}
    best = max(sorted(support, key=bounds), key=lambda w: (support[w], -(w.days or 0)))
    last = bounds(best)[1]
    later = [t for t in timings if not t.done and _after(t.published, last)]
    against = sum(1.0 if t.ahead else 0.34 for t in later)
    done = sum(t.done for t in timings)
    enough = max(0.25 * done, min(2.0, 0.08 * len(timings)))
    return best if done >= against and support[best] >= enough else None


def compare_timing(known: Profile, new: Profile) -> TimingEvidence:
    """Weigh the days of ``new`` (one article's) against those of the event ``known``."""
    if veto := _edition(known.timings, new.timings) or _edition(new.timings, known.timings):
        return TimingEvidence(veto=veto)
    for one, other in ((known, new), (new, known)):
        if _is_bygone(one.timings) and _is_of_today(other.timings) and not _meet(one.windows, other.windows):
            return TimingEvidence(veto="held long ago, and spoken of as ahead")
    if not known.windows or not new.windows:
        return TimingEvidence()
    if _is_before_plan(known, new):
        return TimingEvidence(((-2.0, "held, and planned for later days"),))
    nearest = min(gap(k, n) for k in known.windows for n in new.windows)
    lately = _lately(known, new)
    if _share(lately, new.windows, lambda k, n: k.meets(n) and max(_days(k), _days(n)) <= 3) >= _ON_A_DAY:
        return TimingEvidence(((2.5, SAME_DAY),))
    if _share(lately, new.windows, Window.meets) >= _AGREE:
        told = any(_days(window) <= _HALF_YEAR for window in new.windows)
        return TimingEvidence(((1.5, DAYS_AGREE) if told else (1.0, "a year that agrees"),))
    # where it is told from which day it was put off, that day was compared above
    if len(new.windows) == 1 and nearest <= _LONGEST_DELAY and _is_put_off(known.timings, new.timings):
        return TimingEvidence(((0.5, PUT_OFF),))
    if nearest <= _LONGEST_DELAY and _is_set_anew(known.timings, new.timings):
        return TimingEvidence(((1.0, "put off before, and set anew"),))
    if nearest > 300:
        return TimingEvidence(((-3.0, "most of a year apart"),))
    if nearest > 120:
        return TimingEvidence(((-1.0, "months apart"),))
    return TimingEvidence(((-0.25, "other days"),))


def _is_put_off(known: Sequence[Timing], new: Sequence[Timing]) -> bool:
    """True where ``new`` puts off what was still to come to days after those that ``known`` gave."""
    plans = [bounds(t.window) for t in known if t.window is not None and not t.done]
    return any(
        first <= bounds(t.window)[0] and t.published is not None and t.published <= last
        for t in new
        if t.status == "postponed" and t.window is not None
        for first, last in plans
    )


def _is_set_anew(known: Sequence[Timing], new: Sequence[Timing]) -> bool:
    """True where ``known``, when last spoken of, was put off, and ``new`` has it on a day after that."""
    last = max((t.published for t in known if t.published is not None), default=None)
    put_off = any(t.status == "postponed" and t.published == last for t in known)
    if last is None or not put_off:
        return False
    return any(
        t.status != "postponed" and t.published is not None and t.published > last and _begins_after(t, known)
        for t in new
    )


def _begins_after(timing: Timing, others: Sequence[Timing]) -> bool:
    """True where its days begin after all that the others give."""
    ends = [bounds(t.window)[1] for t in others if t.window is not None]
    return timing.window is not None and all(bounds(timing.window)[0] > end for end in ends)


def _is_before_plan(known: Profile, new: Profile) -> bool:
    """True where ``new`` was held well before the days for which ``known`` was just planned."""
    held_on = [t for t in new.timings if t.done and t.window is not None and is_short(t.window)]
    if not held_on:
        return False
    last = max(bounds(t.window)[1] for t in held_on if t.window is not None)
    plans = [
        bounds(t.window)[0]
        for t in known.timings
        if t.ahead and not t.done and t.window is not None and _is_fresh(t, held_on)
    ]
    return 2 * sum(first > last + _EARLY for first in plans) > len(plans)


def _is_fresh(plan: Timing, others: Iterable[Timing]) -> bool:
    day = plan.published
    return any(day and t.published and day <= t.published <= day + _FRESH for t in others)


def _lately(known: Profile, new: Profile) -> Counter[Window]:
    """The windows that accounts of the last sixty days give, or all where hardly any does."""
    day = max((t.published for t in new.timings if t.published is not None), default=dt.date.min)
    said = [
        t.window
        for t in known.timings
        if t.window is not None and (t.published is None or t.published + _LATELY >= day)
    ]
    return Counter(said) if len(said) > 1 else known.windows


def _share(known: Counter[Window], new: Iterable[Window], fits: Callable[[Window, Window], bool]) -> float:
    """The share of the known windows that fit one of the new ones, the best of these taken."""
    said = sum(known.values())
    return max((sum(times for w, times in known.items() if fits(w, n)) / said for n in new), default=0.0)


def _meet(one: Iterable[Window], other: Iterable[Window]) -> bool:
    others = tuple(other)
    return any(a.meets(b) for a in one for b in others)


def _is_of_today(timings: Sequence[Timing]) -> bool:
    """True where it is mostly spoken of as coming, or as held not long ago."""
    now = [t for t in timings if not t.done or (t.window is not None and not _long_before(t))]
    return 2 * len(now) > len(timings)


def _is_bygone(timings: Sequence[Timing]) -> bool:
    """True where what is said of its days is mostly that they lay long before the article's."""
    dated = [t for t in timings if t.window is not None and t.published is not None]
    return 2 * sum(1 for t in dated if t.done and _long_before(t)) > len(dated)


def _long_before(timing: Timing) -> bool:
    last = timing.window.latest if timing.window is not None else None
    return last is not None and timing.published is not None and last + _LONG_AGO < timing.published


def _days(window: Window) -> int:
    first, last = bounds(window)
    return (last - first).days + 1


def _edition(one: Sequence[Timing], other: Sequence[Timing]) -> str | None:
    """A veto where one side was held and the other speaks, often enough, of another occasion."""
    day = held(one)
    if day is None:
        return None
    last = bounds(day)[1]
    apart: list[str] = []
    for timing in other:
        if timing.status == "cancelled" and _after(timing.published, last):
            apart.append(f"held on {day} and called off later")
        if timing.window is None or gap(day, timing.window) <= _BLUR.days:
            continue
        if timing.done and is_short(timing.window):
            apart.append(f"held on {day} and on {timing.window}")
        elif timing.status not in ("cancelled", "occurred") and _after(timing.published, last):
            apart.append(f"held on {day} and set for {timing.window} later")
    could_know = sum(_after(t.published, last) or t.done for t in other)
    return apart[0] if len(apart) > 0.34 * could_know else None


def _after(published: dt.date | None, day: dt.date) -> bool:
    return published is not None and published > day + _BLUR
