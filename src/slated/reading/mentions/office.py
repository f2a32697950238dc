"""Offices that stand for who holds them: "the attorney general", "the Norwegian president"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from slated.model import Actor
from slated.reading.gazetteer import fold, state_called
from slated.reading.lexicon import load_words

_OFFICES = load_words("titles")["person"]
_LONGEST = 3
_WORD = re.compile(r"[^\s,;:()\"“”]+")
_THE = re.compile(r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Aa]n?)\s")


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a phrase names: where, by what words, and of which state, if it says so."""

    start: int
    end: int
    words: str
    state: str | None
    definite: bool
    former: bool = False


def offices_in(text: str) -> Iterator[Office]:
    """The offices that a phrase names after an article or possessive, in order.

    >>> [(o.words, o.state) for o in offices_in("the Danish prime minister")]
    [('prime minister', 'DK')]
    """
    for lead in _THE.finditer(text):
        words = list(_WORD.finditer(text, lead.end()))[:8]
        found = _office(words)
        if found is not None:
            first, size = found
            before = [w.group() for w in words[:first]]
            named = " ".join(w.group() for w in words[first : first + size])
            yield Office(
                lead.start(),
                words[first + size - 1].end(),
                fold(named),
                _state_in(before),
                lead.group().strip().lower() == "the",
                "former" in before,
            )


def _office(words: Sequence[re.Match[str]]) -> tuple[int, int] | None:
    """The first word of an office and how many it has: the longest, nearest to the article."""
    for first in range(len(words)):
        for size in range(min(_LONGEST, len(words) - first), 0, -1):
            if " ".join(fold(w.group()) for w in words[first : first + size]) in _OFFICES:
                return first, size
    return None


def _state_in(words: Sequence[str]) -> str | None:
    for first in range(len(words)):
        for last in range(len(words), first, -1):
            code = state_called(" ".join(words[first:last]))
            if code is not None:
                return code
    return None


def holder(office: Office, actors: Sequence[Actor]) -> Actor | None:
    """The person of the article who goes by that office, None where nobody or several do.

    Of several presidents "the president" is the one whose country the article need not name.
    """
    if not office.definite:
        return None
    holders = [
        actor
        for actor in actors
        if actor.kind == "person"
        and (office.state is None or actor.state == office.state)
        and any(_is_in(office, role) for role in actor.roles)
    ]
    if len(holders) > 1 and office.state is None:
        holders = [a for a in holders if any(fold(role) == office.words for role in a.roles)]
    return holders[0] if len(holders) == 1 else None


def _is_in(office: Office, role: str) -> bool:
    folded = fold(role)
    return f" {folded}".endswith(f" {office.words}") and (office.former or "former" not in folded)
