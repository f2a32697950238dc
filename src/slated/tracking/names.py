"""Folded names and the parties of events: who stands for whom."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
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

    >>> words_of("Kim Jong-un of the U.S.")
    ('kim', 'jong', 'un', 'of', 'the', 'us')
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
    """The participants as parties; roles in the event aside, each of them once."""
    parties = {
        Party(p.key, p.name, p.state, p.state is not None and p.kind != "person") for p in participants
    }
    return tuple(sorted(parties, key=str))


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


def rival_party(one: Party, other: Party) -> bool:
    """True where two different actors of one side stand against each other (two ministers)."""
    return not same_party(one, other) and one.state is not None and one.state == other.state
