from __future__ import annotations

import datetime as dt

import pytest

from slated.articles.date_lines import cue_of, date_clues, read_date_line

DAY = dt.date(2019, 1, 11)


@pytest.mark.parametrize(
    "line",
    [
        "2019-01-11",
        "2019.01.11",
        "2019. 1. 11.",
        "January 11, 2019",
        "Jan. 11, 2019",
        "Published January. 11, 2019 08:17,",
        "Friday, 11th January 2019, 16:15 GMT",
        "11 Jan 2019 | 4 min read",
        "11-Jan-2019",
        "11.01.2019",
        "4:15 PM EST · January 11, 2019",
        "By Ann Lee - Jan 11, 2019",
        "By Ann Lee, 11-01-2019 09:40",
        "Ann Lee | The Ford | Jan 11, 2019",
        "Published 16:15 11 January 2019",
        "2019-01-11T16:15:00+09:00",
        "2019年1月11日",
        "입력 2019-01-11 16:15",
        "Freitag, 11. Januar 2019",
        "Publié le 11 janvier 2019 à 16h15",
        "11 de enero de 2019",
    ],
)
def test_a_date_line_gives_its_day(line: str) -> None:
    assert [date.day for date in read_date_line(line)] == [DAY]


@pytest.mark.parametrize(
    "line",
    [
        "The summit was held on January 11, 2019 in Geneva",
        "Summit set for Jan. 11, 2019",
        "On April 17, 2023 the two ministers spoke for an hour, and a picture has emerged.",
        "Friday, January 11",
        "Call 2019-01-11-44 for tickets",
        "08/10/2018",
        "2019-13-41",
        "Copyright 2019",
        "",
        "Posted on 2019-01-11 " + "and more words " * 20,
    ],
)
def test_other_lines_give_none(line: str) -> None:
    assert read_date_line(line) == ()


def test_posted_goes_before_modified_whatever_their_order() -> None:
    line = "Updated: Feb. 2, 2019 10:00 | Posted: Jan. 11, 2019 16:15"
    assert [(date.day, date.role) for date in read_date_line(line)] == [
        (dt.date(2019, 2, 2), "modified"),
        (DAY, "posted"),
    ]
    assert [clue.earliest for clue in date_clues([line])] == [DAY, dt.date(2019, 2, 2)]


def test_a_cue_on_a_line_of_its_own_goes_with_the_next() -> None:
    assert cue_of("Last updated:") == "modified"
    assert cue_of("Posted:") == "posted"
    assert cue_of("Posted by our reader") is None
    (clue,) = date_clues(["Updated", "Jan 11, 2019"])
    assert (clue.earliest, clue.confidence, clue.evidence) == (DAY, 0.5, "Jan 11, 2019")


def test_days_with_slashes_are_taken_only_where_one_reading_is_possible() -> None:
    assert [date.day for date in read_date_line("01/31/2019")] == [dt.date(2019, 1, 31)]
    assert [date.day for date in read_date_line("31/01/2019")] == [dt.date(2019, 1, 31)]
    assert read_date_line("01/02/2019") == ()
