from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from slated.articles.creation import creation_time, url_clues
from slated.articles.draft import Clue
from slated.model import Capture, CreationTime

DAY = dt.date(2019, 1, 11)
PAGE = Capture("here", "one", "html", "")
METADATA = Clue(DAY, DAY, "metadata", "JSON-LD datePublished: 2019-01-11", 0.97)
MODIFIED = Clue(dt.date(2019, 3, 1), dt.date(2019, 3, 1), "visible", "Updated March 1, 2019", 0.5)


@pytest.mark.parametrize(
    ("url", "days"),
    [
        ("https://a.example/2019/01/11/talks", (DAY, DAY)),
        ("https://a.example/news/2019/jan/11/talks", (DAY, DAY)),
        ("https://a.example/talks-20190111.html", (DAY, DAY)),
        ("https://a.example/story/2019-01-11/talks", (DAY, DAY)),
        ("https://a.example/2019/01/talks", (dt.date(2019, 1, 1), dt.date(2019, 1, 31))),
    ],
)
def test_an_address_gives_its_day_or_month(url: str, days: tuple[dt.date, dt.date]) -> None:
    (clue,) = url_clues(url)
    assert (clue.earliest, clue.latest) == days
    assert clue.method == "url"


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "https://a.example/story-398233002/",
        "https://a.example/2019/99/45/x",
        "https://a.example/id/20199999",
    ],
)
def test_other_addresses_give_none(url: str | None) -> None:
    assert url_clues(url) == ()


def test_the_given_day_goes_before_everything() -> None:
    found = creation_time(replace(PAGE, published=dt.date(2018, 5, 5)), [METADATA])
    assert found == CreationTime(dt.date(2018, 5, 5), dt.date(2018, 5, 5), "given", "2018-05-05")


def test_the_first_clue_wins_and_is_kept_as_evidence() -> None:
    found = creation_time(PAGE, [METADATA, MODIFIED])
    assert found == CreationTime(DAY, DAY, "metadata", METADATA.evidence, 0.97)


def test_a_day_of_change_is_weaker_than_the_address() -> None:
    page = replace(PAGE, url="https://a.example/2019/01/11/talks")
    assert creation_time(page, [MODIFIED]).method == "url"
    assert creation_time(PAGE, [MODIFIED]).day == dt.date(2019, 3, 1)


def test_a_day_after_the_capture_is_passed_over() -> None:
    page = replace(PAGE, captured=dt.date(2019, 1, 10))
    assert creation_time(page, [MODIFIED, METADATA]).day == DAY
    assert creation_time(replace(PAGE, captured=dt.date(2018, 1, 1)), [METADATA]).method == "unknown"


def test_nothing_is_made_up() -> None:
    captured = replace(PAGE, captured=DAY)
    assert creation_time(captured, []) == CreationTime(None, None, "unknown", "", 0.0)


def test_a_day_in_the_masthead_is_weaker_than_the_address() -> None:
    masthead = Clue(dt.date(2026, 7, 6), dt.date(2026, 7, 6), "visible", "Monday, July 6, 2026", 0.6)
    assert creation_time(replace(PAGE, url="https://a.example/2019/01/11/talks"), [masthead]).day == DAY
