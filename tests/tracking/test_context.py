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


def test_what_is_only_proposed_or_in_doubt_was_not_held(wire: Wire) -> None:
    articles = [
        wire("a", "2031-06-13", DONE),
        wire("b", "2031-06-13", DONE),
        wire("c", "2031-06-15", {"status": "in_doubt"}),
    ]
    (event,) = track(articles)
    assert event.reports[-1].status == "in_doubt"


def silent(written: Any) -> Any:
    """The article, its mention naming the event and not saying how it stands."""
    (mention,) = written.reading.mentions
    doubtful = replace(mention, status="occurred", window=None, confidence=0.3)
    return replace(written, reading=replace(written.reading, mentions=(doubtful,)))


def test_an_article_that_only_names_the_event_says_what_others_say(wire: Wire) -> None:
    articles = [
        wire("a", "2031-06-01", {"status": "in_doubt"}),
        wire("b", "2031-06-02", {"status": "in_doubt"}),
        silent(wire("c", "2031-06-03", {"status": "occurred"})),
    ]
    (event,) = track(articles)
    assert [r.status for r in event.reports] == ["in_doubt", "in_doubt", "in_doubt"]


def test_an_article_that_only_names_the_event_does_not_tell_that_it_is_over(wire: Wire) -> None:
    planned = {"status": "scheduled", "window": "2031-06-12"}
    articles = [
        wire("a", "2031-06-01", planned),
        wire("b", "2031-06-02", planned),
        silent(wire("c", "2031-06-13", {"status": "occurred"})),
        wire("d", "2031-06-14", {"status": "expected"}),
    ]
    (event,) = track(articles)
    assert event.reports[-1].status == "expected"


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


def in_words(written: Any, words: str) -> Any:
    """The article, its one mention's day said in those words."""
    (mention,) = written.reading.mentions
    said = replace(mention, window=replace(mention.window, text=words))
    return replace(written, reading=replace(written.reading, mentions=(said,)))


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


def test_late_may_and_may_are_much_the_same_plan(wire: Wire) -> None:
    articles = [
        wire("a", "2031-05-01", {"status": "scheduled", "window": "2031-06-11..2031-06-20"}),
        wire("b", "2031-05-02", {"status": "scheduled", "window": "2031-06-01..2031-06-30"}),
        saying(wire("c", "2031-05-03", {"status": "expected"}), "2031-06-12"),
        in_words(wire("d", "2031-05-04", {"status": "scheduled", "window": "2031-05-04"}), "Sunday"),
        in_words(wire("e", "2031-05-04", {"status": "scheduled", "window": "2031-05-04"}), "today"),
    ]
    (event,) = track(articles)
    windows = [r.window.window if r.window else None for r in event.reports]
    assert windows[2] is None  # a single day is not what they plan
    assert windows[3] is None  # two plan it for later: the day is that of speaking
    assert windows[4] == Window.on(dt.date(2031, 5, 4))  # unless the words themselves give the day


def test_either_or_is_no_time_set(wire: Wire) -> None:
    written = wire("a", "2031-05-01", {"status": "scheduled", "window": "2031-05-20..2031-06-10"})
    (event,) = track([in_words(written, "late May or early June")])
    assert event.reports[0].status == "expected"


def test_a_place_that_others_give_is_the_event_s_where_an_article_names_it(wire: Wire) -> None:
    there = {"status": "scheduled", "places": {"Sylvania": "stated"}}
    other = {"head": "visit", "event_class": "visit", "parties": ("sylvania",)}
    articles = [
        wire("a", "2031-05-01", there),
        wire("b", "2031-05-02", there),
        wire("c", "2031-05-03", {"status": "expected"}, other),
        wire("d", "2031-05-03", {"status": "expected"}),
    ]
    summit = next(e for e in track(articles) if len(e.reports) == 4)
    assert [[p.key for p in r.places] for r in summit.reports] == [["sylvania"]] * 3 + [[]]


def test_a_place_that_others_give_comes_before_one_of_another_phase(wire: Wire) -> None:
    there = {"status": "scheduled", "places": {"Sylvania": "stated"}}
    other = {"head": "visit", "event_class": "visit", "parties": ("sylvania",)}
    before = {"status": "occurred", "places": {"Zenda": "stated"}}
    ahead = {"status": "scheduled"}
    articles = [
        wire("a", "2031-05-01", there),
        wire("b", "2031-05-02", there),
        wire("c", "2031-05-03", ahead, ahead, before, other),
    ]
    summit = next(e for e in track(articles) if len(e.reports) == 3)
    assert [p.key for p in summit.reports[2].places] == ["sylvania"]


