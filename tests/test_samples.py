"""The sample pages, end to end: what a careful reader takes from them, the product has to find."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from slated.document_stage import ReadArticle, read_capture
from slated.intake import find_captures
from slated.model import Capture, Report, StatedWindow, TrackedEvent, Window
from slated.samples import sample_pages
from slated.tracking import track

EXPECTED: Mapping[str, Any] = tomllib.loads(
    (Path(__file__).parent / "samples" / "expected.toml").read_text("utf-8")
)
PAGES: Mapping[str, Mapping[str, str]] = EXPECTED["pages"]
EVENTS: Mapping[str, Mapping[str, Any]] = EXPECTED["events"]
WHOLLY_RIGHT = ("third_summit", "visit_to_athens", "ministers_in_djibouti", "annual_meeting")
CELLS_RIGHT = 0.62  # a floor: 0.67 when it was set, and to be raised with the reading
BOILERPLATE = (
    "cookies",
    "All rights reserved",
    "Leave a comment",
    "Your e-mail",
    "Most viewed",
    "Most read",
    "Share on",
    "Sign up for",
    "You may also like",
    "Cookie settings",
    "Do not sell",
    "Log in to reply",
    "Nothing on this page is investment advice",
    "Read more articles",
    "ADVERTISEMENT",
    "window.dataLayer",
)


@cache
def read_samples() -> tuple[ReadArticle, ...]:
    found = list(find_captures([str(sample_pages())]))
    return tuple(read_capture(each) for each in found if isinstance(each, Capture))


@cache
def tracked_samples() -> tuple[TrackedEvent, ...]:
    return track(read_samples())


def article(source_id: str) -> ReadArticle:
    return next(read for read in read_samples() if read.article.source_id == source_id)


def days(window: Window | None) -> str | None:
    return f"{window.earliest or ''}..{window.latest or ''}" if window else None


def stated(when: StatedWindow | None) -> str | None:
    return days(when.window) if when else None


def cells(event: TrackedEvent, wanted: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    """Every cell that the expectation has of an event, and whether the tracked event has it so."""
    reports = {report.source_id: report for report in event.reports}
    if "outcome" in wanted:
        outcome = event.outcome
        yield f"outcome {outcome}", outcome is not None and outcome.status == wanted["outcome"]["status"]
    for source_id, cell in wanted["reports"].items():
        report = reports.get(source_id)
        yield f"{source_id} reported", report is not None
        if report is not None:
            yield from report_cells(source_id, report, cell)


def report_cells(source_id: str, report: Report, cell: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    yield f"{source_id} status {report.status}", report.status in cell["status"]
    yield f"{source_id} window {stated(report.window)}", stated(report.window) == cell.get("window")
    if "places" in cell:
        places = {place.name: place.standing for place in report.places}
        yield f"{source_id} places {places}", places == cell["places"]


def best(name: str) -> TrackedEvent:
    """The tracked event that tells most of the expected event's cells."""

    def fit(event: TrackedEvent) -> tuple[int, int, str]:
        right = sum(ok for _, ok in cells(event, EVENTS[name]))
        extra = sum(report.source_id not in EVENTS[name]["reports"] for report in event.reports)
        return right, -extra, event.event_id

    return max(tracked_samples(), key=fit)


def test_every_page_is_read() -> None:
    assert {read.article.source_id for read in read_samples()} == set(PAGES)


def test_the_days_and_what_they_rest_on() -> None:
    right = sum(day_of(source_id) == (page["day"], page["method"]) for source_id, page in PAGES.items())
    assert right >= 22


def day_of(source_id: str) -> tuple[str | None, str]:
    when = article(source_id).article.creation_time
    return str(when.window) if when.window else None, when.method


def test_a_page_without_a_date_gets_an_interval_within_its_own_anchors() -> None:
    when = article("river-notebook_what-to-know").article.creation_time
    assert when.method == "inferred"
    assert when.earliest and when.latest
    assert dt.date(2023, 4, 17) <= when.earliest <= when.latest <= dt.date(2023, 4, 30)


def test_the_outlets() -> None:
    right = sum(article(source_id).article.outlet == page["outlet"] for source_id, page in PAGES.items())
    assert right >= 21


@pytest.mark.parametrize("source_id", PAGES)
def test_what_stands_around_the_article_is_gone(source_id: str) -> None:
    text = article(source_id).article.text
    assert text
    assert [words for words in BOILERPLATE if words in text] == []


def test_the_french_page_is_known_as_french() -> None:
    languages = {read.article.source_id: read.article.language for read in read_samples()}
    assert languages.pop("journal-des-lagunes_meridian-reporte") == "fr"
    assert set(languages.values()) == {"en"}


@pytest.mark.parametrize("name", WHOLLY_RIGHT)
def test_events_that_are_wholly_right(name: str) -> None:
    event = best(name)
    assert [cell for cell, right in cells(event, EVENTS[name]) if not right] == [], event.title


def test_cells_that_are_right() -> None:
    told = [right for name in EVENTS for _, right in cells(best(name), EVENTS[name])]
    assert sum(told) / len(told) >= CELLS_RIGHT


def test_pages_that_tell_of_the_second_summit() -> None:
    found = {report.source_id for report in best("second_summit").reports}
    assert len(found & set(EVENTS["second_summit"]["reports"])) >= 7


def test_outlets_that_differ_on_a_day_keep_their_own_word() -> None:
    day = dt.date(2023, 3, 29)
    told = {r.outlet: stated(r.window) for r in best("second_summit").reports if r.published == day}
    assert told["Rift Valley Tribune"] == "2023-04-20..2023-04-21"
    assert told["Lakeside Observer"] != told["Rift Valley Tribune"]


def test_nothing_published_later_is_known_before() -> None:
    day = dt.date(2023, 4, 1)
    for event in track(read_samples(), day):
        assert all(report.published and report.published <= day for report in event.reports)
