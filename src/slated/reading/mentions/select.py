"""Which candidates of an article are expectations: what the judge holds likely, one for each event."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence, Set
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING

import numpy as np

from slated.reading.mentions.candidates import Candidate, SentenceCandidates
from slated.reading.mentions.clause import subject_of
from slated.reading.mentions.context import numbers_of
from slated.reading.mentions.cue_words import CARRIED, CARRIERS, CUES, GATHERING, TAKE_PLACE, goes_ahead
from slated.reading.mentions.encoder import encoded_leanings
from slated.reading.mentions.features import features_of
from slated.reading.mentions.judge import leanings_of, model
from slated.reading.mentions.trees import Forest
from slated.reading.mentions.triggers import Trigger, whole_of
from slated.reading.tokens import Token

if TYPE_CHECKING:
    from numpy.typing import NDArray

_WORTH_ASKING = -3.0  # log odds of a sentence's likeliest candidate
_WORTH_A_LOOK = -5.0  # log odds; what is below, the second look holds too unlikely for any rule here
_ENCODER = 0.4
_SPANS = frozenset(CUES["light"]["spanning"])
_OCCASIONS = frozenset({"ceremony", "meeting", "protest", "sport"})  # for which people gather
_ARGUMENTS = frozenset({"dobj", "nsubj", "nsubjpass", "attr", "acomp", "oprd"})


def judged(sentences: Sequence[SentenceCandidates], today: dt.date | None) -> list[list[float]]:
    """For each sentence of an article the chance, 0 to 1, of each candidate to be what a diary could carry.

    ``today`` is the article's creation day. Of several candidates that name one event ("the vote is to be
    held") one stands for all; from ``likely_enough`` on, a candidate is an expectation.
    """
    chances = iter(chances_of(sentences, today))
    found: list[list[float]] = []
    for sentence in sentences:
        own = [next(chances) for _ in sentence.candidates]
        if sentence.sentence.kind == "title":
            own = _with_headline_plans(sentence.candidates, own)
        _hand_to_nouns(sentence.candidates, own)
        _hand_to_verbs(sentence.candidates, own)
        found.append(own)
    return found


def _with_headline_plans(candidates: Sequence[Candidate], chances: Sequence[float]) -> list[float]:
    """ "Firm to cut jobs" is a plan by its form; the articles that the judge learnt from have no titles."""
    events = {c.trigger.token for c in candidates if c.trigger.noun and c.trigger.known}
    return [
        max(chance, likely_enough()) if _is_headline_plan(c, events) else chance
        for c, chance in zip(candidates, chances, strict=True)
    ]


def _is_headline_plan(candidate: Candidate, events: Set[Token]) -> bool:
    """True for a noun and "to" with a verb that nothing else governs; not for "a vote to", "a bid to"."""
    verb = candidate.trigger.token
    if candidate.trigger.noun or verb.tag_ != "VB" or verb.doc[0].tag_[:1] == "W":
        return False
    who = verb.head if verb.dep_ == "acl" else subject_of(verb)
    to = next((c for c in verb.children if c.tag_ == "TO"), None)
    if who is None or to is None or who.i > to.i or who.tag_[:1] != "N":
        return False
    cues = {cue.token for cue in candidate.outlook.cues}
    return verb.dep_ == "ROOT" or (who.head == who and who not in events | cues)


def likely_enough() -> float:
    """The least chance of an expectation, as cross-validation on the training articles chose it."""
    return float(model()["cut"])


def chances_of(sentences: Sequence[SentenceCandidates], today: dt.date | None) -> list[float]:
    """The chance, 0 to 1, of each candidate of an article to be an expectation and first of its event."""
    looks = [(c.trigger, features_of(c, s.phrases, today)) for s in sentences for c in s.candidates]
    if not looks:
        return []
    leanings = leanings_of(looks)
    asked = worth_asking(sentences, leanings)
    told = encoded_leanings([[looks[i][0].token for i in rows] for rows in asked])
    leanings = blended(leanings, [i for rows in asked for i in rows], told)
    rows = np.flatnonzero(leanings[:, 0] >= _WORTH_A_LOOK).tolist()
    numbers = numbers_of(sentences, leanings, today, set(rows))
    chances = [0.0] * len(looks)
    if numbers:
        table = np.array([*map(itemgetter(*model()["trees"]["names"]), numbers)], dtype=np.float64)
        for row, chance in zip(rows, _forest().chances(table).tolist(), strict=True):
            chances[row] = chance
    return chances


def worth_asking(sentences: Sequence[SentenceCandidates], leanings: NDArray[np.float64]) -> list[list[int]]:
    """The rows of candidates that the encoder is asked about, a list a sentence.

    Not of sentences that hold nothing likely: those are most, and no step costs more a word.
    """
    asked, start = [], 0
    for sentence in sentences:
        rows = list(range(start, start + len(sentence.candidates)))
        start += len(rows)
        if rows and leanings[rows, 0].max() >= _WORTH_ASKING:
            asked.append(rows)
    return asked


def blended(
    leanings: NDArray[np.float64], rows: Sequence[int], told: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The leanings with those that the encoder told of some rows mixed in."""
    mixed = leanings.copy()
    at = np.asarray(rows, dtype=np.intp)
    mixed[at] = (1.0 - _ENCODER) * leanings[at] + _ENCODER * told
    return mixed


