"""What two accounts share of a story: whom their articles speak of, and the days that they name.

Articles of one story speak of the same people, and hardly two things that a story looks ahead to fall
on one day, whatever each article calls them: "the accord expires on May 31", "the pact runs out".
"""

from __future__ import annotations

import datetime as dt
from collections import Counter

from slated.model import Actor, Reading, Window
from slated.tracking.profile import Profile, Timing

_CAST = 12
_BRIEF = 3  # days
_NEWS = dt.timedelta(days=1)  # this near its article, a day may be that of the news
_OFTEN = 0.1  # of an event's accounts: who is named in fewer is a bystander
_MAINLY = 0.34  # of an event's accounts: a day that fewer give is not the event's own
_KNOWN = 4  # names of a cast from which it is told who is not in it


def cast_of(reading: Reading) -> Counter[str]:
    """Those of whom an article speaks most, states aside: persons by their last names, each once."""
    named = [actor for actor in reading.actors if actor.kind != "state" and actor.spans]
    ranked = sorted(named, key=_weight)[:_CAST]
    return Counter(dict.fromkeys(map(_called, ranked), 1))


def _called(actor: Actor) -> str:
    words = actor.key.split() if actor.kind == "person" else []
    return words[-1] if words else actor.key


def _weight(actor: Actor) -> tuple[int, bool, int, str]:
    titled = any(span.part == "title" for span in actor.spans)
    return -len(actor.spans), not titled, actor.spans[0].start, actor.key


def known_cast(profile: Profile) -> set[str]:
    """The names of the cast that are no bystanders of one article."""
    return {name for name, times in profile.cast.items() if times >= _OFTEN * len(profile.timings)}


def shared_cast(known: Profile, new: Profile) -> int:
    """How many of whom the articles of ``new`` speak those of ``known`` often speak of."""
    return sum(known.cast[name] >= _OFTEN * len(known.timings) for name in new.cast if name in known.cast)


def are_strangers(known: Profile, new: Profile) -> bool:
    """True where both articles name a cast, and nobody is in both."""
    return min(len(known.cast), len(new.cast)) >= _KNOWN and known.cast.keys().isdisjoint(new.cast)


def days_named(profile: Profile) -> set[dt.date]:
    """The first and last days of windows short enough to be those of one occasion."""
    brief = [w for w in profile.windows if _is_brief(w)]
    return {day for w in brief for day in (w.earliest, w.latest) if day is not None}


def is_on_one_day(known: Profile, new: Profile) -> bool:
    """True for things to come of one story on one day, none the day of the news itself."""
    if shared_cast(known, new) < 2 or not any(t.ahead and not t.done for t in (*known.timings, *new.timings)):
        return False
    return not _main_days(known).isdisjoint(_main_days(new))


def _main_days(profile: Profile) -> set[Window]:
    """The brief windows, or deadlines, that many of its accounts give."""
    given = Counter(t.window for t in profile.timings if t.window is not None and _is_planned(t))
    return {window for window, times in given.items() if times >= _MAINLY * len(profile.timings)}


def _is_planned(timing: Timing) -> bool:
    """True for a day, or a last day, that is not that of the article."""
    window, day = timing.window, timing.published
    if window is None or day is None or not (window.earliest is None or _is_brief(window)):
        return False
    return all(abs(end - day) > _NEWS for end in (window.earliest, window.latest) if end is not None)


def _is_brief(window: Window) -> bool:
    return window.days is not None and window.days <= _BRIEF
