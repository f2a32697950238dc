from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from slated.model import Report, TrackedEvent, Window
from slated.tracking import track
from slated.tracking.revise import follow, moves

Wire = Callable[..., Any]


def one(wire: Wire, *articles: tuple[str, str, dict[str, Any]]) -> TrackedEvent:
    (event,) = track([wire(name, day, mention) for name, day, mention in articles])
    return event


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        ("2031-05-01..2031-05-31", "2031-05-20..2031-05-20", True),
        ("2031-05-20..2031-05-20", "2031-05-01..2031-05-31", False),
        ("2031-05-20..2031-05-20", "2031-06-12..2031-06-12", True),
        ("2031-05-20..2031-05-20", "2031-05-20..2031-05-20", False),
    ],
)
def test_elsewhere_or_narrower_is_a_move_and_vaguer_is_none(before: str, after: str, moved: bool) -> None:
    def window(text: str) -> Window:
        first, last = text.split("..")
        return Window(dt.date.fromisoformat(first), dt.date.fromisoformat(last))

    assert moves(window(before), window(after)) is moved


def test_two_outlets_of_one_day_that_disagree_move_nothing(wire: Wire) -> None:
    plan = {"status": "scheduled", "window": "2031-05-20"}
    event = one(
        wire,
        ("a", "2031-03-01", plan),
        ("b", "2031-03-05", plan),
        ("c", "2031-03-05", plan | {"window": "2031-05-27"}),
    )
    assert str(event.window) == "2031-05-20"
    assert [r for r in event.revisions if r.what == "window"] == []


def test_copies_of_one_story_have_one_voice() -> None:
    def report(name: str, origin: str, day: int) -> Report:
        from slated.model import StatedWindow

        when = StatedWindow(Window.on(dt.date(2031, 5, day)), "then")
        published = dt.date(2031, 3, 1)
        return Report(
            name, name, published, name, None, "scheduled", when, None, (), (), None, None, (), (0,), origin
        )

    copies = [report(f"copy{n}", "wire", 27) for n in range(5)]
    others = [report("x", "x", 20), report("y", "y", 20)]
    assert follow([*copies, *others]).window == Window.on(dt.date(2031, 5, 20))
    alone = [replace(c, origin=c.source_id) for c in copies]
    assert follow([*alone, *others]).window == Window.on(dt.date(2031, 5, 27))


def test_a_venue_that_changes_is_a_revision(wire: Wire) -> None:
    plan = {"status": "scheduled", "window": "2031-05-20"}
    event = one(
        wire,
        ("a", "2031-03-01", plan | {"places": {"Zenda": "candidate"}}),
        ("b", "2031-03-05", plan | {"places": {"Strelsau": "stated", "Zenda": "ruled_out"}}),
    )
    (moved,) = [r for r in event.revisions if r.what == "place"]
    assert (moved.before, moved.after) == ("Zenda (candidate)", "Strelsau, Zenda (ruled_out)")


def test_a_cancellation_clears_the_window_and_keeps_the_old_day(wire: Wire) -> None:
    event = one(
        wire,
        ("a", "2031-03-01", {"status": "scheduled", "window": "2031-05-20"}),
        ("b", "2031-03-05", {"status": "cancelled", "window": "2031-05-20"}),
    )
    assert (event.status, event.window) == ("cancelled", None)
    last = event.reports[-1]
    assert last.previous is not None
    assert str(last.previous.window) == "2031-05-20"


def test_a_passing_word_reopens_nothing_that_ended(wire: Wire) -> None:
    plan = {"status": "scheduled", "window": "2031-05-20"}
    story = [
        ("a", "2031-05-01", plan),
        ("b", "2031-05-21", {"status": "occurred", "window": "2031-05-20"}),
        ("c", "2031-05-22", {"status": "expected"}),
    ]
    event = one(wire, *story)
    assert (event.status, event.outcome is not None) == ("occurred", True)
    two = one(wire, *story, ("d", "2031-05-22", {"status": "expected"}))
    assert two.status == "expected"


def test_what_was_called_off_is_open_again_with_a_day_still_to_come(wire: Wire) -> None:
    plan = {"status": "scheduled", "window": "2031-05-20"}
    off = ("b", "2031-05-05", {"status": "cancelled"})
    again = {"status": "scheduled", "window": "2031-06-12"}
    event = one(wire, ("a", "2031-05-01", plan), off, ("c", "2031-05-08", again))
    assert (event.status, str(event.window)) == ("scheduled", "2031-06-12")
    still = one(wire, ("a", "2031-05-01", plan), off, ("c", "2031-05-08", {"status": "scheduled"}))
    assert still.status == "cancelled"
