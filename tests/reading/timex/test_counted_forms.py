"""Forms that count, at their edges; the plain cases stand in the phrase suite."""

from __future__ import annotations

import datetime as dt

import pytest

from slated.model import CreationTime
from slated.reading.timex import read_times

UNKNOWN = CreationTime(None, None, "unknown", "")
KNOWN = CreationTime(dt.date(2019, 3, 13), dt.date(2019, 3, 13), "given", "")


def windows(text: str, created: CreationTime = KNOWN) -> list[str | None]:
    phrases = read_times(text, created).phrases
    return [str(p.when.window) if p.when.window else None for p in phrases]


@pytest.mark.parametrize(
    "words",
    [
        "on the first Friday of next month",
        "on the last Monday in May",
        "two Fridays ago",
        "this time next year",
        "later in the day",
        "on the 18th and 19th",
        "on the eve of Friday's match",
        "two days before Friday's match",
        "in the fourth quarter of the year",
        "at month-end",
    ],
)
def test_without_a_creation_time_nothing_is_fixed(words: str) -> None:
    assert not any(windows(f"They will sing {words}.", UNKNOWN))


def test_a_full_date_beside_needs_no_creation_time() -> None:
    assert windows("It began two days before the June 8, 2018, vote.", UNKNOWN)[0] == "2018-06-06"
    assert windows("It began on the eve of the June 8, 2018, vote.", UNKNOWN) == ["2018-06-07"]
    assert windows("It opened on the first Monday of May 2018.", UNKNOWN) == ["2018-05-07"]


def test_what_the_calendar_lacks_is_no_time() -> None:
    assert "2019-02-29" not in str(windows("It opened on the fifth Friday of February 2019."))
    assert windows("It opened in the first forty days of April.")[0] != "2019-04-01..2019-05-10"
    assert windows("It opened on 31.02.2019.") == []


def test_later_in_the_day_is_of_the_day_named_only_where_that_is_near() -> None:
    assert windows("He came on March 11 and left later in the day.") == ["2019-03-11", "2019-03-11"]
    assert windows("He was born on March 11, 1950, and speaks later in the day.")[-1] == "2019-03-13"


def test_lengths_count_from_the_date_beside_them_alone() -> None:
    assert windows("It lasted two days before the vote on March 20.")[0] is None
    assert windows("It must end within two days of the vote.") == [None]
    assert windows("It must end within two days.") == ["..2019-03-15"]
    assert windows("They met a year after the June 8, 2017, vote.")[0] == "2018-01-01..2018-12-31"


def test_lengths_beyond_the_calendar_have_no_window() -> None:
    assert windows("It ended 5000 years after June 8, 2018.") == [None, "2018-06-09.."]
