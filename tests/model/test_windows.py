from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slated.model import Window

days = st.dates(dt.date(1990, 1, 1), dt.date(2050, 1, 1))


@st.composite
def windows(draw: st.DrawFn) -> Window:
    earliest, latest = sorted((draw(days), draw(days)))
    side = draw(st.sampled_from(["both", "from", "until"]))
    return Window(None if side == "until" else earliest, None if side == "from" else latest)


def test_a_window_needs_a_day() -> None:
    with pytest.raises(ValueError, match="at least one day"):
        Window(None, None)


def test_a_window_is_ordered() -> None:
    with pytest.raises(ValueError, match="not ordered"):
        Window(dt.date(2020, 1, 2), dt.date(2020, 1, 1))


def test_days_are_counted_inclusively() -> None:
    assert Window(dt.date(2019, 2, 20), dt.date(2019, 3, 10)).days == 19
    assert Window.on(dt.date(2019, 2, 20)).days == 1
    assert Window(dt.date(2019, 2, 20), None).days is None


@given(windows(), windows())
def test_meeting_is_mutual(one: Window, other: Window) -> None:
    assert one.meets(other) == other.meets(one)


@given(windows(), windows())
def test_a_hull_meets_both_and_is_mutual(one: Window, other: Window) -> None:
    hull = one.hull(other)
    assert hull == other.hull(one)
    assert hull is None or (hull.meets(one) and hull.meets(other))


@given(windows())
def test_a_window_is_its_own_hull(window: Window) -> None:
    assert window.hull(window) == window
