"""The words that say how an event stands, as ``data/status_cues.toml`` lists them."""

from __future__ import annotations

from functools import lru_cache

from slated.reading.lexicon import classes_of_words, load_table
from slated.reading.mentions.clause import is_dated, particle_verb
from slated.reading.mentions.cues import CueEffect
from slated.reading.tokens import Token

CUES = load_table("status_cues")
LIGHT = frozenset(CUES["light"]["verbs"])
CARRIERS = LIGHT | {"vote"}  # which may say of an event noun that it takes place: "vote in an election"
_CARRIED = load_table("carried")
CARRIED = {  # the classes of events of which a verb may say that they take place
    verb: {kind for kind, other in _CARRIED.items() if verb in other["verbs"]}
    for table in _CARRIED.values()
    for verb in table["verbs"]
}
REPORTING = frozenset(CUES["reporting"]["verbs"])
GATHERING = frozenset(CUES["light"]["gathering"])
TAKE_PLACE = frozenset(CUES["light"]["taking_place"])
_EFFECTS: tuple[CueEffect, ...] = (
    "cancelled", "postponed", "in_doubt", "proposed", "expected", "scheduled", "refused", "past",
)  # fmt: skip


def _index(kind: str) -> dict[str, CueEffect]:
    return {word: effect for effect in reversed(_EFFECTS) for word in CUES.get(effect, {}).get(kind, [])}


VERBS, PARTICLES = _index("verbs"), _index("particles")
NOUNS, ADJECTIVES, ADVERBS = _index("nouns"), _index("adjectives"), _index("adverbs")
STANDINGS = _index("standings")
_MOVING = frozenset(CUES["postponed"]["moving"])
_EXTENDING = frozenset(CUES["postponed"]["extending"])
_PAUSING = frozenset(CUES["postponed"]["pausing"])
_EARLIER = frozenset(CUES["scheduled"]["earlier"])
_CLASSES = load_table("event_classes")
_LAST_DAYS = frozenset(_CLASSES["deadline"]["nouns"])
EVENTS = frozenset(classes_of_words("nouns"))
CROWDED = frozenset(noun for name in CUES["light"]["crowded"] for noun in _CLASSES[name]["nouns"])
SUMMONS = frozenset(noun for name in CUES["light"]["summoned"] for noun in _CLASSES[name]["nouns"])
_PAUSED = frozenset(noun for name in CUES["postponed"]["paused"] for noun in _CLASSES[name]["nouns"]).union(
    CUES["postponed"]["paused_nouns"]
)


def is_cue(verb: Token) -> bool:
    """True for a verb that says how an event stands ("postpone", "plan", "call off")."""
    return cue_of(verb) is not None


@lru_cache(maxsize=256)
def cue_of(verb: Token) -> CueEffect | None:
    """What a verb says of the event that it governs; None for verbs that say nothing."""
    if verb.lemma_ == "call" and any(c.dep_ == "oprd" for c in verb.children):
        return None  # "called the talks a farce"
    if verb.lemma_ == "stand" and any(c.dep_ == "dobj" for c in verb.children):
        return None  # "will stand trial"
    if moves_on(verb) or pauses(verb):
        return "postponed"
    return PARTICLES.get(particle_verb(verb)) or VERBS.get(verb.lemma_)


def moves_on(verb: Token) -> bool:
    """True for "push to March", "moved from Tuesday to Thursday": what is put off to a time."""
    extended = verb.lemma_ in _EXTENDING and any(c.lemma_ in _LAST_DAYS for c in verb.children)
    if not (extended or verb.lemma_ in _MOVING) or is_brought_forward(verb):
        return False
    # the parser may tie "to March" to what is moved, or to the "from May" before it
    moved = [verb, *(c for c in verb.children if c.dep_ in {"dobj", "dep"} or c.lower_ == "from")]
    given = (c for m in moved for c in m.children if c.dep_ == "prep" and c.lower_ in {"to", "until", "into"})
    return any(is_dated(preposition) for preposition in given)


def pauses(verb: Token) -> bool:
    """True for the "suspended" of "suspended the talks", "the trial was suspended"."""
    if verb.lemma_ not in _PAUSING:
        return False
    objects = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    # in headlines without their "was" the parser makes it the subject
    paused = objects or [c for c in verb.children if c.dep_ == "nsubj"]
    return any(c.lemma_ in _PAUSED for c in paused)


def is_brought_forward(verb: Token) -> bool:
    """True for "brought forward to May", "moved up": to an earlier day."""
    return particle_verb(verb) in _EARLIER


def goes_ahead(verb: Token) -> bool:
    """True for "move forward", "press ahead": what it is with is to come."""
    return particle_verb(verb) in CUES["scheduled"]["particles"]
