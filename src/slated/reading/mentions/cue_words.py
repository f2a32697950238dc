"""The words that say how an event stands, as ``data/status_cues.toml`` lists them."""

from __future__ import annotations

from slated.reading.lexicon import load_table
from slated.reading.mentions.clause import is_dated, particle_verb
from slated.reading.mentions.cues import CueEffect
from slated.reading.parse import lemma_of
from slated.reading.tokens import Token

CUES = load_table("status_cues")
LIGHT = frozenset(CUES["light"]["verbs"])
REPORTING = frozenset(CUES["reporting"]["verbs"])
TAKE_PLACE = frozenset(
    {"happen", "occur", "transpire", "take", "materialize", "materialise", "come", "proceed"}
)
_EFFECTS: tuple[CueEffect, ...] = (
    "cancelled", "postponed", "in_doubt", "proposed", "expected", "scheduled", "refused", "past",
)  # fmt: skip


def _index(kind: str) -> dict[str, CueEffect]:
    return {word: effect for effect in reversed(_EFFECTS) for word in CUES.get(effect, {}).get(kind, [])}


VERBS, PARTICLES = _index("verbs"), _index("particles")
NOUNS, ADJECTIVES, ADVERBS = _index("nouns"), _index("adjectives"), _index("adverbs")
STANDINGS = _index("standings")
_MOVING = frozenset(CUES["postponed"]["moving"])


def is_cue(verb: Token) -> bool:
    """True for a verb that says how an event stands ("postpone", "plan", "call off")."""
    return cue_of(verb) is not None


def cue_of(verb: Token) -> CueEffect | None:
    """What a verb says of the event that it governs; None for verbs that say nothing."""
    if lemma_of(verb) == "call" and any(c.dep_ == "oprd" for c in verb.children):
        return None  # "called the talks a farce"
    if moves_on(verb):
        return "postponed"
    return PARTICLES.get(particle_verb(verb)) or VERBS.get(lemma_of(verb))


def moves_on(verb: Token) -> bool:
    """True for "push to March", "moved from Tuesday to Thursday": what is put off to a time."""
    if lemma_of(verb) not in _MOVING:
        return False
    # the parser may tie "to March" to what is moved
    moved = [verb, *(c for c in verb.children if c.dep_ in {"dobj", "dep"})]
    given = (c for m in moved for c in m.children if c.dep_ == "prep" and c.lower_ in {"to", "until", "into"})
    return any(is_dated(preposition) for preposition in given)


def goes_ahead(verb: Token) -> bool:
    """True for "move forward", "press ahead": what it is with is to come."""
    return particle_verb(verb) in CUES["scheduled"]["particles"]
