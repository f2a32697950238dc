"""Titles of tracked events that read well: "second US-North Korea summit"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from slated.model import EventMention
from slated.tracking.families import is_mutual
from slated.tracking.profile import Profile

_NUMBERS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_SHORT = {"US": "US", "GB": "UK"}


def title_of(profile: Profile, mentions: Sequence[EventMention]) -> str:
    """A title from what most mentions say: number, parties, kind."""
    named = [m for m in mentions if not m.anaphor] or mentions
    head = _head(named)
    family = max(sorted(profile.families), key=profile.families.__getitem__)
    parties = _names(profile, named)
    number = f"{ordinal(profile.ordinal)} " if profile.ordinal else ""
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


def _names(profile: Profile, mentions: Sequence[EventMention]) -> list[str]:
    """One name a side, the state where it is known, in order of how often they are named."""
    sides: Counter[str] = Counter()
    for party, times in profile.parties.items():
        sides[party.side] += times
    states = {p.state: p.name for m in mentions for p in m.participants if p.state and p.kind == "state"}
    shown = {p.side: p.name for p in sorted(profile.parties, key=str)}
    shown |= {code: _SHORT.get(code, name) for code, name in states.items()}
    return [shown[side] for side in sorted(sides, key=lambda side: (-sides[side], side))[:2]]


def _commonest(titles: Sequence[str]) -> str:
    counts = Counter(titles)
    return max(sorted(counts), key=lambda t: (counts[t], -abs(len(t) - 30)))
