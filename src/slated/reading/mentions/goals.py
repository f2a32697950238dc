"""Places that an event is aimed at or gone to for: what is visited, attacked or closed, and destinations."""

from __future__ import annotations

from collections.abc import Iterator

from slated.reading.gazetteer import place_called, state_of_capital
from slated.reading.mentions.place_phrases import WORDS, is_known, name_end, places_in
from slated.reading.mentions.triggers import Trigger
from slated.reading.tokens import Token

Named = tuple[Token, Token]

_PROPER = frozenset({"NNP", "NNPS"})
_AT_PLACES = frozenset({"meeting", "hearing", "trial", "ceremony", "sport", "protest"})
_WHEREVER = frozenset({"visit", "release"})
_AGAINST = frozenset({"on", "against", "of"})
_GOALS = frozenset({"to", "in", "at", "into", "for"})
_THROUGH = frozenset({"xcomp", "ccomp", "conj"})
_LARGE = 100_000


def targets_of(trigger: Trigger) -> Iterator[Named]:
    """The place that is itself visited, attacked, opened or closed, and the one "where" it will be.

    "visit Lima", "a strike on Bergen", "dismantle the Rocky Flats site", "the Oslo summit".
    """
    token = trigger.token
    yield from _gone_to(trigger)
    if trigger.noun and trigger.event_class in _AT_PLACES | _WHEREVER:
        yield from ((_run_start(c), c) for c in token.children if is_place_before(trigger, c))
    if trigger.event_class in {"closing", "opening", "attack"}:
        for child in token.children:
            if child.dep_ in {"dobj", "nsubjpass"}:
                yield from _site(child)
            elif child.lower_ == "of":
                yield from (site for c in child.children for site in _site(c))
    yield from _antecedent(token)
    yield from _listing(trigger)


def destination_of(trigger: Trigger) -> Iterator[Named]:
    """Where one goes for it: "fly to Lima for talks", "fly to Lima to meet"; "met in Lima for talks"."""
    move = _move_for(trigger)
    if move is None:
        return
    for phrase in places_in(trigger.sentence):
        if phrase.governor == move and phrase.preposition.lower_ in _GOALS and phrase.known:
            yield phrase.first, phrase.last


def is_move(word: Token) -> bool:
    """True for verbs and nouns of moving, after which "to" names where: "travel", "transfer", "trip"."""
    return word.lemma_ in WORDS["movers"]


def is_leaving(word: Token) -> bool:
    """True for verbs and nouns after which "for" names where: "leave", "depart"."""
    return word.lemma_ in WORDS["leavers"]


def _move_for(trigger: Trigger) -> Token | None:
    """The verb of moving, or of the same event, for the sake of which the trigger stands."""
    token = trigger.token
    if trigger.noun:
        if token.dep_ != "pobj" or token.head.lower_ not in {"for", "on"}:
            return None
        over = token.head.head
        return over if is_move(over) or over.lemma_ in {"meet", "gather", "convene"} else None
    purpose = token.tag_ == "VB" and any(c.tag_ == "TO" for c in token.children)
    if token.dep_ in {"advcl", "xcomp"} and purpose and is_move(token.head):
        return token.head
    return token.head if token.dep_ == "conj" and is_move(token.head) and _no_subject(token) else None


def _no_subject(verb: Token) -> bool:
    return not any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in verb.children)


def _gone_to(trigger: Trigger) -> Iterator[Named]:
    """ "visit Lima and Quito", "hit Florida", "an attack on Lima"."""
    for child in trigger.token.children:
        if child.dep_ == "dobj" and not trigger.noun and trigger.head in WORDS["reaching"]:
            yield from _named_from(child)
        elif trigger.noun and trigger.event_class == "attack" and child.lower_ in _AGAINST:
            for place in child.children:
                yield from _named_from(place)


def _named_from(head: Token) -> Iterator[Named]:
    for name in (head, *head.conjuncts):
        if name.tag_ in _PROPER and not (name.i + 1 < len(name.doc) and name.nbor(1).tag_ == "POS"):
            first = _run_start(name)
            if is_known(name.doc.words(first.i, name.i + 1)):
                yield first, name


def is_place_before(trigger: Trigger, name: Token) -> bool:
    """ "Her New York visit", "the Peru release"; a state before a meeting is one of those who meet."""
    if name.dep_ not in {"compound", "nmod"} or name.tag_ not in _PROPER or name.nbor(1).text == "-":
        return False
    called = name.doc.words(_run_start(name).i, name.i + 1)
    if trigger.event_class in _WHEREVER:
        return is_known(called)
    known = place_called(called)
    is_city = known is not None and known.kind == "city" and known.population >= _LARGE
    return is_city or (known is not None and known.kind == "state" and state_of_capital(called) is not None)


def _antecedent(token: Token) -> Iterator[Named]:
    """ "Lima, where they will meet", "where they are expected to meet"."""
    verb = token.head if token.dep_ == "dobj" else token
    there = _has_where(verb)
    while verb.dep_ in _THROUGH and verb.head != verb:
        verb = verb.head
        there = there or _has_where(verb)
    if verb.dep_ != "relcl" or not there:
        return
    head = verb.head
    if head.tag_ in _PROPER and is_known(head.doc.words(_run_start(head).i, head.i + 1)):
        yield _run_start(head), head


def _has_where(verb: Token) -> bool:
    return any(child.lower_ == "where" for child in verb.children)


def _run_start(last: Token) -> Token:
    first = last
    while first.i > 0 and first.nbor(-1).tag_ == "NNP" and first.nbor(-1).head in {last, last.head}:
        first = first.nbor(-1)
    return first


def _site(noun: Token) -> Iterator[Named]:
    """ "the Rocky Flats nuclear site": from the first capitalised word to a noun that is a place."""
    word = noun.lower_
    if word not in WORDS["place_nouns"] | WORDS["common_places"]:
        return
    before = [c for c in noun.lefts if c.dep_ in {"compound", "amod", "nmod"}]
    named = [c for c in before if c.text[0].isupper()]
    if named:
        yield noun.doc[min(c.left_edge.i for c in named)], noun


def _listing(trigger: Trigger) -> Iterator[Named]:
    """ "Founders event Boston, MA": in a listing the city with its state stands right after the event."""
    doc, start = trigger.token.doc, trigger.token.i + 1
    if start < len(doc) and doc[start].is_space:
        start += 1
    if trigger.noun and start < len(doc) and doc[start].tag_ in _PROPER:
        last = name_end(doc, start)
        if last is not None and "," in doc.words(start, last.i + 1):
            yield doc[start], last
