from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from slated.model import Span, StatedWindow, TimePhrase, Window
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


def saying(written: Any, day: str) -> Any:
    """The article, with a day in it that no mention has taken."""
    window = StatedWindow(Window.on(dt.date.fromisoformat(day)), "that day")
    phrase = TimePhrase(Span(0, 8, "that day"), window, ())
    return replace(written, reading=replace(written.reading, phrases=(phrase,)))


def test_what_is_planned_by_others_for_a_later_day_is_not_over(wire: Wire) -> None:
    planned = {"status": "scheduled", "window": "2031-06-12"}
    articles = [
        wire("a", "2031-06-01", planned),
        wire("b", "2031-06-02", planned),
        wire("c", "2031-06-03", {"status": "occurred"}),
        wire("d", "2031-06-20", {"status": "occurred"}),
    ]
    (event,) = track(articles)
    assert [r.status for r in event.reports] == ["scheduled", "scheduled", "scheduled", "occurred"]


def test_a_day_that_two_others_plan_is_the_event_s_where_an_article_names_it(wire: Wire) -> None:
    may = {"status": "scheduled", "window": "2031-05-12"}
    articles = [
        wire("a", "2031-05-01", may),
        wire("b", "2031-05-02", may),
        saying(wire("c", "2031-05-03", {"status": "expected"}), "2031-05-12"),
        saying(wire("d", "2031-05-03", {"status": "expected"}), "2031-05-20"),
    ]
    (event,) = track(articles)
    windows = [r.window.window if r.window else None for r in event.reports]
    assert windows[2] == Window.on(dt.date(2031, 5, 12))
    assert windows[3] is None
