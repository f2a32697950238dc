"""From a text and its creation time to timexes and time phrases."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from slated.model import CreationTime, Span, StatedWindow, TimePhrase, Timex, Window
from slated.model.spans import TextPart
from slated.reading.timex.bounds import Bounded, bound_before, bounded, with_window
from slated.reading.timex.day_forms import weekday_number
from slated.reading.timex.grammar import english, read_pieces
from slated.reading.timex.patterns import Found
from slated.reading.timex.phrases import Joined, joined
from slated.reading.timex.sense import Context, Direction
from slated.reading.timex.words import Words

# ``under_past``: within a past clause that may itself speak of something else ("announced a trip in May")
# ``planned``: planned in the past, most likely still to come ("agreed to meet on Friday")
# ``formerly``: planned before that, and on either side ("had been due on Friday")
# ``under_present``: part of a noun of a present clause ("the third storm in two weeks is")
Tense = Literal["past", "present", "future", "under_past", "under_present", "planned", "formerly"]
TenseAt = Callable[[int, int], Tense | None]

_DIRECTIONS: dict[Tense | None, Direction] = {"past": -1, "under_past": -1, "future": 1, "planned": 1}
_BOUND_LOOKS: dict[str, Direction] = {
    "earliest": 1,
    "latest": 1,
    "before": 1,
    "within": 1,
    "range": 1,
    "opening": 1,
    "since": -1,
}


# forms whose names come round once a year, not once a week
_LONG = frozenset(
    {
        "month",
        "calendar_day",
        "holiday",
        "quarter",
        "season",
        "bare_season",
        "day_pair",
        "pair_day",
        "day_list",
    }
)


@dataclass(frozen=True, slots=True)
class Times:
    """The timexes of one text part and the phrases that they form; both in text order."""

    timexes: tuple[Timex, ...]
    phrases: tuple[TimePhrase, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one day of creation makes of the words."""

    bounds: list[Bounded]
    phrases: list[Joined]


def read_times(
    text: str, creation_time: CreationTime, tense_at: TenseAt | None = None, part: TextPart = "text"
) -> Times:
    """Find and resolve every time expression of ``text``.

    ``tense_at(start, end)`` tells the tense and sense of the clause that governs the characters
    (half-open), or None where unknown; it decides which way a bare weekday or day points.
    Where the creation time is an interval, each window holds what either end of it allows.
    """
    words = english()[0].read(text)
    ends = sorted({day for day in (creation_time.earliest, creation_time.latest) if day})
    exact = len(ends) < 2
    days: list[dt.date | None] = [*ends] or [None]
    readings = [_read_from(words, day, exact, tense_at) for day in days]
    return _merged(words, readings, part)


def _read_from(words: Words, today: dt.date | None, exact: bool, tense_at: TenseAt | None) -> _Reading:
    context = Context(today, exact, None, None, _direction_finder(words, today, tense_at))
    bounds = bounded(words, read_pieces(words, context), context)
    return _Reading(bounds, joined(words, bounds))


def _direction_finder(
    words: Words, today: dt.date | None, tense_at: TenseAt | None
) -> Callable[[Found], Direction]:
    """Tense decides; where there is none, a bound that looks ahead or back."""

    def direction_at(found: Found) -> Direction:
        start, end = words.tokens[found.first].start, words.tokens[found.last - 1].end
        tense = tense_at(start, end) if tense_at else None
        own = _own_direction(tense, found, today)
        ahead = _bound_looks(words, found)
        if ahead < 0:
            return ahead
        ahead = ahead if own <= 0 and tense != "formerly" else 0
        if own < 0 < ahead:
            return 0 if found.form in _LONG else 1 if tense == "under_past" else own
        return own or ahead

    return direction_at


def _bound_looks(words: Words, found: Found) -> Direction:
    """Which way the bound before looks; "by Monday's Herald" names a doer and is none."""
    bound = bound_before(words, found.first, 0)
    if bound is None or (bound.form == "latest" and found.word_at(0) in {"'s", "’s"}):
        return 0
    return _BOUND_LOOKS.get(bound.form, 0)


def _own_direction(tense: Tense | None, found: Found, today: dt.date | None) -> Direction:
    """Which way the governing clause points what was found, 0 where it does not tell."""
    names = found.before_noun and tense != "past"
    if found.form in _LONG and (names or tense in {"present", "under_present", "under_past"}):
        # "discussed the November ballot": the verb says nothing of the ballot's time
        meets = tense == "present" and found.form in {"calendar_day", "holiday"} and not found.before_noun
        return 1 if meets else 0
    if tense in {"present", "under_present"}:
        ahead = found.form in {"weekday", "clock_time"} or (found.form == "ahead" and tense == "present")
        return 1 if ahead else 0
    if tense in {"planned", "formerly"} and found.has("weekday") and today:
        return _of_planned_weekday(tense, (today.isoweekday() - weekday_number(found.word("weekday"))) % 7)
    return _DIRECTIONS.get(tense, 0)


def _of_planned_weekday(tense: Tense, days_since: int) -> Direction:
    """What was planned lies ahead unless the day was yesterday; what had been, on the nearer side."""
    return -1 if days_since == 1 or (tense == "formerly" and days_since <= 3) else 1


def _merged(words: Words, readings: list[_Reading], part: TextPart) -> Times:
    """The reading from the last day, its windows widened to hold those from the first."""
    first, last = readings[0], readings[-1]
    windows = {(b.piece.first, b.piece.last): b.window for b in first.bounds}
    timexes = []
    for bound in last.bounds:
        sense = with_window(bound.piece.sense, bound)
        window = _widest(sense.window, windows.get((bound.piece.first, bound.piece.last), sense.window))
        span = _span(words, bound.piece.first, bound.piece.last, part)
        timexes.append(Timex(span, sense.type, sense.value, sense.mod, window))
    stated = {(p.first, p.last): p for p in first.phrases}
    phrases = [_phrase(words, p, stated.get((p.first, p.last), p), part) for p in last.phrases]
    return Times(tuple(timexes), tuple(phrases))


def _phrase(words: Words, late: Joined, early: Joined, part: TextPart) -> TimePhrase:
    span = _span(words, late.first, late.last, part)
    alternatives = late.alternatives
    if len(alternatives) == len(early.alternatives):
        pairs = zip(alternatives, early.alternatives, strict=True)
        alternatives = tuple(w for a, b in pairs if (w := _widest(a, b)))
    when = StatedWindow(_widest(late.window, early.window), span.text, alternatives)
    return TimePhrase(span, when, late.pieces)


def _widest(late: Window | None, early: Window | None) -> Window | None:
    if late is None or early is None:
        return None
    return late.hull(early)


def _span(words: Words, first: int, last: int, part: TextPart) -> Span:
    start, end = words.tokens[first].start, words.tokens[last - 1].end
    return Span(start, end, words.text[start:end], part)
