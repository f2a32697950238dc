from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from slated.model import Change, Ruling, TrackedEvent, Window
from slated.tracking import track
from slated.tracking.changes import changes_of, standing_of

Wire = Callable[..., Any]


@pytest.fixture
def event(wire: Wire) -> TrackedEvent:
    (found,) = track(
        [
            wire("a", "2031-03-01", {"status": "expected", "window": "2031-05-01..2031-05-31"}),
            wire(
                "b",
                "2031-04-10",
                {"status": "scheduled", "window": "2031-05-20", "places": {"Zenda": "stated"}},
            ),
            wire("c", "2031-05-02", {"status": "postponed", "window": "2031-06-12"}),
            wire("d", "2031-05-05", {"status": "scheduled", "window": "2031-06-12"}),
        ],
        as_of=dt.date(2031, 9, 1),
    )
    return found


def kinds(found: TrackedEvent, since: str) -> list[tuple[str, str]]:
    told = changes_of(standing_of(found), dt.date.fromisoformat(since))
    return sorted((str(c.day), c.kind) for c in told)


def test_what_moved_was_placed_and_lapsed_is_told_by_day(event: TrackedEvent) -> None:
    assert kinds(event, "2031-03-02") == [
        ("2031-04-10", "moved"),
        ("2031-04-10", "place"),
        ("2031-04-10", "status"),
        ("2031-05-02", "moved"),
        ("2031-05-02", "status"),
        ("2031-05-05", "status"),
        ("2031-06-27", "lapsed"),
    ]
    assert kinds(event, "2031-06-01") == [("2031-06-27", "lapsed")]
    assert kinds(event, "2031-06-28") == []


def test_an_event_that_is_new_tells_only_that_and_its_end(event: TrackedEvent) -> None:
    assert kinds(event, "2031-03-01") == [("2031-03-01", "new"), ("2031-06-27", "lapsed")]


def test_a_move_says_by_how_much_and_on_whose_word(event: TrackedEvent) -> None:
    (moved,) = [c for c in changes_of(standing_of(event), dt.date(2031, 5, 1)) if c.kind == "moved"]
    assert moved == Change(
        dt.date(2031, 5, 2),
        "moved",
        event.event_id,
        event.title,
        "2031-05-20",
        "2031-06-12",
        "later",
        23,
        ("Outlet c",),
    )


def test_ends_are_told(wire: Wire) -> None:
    plan = wire("a", "2031-03-01", {"status": "scheduled", "window": "2031-05-20"})
    off = wire("b", "2031-03-05", {"status": "cancelled"})
    held = wire("c", "2031-05-21", {"status": "occurred", "window": "2031-05-20"})
    (gone,) = track([plan, off])
    assert kinds(gone, "2031-03-02") == [("2031-03-05", "called_off")]
    (done,) = track([plan, held])
    assert kinds(done, "2031-03-02") == [("2031-05-21", "took_place")]


def test_a_ruled_end_counts_from_its_day(event: TrackedEvent) -> None:
    ruling = Ruling(
        1,
        "outcome",
        "Ada",
        "x",
        dt.date(2031, 7, 1),
        (event.event_id,),
        status="occurred",
        window=Window.on(dt.date(2031, 6, 12)),
    )
    ruled = replace(event, rulings=(ruling,), outcome=None)
    assert kinds(ruled, "2031-06-01") == [("2031-07-01", "took_place")]
