"""Days, windows and moves in plain English, for pages that people read."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable

from slated.ledger.lines import EventLine
from slated.model import Change, Revision, StatedWindow, Window
from slated.outputs.phrases import stated_words


def day_long(day: dt.date | None) -> str:
    """A day in words: "26 May 2023"."""
    return f"{day.day} {day:%b} {day.year}" if day else "no date"


def window_long(window: Window | None) -> str:
    """The days of a window in words.

    >>> window_long(Window(dt.date(2019, 2, 20), dt.date(2019, 3, 10)))
    '20 Feb – 10 Mar 2019'
    """
    if window is None:
        return ""
    first, last = window.earliest, window.latest
    if first is None:
        return f"by {day_long(last)}"
    if last is None:
        return f"from {day_long(first)}"
    if first == last:
        return day_long(first)
    return _whole(first, last) or _range(first, last)


def stated_long(stated: StatedWindow | None) -> str:
    """The days that a text gives, as ``stated_words`` tells them, in words."""
    return stated_words(stated, window_long)


def days_moved(revisions: Iterable[Revision]) -> int | None:
    """How many days later (or, below 0, earlier) the window is than first said; None if it kept."""
    moved = [r for r in revisions if r.what == "window" and r.before and r.after]
    if not moved:
        return None
    before, after = _reference(moved[0].before or ""), _reference(moved[-1].after or "")
    return (after - before).days if before and after else None


def move_words(line: EventLine) -> str:
    """How often and how far an event moved: "moved twice, 41 days later"; nothing where it kept."""
    times = sum(bool(r.what == "window" and r.before and r.after) for r in line.revisions)
    if not times:
        return ""
    often = {1: "once", 2: "twice"}.get(times, f"{times} times")
    days = days_moved(line.revisions)
    far = (
        f", {abs(days)} day{'' if abs(days) == 1 else 's'} {'later' if days > 0 else 'earlier'}"
        if days
        else ""
    )
    return f"moved {often}{far}"


def revised_words(revision: Revision, side: str | None) -> str:
    """One side of a revision in words: windows as days, the others as they are."""
    if not side:
        return "not known"
    if revision.what == "window":
        window = window_of(side)
        return window_long(window) if window else side
    return side.replace("_", " ")


def change_long(change: Change) -> str:
    """What became of which cell: "20–21 Apr 2023 → 12 Jun 2023, 53 days later (a diplomat)"."""
    before, after = (_cell_long(side) for side in (change.before, change.after))
    if change.kind in ("new", "took_place"):
        words = after
    elif change.kind in ("called_off", "lapsed"):
        words = "" if change.kind == "called_off" else before
    else:
        words = f"{before or 'not known'} → {after or 'not known'}"
    how = move_long(change.move, change.days) if change.kind == "moved" else ""
    by = f"({', '.join(change.by)})" if change.by else ""
    return " ".join(part for part in (", ".join(p for p in (words, how) if p), by) if part)


def move_long(move: str | None, days: int | None) -> str:
    """What became of a window: "later by 53 days"."""
    if not move:
        return ""
    far = f" by {abs(days)} day{'' if abs(days) == 1 else 's'}" if days else ""
    return move + far


def _cell_long(side: str | None) -> str:
    window = window_of(side) if side else None
    return window_long(window) if window else (side or "").replace("_", " ")


def window_of(words: str) -> Window | None:
    """The window that a revision names ("2018-10-01..2018-10-31", open sides left empty)."""
    first, dots, last = words.partition("..")
    try:
        start, end = _day(first), _day(last if dots else first)
    except ValueError:
        return None
    return Window(start, end) if start or end else None


def _day(words: str) -> dt.date | None:
    return dt.date.fromisoformat(words) if words else None


def _reference(words: str) -> dt.date | None:
    window = window_of(words)
    return (window.earliest or window.latest) if window else None


def _whole(first: dt.date, last: dt.date) -> str | None:
    """A month, some months or a year that the window is, exactly."""
    if first.day != 1 or last.day != calendar.monthrange(last.year, last.month)[1]:
        return None
    if (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year} – {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%b} {first.year}"
    return f"{first:%b}{_year(first, last)} – {last:%b} {last.year}"


def _range(first: dt.date, last: dt.date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {last:%b} {last.year}"
    return f"{first.day} {first:%b}{_year(first, last)} – {day_long(last)}"


def _year(first: dt.date, last: dt.date) -> str:
    return "" if first.year == last.year else f" {first.year}"
