"""The places of an event, and how each stands: stated, candidate, leading or ruled out."""

from __future__ import annotations

from collections.abc import Sequence

from slated.model import EventPlace
from slated.model.readings import Standing
from slated.reading.gazetteer import place_key
from slated.reading.mentions.clause import is_subject, is_verb, opens_clause
from slated.reading.mentions.cue_words import LIGHT, REPORTING, is_cue
from slated.reading.mentions.goals import destination_of, is_leaving, is_move, targets_of
from slated.reading.mentions.outlook import Outlook
from slated.reading.mentions.place_phrases import PlacePhrase, has_place_noun, places_in
from slated.reading.mentions.triggers import Trigger
from slated.reading.tokens import Token

_HELD = frozenset(
    {
        "meeting",
        "hearing",
        "trial",
        "ceremony",
        "sport",
        "visit",
        "protest",
        "vote",
        "opening",
        "deal",
        "launch",
    }
)
_WITHIN = frozenset({"for", "at", "in", "during"})
_ANOTHER_TIME = frozenset({"after", "before", "pending", "until", "since", "following", "despite", "amid"})
_FAR = 99.0


def places_of(trigger: Trigger, rivals: Sequence[Trigger], outlook: Outlook) -> tuple[EventPlace, ...]:
    """The places that the trigger's clause gives the event, in order, each once.

    "the border" and other plain words for places count only where no name stands beside them. Where
    the clause gives none, the event is where one goes for it: "will fly to Lima for talks".
    """
    hedged = outlook.status in {"expected", "proposed"} and bool(outlook.tokens("expected"))
    mine = [
        p for p in places_in(trigger.sentence) if _suits(p, trigger) and _is_owner(p.first, trigger, rivals)
    ]
    found: dict[str, EventPlace] = {}
    for phrase in [p for p in mine if not p.common] or mine[:1]:
        span = phrase.span(trigger.sentence)
        standing: Standing = "candidate" if hedged and _is_alternative(phrase.first) else "stated"
        place = EventPlace(span.text, place_key(span.text), standing, span)
        found.setdefault(place.key, place)
    named = [*targets_of(trigger)] or ([] if found else [*destination_of(trigger)])
    for first, last in named:
        span = trigger.sentence.span_of_tokens(first, last)
        place = EventPlace(span.text, place_key(span.text), "stated", span)
        found.setdefault(place.key, place)
    return tuple(found.values())


def _suits(phrase: PlacePhrase, trigger: Trigger) -> bool:
    """Whether such a phrase can say where the event is: "to" needs a move, "at" what is held."""
    word, head = phrase.preposition.lower_, phrase.governor
    if word == "from":
        # "returned from Lima": there the journey was
        return trigger.event_class == "visit" and head.lemma_ in {"return", "back"}
    if word == "for":
        return trigger.event_class in {"visit", "other"} and is_leaving(head)
    if word in {"to", "into"}:
        return trigger.event_class == "visit" or is_move(head) or (phrase.known and is_move(trigger.token))
    held = trigger.event_class in _HELD
    named = phrase.known or has_place_noun(phrase.first, phrase.last)
    return held or (not phrase.common and (word != "at" or named))


def _is_owner(name: Token, trigger: Trigger, rivals: Sequence[Trigger]) -> bool:
    # "the truce village": a word before a noun that is no event takes no place from one
    others = [t for t in rivals if t.token.dep_ != "compound" and not _is_same_occasion(t, trigger)]
    mine = _distance(name, trigger)
    return mine < _FAR and all(mine <= _distance(name, other) for other in others)


def _is_same_occasion(one: Trigger, other: Trigger) -> bool:
    """ "They met for a summit in Lima", "will sign a truce in Lima": noun and verb share the place."""
    if one.noun == other.noun or one.event_class != other.event_class:
        return False
    noun, verb = (one.token, other.token) if one.noun else (other.token, one.token)
    if noun.dep_ == "pobj" and noun.head.lower_ in _WITHIN:
        return noun.head.head == verb
    return (is_subject(noun) or noun.dep_ == "dobj") and noun.head == verb


def _distance(name: Token, trigger: Trigger) -> float:
    """Steps in the tree between name and trigger; far across a clause or a reporting verb."""
    above: dict[Token, float] = {}
    node = trigger.token
    subject = is_subject(node)
    for step in range(5):
        above[node] = step
        if node.head == node or opens_clause(node):
            break
        node = node.head
        if (is_verb(node) and node.lemma_ in REPORTING) or node.lower_ in _ANOTHER_TIME:
            break
    node = name
    for step in range(8):
        if node in above:
            return above[node] + step + abs(name.i - trigger.token.i) / 100
        if node.head == node or opens_clause(node, for_subject=subject) or _is_aside(node):
            if node.head == trigger.token and _carries(node):
                # "a summit that will be held in Lima", "talks planned in Oslo"
                return step + 1 + abs(name.i - trigger.token.i) / 100
            break
        node = node.head
    return _FAR


def _is_aside(node: Token) -> bool:
    """True for participles ("sailors held in Iran") and for what a subject is ("Diaz, a judge in Lima,")."""
    return (is_verb(node) and node.dep_ == "acl") or (node.dep_ == "appos" and is_subject(node.head))


def _carries(verb: Token) -> bool:
    return verb.dep_ in {"relcl", "acl"} and (verb.lemma_ in LIGHT or is_cue(verb))


def _is_alternative(name: Token) -> bool:
    return any(c.dep_ == "cc" and c.lower_ == "or" for c in [*name.children, *name.head.children])
