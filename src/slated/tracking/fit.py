"""How well single mentions fit the event that their article's account went to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from slated.model import EventMention
from slated.tracking.families import family_of, is_carrier, is_mutual
from slated.tracking.names import Party, same_party
from slated.tracking.profile import Profile, principals
from slated.tracking.weigh import say_of

Fit = Callable[[EventMention], float]


@dataclass(frozen=True, slots=True)
class Known:
    """All that fit rests on: the words usual for an event, and the parties that it is known by."""

    heads: tuple[str, ...] = ()
    core: tuple[Party, ...] = ()


def known_by(profile: Profile) -> Known:
    """What an event of that profile is known by."""
    most = max(profile.heads.values(), default=0)
    return Known(tuple(sorted(h for h, times in profile.heads.items() if times >= 0.15 * most)), profile.core)


def fit_of(known: Known) -> Fit:
    """A function that says how far a mention's word counts for the event so known.

    Around 1 for a mention that names no one; more for one that names the event's parties, less
    for one that names others or uses a word that is rarely used of it.
    """
    core = known.core

    def fit(mention: EventMention) -> float:
        at_home = mention.head.lower() in known.heads or is_carrier(mention.head, mention.title)
        usual = (1.0 if at_home else 0.5) * say_of(mention)
        mutual = is_mutual(family_of(mention.head, mention.event_class))
        named = principals(mention)
        if not named:
            return 0.8 * usual
        sides = {p.side for p in core if any(same_party(p, n) for n in named)}
        others = any(not any(same_party(p, n) for p in core) for n in named)
        if len(sides) >= (2 if mutual else 1):
            return 1.5 * usual
        return (0.3 if others else 1.0) * usual

    return fit
