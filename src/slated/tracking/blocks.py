"""Blocking: the keys under which accounts of one event find each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations, product

from slated.tracking.families import is_mutual
from slated.tracking.names import Party
from slated.tracking.profile import Profile, stem
from slated.tracking.story import days_named, known_cast

Aliases = Callable[[Party], set[str]]

_MOST_PARTIES = 6


def index_keys(profile: Profile) -> frozenset[str]:
    """The keys under which an account can be found.

    Kind with party, pair, place, word or day; day with whoever the article speaks of.
    """
    return frozenset(_keys(profile, _called, paired=profile.mutual, single=True))


def lookup_keys(profile: Profile) -> frozenset[str]:
    """The keys under which an account looks for its event: pairs where two parties meet.

    One that says whose event it is does not look among all that go by the same word ("hearing").
    """
    paired = profile.mutual and len({p.side for p in profile.core}) > 1
    plain = {stem(head) for head in profile.heads} if profile.core else set()
    keys = _keys(profile, _sought, paired, single=not paired)
    return frozenset(key for key in keys if key.partition("#")[2] not in plain)


def _keys(profile: Profile, aliases: Aliases, paired: bool, single: bool) -> Iterator[str]:
    parties = profile.core[:_MOST_PARTIES]
    days = days_named(profile)
    yield from (f"{name}^{day}" for name in known_cast(profile) for day in days)
    for family in profile.families:
        if paired and is_mutual(family):
            for one, other in combinations(parties, 2):
                for a, b in product(aliases(one), aliases(other)):
                    yield f"{family}|{min(a, b)}|{max(a, b)}"
        for party in parties:
            names = aliases(party)
            yield from (f"{family}:{level}|{a}" for level in profile.levels for a in names)
            yield from (f"{family}|{a}" for a in names if single)
        if single:
            yield from (f"{family}@{place}" for place in profile.places)
            yield from (f"{family}#{term}" for term in profile.terms)
            yield from (f"{family}#{stem(head)}" for head in profile.heads if not is_mutual(family))


def _called(party: Party) -> set[str]:
    """What a party can be found by: a person's names, a state, a state's envoy."""
    if party.is_state:
        return {f"={party.state}"}
    return _names(party) | ({f">{party.state}"} if party.state else set())


def _sought(party: Party) -> set[str]:
    """What a party looks for: a state or its envoys; a person by name, or the state he acts for."""
    if party.is_state:
        return {f"={party.state}", f">{party.state}"}
    return _names(party) | ({f"={party.state}"} if party.state else set())


def _names(party: Party) -> set[str]:
    words = party.key.split() or [party.key]
    return {words[0], words[-1]}
