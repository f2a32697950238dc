"""The times of a sentence's events among one another: shared with a journey, counted from another event."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

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
_COUNTS = ("a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NEWS = re.compile(
    r"\b(?:comes?|has come) (?:just |only |exactly )?"
    rf"(?P<words>(?P<count>{'|'.join(_COUNTS)}|\d\d?) (?P<unit>day|week)s? (?P<way>after|before|ahead of)) "
)
_CLOSE = 60  # characters from such words to their event


def rivals_of(trigger: Trigger, triggers: Sequence[Trigger]) -> list[Trigger]:
    """The other triggers that may own a time or place: a verb of no known kind takes none from an event."""
    return [t for t in triggers if t is not trigger and t.known >= trigger.known]


def timed(kept: Sequence[Candidate], phrases: Sequence[TimePhrase], today: dt.date | None) -> list[Candidate]:
    """The candidates of one sentence with their times, its time phrases shared out among them.

    ``today`` is the article's creation day, from which news is counted: "comes two days after the vote".
    """
    triggers = [c.trigger for c in kept]
    own = [
        Candidate(t, c.outlook, times_of(t, rivals_of(t, triggers), c.outlook, phrases))
        for t, c in zip(triggers, kept, strict=True)
    ]
    lent = [c if c.time != EventTime() else Candidate(c.trigger, c.outlook, _borrowed(c, own)) for c in own]
    return lent if today is None else _counted_from_news(lent, today)


def _counted_from_news(candidates: Sequence[Candidate], today: dt.date) -> list[Candidate]:
    """The first event after "the move comes two days after", that many days from today, if no day is told."""
    found = list(candidates)
    text = candidates[0].trigger.sentence.span.text if candidates else ""
    for match in _NEWS.finditer(text):
        later = [k for k, c in enumerate(found) if 0 <= c.trigger.first.idx - match.end() <= _CLOSE]
        for k in later[:1]:
            time = found[k].time
            if time.window is None or time.window.window is None:
                stated = StatedWindow(_days_away(match, today), match.group("words"))
                found[k] = replace(found[k], time=replace(time, window=stated))
    return found


def _days_away(match: re.Match[str], today: dt.date) -> Window:
    """That many days off; a week or more is said of a day some days off that."""
    words = match.group("count").lower()
    count = int(words) if words.isdigit() else _COUNTS.index(words) or 1
    weeks = match.group("unit") == "week"
    away = count * (7 if weeks else 1) * _DAY
    day = today - away if match.group("way") == "after" else today + away
    slack = (2 if weeks else 0) * _DAY
    return Window(day - slack, day + slack)


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
    return next(chain(_shared(token, others), _counted(token, others)), EventTime())


def _shared(verb: Token, others: Sequence[Candidate]) -> Iterator[EventTime]:
    """ "will sign it at a ceremony on Friday", "flew to Lima to meet her on Friday": both are then."""
    for other in others:
        token = other.trigger.token
        done_at = token.dep_ == "pobj" and token.head.lower_ in _SETTING | {"in"} and token.head.head == verb
        aim = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "for" else token.head
        gone_for = token.dep_ in {"advcl", "xcomp", "pobj"} and aim == verb and is_move(verb)
        if other.time.window is not None and (done_at or gone_for):
            yield EventTime(other.time.window)


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
