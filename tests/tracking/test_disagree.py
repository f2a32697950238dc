from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from slated.model import Contradiction, TrackedEvent
from slated.tracking import track

Wire = Callable[..., Any]
PLAN: dict[str, Any] = {"status": "scheduled", "window": "2031-05-20"}


def told(
    wire: Wire, *articles: tuple[str, str, dict[str, Any]], outlets: dict[str, str] | None = None
) -> Any:
    written = []
    for name, day, mention in articles:
        one = wire(name, day, mention)
        outlet = (outlets or {}).get(name, one.article.outlet)
        written.append(replace(one, article=replace(one.article, outlet=outlet)))
    (event,) = track(written)
    return event


def says(found: Contradiction) -> list[tuple[str, tuple[str, ...]]]:
    return [(say.value, say.reports) for say in found.says]


def test_outlets_that_name_other_days_are_shown_and_move_nothing(wire: Wire) -> None:
    event: TrackedEvent = told(
        wire,
        ("a", "2031-03-01", PLAN),
        ("b", "2031-03-05", PLAN),
        ("c", "2031-03-05", PLAN | {"window": "2031-05-27"}),
    )
    (found,) = event.contradictions
    assert (found.as_of, found.what) == (dt.date(2031, 3, 5), "window")
    assert says(found) == [("2031-05-20", ("b",)), ("2031-05-27", ("c",))]
    assert str(event.window) == "2031-05-20"


def test_days_that_meet_contradict_nobody(wire: Wire) -> None:
    month = PLAN | {"window": "2031-05-01..2031-05-31", "status": "expected"}
    assert told(wire, ("a", "2031-03-05", PLAN), ("b", "2031-03-05", month)).contradictions == ()


def test_one_says_held_and_the_other_called_off(wire: Wire) -> None:
    event = told(
        wire,
        ("a", "2031-05-02", PLAN),
        ("b", "2031-05-20", {"status": "occurred", "window": "2031-05-20"}),
        ("c", "2031-05-20", {"status": "cancelled"}),
    )
    (found,) = event.contradictions
    assert (found.what, says(found)) == ("status", [("occurred", ("b",)), ("cancelled", ("c",))])


def test_a_place_that_one_states_and_another_rules_out(wire: Wire) -> None:
    event = told(
        wire,
        ("a", "2031-03-05", PLAN | {"places": {"Zenda": "stated"}}),
        ("b", "2031-03-05", PLAN | {"places": {"Zenda": "ruled_out", "Strelsau": "stated"}}),
    )
    (found,) = event.contradictions
    assert says(found) == [("Zenda", ("a",)), ("Zenda (ruled_out)", ("b",))]


def test_an_outlets_later_word_replaces_its_earlier_one(wire: Wire) -> None:
    both = {"b": "The Post", "c": "The Post"}
    event = told(
        wire,
        ("a", "2031-03-01", PLAN),
        ("b", "2031-03-05", PLAN | {"window": "2031-05-22"}),
        ("c", "2031-03-05", PLAN | {"window": "2031-05-27"}),
        outlets=both,
    )
    assert event.contradictions == ()
    assert str(event.window) == "2031-05-27"
    (moved,) = [r for r in event.revisions if r.what == "window"]
    assert (moved.move, moved.days, moved.reports, moved.by) == ("later", 7, ("c",), ("The Post",))


def test_copies_of_one_story_are_one_voice(wire: Wire) -> None:
    from slated.tracking.disagree import contradictions_of

    event = told(wire, ("a", "2031-03-05", PLAN), ("b", "2031-03-05", PLAN | {"window": "2031-05-27"}))
    day = dt.date(2031, 3, 5)
    copies = [replace(r, origin="wire") for r in event.reports]
    assert len(contradictions_of(day, event.reports)) == 1
    assert contradictions_of(day, copies) == []
