"""Words beside a time that bound it: "by", "as early as", "within"."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from itertools import pairwise

from slated.model import Window
from slated.reading.timex.calendar import DAY, period
from slated.reading.timex.duration_forms import in_calendar, length_ahead
from slated.reading.timex.grammar import english
from slated.reading.timex.patterns import Found
from slated.reading.timex.sense import Context, Piece, Sense
from slated.reading.timex.words import Words

_REACH = 7  # tokens: no bound is longer
_CLAUSE = 9  # tokens: how far before its bound a clause is denied
_PUT_OFF = frozenset({"until", "till", "before"})
_POSTPONED = frozenset(
    {"postponed", "delayed", "deferred", "rescheduled", "postpone", "delay", "defer", "adjourned"}
)
_PUT_BACK = frozenset({("put", "off"), ("pushed", "back"), ("held", "over"), ("moved", "back")})
_BREAKS = frozenset({".", ";", ":", ",", "but", "and", "that", '"', "“", "”"})
_NEW_CLAUSE = frozenset({"to", "which", "who", "will", "would"})
_DETERMINERS = frozenset(
    {"a", "all", "an", "any", "her", "his", "its", "our", "that", "the", "their", "this"}
)
_NEGATIONS = frozenset({"not", "no", "never", "cannot"})
_MODS = {"latest": "ON_OR_BEFORE", "before": "BEFORE", "earliest": "ON_OR_AFTER", "after": "AFTER"}


@dataclass(frozen=True, slots=True)
class Bounded:
    """A piece with the bound that stands before it.

    ``first`` and ``last`` take the words of the bound in; ``window`` is the days that are left.
    """

    piece: Piece
    bound: str | None
    first: int
    last: int
    window: Window | None


def bounded(words: Words, pieces: list[Piece], context: Context) -> list[Bounded]:
    """Each piece with its bound, if any."""
    found: list[Bounded] = []
    ends = [*(piece.first for piece in pieces), len(words.tokens)][1:]
    for piece, end in zip(pieces, ends, strict=True):
        floor = found[-1].last if found else 0
        found.append(_with_bound(words, piece, (floor, end), context))
    for index in range(len(found) - 1):
        measured = _measured(words, found[index], found[index + 1].piece)
        if measured:
            date = found[index + 1].piece
            found[index] = measured
            found[index + 1] = Bounded(date, None, date.first, date.last, date.sense.window)
    return found


def _measured(words: Words, length: Bounded, date: Piece) -> Bounded | None:
    """ "two days before the June 8 vote", "a week after Christmas": the length from the day beside it."""
    joint = [t.word for t in words.tokens[length.piece.last : date.first]]
    if joint and joint[-1] in {"the", "a", "his", "her", "its", "their"}:
        joint.pop()
    side = _SIDES.get(tuple(joint))
    sense, day = length.piece.sense, date.sense.window.earliest if date.sense.window else None
    if side is None or day is None or date.sense.grain != "day" or sense.length is None or sense.pointed:
        return None
    count, unit = sense.length
    if joint == ["of"] and length.bound != "within":
        return None
    if not in_calendar(day, count, unit) or length.bound not in {None, "none", "within", "ahead"}:
        return None
    end = length_ahead(day, side * count, unit)
    if joint == ["from"] and words.tokens[max(0, length.piece.first - 1)].word == "for":
        # "for three days from May 3": the first of them is that day
        lasting = Window(day, max(day, end - DAY))
        return Bounded(length.piece, length.bound, length.piece.first, length.piece.last + 1, lasting)
    window = _grain_window(end, "Y" if unit == "Y" else "D")
    if length.bound == "within":
        window = Window(min(day, end), max(day, end))
    last = length.piece.last + len(joint)
    return Bounded(length.piece, length.bound, length.piece.first, last, window)


_SIDES = {
    ("before",): -1,
    ("ahead", "of"): -1,
    ("prior", "to"): -1,
    ("after",): 1,
    ("following",): 1,
    ("from",): 1,
    ("of",): 1,
}


def _with_bound(words: Words, piece: Piece, room: tuple[int, int], context: Context) -> Bounded:
    """The piece with its bound; of the words around it those in ``room`` (half-open) are free to take."""
    bound = None if _within_noun(words, piece) else bound_before(words, piece.first, room[0])
    kind = bound.form if bound else None
    if kind == "ahead" and bound and _counts_back(words, bound.first):
        bound, kind = None, None
    if kind in {"latest", "before"} and bound and _is_put_off(words, bound):
        kind = "earliest"
    if kind == "latest" and bound and _is_new_day(words, bound):
        kind = "none"
    if kind in {"within", "ahead"} and _of_something(words, piece):
        # "within a month of the election": counted from another day than today
        return Bounded(piece, kind, piece.first, piece.last, piece.sense.window)
    if kind == "ahead" and piece.sense.length is None:
        bound, kind = None, None
    first = bound.first if bound and kind != "ahead" else piece.first
    last = piece.last
    if kind is None or kind in {"none", "opening", "range"}:
        kind, last = _bound_after(words, piece, kind, room[1])
    window = _apply(kind, piece.sense, context, bound)
    if kind in {"within", "ahead"} and window is None:
        first = piece.first
    return Bounded(piece, kind, first, last, window)


def _is_put_off(words: Words, bound: Found) -> bool:
    """ "will not begin until Friday", "no vote is planned before May": then at the earliest."""
    if words.tokens[bound.first].word not in _PUT_OFF:
        return False
    before = [t.word for t in words.tokens[max(0, bound.first - _CLAUSE) : bound.first]]
    at = max((i for i, word in enumerate(before) if word in _BREAKS), default=-1)
    clause = before[at + 1 :]
    shortened = any(mark in {"'", "’"} and word == "t" for mark, word in pairwise(clause))
    return shortened or not _NEGATIONS.isdisjoint(clause)


def _is_new_day(words: Words, bound: Found) -> bool:
    """ "postponed until Friday", "put off until May", "delayed its release until May": then it is to be."""
    if words.tokens[bound.first].word not in {"until", "till"}:
        return False
    before = [t.word for t in words.tokens[max(0, bound.first - _CLAUSE) : bound.first]]
    if not _POSTPONED.isdisjoint(before[-2:]) or tuple(before[-2:]) in _PUT_BACK:
        return True
    at = max((i for i, word in enumerate(before) if word in _BREAKS | _NEW_CLAUSE), default=-1)
    return any(a in _POSTPONED and b in _DETERMINERS for a, b in pairwise(before[at + 1 :]))


def _counts_back(words: Words, at: int) -> bool:
    """ "will be the first upgrade in five years", "its worst drought in a decade"."""
    before = [t.word for t in words.tokens[max(0, at - _REACH) : at]]
    sentence = before[before.index(".") + 1 :] if "." in before else before
    return any(w in _RANKS or (w.endswith("est") and len(w) > 5) for w in sentence)


_RANKS = frozenset({"first", "second", "third", "fourth", "fifth", "only", "worst", "best", "most", "least"})


def _of_something(words: Words, piece: Piece) -> bool:
    following = [t.word for t in words.tokens[piece.last : piece.last + 2]]
    return following[:1] in (["of"], ["after"], ["before"]) or (
        following[:1] == ["from"] and following[1:] != ["now"]
    )


def _within_noun(words: Words, piece: Piece) -> bool:
    """ "before Friday's vote", "since the June 12 summit": the time is that of the noun."""
    following = words.tokens[piece.last : piece.last + 1]
    if following and following[0].word in {"'s", "’s"}:
        return True
    opening = words.tokens[piece.first - 1].word if piece.first else ""
    return opening in {"the", "a", "an"} and bool(following) and following[0].word.isalpha()


def bound_before(words: Words, end: int, floor: int) -> Found | None:
    """The longest bound that ends just before token ``end``."""
    grammar = english()[2]
    for first in range(max(floor, end - _REACH), end):
        found = grammar.exact(words, first, end)
        if found:
            return found
    return None


def _bound_after(words: Words, piece: Piece, kind: str | None, end: int) -> tuple[str | None, int]:
    following = [t.word for t in words.tokens[piece.last : min(piece.last + 4, end)]]
    for says, bound in _AFTER.items():
        if following[: len(says)] == list(says):
            return bound, piece.last + len(says)
    return kind, piece.last


_AFTER = {
    ("at", "the", "latest"): "latest",
    ("at", "the", "earliest"): "earliest",
    ("or", "later"): "earliest",
    ("or", "earlier"): "latest",
    ("or", "sooner"): "latest",
    ("and", "beyond"): "earliest",
    ("onward",): "earliest",
    ("onwards",): "earliest",
}


def _apply(kind: str | None, sense: Sense, context: Context, bound: Found | None) -> Window | None:
    window = sense.window
    if kind in {"within", "ahead"}:
        return _from_now(kind, sense, context, bound)
    if window is None or kind is None or (sense.type == "TIME" and kind in {"before", "after"}):
        # "shortly before 1 a.m." is of that day
        return window
    if kind == "latest":
        return Window(None, window.latest) if window.latest else None
    if kind == "before":
        # before the end of May: May, to its end
        if sense.mod == "END" and sense.grain != "day":
            return Window(None, window.latest)
        return Window(None, window.earliest - DAY) if window.earliest else None
    if kind == "earliest":
        return Window(window.earliest, None) if window.earliest else None
    if kind == "after":
        return Window(window.latest + DAY, None) if window.latest else None
    if kind == "since":
        until = (
            context.today if context.today and window.earliest and context.today >= window.earliest else None
        )
        return Window(window.earliest, until) if window.earliest else window
    return window


def _from_now(kind: str, sense: Sense, context: Context, bound: Found | None) -> Window | None:
    """The days up to (``within``) or at (``ahead``) a duration's end from today."""
    today = context.today
    if sense.length is None or today is None or sense.pointed < 0:
        return sense.window
    count, unit = sense.length
    if sense.pointed > 0 or not in_calendar(today, count, unit):
        return sense.window
    end = length_ahead(today, count, unit)
    if kind == "within":
        return Window(None, end)
    if bound is None or context.direction_at(bound) <= 0:
        return sense.window
    if sense.mod == "LESS_THAN":
        return Window(None, end)
    last = _grain_window(end, unit)
    if sense.least is None or sense.least >= count:
        return last
    return last.hull(_grain_window(length_ahead(today, sense.least, unit), unit))


def _grain_window(end: dt.date, unit: str) -> Window:
    grain = {"D": "day", "W": "week", "M": "month", "Y": "year"}.get(unit, "day")
    return period(grain, end)


def with_window(sense: Sense, bound: Bounded) -> Sense:
    """The sense with the bound's window, and with its mod where it has none of its own."""
    mod = sense.mod or _MODS.get(bound.bound or "")
    same = mod == sense.mod and bound.window == sense.window
    return sense if same else replace(sense, window=bound.window, mod=mod)
