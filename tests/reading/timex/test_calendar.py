from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slated.model import Window
from slated.reading.timex.calendar import (
    add_months,
    day_or_none,
    easter,
    move,
    nth_weekday,
    part_of,
    period,
    season_window,
    value_of,
)

GRAINS = ["day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century"]
DAYS = st.dates(dt.date(1800, 1, 1), dt.date(2199, 12, 31))


@given(DAYS, st.sampled_from([g for g in GRAINS if g != "weekend"]))
def test_a_period_holds_its_day(day: dt.date, grain: str) -> None:
    window = period(grain, day)
    assert window.earliest is not None
    assert window.latest is not None
    assert window.earliest <= day <= window.latest
    assert value_of(grain, window.earliest) == value_of(grain, day) or grain == "century"


@given(DAYS, st.sampled_from(GRAINS))
def test_periods_follow_one_another(day: dt.date, grain: str) -> None:
    this, following = period(grain, day), period(grain, day, 1)
    assert this.latest is not None
    assert following.earliest is not None
    gap = (following.earliest - this.latest).days
    assert gap == (6 if grain == "weekend" else 1)


@pytest.mark.parametrize(
    ("grain", "day", "value"),
    [
        ("week", "2018-12-31", "2019-W01"),
        ("weekend", "2019-03-16", "2019-W11-WE"),
        ("quarter", "2019-11-05", "2019-Q4"),
        ("half", "2019-07-01", "2019-H2"),
        ("decade", "1990-01-01", "199X"),
    ],
)
def test_values_are_timex3(grain: str, day: str, value: str) -> None:
    assert value_of(grain, dt.date.fromisoformat(day)) == value


@pytest.mark.parametrize(
    ("part", "edge", "window"),
    [
        ("START", False, "2019-02-01..2019-02-10"),
        ("MID", False, "2019-02-11..2019-02-20"),
        ("END", False, "2019-02-20..2019-02-28"),
        ("END", True, "2019-02-20..2019-02-28"),
    ],
)
def test_parts_of_a_month(part: str, edge: bool, window: str) -> None:
    assert str(part_of(period("month", dt.date(2019, 2, 5)), "month", part, edge)) == window


@pytest.mark.parametrize(
    ("edge", "window"), [(False, "2019-09-01..2019-12-31"), (True, "2019-12-01..2019-12-31")]
)
def test_late_in_the_year_and_its_end(edge: bool, window: str) -> None:
    assert str(part_of(period("year", dt.date(2019, 2, 5)), "year", "END", edge)) == window


@given(
    DAYS,
    st.sampled_from(["week", "month", "quarter", "half", "year", "decade"]),
    st.sampled_from(["START", "MID", "END"]),
)
def test_a_part_lies_within(day: dt.date, grain: str, part: str) -> None:
    whole = period(grain, day)
    cut = part_of(whole, grain, part)
    assert cut.earliest is not None
    assert cut.latest is not None
    assert whole.hull(cut) == whole


def test_a_winter_ends_in_the_next_year_and_the_south_turns_the_seasons() -> None:
    assert str(season_window(2016, "WI")) == "2016-12-01..2017-02-28"
    assert str(season_window(2020, "SU", south=True)) == "2020-12-01..2021-02-28"


@pytest.mark.parametrize(
    ("year", "day"), [(1998, "04-12"), (2000, "04-23"), (2019, "04-21"), (2024, "03-31"), (2038, "04-25")]
)
def test_easter(year: int, day: str) -> None:
    assert easter(year) == dt.date.fromisoformat(f"{year}-{day}")


def test_days_that_are_none_and_months_that_are_short() -> None:
    assert day_or_none(2019, 2, 29) is None
    assert day_or_none(2020, 2, 29) == dt.date(2020, 2, 29)
    assert day_or_none(2020, 13, 1) is None
    assert add_months(dt.date(2019, 1, 31), 1) == dt.date(2019, 2, 28)
    assert move(dt.date(2019, 3, 13), "F", 1) == dt.date(2019, 3, 27)
    assert nth_weekday(2019, 11, 4, 4) == dt.date(2019, 11, 28)
    assert nth_weekday(2019, 5, -1, 1) == dt.date(2019, 5, 27)


def test_a_part_of_a_day_is_the_day() -> None:
    whole = Window.on(dt.date(2019, 3, 13))
    assert part_of(whole, "year", "END") == whole
