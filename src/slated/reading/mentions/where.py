"""The places of an event, and how each stands: stated, candidate, leading or ruled out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from slated.model import EventPlace
from slated.model.readings import Standing
from slated.reading.gazetteer import fold, place_called
from slated.reading.lexicon import load_words
from slated.reading.mentions.clause import is_verb
from slated.reading.mentions.outlook import REPORTING, Outlook
from slated.reading.mentions.triggers import Trigger
from slated.reading.parse import ParsedSentence, lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_WORDS = load_words("places_words")
_CALENDAR = load_words("calendar_names")["names"]
_PREPOSITIONS = frozenset({"in", "at", "to", "near", "outside", "inside", "on", "aboard"})
_NAME = re.compile(r"(?:the )?[A-Z][\w.’'-]*(?: (?:of |de |del |la )?[A-Z][\w.’'-]*)*")


def places_of(trigger: Trigger, rivals: Sequence[Trigger], outlook: Outlook) -> tuple[EventPlace, ...]:
    """The places that the trigger's clause gives the event, in order, each once."""
    hedged = outlook.status in {"expected", "proposed"} and bool(outlook.tokens("expected"))
    found: dict[str, EventPlace] = {}
    for first, last in _place_names(trigger.sentence):
        if _owner(first, [trigger, *rivals]) is not trigger:
            continue
        span = trigger.sentence.span_of_tokens(first, last)
        standing: Standing = "candidate" if hedged and _is_alternative(first) else "stated"
        place = EventPlace(span.text, fold(span.text), standing, span)
        found.setdefault(place.key, place)
    for first, last in _targets(trigger):
        span = trigger.sentence.span_of_tokens(first, last)
        found.setdefault(fold(span.text), EventPlace(span.text, fold(span.text), "stated", span))
    return tuple(found.values())


def _targets(trigger: Trigger) -> Iterator[tuple[Token, Token]]:
    """The place that is visited or attacked: "visit Lima", "attack the port of X" names it as object."""
    if trigger.noun or trigger.event_class not in {"visit", "attack"}:
        return
    for child in trigger.token.children:
        if child.dep_ == "dobj" and child.tag_ in {"NNP", "NNPS"}:
            first = child
            while first.i > 0 and first.nbor(-1).tag_ == "NNP" and first.nbor(-1).head == child:
                first = first.nbor(-1)
            if place_called(child.doc[first.i : child.i + 1].text) is not None:
                yield first, child


def _place_names(sentence: ParsedSentence) -> Iterator[tuple[Token, Token]]:
    """Names that stand as places: after a preposition of place, and known or at least no person."""
    assert sentence.doc is not None
    doc = sentence.doc
    i = 0
    while i < len(doc):
        token = doc[i]
        if token.tag_ == "IN" and token.text.lower() in _PREPOSITIONS and i + 1 < len(doc):
            stop = _name_end(sentence, i + 1)
            if stop is not None:
                first = doc[i + 1] if doc[i + 1].text.lower() != "the" else doc[i + 2]
                if _may_be_place(
                    token.text.lower(), sentence.span.text[first.idx : stop.idx + len(stop.text)]
                ):
                    yield first, stop
                    i = stop.i + 1
                    continue
        i += 1


def _name_end(sentence: ParsedSentence, start: int) -> Token | None:
    assert sentence.doc is not None
    doc = sentence.doc
    i = start + 1 if doc[start].text.lower() == "the" else start
    last = None
    while i < len(doc) and doc[i].tag_ in {"NNP", "NNPS"} and doc[i].text[0].isupper():
        last = doc[i]
        i += 1
        if i + 1 < len(doc) and doc[i].text in {"of", "-"} and doc[i + 1].tag_ in {"NNP", "NNPS"}:
            i += 1
        elif i + 2 < len(doc) and doc[i : i + 2].text == "of the" and doc[i + 2].tag_ in {"NNP", "NNPS"}:
            i += 2
    return _with_state(doc, last)


def _with_state(doc: Doc, last: Token | None) -> Token | None:
    """ "Boston, MA" and "Central, South Carolina" are one name."""
    if last is None or last.i + 2 >= len(doc) or doc[last.i + 1].text != ",":
        return last
    end = last.i + 2
    while end + 1 < len(doc) and doc[end].tag_ == "NNP" and doc[end + 1].tag_ == "NNP":
        end += 1
    name = doc[last.i + 2 : end + 1].text
    known = place_called(name)
    is_state = known is not None and known.kind != "city"
    return doc[end] if is_state or fold(name) in _WORDS["state_abbreviations"] else last


def _may_be_place(preposition: str, name: str) -> bool:
    folded = fold(name)
    if not folded or all(w in _CALENDAR or w.isdigit() for w in folded.split()):
        return False
    known = place_called(name)
    words = set(folded.split())
    if preposition == "on":
        return folded in _WORDS["after_on"]
    if preposition == "to":
        return known is not None
    if known is not None or words & _WORDS["place_nouns"]:
        return True
    return preposition == "in" and len(folded) > 3 and not words & _WORDS["never"]


def _owner(name: Token, triggers: Sequence[Trigger]) -> Trigger | None:
    ranked = [(_distance(name, t), i) for i, t in enumerate(triggers)]
    distance, best = min(ranked)
    return triggers[best] if distance < 99 else None


def _distance(name: Token, trigger: Trigger) -> float:
    above: dict[Token, float] = {}
    node = trigger.token
    for step in range(5):
        above[node] = step
        if node.head == node or (is_verb(node) and node.dep_ in {"relcl", "advcl", "ccomp", "parataxis"}):
            break
        node = node.head
        if is_verb(node) and lemma_of(node) in REPORTING:
            break
    node = name
    for step in range(6):
        if node in above:
            return above[node] + step + abs(name.i - trigger.token.i) / 100
        if node.head == node or (is_verb(node) and node.dep_ in {"relcl", "advcl", "ccomp", "parataxis"}):
            break
        node = node.head
    return 99.0


def _is_alternative(name: Token) -> bool:
    return any(c.dep_ == "cc" and c.text.lower() == "or" for c in [*name.children, *name.head.children])
