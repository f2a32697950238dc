"""Titles of event mentions: short, in the words of the text; and what tells an event from its kind."""

from __future__ import annotations

import re
from collections.abc import Sequence

from slated.model import Participant, Span
from slated.reading.gazetteer import fold
from slated.reading.lexicon import load_words
from slated.reading.mentions.clause import is_verb, subject_of
from slated.reading.mentions.triggers import Trigger, whole_of
from slated.reading.mentions.turns import AWAITED, place_awaited_in
from slated.reading.tokens import Token

_ORDINALS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5,
    "5th": 5, "sixth": 6, "6th": 6, "seventh": 7, "7th": 7, "eighth": 8, "8th": 8, "ninth": 9, "9th": 9,
    "tenth": 10, "10th": 10, "inaugural": 1, "maiden": 1, "another": 2,
}  # fmt: skip
_IDLE = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "your",
        "planned",
        "upcoming",
        "next",
        "expected",
        "scheduled",
        "potential",
        "possible",
        "proposed",
        "new",
        "such",
        "any",
        "some",
        "no",
        "much",
        "anticipated",
        "highly",
        "long",
        "awaited",
        "historic",
        "unprecedented",
        "recent",
        "last",
    ]
)
_MODIFIERS = frozenset({"compound", "amod", "nmod", "nummod"})
_CALENDAR = load_words("calendar_names")["names"]
_LONGEST = 100
_OF = frozenset({"of", "on"})
_BALLOTS = frozenset({"vote", "ballot", "referendum"})  # held to do what is voted on
_PARTICLES = frozenset({"off", "out", "up", "down"})
_OPENING = frozenset({"IN", "TO", "DT", "CC", "RP"})
_SHORT = 5
_LONG = 9
_ANAPHORIC = frozenset({"the", "this", "that", "these", "those", "such", "its", "their", "his", "her"})


def ordinal_of(trigger: Trigger) -> int | None:
    """The number that the text gives the event among its kind ("second summit": 2)."""
    if not trigger.noun:
        return None
    first = whole_of(trigger.token).left_edge.i
    before = [t.lower_ for t in trigger.token.doc[first : trigger.first.i]][-8:]
    return next((_ORDINALS[word] for word in reversed(before) if word in _ORDINALS), None)


def modifiers_of(trigger: Trigger) -> tuple[str, ...]:
    """The words before the event noun that tell it from others of its kind, folded."""
    if not trigger.noun:
        return ()
    words = [
        fold(_joined(c)).replace(" ", "")
        for c in trigger.token.children
        if c.i < trigger.first.i and c.dep_ in _MODIFIERS and c.lower_ not in _IDLE and not _hyphen_follows(c)
    ]
    return tuple(w for w in words if w and w not in _ORDINALS and w not in _CALENDAR)


def _hyphen_follows(word: Token) -> bool:
    return word.i + 1 < len(word.doc) and word.doc[word.i + 1].text in {"-", "–"}


def _joined(word: Token) -> str:
    """The word with what a hyphen joins to it: "high-level"."""
    start = word.i
    while start >= 2 and word.doc[start - 1].text in {"-", "–"}:
        start -= 2
    return word.doc.words(start, word.i + 1)


def is_anaphor(trigger: Trigger, participants: Sequence[Participant]) -> bool:
    """True for "the meeting" and the like, which name nothing of their own."""
    if not trigger.noun or participants or modifiers_of(trigger) or ordinal_of(trigger):
        return False
    if any(_is_date(c) for c in trigger.token.children if c.i < trigger.first.i):
        # "the June 12 summit" is told by its day
        return False
    if _complement(trigger, ()):
        return False
    return any(c.dep_ in {"det", "poss"} and c.lower_ in _ANAPHORIC for c in trigger.token.children)


def _is_date(word: Token) -> bool:
    return word.dep_ in {*_MODIFIERS, "poss", "npadvmod"} and fold(word.text) in _CALENDAR


def title_of(
    trigger: Trigger, participants: Sequence[Participant], times: Sequence[Span], *, past: bool
) -> str:
    """A diary title in the text's own words: the noun phrase, or who is to do (or did) what.

    ``times`` are the spans of the time phrases of the sentence, which a title leaves out.
    """
    if trigger.noun and (said := _carried_title(trigger)):
        return said
    if trigger.noun:
        phrase = _phrase(trigger.token, trigger.first) + _complement(trigger, times)
        names = [p.name for p in participants if not _named_in(p.name, phrase)][:2]
        return f"{phrase} ({', '.join(names)})" if names else phrase
    agent = _agent(participants, _subject_phrase(trigger.token))
    place = place_awaited_in(trigger.token) if trigger.head in AWAITED else None
    if place is not None:
        where = trigger.token.doc.words(place.left_edge.i, place.i + 1)
        return f"{agent} to be in {where}".strip()[:_LONGEST]
    verb = trigger.token.lower_ if past else f"to {_infinitive(trigger)}" if agent else trigger.head
    after = [c for c in trigger.token.children if c.i > trigger.token.i]
    close = (c for c in after if c.dep_ in {"prt", "oprd", "acomp"} or c.lower_ in _PARTICLES)
    found = next(close, None)
    not_so = found is not None and any(c.dep_ == "neg" for c in found.children)
    particle = f"{'not ' if not_so else ''}{found.lower_}" if found is not None else ""
    told = _object(trigger, times)
    # "the jury found Lee guilty", but "the union called off a strike", however far the word stands
    behind = (
        found is not None and found.dep_ == "oprd" and any(c.dep_ == "dobj" and c.i < found.i for c in after)
    )
    words = (agent, verb, told, particle) if behind else (agent, verb, particle, told)
    return " ".join(" ".join(words).split())[:_LONGEST]


