"""Of the days that a sentence gives an event: those it is moved to, and those that it had before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from slated.model import TimePhrase
from slated.reading.mentions.clause import is_subject, is_verb, verb_group
from slated.reading.mentions.cue_words import ADJECTIVES, LIGHT, cue_of, is_brought_forward
from slated.reading.mentions.outlook import Outlook
from slated.reading.mentions.triggers import Trigger
from slated.reading.parse import ParsedSentence
from slated.reading.tokens import Doc, Token

_NEW = frozenset({"until", "till", "to"})
_FORMERLY = frozenset({"originally", "initially", "previously", "earlier", "formerly"})


def tokens_of(phrase: TimePhrase, sentence: ParsedSentence) -> Sequence[Token]:
    """The tokens of a time phrase, which stands in the sentence."""
    assert sentence.doc is not None
    start, end = phrase.span.start - sentence.span.start, phrase.span.end - sentence.span.start
    return _tokens_in(sentence.doc, start, end)


# one event of a sentence after another asks for those of the same few phrases
@lru_cache(maxsize=16)
def _tokens_in(doc: Doc, start: int, end: int) -> Sequence[Token]:
    return doc.overlapping(start, end)


def moving(outlook: Outlook) -> list[Token]:
    """The words that move the event to another day."""
    return outlook.tokens("postponed") + [t for t in outlook.tokens("scheduled") if is_brought_forward(t)]


def is_moved(outlook: Outlook) -> bool:
    """True where the event is put off or brought forward."""
    return outlook.status == "postponed" or (outlook.status == "scheduled" and bool(moving(outlook)))


def is_moved_to(phrase: TimePhrase, sentence: ParsedSentence, outlook: Outlook) -> bool:
    """True for the new day of what is "postponed until May", "pushed back to January 9"."""
    tokens = tokens_of(phrase, sentence) if is_moved(outlook) else []
    top = next((t for t in tokens if t.head not in tokens), None)
    if top is None:
        return False
    node = top if top.lower_ in _NEW else top.head
    if node.lower_ not in _NEW:
        return False
    # the parser ties "to May" to the "reopening" of "postpones school reopening to May"
    while node.head != node and (not is_verb(node) or node.tag_ == "VBG"):
        node = node.head
        if node in moving(outlook):
            return True
    return False


def is_former(phrase: TimePhrase, trigger: Trigger, outlook: Outlook) -> bool:
    """True for a day that the event had before: "moved from May 3", "originally set for May 3"."""
    tokens = tokens_of(phrase, trigger.sentence)
    assert trigger.sentence.doc is not None
    before = [t.lower_ for t in trigger.sentence.doc[max(0, tokens[0].i - 3) : tokens[0].i]]
    opened = tokens[0].lower_ == "from" and len(phrase.timexes) == 1
    if (opened or "from" in before[-2:]) and is_moved(outlook):
        return True
    if outlook.status == "postponed" and _was_planned(tokens[0], trigger.token):
        return True
    return any(
        cue.is_ancestor(tokens[0]) and _FORMERLY & {c.lower_ for c in cue.children}
        for cue in outlook.tokens("scheduled")
    )


def _was_planned(first: Token, event: Token) -> bool:
    """True for the day of a plan that is put off: "was set for May 3 but delayed", "the May 3 hearing"."""
    node = first
    while node.head != node:
        node = node.head
        if node == event:
            return True
        if is_verb(node) and cue_of(node) is not None:
            return cue_of(node) in {"scheduled", "expected"}
        if node.tag_[:1] == "J" and ADJECTIVES.get(node.lower_) == "scheduled":
            return True  # "the report, due in March, has been delayed"
    return False


def planned_for_others(phrases: Sequence[TimePhrase], trigger: Trigger) -> Iterator[TimePhrase]:
    """The plan's days, where others are told: "the race, scheduled for May 3, will be held on June 4"."""
    held = [p.when.window for p in phrases if _is_of_governor(p, trigger)]
    for phrase in phrases:
        planned = phrase.when.window if _is_of_plan(phrase, trigger) else None
        if planned is not None and any(day is not None and not day.meets(planned) for day in held):
            yield phrase


def _is_of_governor(phrase: TimePhrase, trigger: Trigger) -> bool:
    """True for the day of the verb that says that the event takes place: "will be held on June 4"."""
    top, verb = tokens_of(phrase, trigger.sentence)[0], trigger.token.head
    if not is_subject(trigger.token) or verb.lemma_ not in LIGHT or verb_group(verb).past:
        return False
    return verb in {top.head, top.head.head}


def _is_of_plan(phrase: TimePhrase, trigger: Trigger) -> bool:
    """True for the day of "the race, scheduled for May 3,"."""
    link = tokens_of(phrase, trigger.sentence)[0].head
    plan = link if link.lower_ not in {"for", "on"} else link.head
    return plan.head == trigger.token and plan.dep_ in {"acl", "amod"} and cue_of(plan) == "scheduled"
