"""Neighbouring times joined to phrases: "late February or early March"."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from slated.model import Window
from slated.reading.lexicon import load_words
from slated.reading.timex.bounds import Bounded
from slated.reading.timex.calendar import DAY, add_months
from slated.reading.timex.sense import Sense
from slated.reading.timex.words import Words

_TO = frozenset({"-", "–", "—", "to", "through", "until", "till", "thru"})
_OR = frozenset({"or", "and/or", "/"})
_AND = frozenset({"and", "&"})
_FILLERS = frozenset(
    {
        "in",
        "on",
        "during",
        "possibly",
        "perhaps",
        "even",
        "maybe",
        "likely",
        "at",
        "the",
        "of",
        "sometime",
        ",",
    }
)
# values that say nothing of when a thing will happen
_NO_WHEN = frozenset({"PRESENT_REF", "PAST_REF"})
_MOVED = load_words("time_tense")["moved"]
_GAP = 5  # tokens: no joint is longer


@dataclass(frozen=True, slots=True)
class Joined:
    """A phrase: which pieces it holds, the tokens it covers, its window and what else it gives."""

    pieces: tuple[int, ...]
    first: int
    last: int
    window: Window | None
    alternatives: tuple[Window, ...]


def joined(words: Words, pieces: list[Bounded]) -> list[Joined]:
    """The phrases that the pieces form, in order; sets form none."""
    phrases: list[Joined] = []
    for index, bound in enumerate(pieces):
        if bound.piece.sense.type == "SET" or bound.piece.sense.value in _NO_WHEN:
            continue
        alone = Joined((index,), bound.first, bound.last, bound.window, ())
        before = phrases[-1] if phrases and phrases[-1].pieces[-1] == index - 1 else None
        if before and _is_move(words, before, alone):
            phrases[-1:] = _either_side(pieces, before, alone)
        elif before and (both := _join(words, pieces, before, alone)):
            phrases[-1] = both
        else:
            phrases.append(alone)
    return phrases


def _join(words: Words, pieces: list[Bounded], left: Joined, right: Joined) -> Joined | None:
    gap = [t.word for t in words.tokens[left.last : right.first]]
    if len(gap) > _GAP or left.window is None or right.window is None:
        return None
    joint = next((w for w in gap if w not in _FILLERS), None)
    rest = [w for w in gap if w not in _FILLERS and w != joint]
    ranged = _opens_range(pieces, left)
    if joint is None and gap in ([], [","]):
        joint = _bound_joint(pieces, right, ranged)
    if joint is None and gap == [","] and _next_day(left.window, right.window):
        joint = "and"
    if joint is None or rest or _apart(words, right.last):
        return None
    covered = (left.pieces + right.pieces, left.first, right.last)
    if joint in _TO or (joint in _AND and ranged == "between"):
        return _range(covered, pieces, left, right)
    touching = _touch(left.window, right.window)
    if joint in _OR or (joint in _AND and touching):
        bound = pieces[right.pieces[0]].bound
        hull = (
            left.window.hull(right.window)
            if touching and bound in {None, "none"} and not left.alternatives
            else None
        )
        if hull:
            return Joined(*covered, hull, ())
        if joint in _OR:
            return Joined(*covered, left.window, (*left.alternatives, right.window, *right.alternatives))
    return None


def _is_move(words: Words, left: Joined, right: Joined) -> bool:
    """ "Moved from May to June": from one time to another, not all that lies between."""
    before = [t.word for t in words.tokens[max(0, left.first - 3) : left.first + 1]]
    gap = [t.word for t in words.tokens[left.last : right.first]]
    return (
        "to" in gap
        and set(gap) <= {"to", *_FILLERS}
        and "from" in before[-1:]
        and not _MOVED.isdisjoint(before)
    )


def _either_side(pieces: list[Bounded], left: Joined, right: Joined) -> list[Joined]:
    """Both times of a move, in the years in which they follow one another."""
    whole = _span_of(pieces[left.pieces[-1]].piece.sense, pieces[right.pieces[0]].piece.sense)
    if whole is None or not (left.window and right.window and whole.earliest and whole.latest):
        return [left, right]
    return [
        replace(left, window=_years_on(left.window, whole.earliest, left.window.earliest)),
        replace(right, window=_years_on(right.window, whole.latest, right.window.latest)),
    ]


def _years_on(window: Window, new: dt.date, old: dt.date | None) -> Window:
    """The window in the year to which its end ``old`` comes as ``new``."""
    months = 12 * (new.year - old.year) if old else 0
    first, last = window.earliest, window.latest
    if last and first != last:
        last = add_months(last + DAY, months) - DAY  # February may end on another day
    else:
        last = last and add_months(last, months)
    return Window(first and add_months(first, months), last)


def _apart(words: Words, at: int) -> bool:
    """ "April and May, respectively": each stands for something else."""
    return "respectively" in {t.word for t in words.tokens[at : at + 2]}


def _opens_range(pieces: list[Bounded], phrase: Joined) -> str | None:
    return "between" if pieces[phrase.pieces[-1]].bound == "range" else None


def _bound_joint(pieces: list[Bounded], right: Joined, ranged: str | None) -> str | None:
    """ "from Monday until Friday", "Jan. 3 through Jan. 9": the bound of the second is the joint."""
    return "until" if pieces[right.pieces[0]].bound == "latest" else None


def _range(
    covered: tuple[tuple[int, ...], int, int], pieces: list[Bounded], left: Joined, right: Joined
) -> Joined | None:
    """From the first day of the left to the last of the right, where that is in order."""
    if pieces[right.pieces[0]].bound == "latest" and pieces[left.pieces[-1]].bound in {
        "latest",
        "before",
        "after",
    }:
        return None
    whole = _span_of(pieces[left.pieces[-1]].piece.sense, pieces[right.pieces[0]].piece.sense)
    if whole is None:
        return None
    if len(left.pieces) > 1 and left.window:
        return Joined(*covered, left.window, (*left.alternatives[:-1], whole))
    return Joined(*covered, whole, ())


def _span_of(left: Sense, right: Sense) -> Window | None:
    """The days from one to the other; a name that comes round again is taken the nearest way.

    "From Monday to Thursday" runs within one week, "Dec. 28 to Jan. 3" over the turn of a year,
    "24 July until 9 August 2020" has its year at the end only, "November 2005 to March" at its beginning.
    """
    if not left.window or not right.window:
        return None
    first, last = left.window.earliest, right.window.latest
    if first is None or last is None:
        return None
    if first > last and right.turns == "week":
        last += 7 * DAY
    elif first > last and right.turns == "year":
        last = add_months(last, 12)
    elif first > last and left.turns == "year":
        first = add_months(first, -12 * (first.year - last.year))
        first = first if first <= last else add_months(first, -12)
    elif left.turns == "year" and (last - first).days >= 366:
        first = add_months(first, 12 * ((last - first).days // 366))
    elif right.turns == "year" and left.turns is None and (last - first).days >= 366:
        last = add_months(last, -12 * ((last - first).days // 366))
    return Window(first, last) if first <= last else None


def _next_day(left: Window, right: Window) -> bool:
    """ "Monday, Tuesday and Wednesday": single days, one the day after the other."""
    return left.latest is not None and Window.on(left.latest + DAY) == right


def _touch(left: Window, right: Window) -> bool:
    """True where no day lies between the two closed windows."""
    if not (left.earliest and left.latest and right.earliest and right.latest):
        return False
    return left.earliest <= right.latest + DAY and right.earliest <= left.latest + DAY
