"""Which threads a diary could carry: what looks ahead, or is past and told well enough to know again."""

from __future__ import annotations

from collections.abc import Sequence

from slated.model import EventMention
from slated.tracking.families import words_in
from slated.tracking.profile import Profile

_EXACT = 10
_LEAD = 700  # characters


def is_event(profile: Profile, mentions: Sequence[EventMention], articles: int) -> bool:
    """True where the mentions are of an event that is worth a line in a diary.

    One that looks ahead needs a class, or else a day or place that is said ahead. One that is only
    past needs a class of events that are dated beforehand, a day (to about a week), and two
    parties, or one and a place or number; and several ``articles`` that tell of it, or a headline
    or opening that does: what an article recalls further down was on nobody's slate.
    """
    sure = [m for m in mentions if not m.doubtful]
    vague = {m.event_class for m in sure} <= words_in("vague", "classes")
    windows = [m.window.window for m in sure if m.window is not None and m.window.window is not None]
    placed = any(m.places for m in sure)
    ahead = [m for m in sure if m.status != "occurred"]
    if ahead:
        return not vague or any((m.window and m.window.window) or m.places for m in ahead)
    told = articles > 1 or any(m.trigger.part == "title" or m.trigger.start < _LEAD for m in sure)
    dated = any((w.days or 99) <= _EXACT for w in windows)
    return not vague and told and dated and _is_named(profile, placed)


def _is_named(profile: Profile, placed: bool) -> bool:
    sides = len({p.side for p in profile.parties})
    return sides > 1 or (sides == 1 and (placed or profile.ordinal is not None))
