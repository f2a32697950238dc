"""Blocking: the keys under which accounts of one event find each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from slated.tracking.families import is_mutual
from slated.tracking.names import Party
from slated.tracking.profile import Profile

_MOST_PARTIES = 6


def index_keys(profile: Profile) -> frozenset[str]:
    """The keys under which an account can be found: kind with party, pair, place or word."""
    return frozenset(_keys(profile, paired=True, single=True))


def lookup_keys(profile: Profile) -> frozenset[str]:
    """The keys under which an account looks for its event: pairs where two parties meet."""
    paired = profile.mutual and len({p.side for p in profile.core}) > 1
    return frozenset(_keys(profile, paired, single=not paired))


def _keys(profile: Profile, paired: bool, single: bool) -> Iterator[str]:
    parties = profile.core[:_MOST_PARTIES]
    for family in profile.families:
        if paired and is_mutual(family):
            for one, other in combinations(parties, 2):
                for a in _aliases(one):
                    for b in _aliases(other):
                        if a != b:
                            yield f"{family}|{min(a, b)}|{max(a, b)}"
        if single:
            yield from (f"{family}|{a}" for party in parties for a in _aliases(party))
        yield from (f"{family}:{lv}|{a}" for lv in profile.levels for p in parties for a in _aliases(p))
        if not parties or single:
            yield from (f"{family}@{place}" for place in profile.places)
            yield from (f"{family}#{term}" for term in profile.terms)


def _aliases(party: Party) -> set[str]:
    words = party.key.split() or [party.key]
    return {party.side, words[0], words[-1]} if not party.is_state else {party.side}
