"""How well single mentions fit the event that their article's account went to."""

from __future__ import annotations

from collections.abc import Callable

from slated.model import EventMention
from slated.tracking.families import family_of, is_carrier, is_mutual
from slated.tracking.names import same_party
from slated.tracking.profile import Profile, principals
from slated.tracking.weigh import say_of

Fit = Callable[[EventMention], float]


def fit_of(profile: Profile) -> Fit:
    """A function that says how far a mention's word counts for the event of that profile.

    Around 1 for a mention that names no one; more for one that names the event's parties, less
    for one that names others or uses a word that is rarely used of it.
    """
    most = max(profile.heads.values(), default=0)
    heads = {head for head, times in profile.heads.items() if times >= 0.15 * most}
    core = profile.core

    def fit(mention: EventMention) -> float:
        at_home = mention.head.lower() in heads or is_carrier(mention.head, mention.title)
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
