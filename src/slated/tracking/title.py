"""Titles of tracked events that read well: "second US-North Korea summit"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import dropwhile

from slated.model import Actor, EventMention
from slated.tracking.families import is_mutual, words_in
from slated.tracking.gist import Wording, gist_of
from slated.tracking.names import words_of
from slated.tracking.profile import Profile

_NUMBERS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_FAMILY_FIRST = words_in("family_first", "names")
_CALENDAR = words_in("calendar", "words")
_SHORT = {"US": "US", "GB": "UK"}


def title_of(profile: Profile, wording: Wording) -> str:
    """A title from what most mentions say: number, parties, kind."""
    head = _head(wording)
    family = max(sorted(profile.families), key=profile.families.__getitem__)
    parties = _names(profile, wording)
    number = f"{ordinal(profile.ordinal)} " if profile.ordinal else ""
    if is_mutual(family) and len(parties) >= 2:
        return f"{number}{parties[0]}-{parties[1]} {head}"
    names = {party.name.split()[-1] for party in profile.core if party.name}
    given = Counter({title: times for title, times in wording.titles.items() if title})
    return _commonest(given or Counter([head]), names)


def ordinal(number: int) -> str:
    """The number in words up to ten, then in figures ("12th")."""
    if number < len(_NUMBERS):
        return _NUMBERS[number]
    tail = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{tail}"


def slug_words(
    profile: Profile, mentions: Sequence[EventMention], actors: Iterable[Actor]
) -> tuple[str, ...]:
    """The words of a readable id: whose event it is by short name, then the title without asides."""
    title = title_of(profile, gist_of(mentions).wording).partition(" (")[0]
    short = {actor.key: _short_name(actor) for actor in actors if actor.kind == "person"}
    words = " ".join(words_of(title))
    for party in sorted(profile.core, key=lambda p: (-profile.parties[p], p.key)):
        words = words.replace(" ".join(words_of(party.name)), short.get(party.key, party.key))
    words = " ".join(dropwhile(_CALENDAR.__contains__, words.split())) or words
    lead = next((short.get(p.key, p.key) for p in profile.core if p.is_person), None)
    if lead is not None and not profile.mutual and not _has_own_name(mentions) and lead not in words:
        words = f"{lead} {words}"
    return tuple(words.split()[:8])


def _has_own_name(mentions: Sequence[EventMention]) -> bool:
    """True for "the Davos Forum": a capitalised noun with a name before it needs nobody's name."""
    return any(m.trigger.text[:1].isupper() and m.trigger.part == "text" and m.modifiers for m in mentions)


def _short_name(actor: Actor) -> str:
    """The one word that the article calls a person by most, else the last of the name."""
    alone = Counter(" ".join(words_of(s.text)) for s in actor.spans if len(s.text.split()) == 1)
    names = actor.key.split()
    last = next((n for n in names[:1] if len(names) > 1 and n in _FAMILY_FIRST), names[-1] if names else "")
    return max(sorted(alone), key=alone.__getitem__) if alone else last


def _head(wording: Wording) -> str:
    told = wording.meetings or wording.others
    nouns = {head: times for head, times in told.items() if head not in ("meet", "hold", "sit")}
    return max(sorted(nouns), key=nouns.__getitem__) if nouns else "meeting"


def _names(profile: Profile, wording: Wording) -> list[str]:
    """One name a side, the state where it is known: those named most first, then as the text has them."""
    sides: Counter[str] = Counter()
    for party, times in profile.parties.items():
        sides[party.side] += times
    shown = {p.side: p.name for p in sorted(profile.parties, key=str)}
    shown |= {code: _SHORT.get(code, name) for code, name in wording.states}
    first = {side: i for i, side in enumerate(wording.sides)}
    last = len(first)
    return [shown[side] for side in sorted(sides, key=lambda s: (-sides[s], first.get(s, last), s))[:2]]


def _commonest(titles: Counter[str], names: Iterable[str]) -> str:
    """The title given most, those first that say whose event it is before anything in brackets."""
    known = set(names)

    def says_who(title: str) -> bool:
        return any(name in title.partition(" (")[0] for name in known)

    return max(sorted(titles), key=lambda t: (says_who(t), titles[t], -abs(len(t) - 30)))
