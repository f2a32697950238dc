"""Which threads a diary could carry: what looks ahead, or is past and told well enough to know again."""

from __future__ import annotations

from slated.tracking.families import words_in
from slated.tracking.gist import Signs
from slated.tracking.profile import Profile


def is_event(profile: Profile, signs: Signs, articles: int) -> bool:
    """True where the mentions are of an event that is worth a line in a diary.

    One that looks ahead needs a class, or else a day or place that is said ahead. One that is only
    past needs a class of events that are dated beforehand, a day (to about a week), and two
    parties, or one and a place or number; and several ``articles`` that tell of it, or a headline
    or opening that does: what an article recalls further down was on nobody's slate.
    """
    vague = set(signs.classes) <= words_in("vague", "classes")
    if signs.ahead:
        return not vague or signs.set_
    told = articles > 1 or signs.led
    return not vague and told and signs.dated and _is_named(profile, signs.placed)


def _is_named(profile: Profile, placed: bool) -> bool:
    sides = len({p.side for p in profile.parties})
    return sides > 1 or (sides == 1 and (placed or profile.ordinal is not None))
