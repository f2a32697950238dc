"""The cue lexicon: which words credit someone, with what kind of thing, in which frames."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from slated.model.readings import AttributionKind
from slated.reading.lexicon import load_table

Frame = Literal["clause", "infinitive", "gerund", "object", "as"]
KINDS: tuple[AttributionKind, ...] = ("assertion", "belief", "fact", "eventuality", "attitude")
FRAMES: tuple[Frame, ...] = ("clause", "infinitive", "gerund", "object", "as")


@dataclass(frozen=True, slots=True)
class Cue:
    """A word's frames: for each the kind of attribution that it makes.

    ``prepositions`` maps a preposition that introduces the content to the kind.
    ``addressee`` is True where the object beside a clause is the person addressed,
    ``documents`` where a poll or a letter may say a noun phrase ("the poll showed a lead").
    """

    frames: dict[Frame, AttributionKind] = field(default_factory=dict)
    prepositions: dict[str, AttributionKind] = field(default_factory=dict)
    addressee: bool = False
    documents: bool = False


@cache
def verb_cues() -> dict[str, Cue]:
    """Verbs (with their particle: "point out") to their frames."""
    table = load_table("statement_verbs")
    found: dict[str, Cue] = {}
    addressed, written = set(table["addressee"]["verbs"]), set(table["documents"]["verbs"])
    for word in addressed | written:
        found[word] = Cue(addressee=word in addressed, documents=word in written)
    for kind in KINDS:
        for frame in FRAMES:
            for word in table[kind].get(frame, ()):
                _cue(found, word).frames.setdefault(frame, kind)
        for preposition, words in table[kind].get("prepositions", {}).items():
            for word in words:
                _cue(found, word).prepositions.setdefault(preposition, kind)
    return found


@cache
def noun_cues() -> dict[str, Cue]:
    """Nouns to their frames."""
    table = load_table("statement_nouns")
    found: dict[str, Cue] = {}
    for kind in KINDS:
        nouns = table[kind].get("nouns", {})
        for frame in FRAMES:
            for word in nouns.get(frame, ()):
                _cue(found, word).frames.setdefault(frame, kind)
        for preposition, words in nouns.get("prepositions", {}).items():
            for word in words:
                _cue(found, word).prepositions.setdefault(preposition, kind)
    return found


@cache
def adjective_cues() -> dict[str, Cue]:
    """Adjectives to their frames."""
    table = load_table("statement_words")
    found: dict[str, Cue] = {}
    for kind in KINDS:
        for key, words in table.get(kind, {}).get("adjectives", {}).items():
            for word in words:
                cue = _cue(found, word)
                if key in FRAMES:
                    cue.frames.setdefault(key, kind)
                else:
                    cue.prepositions.setdefault(key, kind)
    return found


@cache
def words(group: str, key: str) -> frozenset[str]:
    """A plain list of ``statement_words``."""
    return frozenset(load_table("statement_words")[group][key])


def _cue(found: dict[str, Cue], word: str) -> Cue:
    return found.setdefault(word, Cue())
