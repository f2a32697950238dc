"""Pronouns that take up an event: "It will take place in May", "that was postponed".

The pronoun stands where an event noun would, so it is read as one; what it means is settled when
the article's mentions are linked (focus.py).
"""

from __future__ import annotations

from collections.abc import Iterator

from slated.reading.mentions.clause import is_of_calendar, is_verb, subject_of
from slated.reading.mentions.cue_words import TAKE_PLACE, cue_of
from slated.reading.mentions.triggers import Trigger
from slated.reading.parse import ParsedSentence
from slated.reading.tokens import Token

PRONOUN = "it"
_WORDS = frozenset({"it", "this", "that"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_HELD = frozenset({"hold", "schedule", "set", "slate", "move", "plan", "stage", "host", "fix"})
_MOVED = frozenset({"cancelled", "postponed"})


def pronouns_in(sentence: ParsedSentence) -> Iterator[Trigger]:
    """The pronouns of a parsed sentence whose verb says that an event takes place, moves or is off."""
    assert sentence.doc is not None
    for token in sentence.doc:
        pronoun = token.lower_ in _WORDS and token.tag_ in {"PRP", "DT"} and _speaks_of_event(token)
        if pronoun or _is_its_new_date(token):
            yield Trigger(sentence, token, token, "other", PRONOUN, noun=True)


def _is_its_new_date(noun: Token) -> bool:
    """ "The new date is March 19" speaks of what was put off, as "it is now set for March 19" does."""
    if noun.lower_ != "date" or noun.dep_ != "nsubj" or noun.head.lemma_ != "be":
        return False
    told = any(c.dep_ in {"attr", "npadvmod"} and is_of_calendar(c) for c in noun.head.children)
    return told and any(c.lower_ in {"new", "revised"} for c in noun.children)


def says_of(pronoun: Trigger, verb: Token) -> bool:
    """True for the verb that speaks of the pronoun: its head, or one that it is the subject of."""
    return is_verb(verb) and (verb == pronoun.token.head or subject_of(verb) == pronoun.token)


def _speaks_of_event(pronoun: Token) -> bool:
    verb = pronoun.head
    if not is_verb(verb):
        return False
    if pronoun.dep_ == "dobj":
        return cue_of(verb) in _MOVED
    if pronoun.dep_ not in _SUBJECTS or any(c.dep_ in {"ccomp", "csubj", "csubjpass"} for c in verb.children):
        return False
    if _takes_place(verb) or cue_of(verb) in _MOVED:
        return True
    if pronoun.dep_ == "nsubjpass" and verb.lemma_ in _HELD:
        return True
    # "it is expected to take place", "it is likely to be held"
    below = [c for c in verb.subtree if c.dep_ == "xcomp" and is_verb(c)]
    return any(_takes_place(c) or (c.lemma_ in _HELD and _is_passive(c)) for c in below)


def _takes_place(verb: Token) -> bool:
    lemma = verb.lemma_
    if lemma == "take":
        return any(c.lower_ == "place" for c in verb.children)
    if lemma in {"come", "go"}:
        return lemma == "go" and any(c.lower_ in {"ahead", "forward"} for c in verb.children)
    return lemma in TAKE_PLACE


def _is_passive(verb: Token) -> bool:
    return any(c.dep_ == "auxpass" for c in verb.children)
