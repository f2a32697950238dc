"""Folded names and the parties of events: who stands for whom."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from slated.model import Participant

_WORD = re.compile(r"[a-z0-9]+")
_HONORIFICS = frozenset(
    {"mr", "mrs", "ms", "dr", "sir", "president", "prime", "minister", "secretary", "the"}
)


@dataclass(frozen=True, slots=True)
class Party:
    """A participant; ``state`` is the code of the state it is or acts for, where the article tells.

    ``is_state`` is True where the party is the state itself (or its capital or seat of government
    standing for it) and not a person who acts for it.
    """

    key: str
    name: str
    state: str | None = None
    is_state: bool = False
    is_person: bool = False

    @property
    def side(self) -> str:
        """The state it stands for, else itself."""
        return self.state or self.key


@cache
def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a text: no accents, no marks, lower case, dotted letters joined.

    >>> words_of("Park Min-jun of the U.S.")
    ('park', 'min', 'jun', 'of', 'the', 'us')
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return tuple(_WORD.findall(plain.replace("'s", "").replace(".", "")))


@cache
def same_name(one: str, other: str) -> bool:
    """True where two keys can name one actor: equal, run together, or one part of the other.

    >>> same_name("da nang", "danang"), same_name("kim", "kim jong un"), same_name("kim a", "kim b")
    (True, True, False)
    """
    first, second = words_of(one), words_of(other)
    if "".join(first) == "".join(second):
        return True
    few, many = sorted((set(first) - _HONORIFICS, set(second) - _HONORIFICS), key=len)
    return bool(few) and few <= many


def parties_of(participants: Iterable[Participant]) -> tuple[Party, ...]:
    """The participants as parties, each of them once."""
    return tuple(sorted({_party(p) for p in participants}, key=str))


def states_among(participants: Sequence[Participant]) -> tuple[Party, ...]:
    """The states that take part: all that tells a whole country's events apart."""
    return tuple(p for p in parties_of(participants) if p.is_state)


def principals_of(
    participants: Sequence[Participant], mutual: bool, undergone: bool = False
) -> tuple[Party, ...]:
    """Those whose event it is, not those it is about or before whom it is held.

    Where parties meet one another these are the agents and partners; where the event is
    ``undergone`` (a vote on a nominee) the persons that it is done to; else the agents (persons
    before bodies: "the House hearing of the minister" is the minister's), for want of them the
    partners, for want of those whoever is named.
    """
    if mutual:
        chosen = [p for p in participants if p.role in ("agent", "partner")]
        return parties_of(chosen if len(chosen) > 1 else participants)
    if undergone and (to := [p for p in participants if p.role != "agent" and p.kind == "person"]):
        return parties_of([p for p in to if p.role == "theme"] or to)
    for role in ("agent", "partner"):
        acting = [p for p in participants if p.role == role]
        persons = [p for p in acting if p.kind == "person"]
        if acting:
            return parties_of(persons or acting)
    return parties_of(participants)


def _party(p: Participant) -> Party:
    is_person = p.kind == "person"
    return Party(p.key, p.name, p.state, p.state is not None and not is_person, is_person)


def may_stand_for(one: Party, other: Party) -> bool:
    """True where one is a state and the other a person of whom the article names no state."""
    if one.is_state == other.is_state:
        return False
    person = other if one.is_state else one
    return person.is_person and person.state is None


def same_party(one: Party, other: Party) -> bool:
    """True where two parties can be one: the same name, or a state and who acts for it."""
    if one.is_state or other.is_state:
        return one.state is not None and one.state == other.state
    return same_name(one.key, other.key)


def rival_side(state: str, known: Iterable[Party], new: Iterable[Party]) -> bool:
    """True where both name persons who act for a state, and not one in common (two ministers)."""
    ours = [p for p in known if p.state == state and not p.is_state]
    theirs = [p for p in new if p.state == state and not p.is_state]
    return bool(ours and theirs) and not any(same_name(a.key, b.key) for a in ours for b in theirs)


def rivals(known: Sequence[Party], new: Sequence[Party]) -> bool:
    """True where some state's side is taken by other persons in the one than in the other."""
    return any(rival_side(state, known, new) for state in {p.state for p in known if p.state})


def with_states(parties: Counter[Party], known: Mapping[str, str]) -> Counter[Party]:
    """The parties with states filled in where only other words or articles tell them.

    A party that one entry ties to a state is tied to it in all; what no entry tells is taken from
    ``known`` (state codes by party key). Entries that become equal are added up.
    """
    told: dict[str, Counter[str]] = {}
    for party, times in parties.items():
        if party.state is not None:
            told.setdefault(party.key, Counter())[party.state] += times
    states = {key: max(sorted(codes), key=codes.__getitem__) for key, codes in told.items()}
    filled: Counter[Party] = Counter()
    for party, times in parties.items():
        state = states.get(party.key) or (known.get(party.key) if party.is_person else None)
        filled[replace(party, state=state)] += times
    return filled