@cache
def _forest() -> Forest:
    shipped = model()["trees"]
    return Forest.of(shipped, shipped["bias"])


def _hand_to_nouns(candidates: Sequence[Candidate], chances: list[float]) -> None:
    """A verb that merely carries an event noun ("the vote takes place") gives its chance to the noun."""
    for i, verb in enumerate(candidates):
        if verb.trigger.noun or chances[i] < likely_enough():
            continue
        for k, noun in enumerate(candidates):
            if (
                noun.trigger.noun
                and may_carry(verb.trigger, noun.trigger)
                and is_carried(noun.trigger, verb.trigger.token)
            ):
                chances[k], chances[i] = max(chances[k], chances[i]), 0.0


def may_carry(verb: Trigger, noun: Trigger) -> bool:
    """True for verbs that may say that the noun's event takes place, whatever the sentence is.

    Who plays a match plays it, but a match is played, and two meet in it.
    """
    if verb.head in CARRIERS or goes_ahead(verb.token):
        return True
    if verb.head in GATHERING:
        return noun.event_class in _OCCASIONS
    is_played = noun.event_class == "sport" and noun.token.dep_ == "dobj"
    return noun.event_class in CARRIED.get(verb.head, ()) and not is_played


def _hand_to_verbs(candidates: Sequence[Candidate], chances: list[float]) -> None:
    """A thing that a known kind of verb is done to ("opens a plant") gives its chance to the verb.

    So does a bill that is voted on.
    """
    for i, thing in enumerate(candidates):
        if thing.trigger.head in _SPANS and not thing.trigger.noun and chances[i] >= likely_enough():
            # "will start selling it"
            for k, verb in enumerate(candidates):
                token = verb.trigger.token
                is_done = token.dep_ == "xcomp" and token.tag_ == "VBG" and token.head == thing.trigger.token
                if is_done and verb.trigger.known:
                    chances[k], chances[i] = max(chances[k], chances[i]), 0.0
        if thing.trigger.event_class == "legislation" and chances[i] >= likely_enough():
            for k, vote in enumerate(candidates):
                if vote.trigger.event_class == "vote" and _is_on(thing.trigger.token, vote.trigger.token):
                    chances[k], chances[i] = max(chances[k], chances[i]), 0.0
        if thing.trigger.known or not thing.trigger.noun or chances[i] < likely_enough():
            continue
        token = thing.trigger.token
        for k, verb in enumerate(candidates):
            known = verb.trigger.known and not verb.trigger.noun
            if known and token.head == verb.trigger.token and token.dep_ in {"dobj", "nsubjpass"}:
                chances[k], chances[i] = max(chances[k], chances[i]), 0.0


def _is_on(bill: Token, vote: Token) -> bool:
    return bill.dep_ == "pobj" and bill.head.lower_ == "on" and bill.head.head == vote


def _befalls(verb: Token) -> bool:
    """True for a verb whose subject must be an event: "takes place", "begins on Monday"."""
    if verb.lemma_ in TAKE_PLACE:
        return verb.lemma_ != "come"
    return verb.lemma_ in _SPANS and not any(c.dep_ in {"dobj", "xcomp"} for c in verb.children)


def is_carried(trigger: Trigger, verb: Token) -> bool:
    """ "the vote takes place", "a vote that takes place", "a vote on the budget that takes place".

    "goes ahead with the vote" carries it too, and "goes on trial", "the trial, which was due to begin";
    "the servers go dark" carries no event named servers.
    """
    noun = whole_of(trigger.token)
    befalls = _befalls(verb) or trigger.event_class in CARRIED.get(verb.lemma_, ())
    if trigger.known and befalls and subject_of(verb) == noun:
        return True
    if noun.dep_ == "nsubj" and not trigger.known and not _befalls(verb):
        return False
    top = noun.head if noun.dep_ == "compound" else noun
    if top.dep_ == "pobj" and top.head.lower_ == "with" and top.head.head == verb:
        return goes_ahead(verb)
    link = noun.head.lower_ if noun.dep_ == "pobj" and noun.head.head == verb else ""
    if link == "for" and verb.lemma_ in GATHERING:
        return trigger.known
    if link == "in" and verb.lemma_ == "vote":
        return trigger.event_class == "election"
    if link == "in" and verb.lemma_ in CARRIED:
        return trigger.event_class == "sport" and "sport" in CARRIED[verb.lemma_]
    if link in {"on", "to"}:
        return trigger.known and not noun.children and verb.lemma_ in {"be", "come", "go", "put"}
    if noun.head == verb:
        return noun.dep_ in _ARGUMENTS
    if noun == verb.head and verb.dep_ == "acl" and noun.dep_ == "ROOT" and _befalls(verb):
        return trigger.known  # "Talks on border to resume"
    clause = verb
    while clause.dep_ in {"xcomp", "acomp"} and clause.head.tag_[:1] in {"V", "J"}:
        clause = clause.head  # "a strike that was to begin", "that was due to begin"
    node = clause.head if clause.dep_ == "relcl" or clause.lower_ == "due" else verb
    while node != noun and node.dep_ == "pobj" and node.head.dep_ == "prep":
        node = node.head.head
    return node == noun
