"""Candidates: every trigger of a sentence with what the sentence says of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from slated.model import TimePhrase
from slated.model.readings import Status
from slated.reading.mentions.outlook import Outlook, outlook_of
from slated.reading.mentions.triggers import Trigger, triggers_in
from slated.reading.mentions.when import EventTime, times_of
from slated.reading.parse import ParsedSentence

AHEAD: frozenset[Status] = frozenset(
    {"proposed", "expected", "scheduled", "in_doubt", "postponed", "cancelled"}
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A trigger with what its own sentence says of it."""

    trigger: Trigger
    outlook: Outlook
    time: EventTime


def candidates_in(sentence: ParsedSentence, phrases: Sequence[TimePhrase]) -> Iterator[Candidate]:
    """The candidates of a parsed sentence, in order; ``phrases`` are the time phrases it holds."""
    triggers = list(triggers_in(sentence))
    for trigger in triggers:
        rivals = [t for t in triggers if t is not trigger and t.known]
        outlook = outlook_of(trigger.token, noun=trigger.noun, headline=sentence.kind == "title")
        if trigger.known or outlook.status in AHEAD:
            yield Candidate(trigger, outlook, times_of(trigger, rivals, outlook, phrases))
        elif phrases and outlook.status is None:
            time = times_of(trigger, rivals, outlook, phrases)
            if time.window is not None:
                yield Candidate(trigger, outlook, time)
