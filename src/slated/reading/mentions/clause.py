"""Verb groups: modal, tense, aspect, voice and polarity of a verb and its auxiliaries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from slated.reading.gazetteer import fold
from slated.reading.lexicon import load_words
from slated.reading.tokens import Token

Tense = Literal["past", "present"]
Modal = Literal["will", "would", "may", "must"]

_MODALS: dict[str, Modal] = {
    "will": "will", "'ll": "will", "’ll": "will", "wo": "will", "shall": "will", "ll": "will",
    "would": "would", "'d": "would", "’d": "would",
    "may": "may", "might": "may", "could": "may", "can": "may", "ca": "may",
    "should": "must", "must": "must", "ought": "must",
}  # fmt: skip
_CLAUSES = frozenset({"xcomp", "conj", "advcl", "ccomp", "acl"})
_ARGUMENTS = frozenset({"dobj", "pobj", "prep", "attr"})
_CALENDAR = load_words("calendar_names")["names"]
_SEASONS = load_words("calendar_names")["seasons"]
_PERIODS = load_words("calendar_names")["periods"]
_POINTERS = load_words("calendar_names")["pointers"]
_BE = frozenset({"be", "'s", "’s", "'re", "’re", "'m", "’m"})
_HAVE = frozenset({"have", "'ve", "’ve"})
_PARTS_OF_TIME = frozenset({"beginning", "end", "middle", "start"})
_NEVER = {"not", "n't", "n’t", "never", "no", "nt"}


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """What a verb's auxiliaries say. ``tense`` is None for infinitives, participles and modals."""

    modal: Modal | None
    tense: Tense | None
    infinitive: bool
    progressive: bool
    perfect: bool
    passive: bool
    negated: bool

    @property
    def finite(self) -> bool:
        """True where the group can head a clause of its own."""
        return self.modal is not None or self.tense is not None

    @property
    def past(self) -> bool:
        """True where the group tells of what was done: simple past or perfect, no modal."""
        return self.modal is None and (self.tense == "past" or self.perfect)


_VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})


def is_within(token: Token, top: Token) -> bool:
    """True where a word stands in the phrase or clause under another."""
    return top == token or top.is_ancestor(token)


def is_verb(token: Token) -> bool:
    """True for verbs and modals by tag."""
    return token.tag_ in _VERBS


_OWN_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "parataxis"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_AUXILIARIES = frozenset({"aux", "auxpass"})


def opens_clause(token: Token, *, for_subject: bool = False) -> bool:
    """True for the verb of a clause with times and places of its own.

    After "and" that is one with a subject of its own, or with an auxiliary of its own: "is held in Lima
    and will be tried". The latter still speaks of the subject of the first verb (``for_subject``):
    "the talks are the first and will be held in Lima".
    """
    if not is_verb(token):
        return False
    if token.dep_ == "conj":
        own = _SUBJECTS if for_subject else _SUBJECTS | _AUXILIARIES
        return any(child.dep_ in own for child in token.children)
    return token.dep_ in _OWN_CLAUSES


def is_subject(token: Token) -> bool:
    """True for the subject of a verb."""
    return token.dep_ in _SUBJECTS


# "is set to testify"; "cancelled plans to testify", "is unlikely to testify"
_THROUGH_VERBS = frozenset({"xcomp", "conj", "advcl", "ccomp", "acl", "acomp", "oprd"})
_THROUGH_OTHERS = frozenset({"dobj", "pobj", "prep", "attr", "acomp", "oprd"})


