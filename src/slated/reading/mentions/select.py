"""Which candidates of a sentence are expectations: the likely ones, one for each event of a clause."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from slated.model import TimePhrase
from slated.reading.mentions.candidates import Candidate
from slated.reading.mentions.clause import is_verb
from slated.reading.mentions.features import features_of
from slated.reading.mentions.judge import chance_of
from slated.reading.mentions.outlook import LIGHT

if TYPE_CHECKING:
    from spacy.tokens import Token

LIKELY_ENOUGH = 0.3
_SURE = 0.6
_CLAUSES = frozenset({"ccomp", "relcl", "advcl", "conj", "parataxis", "acl"})
_PARTS = frozenset(
    {"dobj", "nsubj", "nsubjpass", "compound", "attr", "acomp", "oprd", "xcomp", "amod", "advmod", "acl"}
)
_ARGUMENTS = frozenset({"dobj", "nsubj", "nsubjpass", "attr", "acomp", "oprd"})


def expectations_among(
    candidates: Sequence[Candidate], phrases: Sequence[TimePhrase], today: dt.date | None
) -> list[Candidate]:
    """The candidates of one sentence that a news diary could carry, in their order.

    ``phrases`` are the time phrases of the sentence, ``today`` the article's creation day. Of several
    candidates that name one event ("the vote is to be held") the likeliest stands for all.
    """
    # what was done, without a day, stays so whatever the judge says
    candidates = [c for c in candidates if c.outlook.status != "occurred" or c.time.window is not None]
    chances = [chance_of(c.trigger, features_of(c, phrases, today)) for c in candidates]
    _hand_to_nouns(candidates, chances)
    likely = [(-p, i) for i, p in enumerate(chances) if p >= LIKELY_ENOUGH]
    kept: list[int] = []
    for _, i in sorted(likely):
        if not any(_same_event(candidates[i], candidates[k], chances[i]) for k in kept):
            kept.append(i)
    return [candidates[i] for i in sorted(kept)]


def _hand_to_nouns(candidates: Sequence[Candidate], chances: list[float]) -> None:
    """A verb that merely carries an event noun ("the vote takes place") gives its chance to the noun."""
    for i, verb in enumerate(candidates):
        if verb.trigger.noun or verb.trigger.head not in LIGHT:
            continue
        for k, noun in enumerate(candidates):
            token = noun.trigger.token
            if noun.trigger.noun and token.head == verb.trigger.token and token.dep_ in _ARGUMENTS:
                chances[k], chances[i] = max(chances[k], chances[i]), 0.0


def _same_event(one: Candidate, other: Candidate, chance: float) -> bool:
    """True where two words of a sentence name one event; ``chance`` is that of the less likely."""
    a, b = one.trigger.token, other.trigger.token
    if _is_part(a, b) or _is_part(b, a):
        return True
    if a.head == b.head and is_verb(a.head) and a.dep_ in _ARGUMENTS and b.dep_ in _ARGUMENTS:
        return True
    both_nouns = one.trigger.noun and other.trigger.noun
    return _clause_of(a) == _clause_of(b) and not (both_nouns and chance > _SURE)


def _is_part(token: Token, whole: Token) -> bool:
    head = token.head
    if head == whole:
        return token.dep_ in _PARTS and token != whole
    return token.dep_ == "pobj" and head.dep_ in {"prep", "agent"} and head.head == whole


def _clause_of(token: Token) -> Token:
    """The verb that heads the token's clause, or the top of the sentence."""
    while token.head != token and not (is_verb(token) and token.dep_ in _CLAUSES):
        token = token.head
    return token
