from __future__ import annotations

from collections.abc import Callable
from typing import Any

from slated.tracking import track

Wire = Callable[..., Any]
DONE = {"status": "occurred", "window": "2031-06-12"}


def test_a_vague_word_after_the_day_is_of_the_event_held(wire: Wire) -> None:
    articles = [
        wire("a", "2031-06-13", DONE),
        wire("b", "2031-06-13", DONE),
        wire("c", "2031-06-15", {"status": "expected"}),
    ]
    (event,) = track(articles)
    assert [r.status for r in event.reports] == ["occurred", "occurred", "occurred"]


def test_one_report_of_the_event_done_decides_nothing(wire: Wire) -> None:
    (event,) = track([wire("a", "2031-06-13", DONE), wire("c", "2031-06-15", {"status": "expected"})])
    assert [r.status for r in event.reports] == ["occurred", "expected"]


def test_later_reports_are_not_heard(wire: Wire) -> None:
    articles = [
        wire("a", "2031-06-01", {"status": "expected"}),
        wire("b", "2031-06-13", DONE),
        wire("c", "2031-06-13", DONE),
    ]
    (event,) = track(articles)
    assert event.reports[0].status == "expected"
