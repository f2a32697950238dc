"""Candidates: every trigger of a sentence with what the sentence says of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from slated.model import TimePhrase
from slated.model.readings import Status
from slated.reading.mentions.outlook import Outlook, of_attempt, outlook_of
from slated.reading.mentions.triggers import Trigger, is_of_report, triggers_in
from slated.reading.mentions.when import EventTime, times_of
from slated.reading.parse import ParsedSentence
from slated.reading.tokens import Doc

AHEAD: frozenset[Status] = frozenset(
    {"proposed", "expected", "scheduled", "in_doubt", "postponed", "cancelled"}
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A trigger with what its own sentence says of it."""

    trigger: Trigger
    outlook: Outlook
    time: EventTime


@dataclass(frozen=True, slots=True)
class SentenceCandidates:
    """The candidates of one sentence, with the time phrases that it holds."""

    sentence: ParsedSentence
    phrases: tuple[TimePhrase, ...]
    candidates: tuple[Candidate, ...]


def candidates_of(
    sentences: Sequence[ParsedSentence], phrases: Sequence[TimePhrase]
) -> tuple[SentenceCandidates, ...]:
    """The candidates of every parsed sentence of an article, in order; ``phrases`` are the article's."""
    found: list[SentenceCandidates] = []
    for sentence in sentences:
        if sentence.doc is not None:
            opens = sentence.span.start + _first_word(sentence.doc)  # a dateline's day is that of the report
            inside = tuple(p for p in phrases if sentence.span.covers(p.span) and p.span.start >= opens)
            if inside:
                end = _report_begins(sentence)
                inside = tuple(p for p in inside if p.span.start < end)
            found.append(SentenceCandidates(sentence, inside, tuple(candidates_in(sentence, inside))))
    return tuple(found)


def _report_begins(sentence: ParsedSentence) -> int:
    """Where a report closes the sentence ("..., the governments announced on Friday."), else its end."""
    assert sentence.doc is not None
    begins = (sentence.span.start + t.idx for t in sentence.doc if is_of_report(t))
    return next(begins, sentence.span.end)


def _first_word(doc: Doc) -> int:
    """Where the words begin: the blanks before them stand for a dateline."""
    return doc[1].idx if len(doc) > 1 and doc[0].is_space else 0


def candidates_in(sentence: ParsedSentence, phrases: Sequence[TimePhrase]) -> Iterator[Candidate]:
    """The candidates of a parsed sentence, in order; ``phrases`` are the time phrases it holds."""
    # an unknown word within a time phrase names no event
    triggers = [
        (t, known)
        for t in triggers_in(sentence)
        if (known := t.known) or not any(p.span.start <= t.start < p.span.end for p in phrases)
    ]
    events = [t for t, known in triggers if known]
    for trigger, known in triggers:
        if not trigger.noun and is_of_report(trigger.token):
            continue
        rivals = [t for t in events if t is not trigger]
        outlook = outlook_of(trigger.token, noun=trigger.noun, headline=sentence.kind == "title")
        if trigger.event_class == "launch":
            outlook = of_attempt(trigger.token, outlook)
        if known or outlook.status in AHEAD:
            yield Candidate(trigger, outlook, times_of(trigger, rivals, outlook, phrases))
        elif phrases and outlook.status is None:
            time = times_of(trigger, rivals, outlook, phrases)
            if time.window is not None:
                yield Candidate(trigger, outlook, time)
