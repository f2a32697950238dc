"""Words beside a time that bound it: "by", "as early as", "within"."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from slated.model import Window
from slated.reading.timex.calendar import DAY, period
from slated.reading.timex.duration_forms import in_calendar, length_ahead
from slated.reading.timex.grammar import english
from slated.reading.timex.patterns import Found
from slated.reading.timex.sense import Context, Piece, Sense
from slated.reading.timex.words import Words

_REACH = 7  # tokens: no bound is longer
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
    return [
        _with_bound(words, piece, floor, context)
        for floor, piece in zip(_floors(pieces), pieces, strict=True)
    ]


def _floors(pieces: list[Piece]) -> list[int]:
    """For each piece the token before which its bound cannot reach."""
    return [0, *(piece.last for piece in pieces)][: len(pieces)]


def _with_bound(words: Words, piece: Piece, floor: int, context: Context) -> Bounded:
    bound = None if _within_noun(words, piece) else bound_before(words, piece.first, floor)
    kind = bound.form if bound else None
    if kind == "ahead" and piece.sense.length is None:
        bound, kind = None, None
    first = bound.first if bound and kind != "ahead" else piece.first
    last = piece.last
    if kind is None or kind in {"none", "opening", "range"}:
        kind, last = _bound_after(words, piece, kind)
    window = _apply(kind, piece.sense, context, bound)
    if kind in {"within", "ahead"} and window is None:
        first = piece.first
    return Bounded(piece, kind, first, last, window)


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


def _bound_after(words: Words, piece: Piece, kind: str | None) -> tuple[str | None, int]:
    following = [t.word for t in words.tokens[piece.last : piece.last + 4]]
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
    if window is None or kind is None:
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
    return _grain_window(end, unit)


def _grain_window(end: dt.date, unit: str) -> Window:
    grain = {"D": "day", "W": "week", "M": "month", "Y": "year"}.get(unit, "day")
    return period(grain, end)


def with_window(sense: Sense, bound: Bounded) -> Sense:
    """The sense with the bound's window, and with its mod where it has none of its own."""
    mod = sense.mod or _MODS.get(bound.bound or "")
    return replace(sense, window=bound.window, mod=mod)