def _agent(participants: Sequence[Participant], subject: str) -> str:
    """Who is to do it: by name; where that only tells who does ("Peru's miners"), as the text calls them."""
    agent = next((p for p in participants if p.role == "agent"), None)
    if agent is None:
        return subject
    first, _, last = subject.rpartition(" ")
    only_whose = agent.kind != "person" and bool(first) and (last.islower() or first.endswith(("'s", "’s")))
    return subject if only_whose and last.lower() not in fold(agent.name).split() else agent.name


def _carried_title(trigger: Trigger) -> str:
    """ "Phone on sale", of "the phone will go on sale": what a bare noun after "on" is said of."""
    noun, link = trigger.token, trigger.token.head
    if noun.dep_ != "pobj" or link.lower_ != "on" or noun.children or not is_verb(link.head):
        return ""
    subject = _subject_phrase(link.head)
    return f"{subject} on {noun.lower_}" if subject else ""


def _infinitive(trigger: Trigger) -> str:
    """ "replace", and of what is done to its subject "be replaced"."""
    passive = any(c.dep_ == "auxpass" for c in trigger.token.children)
    return f"be {trigger.token.lower_}" if passive else trigger.token.lemma_


def _named_in(name: str, phrase: str) -> bool:
    return any(word in phrase.lower().replace("-", " ").split() for word in name.lower().split()[-1:])


def _phrase(noun: Token, first: Token) -> str:
    left = [c for c in noun.lefts if c.dep_ in _MODIFIERS or c.dep_ == "poss"]
    start = min([first.i, *(t.left_edge.i for t in left)])
    words = re.sub(
        r"^(?:the|a|an|this|that|his|her|its|their)\s+", "", noun.doc.words(start, noun.i + 1), flags=re.I
    )
    return " ".join(words.split())[-_LONGEST:]


def _complement(trigger: Trigger, times: Sequence[Span]) -> str:
    """What the noun is of, where that is short and no name: " of three hostages", " on the budget"."""
    noun = trigger.token
    if aim := _aim(trigger, times):
        return f" {aim}"
    for child in noun.children:
        on_it = child.lower_ == "on" and trigger.head in _BALLOTS
        if (child.i != noun.i + 1 and not on_it) or child.lower_ not in _OF:
            continue
        of = next((c for c in child.children if c.dep_ == "pobj"), None)
        if of is not None and of.tag_ in {"NN", "NNS", "NNPS"} and of.i - child.i <= _SHORT:
            end = min(of.right_edge.i, child.i + _LONG) if on_it else of.i
            words = _untimed(trigger, child.i, end, times)
            return f" {words}" if words else ""
    return ""


def _subject_phrase(verb: Token) -> str:
    """The subject in the text's words where it is short: "its servers", "the second flight"."""
    subject = subject_of(verb)
    if subject is None or subject.tag_ in {"PRP", "WDT", "WP", "EX"}:
        return ""
    words = verb.doc.words(max(subject.left_edge.i, subject.i - 4), subject.i + 1)
    return re.sub(r"^(?:the|a|an|['’]s)\s+", "", words, flags=re.I)


def _object(trigger: Trigger, times: Sequence[Span]) -> str:
    """What is done, in the text's words: the object, else what a preposition adds, without days."""
    verb = trigger.token
    after = [c for c in verb.children if c.i > verb.i]
    for child in after:
        if child.dep_ in {"dobj", "attr", "dative"}:
            asides = [
                c.left_edge.i - 1
                for c in child.children
                if c.dep_ == "acl" and c.tag_ == "VBN" and c.i > child.i
            ]
            end = min([child.right_edge.i, child.left_edge.i + 8, *asides])  # "25 sailors held since May"
            return _untimed(trigger, child.left_edge.i, end, times)
    for child in after:
        if child.dep_ == "prep" and not child.nbor(-1).is_punct:
            words = _untimed(trigger, child.i, min(child.right_edge.i, child.i + 6), times)
            if words:
                return words
    return _aim(trigger, times)


def _aim(trigger: Trigger, times: Sequence[Span]) -> str:
    """What is voted to be done: "to authorise subpoenas" of "the vote to authorise subpoenas"."""
    if trigger.head not in _BALLOTS:
        return ""
    for child in trigger.token.children:
        to = next((c for c in child.children if c.lower_ == "to" and c.dep_ == "aux"), None)
        if to is not None and child.tag_ == "VB" and child.i > to.i > trigger.token.i:
            return _untimed(trigger, to.i, min(child.right_edge.i, to.i + 8), times)
    return ""


def _untimed(trigger: Trigger, first: int, last: int, times: Sequence[Span]) -> str:
    """The words ``first`` to ``last`` up to a time phrase, and without a preposition left over."""
    words = [trigger.token.doc[i] for i in range(first, last + 1)]
    start = trigger.sentence.span.start
    timed = (i for i, t in enumerate(words) if any(s.start <= start + t.idx < s.end for s in times))
    words = words[: next(timed, len(words))]
    while words and (words[-1].tag_ in _OPENING or words[-1].is_punct or words[-1].lower_ == "due"):
        words.pop()
    return trigger.token.doc.words(first, first + len(words)) if words else ""
