from __future__ import annotations

from collections.abc import Callable
from typing import Any

from slated.tracking.gather import gather

Wire = Callable[..., Any]
CARRIER = {"head": "take", "event_class": "other", "title": "take place", "parties": ()}


def groups(wire: Wire, published: str, *mentions: dict[str, Any]) -> list[tuple[int, ...]]:
    written = wire("a", published, *mentions)
    return [account.mentions for account in gather(written.article, written.reading)]


def test_what_takes_place_is_the_event_named_just_before(wire: Wire) -> None:
    summit = {"status": "scheduled"}
    hearing = {"head": "hearing", "event_class": "hearing", "parties": ("ida marr",)}
    carrier = CARRIER | {"window": "2031-06-12"}
    assert groups(wire, "2031-05-02", hearing, summit, carrier) == [(0,), (1, 2)]


def test_a_carrier_with_nothing_before_it_is_no_event(wire: Wire) -> None:
    assert groups(wire, "2031-05-02", CARRIER, {"status": "scheduled"}) == [(1,)]


def test_the_summits_of_years_ago_are_not_the_coming_one(wire: Wire) -> None:
    coming = {"status": "scheduled"}
    old = {"status": "occurred", "window": "2021-01-01..2021-12-31"}
    assert groups(wire, "2031-05-02", coming, old) == [(0,), (1,)]
    recent = {"status": "occurred", "window": "2031-04-20"}
    assert groups(wire, "2031-05-02", coming, recent | {"window": None}) == [(0, 1)]


def test_a_reference_to_an_old_summit_that_is_still_ahead_goes_elsewhere(wire: Wire) -> None:
    old = {"status": "occurred", "window": "2021-01-01..2021-12-31"}
    coming = {"status": "scheduled"}
    taken_up = {"anaphor": True, "refers_to": 0, "parties": (), "status": "scheduled", "window": "2031-06-12"}
    assert groups(wire, "2031-05-02", old, coming, taken_up) == [(0,), (1, 2)]


def test_what_was_called_off_and_what_was_held_are_two(wire: Wire) -> None:
    hearing = {"head": "testify", "event_class": "hearing", "parties": ("ida marr",)}
    skipped, held = hearing | {"status": "cancelled"}, hearing | {"status": "occurred"}
    assert groups(wire, "2031-05-02", skipped, held) == [(0,), (1,)]
    assert groups(wire, "2031-05-02", skipped, skipped) == [(0, 1)]


def test_one_number_is_one_event_though_it_was_once_called_off(wire: Wire) -> None:
    visit = {"head": "visit", "event_class": "visit", "parties": ("ida marr",), "ordinal": 4}
    off, paid = visit | {"status": "cancelled"}, visit | {"status": "occurred"}
    assert groups(wire, "2031-05-02", off, paid) == [(0, 1)]


def test_a_visit_to_where_the_meeting_is_held_is_for_that_meeting(wire: Wire) -> None:
    meeting = {"parties": ("ida marr", "otto falk"), "places": {"Zenda": "stated"}}
    visit = {
        "head": "visit",
        "event_class": "visit",
        "parties": ("otto falk",),
        "places": {"Zenda": "stated"},
    }
    assert groups(wire, "2031-05-02", meeting, visit) == [(0, 1)]
    elsewhere = visit | {"places": {"Strelsau": "stated"}}
    assert groups(wire, "2031-05-02", meeting, elsewhere) == [(0,), (1,)]


def test_what_was_held_on_one_day_and_what_is_to_come_on_another_are_two(wire: Wire) -> None:
    coming = {"status": "scheduled", "window": "2031-06-12"}
    held = {"status": "occurred", "window": "2031-05-01"}
    assert groups(wire, "2031-05-02", coming, held) == [(0,), (1,)]
    assert groups(wire, "2031-05-02", coming, held | {"window": None}) == [(0, 1)]


def test_what_the_title_tells_is_told_again_for_the_same_days_by_those_who_see_to_it(wire: Wire) -> None:
    title = {"head": "rule", "event_class": "ruling", "part": "title", "parties": ("ruritania",)}
    told = {"head": "decide", "event_class": "ruling", "parties": ("freedonia",)}
    by_may = {"window": "2031-05-20"}
    assert groups(wire, "2031-05-02", title | by_may, told | by_may) == [(0, 1)]
    assert groups(wire, "2031-05-02", title | by_may, told | {"window": "2031-06-20"}) == [(0,), (1,)]
    assert groups(wire, "2031-05-02", title | by_may | {"part": "text"}, told | by_may) == [(0,), (1,)]
    meeting = {"part": "title", "parties": ("ruritania", "freedonia")}
    other = {"parties": ("ruritania", "sylvania")}
    assert groups(wire, "2031-05-02", meeting | by_may, other | by_may) == [(0,), (1,)]


def test_the_title_s_event_is_the_one_that_opens_the_text(wire: Wire) -> None:
    title = {
        "head": "exercise",
        "event_class": "deployment",
        "part": "title",
        "parties": (),
        "status": "cancelled",
    }
    lead = {"head": "drill", "event_class": "deployment", "parties": ("ruritania",), "status": "cancelled"}
    later = lead | {"head": "withdrawal"}
    assert groups(wire, "2031-05-02", title, lead) == [(0, 1)]
    assert groups(wire, "2031-05-02", title, lead, later)[0] == (0, 1)
    assert groups(wire, "2031-05-02", title, lead | {"status": "occurred"}) == [(0,), (1,)]
    assert groups(wire, "2031-05-02", title, title | {"head": "march"}, lead) == [(0,), (1,), (2,)]
    assert groups(wire, "2031-05-02", title | {"ordinal": 2}, lead | {"ordinal": 3}) == [(0,), (1,)]


def test_what_the_title_puts_off_is_what_the_text_puts_off_to_those_days(wire: Wire) -> None:
    put_off = {"status": "postponed", "window": "2031-06-12", "parties": ()}
    title = put_off | {"head": "line", "event_class": "other", "part": "title"}
    lead = put_off | {"head": "opening", "event_class": "opening"}
    assert groups(wire, "2031-05-02", title, lead) == [(0, 1)]
    assert groups(wire, "2031-05-02", title, lead | {"window": "2031-07-12"}) == [(0,), (1,)]


def test_the_words_of_a_headline_tell_nothing_of_its_lead_s_event(wire: Wire) -> None:
    title = {"head": "march", "event_class": "protest", "part": "title", "title": "bank march", "parties": ()}
    lead = {"head": "sit-in", "event_class": "protest", "title": "sit-in in Zenda", "parties": ()}
    written = wire("a", "2031-05-02", title, lead | {"window": "2031-06-12"})
    (account,) = gather(written.article, written.reading)
    assert "bank" not in account.profile.terms