@lru_cache(maxsize=256)
def verb_group(verb: Token) -> VerbGroup:
    """The verb group of ``verb``; a conjunct without auxiliaries shares those of its first conjunct."""
    children, tag = verb.children, verb.tag_
    parts = [c for c in children if c.dep_ in _AUXILIARIES or (c.tag_ == "MD" and c.i < verb.i)]
    negations = children
    if not parts and verb.dep_ == "conj" and tag in {"VB", "VBN", "VBG"}:
        parts = _shared_parts(verb)
    elif parts:
        negations = [*children, *(c for p in parts for c in p.children)]
    lemmas = {p.lemma_ for p in parts}
    modal = next((_MODALS[p.lower_] for p in parts if p.lower_ in _MODALS), None)
    infinitive = any(p.tag_ == "TO" for p in parts)
    return VerbGroup(
        modal=modal,
        tense=None if modal or infinitive else _tense([*parts, verb]),
        infinitive=infinitive,
        progressive=tag == "VBG" and not lemmas.isdisjoint(_BE),
        perfect=tag in {"VBN", "VBD"} and not lemmas.isdisjoint(_HAVE),
        passive=any(p.dep_ == "auxpass" for p in parts),
        negated=any(c.dep_ == "neg" or c.lower_ in _NEVER for c in negations),
    )


def _tense(tokens: Sequence[Token]) -> Tense | None:
    for token in tokens:
        if token.tag_ == "VBD":
            return "past"
        if token.tag_ in {"VBZ", "VBP"}:
            return "present"
    return None


def _shared_parts(verb: Token) -> list[Token]:
    head = verb.head
    return (
        [c for c in head.children if c.dep_ in {"aux", "auxpass"} and c.i < head.i] if is_verb(head) else []
    )


def is_put_off(verb: Token) -> bool:
    """True for a verb that, if denied, is only not yet: "will not begin until Friday", "before May"."""
    return any(
        child.lower_ in {"until", "till"} or (child.lower_ == "before" and is_dated(child))
        for child in verb.children
        if child.i > verb.i and child.dep_ in {"prep", "mark"}
    )


def is_dated(preposition: Token) -> bool:
    """True for "before May", "to April 6", "until next week": with a day, month, season or year."""
    for child in preposition.children:
        if child.dep_ == "pobj" and child.lemma_ in _PARTS_OF_TIME:
            of = [inner for c in child.children if c.lower_ == "of" for inner in c.children]
            return any(is_of_calendar(t) or t.lemma_ in _PERIODS or t.lower_ in _SEASONS for t in of)
        if child.dep_ == "pobj" and (is_of_calendar(child) or _is_period(child)):
            return True
    return False


def _is_period(noun: Token) -> bool:
    """True for "the autumn", "next week"."""
    pointed = noun.lemma_ in _PERIODS and any(c.lower_ in _POINTERS for c in noun.children)
    return pointed or noun.lower_ in _SEASONS


def is_of_calendar(word: Token) -> bool:
    """True for a month, a weekday or a number."""
    return fold(word.text) in _CALENDAR or word.tag_ == "CD"


def particle_verb(verb: Token) -> str:
    """The verb's lemma with its particle or close preposition: "call off", "pull out"."""
    close = [
        c
        for c in verb.children
        if c.i > verb.i and (c.dep_ in {"prt", "advmod", "prep"}) and c.i - verb.i <= 4 and not _asks_about(c)
    ]
    return f"{verb.lemma_} {close[0].lower_}" if close else verb.lemma_


def _asks_about(word: Token) -> bool:
    """The "on" of "was pressed on whether he would go", which presses on nowhere."""
    return word.lower_ == "on" and any(c.dep_ == "pcomp" for c in word.children)


def subject_of(verb: Token) -> Token | None:
    """The subject of the verb, or of the verb that it is an infinitive or conjunct of."""
    node = verb
    for _ in range(5):
        for child in node.children:
            if child.dep_ in {"nsubj", "nsubjpass", "expl"}:
                return child
        if node.dep_ not in (_THROUGH_VERBS if is_verb(node) else _THROUGH_OTHERS) or node.head == node:
            return None
        controlled = _controlled(node)
        if controlled is not None:
            return controlled
        node = node.head
    return None


def _controlled(infinitive: Token) -> Token | None:
    """The object of the verb that governs an infinitive: whom it "asked ... to testify"."""
    if infinitive.tag_ != "VB" or infinitive.dep_ not in {"xcomp", "ccomp", "advcl"}:
        return None
    objects = [c for c in infinitive.head.children if c.dep_ == "dobj" and c.i < infinitive.i]
    close = objects[-1:] if objects and infinitive.i - objects[-1].right_edge.i <= 3 else []
    return close[0] if close else None
