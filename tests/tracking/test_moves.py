from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slated.model import Window
from slated.tracking.moves import MOVED, move_of

DAYS = st.dates(dt.date(2030, 1, 1), dt.date(2032, 1, 1))


def window(text: str | None) -> Window | None:
    if text is None:
        return None
    first, dots, last = text.partition("..")
    ends = (first, last if dots else first)
    return Window(*(dt.date.fromisoformat(end) if end else None for end in ends))


@pytest.mark.parametrize(
    ("before", "after", "move", "days"),
    [
        ("2031-05-20", "2031-06-12", "later", 23),
        ("2031-06-12", "2031-05-20", "earlier", 23),
        ("2031-05-01..2031-05-31", "2031-05-20..2031-05-22", "narrowed", 28),
        ("2031-05-20..2031-05-22", "2031-05-01..2031-05-31", "widened", 28),
        ("2031-05-01..2031-05-31", "2031-06-10", "later", 40),
        ("2031-05-10..2031-05-20", "2031-05-15..2031-05-25", "later", 5),
        ("2031-05-05..", "2031-05-12..", "later", 7),
        ("..2031-05-31", "..2031-05-20", "earlier", 11),
        ("2031-05-05..", "2031-05-12", "narrowed", None),
        ("2031-05-12", "2031-05-12..", "widened", None),
        ("..2031-05-31", "2031-06-05..", "later", 5),
        ("2031-06-05..", "..2031-05-31", "earlier", 5),
        ("2031-05-01..2031-05-31", "2031-05-01..2031-05-10", "narrowed", 21),
        ("2031-05-10..2031-05-20", "2031-05-15..", "later", 5),
        (None, "2031-05-20", "set", None),
        ("2031-05-20", None, "dropped", None),
        ("2031-05-20", "2031-05-20", None, None),
    ],
)
def test_how_a_window_moved(before: str | None, after: str | None, move: str, days: int | None) -> None:
    assert move_of(window(before), window(after)) == (move, days)


@given(st.lists(DAYS, min_size=2, max_size=2).map(sorted), st.integers(1, 400))
def test_a_window_shifted_whole_moved_by_as_many_days(ends: list[dt.date], days: int) -> None:
    by = dt.timedelta(days=days)
    here, there = Window(*ends), Window(ends[0] + by, ends[1] + by)
    assert move_of(here, there) == ("later", days)
    assert move_of(there, here) == ("earlier", days)


@given(st.lists(DAYS, min_size=4, max_size=4))
def test_there_and_back_are_opposites(ends: list[dt.date]) -> None:
    one, other = Window(*sorted(ends[:2])), Window(*sorted(ends[2:]))
    back = {"later": "earlier", "earlier": "later", "narrowed": "widened", "widened": "narrowed", None: None}
    there, days = move_of(one, other)
    assert there in back
    assert move_of(other, one) == (back[there], days)
    assert (there in MOVED) == (one != other and there != "widened")
