"""What became of a window: earlier or later by how many days, narrowed, widened."""

from __future__ import annotations

import datetime as dt

from slated.model import Revision, Window
from slated.model.tracked import Move
from slated.tracking.timing import gap

MOVED: frozenset[Move] = frozenset({"earlier", "later", "narrowed"})
"""What moves a window; a vaguer word for the same days is none."""


def is_move(revision: Revision) -> bool:
    """True where a window that was known went to another: how often an event moved counts these."""
    return revision.what == "window" and revision.move not in ("set", "dropped")


def move_of(before: Window | None, after: Window | None) -> tuple[Move | None, int | None]:
    """How a window moved, and by how many days; both None where it did not.

    Earlier and later: from first day to first day, where these are open from last to last, else
    the days between the two. Narrowed and widened: how many days fewer or more.

    >>> move_of(Window.on(dt.date(2031, 5, 20)), Window.on(dt.date(2031, 6, 12)))
    ('later', 23)
    """
    if before == after:
        return None, None
    if before is None or after is None:
        return ("set", None) if before is None else ("dropped", None)
    first = _shift(before.earliest, after.earliest)
    last = _shift(before.latest, after.latest)
    if not before.meets(after):
        way: Move = "later" if _lies_after(before, after) else "earlier"
        days = first if first is not None else last
        return way, abs(days) if days else gap(before, after)
    shifts = [s for s in (first, last) if s is not None]
    same_sides = (before.earliest is None) == (after.earliest is None)
    same_sides = same_sides and (before.latest is None) == (after.latest is None)
    if same_sides and (all(s > 0 for s in shifts) or all(s < 0 for s in shifts)):
        return "later" if shifts[0] > 0 else "earlier", abs(shifts[0])
    within = _covers(before, after)
    fewer = abs(before.days - after.days) if before.days and after.days else None
    if within or _covers(after, before):
        return "narrowed" if within else "widened", fewer
    return ("later" if sum(shifts) >= 0 else "earlier"), abs(shifts[0]) if shifts else None


def _shift(before: dt.date | None, after: dt.date | None) -> int | None:
    return (after - before).days if before is not None and after is not None else None


def _lies_after(before: Window, after: Window) -> bool:
    return before.latest is not None and after.earliest is not None and after.earliest > before.latest


def _covers(wide: Window, narrow: Window) -> bool:
    starts = wide.earliest is None or (narrow.earliest is not None and wide.earliest <= narrow.earliest)
    ends = wide.latest is None or (narrow.latest is not None and narrow.latest <= wide.latest)
    return starts and ends