def test_of_places_that_others_give_an_article_that_gives_none_takes_the_first_alone(wire: Wire) -> None:
    both = {"status": "scheduled", "places": {"Sylvania": "stated", "Zenda": "stated"}}
    one = {"status": "scheduled", "places": {"Sylvania": "stated"}}
    other = {"head": "visit", "event_class": "visit", "parties": ("sylvania", "zenda")}
    articles = [
        wire("a", "2031-05-01", both),
        wire("b", "2031-05-02", both),
        wire("c", "2031-05-02", one),
        wire("d", "2031-05-03", {"status": "expected"}, other),
    ]
    summit = next(e for e in track(articles) if len(e.reports) == 4)
    assert [p.key for p in summit.reports[3].places] == ["sylvania"]


def test_a_planned_day_that_passed_was_the_day_once_a_report_tells_it_done(wire: Wire) -> None:
    planned = {"status": "scheduled", "window": "2031-06-12"}
    articles = [
        wire("a", "2031-06-01", planned),
        wire("b", "2031-06-02", planned),
        wire("c", "2031-06-13", {"status": "occurred"}),
        wire("d", "2031-06-14", {"status": "expected"}),
    ]
    (event,) = track(articles)
    assert [r.status for r in event.reports] == ["scheduled", "scheduled", "occurred", "occurred"]


def test_a_day_to_come_outweighs_that_a_meeting_was_held(wire: Wire) -> None:
    held = {"status": "occurred", "window": "2031-05-01"}
    planned = {"status": "scheduled", "window": "2031-06-12"}
    (event,) = track([wire("a", "2031-05-02", held, planned)])
    (report,) = event.reports
    assert report.status == "scheduled"
    assert report.window is not None
    assert report.window.window == Window.on(dt.date(2031, 6, 12))


def test_a_vague_day_of_what_was_held_gives_way_to_the_day_that_the_article_names(wire: Wire) -> None:
    vague = {"status": "occurred", "window": "2031-06-01..2031-06-30"}
    articles = [
        wire("a", "2031-06-13", DONE),
        wire("b", "2031-06-13", DONE),
        saying(wire("c", "2031-06-20", vague), "2031-06-12"),
        wire("d", "2031-06-21", vague),
    ]
    (event,) = track(articles)
    windows = [r.window.window for r in event.reports if r.window is not None]
    assert windows[2] == Window.on(dt.date(2031, 6, 12))
    assert windows[3] != Window.on(dt.date(2031, 6, 12))


def test_a_vague_plan_gives_way_to_the_planned_day_that_the_article_names(wire: Wire) -> None:
    planned = {"status": "scheduled", "window": "2031-06-12"}
    vague = {"status": "scheduled", "window": "2031-06-01..2031-06-30"}
    articles = [
        wire("a", "2031-06-01", planned),
        wire("b", "2031-06-02", planned),
        saying(wire("c", "2031-06-03", vague), "2031-06-12"),
        wire("d", "2031-06-04", vague),
    ]
    (event,) = track(articles)
    windows = [r.window.window for r in event.reports if r.window is not None]
    assert windows[2] == Window.on(dt.date(2031, 6, 12))
    assert windows[3] != Window.on(dt.date(2031, 6, 12))


def test_what_is_told_as_done_on_the_planned_day_is_of_that_day(wire: Wire) -> None:
    planned = {"status": "scheduled", "window": "2031-06-12"}
    articles = [
        wire("a", "2031-06-10", planned),
        wire("b", "2031-06-11", planned),
        saying(wire("c", "2031-06-12", {"status": "occurred"}), "2031-06-12"),
        wire("d", "2031-06-12", planned),
    ]
    (event,) = track(articles)
    report = next(r for r in event.reports if r.source_id == "c")
    assert report.window is not None
    assert report.window.window == Window.on(dt.date(2031, 6, 12))


def test_what_was_proposed_stays_so_while_nobody_plans_a_day(wire: Wire) -> None:
    expected = [wire(name, f"2031-06-0{i}", {"status": "expected"}) for i, name in enumerate("abc", start=1)]
    dated = wire("d", "2031-06-04", {"status": "expected", "window": "2031-07-01"})
    asked = wire("e", "2031-06-05", {"status": "proposed"})
    assert [e.reports[-1].status for e in track([*expected, asked])] == ["proposed"]
    assert [e.reports[-1].status for e in track([*expected, dated, asked])] == ["expected"]
