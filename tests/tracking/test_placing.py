from __future__ import annotations

from collections.abc import Callable
from typing import Any

from slated.tracking import track
from slated.tracking.placing import kind_of

Wire = Callable[..., Any]


def named(wire: Wire, *mentions: dict[str, Any]) -> list[str]:
    (event,) = track([wire("a", "2031-05-10", *mentions)])
    return [place.name for place in event.reports[0].places]


def test_what_was_held_before_does_not_place_what_is_to_come(wire: Wire) -> None:
    ahead = {"status": "scheduled", "places": {"Zenda": "stated"}}
    before = {"status": "occurred", "head": "meeting", "places": {"Strelsau": "stated"}}
    assert named(wire, ahead, ahead, before) == ["Zenda"]


def test_a_place_of_another_phase_is_better_than_none(wire: Wire) -> None:
    ahead = {"status": "scheduled"}
    assert named(wire, ahead, ahead, {"status": "occurred", "places": {"Zenda": "stated"}}) == ["Zenda"]


def test_a_plain_word_gives_way_to_a_name(wire: Wire) -> None:
    plain = {"status": "scheduled", "places": {"border": "stated"}}
    assert named(wire, plain, {"status": "scheduled", "places": {"Zenda": "stated"}}) == ["Zenda"]
    assert named(wire, plain) == ["border"]


def test_places_on_other_days_are_of_other_occasions(wire: Wire) -> None:
    told = {"status": "scheduled", "window": "2031-06-12", "places": {"Zenda": "stated"}}
    later = {"status": "scheduled", "window": "2031-06-14", "places": {"Strelsau": "stated"}}
    assert named(wire, told, told, later)[0] == "Zenda"


def test_the_kind_is_that_of_most_mentions(wire: Wire) -> None:
    written = wire("a", "2031-05-10", {}, {}, {"head": "visit", "event_class": "visit"})
    assert kind_of(written.reading.mentions) == kind_of(written.reading.mentions[:1])
    assert kind_of([]) == ""
