"""The times of a sentence's events among one another: shared with a journey, counted from another event."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from slated.model import StatedWindow, TimePhrase, Window
from slated.reading.mentions.candidates import Candidate
from slated.reading.mentions.goals import is_move
from slated.reading.mentions.triggers import Trigger
from slated.reading.mentions.when import EventTime, times_of
from slated.reading.tokens import Token

_DAY = dt.timedelta(days=1)
_SETTING = frozenset({"at", "during"})
_ON_THE_WAY = frozenset({"for", "following", "after"})
_BEFORE = frozenset({"before", "until"})
_AFTER = frozenset({"after", "following"})


def rivals_of(trigger: Trigger, triggers: Sequence[Trigger]) -> list[Trigger]:
    """The other triggers that may own a time or place: a verb of no known kind takes none from an event."""
    return [t for t in triggers if t is not trigger and t.known >= trigger.known]


def timed(kept: Sequence[Candidate], phrases: Sequence[TimePhrase]) -> list[Candidate]:
    """The candidates of one sentence with their times, its time phrases shared out among them."""
    triggers = [c.trigger for c in kept]
    own = [
        replace(c, time=times_of(c.trigger, rivals_of(c.trigger, triggers), c.outlook, phrases)) for c in kept
    ]
    return [c if c.time != EventTime() else replace(c, time=_borrowed(c, own)) for c in own]


def _borrowed(candidate: Candidate, others: Sequence[Candidate]) -> EventTime:
    """The time of the journey made for the event, of what is done at it, or counted from another event."""
    token = candidate.trigger.token
    if token.dep_ == "pobj":
        word = token.head.lower_
        for other in others:
            if other.trigger.token == token.head.head and (
                word in _SETTING or (word in _ON_THE_WAY and is_move(other.trigger.token))
            ):
                return EventTime(other.time.window)
    if candidate.trigger.noun:
        return EventTime()
    return next(_counted(token, others), EventTime())


def _counted(verb: Token, others: Sequence[Candidate]) -> Iterator[EventTime]:
    """ "will vote after the June 3 summit": from the day after; "before": up to the day before."""
    for link in verb.children:
        word = link.lower_
        if word not in _BEFORE | _AFTER:
            continue
        for other in others:
            window = other.time.window.window if other.time.window is not None else None
            if other.trigger.token.head != link or window is None:
                continue
            text = verb.doc.words(link.i, other.trigger.token.i + 1)
            if word in _AFTER and window.latest is not None:
                yield EventTime(StatedWindow(Window(window.latest + _DAY, None), text))
            elif word in _BEFORE and window.earliest is not None:
                yield EventTime(StatedWindow(Window(None, window.earliest - _DAY), text))
