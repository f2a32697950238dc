"""Titles of tracked events that read well: "second US-North Korea summit"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from slated.model import EventMention
from slated.tracking.families import is_mutual
from slated.tracking.link import Thread

_NUMBERS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_SHORT = {"US": "US", "GB": "UK"}


def title_of(thread: Thread) -> str:
    """A title from what most accounts say: number, parties, kind."""
    mentions = [a.reading.mentions[i] for a in thread.accounts for i in a.mentions]
    named = [m for m in mentions if not m.anaphor] or mentions
    head = _head(named)
    family = max(sorted(thread.profile.families), key=thread.profile.families.__getitem__)
    parties = _names(thread)
    number = f"{ordinal(thread.profile.ordinal)} " if thread.profile.ordinal else ""
    if is_mutual(family) and len(parties) >= 2:
        return f"{number}{parties[0]}-{parties[1]} {head}"
    return _commonest([m.title for m in named if m.title] or [head])


def ordinal(number: int) -> str:
    """The number in words up to ten, then in figures ("12th")."""
    if number < len(_NUMBERS):
        return _NUMBERS[number]
    tail = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{tail}"


def _head(mentions: Sequence[EventMention]) -> str:
    nouns = [m.head.lower() for m in mentions if m.head.lower() not in ("meet", "hold")]
    return Counter(sorted(nouns)).most_common(1)[0][0] if nouns else "meeting"


def _names(thread: Thread) -> list[str]:
    """One name a side, the state where it is known, in order of how often they are named."""
    sides: Counter[str] = Counter()
    for party, times in thread.profile.parties.items():
        sides[party.side] += times
    states = _state_names(thread)
    persons = {p.side: p.name.split()[-1] for p in sorted(thread.profile.parties, key=str)}
    ranked = sorted(sides, key=lambda side: (-sides[side], side))[:2]
    return [states.get(side) or persons[side] for side in ranked]


def _state_names(thread: Thread) -> dict[str, str]:
    """The names of states as the articles give them, by code; short ones where the code is one."""
    names = {
        actor.state: actor.name
        for account in thread.accounts
        for actor in account.reading.actors
        if actor.kind == "state" and actor.state is not None
    }
    return {code: _SHORT.get(code, name) for code, name in names.items()}


def _commonest(titles: Sequence[str]) -> str:
    counts = Counter(titles)
    return max(sorted(counts), key=lambda t: (counts[t], -abs(len(t) - 30)))
