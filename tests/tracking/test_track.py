from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from slated.tracking import TrackInput, track

Wire = Callable[..., Any]


def story(wire: Wire) -> list[TrackInput]:
    leaders = {"parties": ("anna berg", "otto falk"), "head": "meeting"}
    return [
        wire("a", "2031-03-01", {"status": "expected", "window": "2031-05-01..2031-05-31"}),
        wire(
            "b",
            "2031-04-10",
            leaders | {"status": "scheduled", "window": "2031-05-20", "places": {"Zenda": "stated"}},
        ),
        wire("c", "2031-05-02", {"status": "cancelled", "previous": "2031-05-20"}),
        wire("d", "2031-05-10", {"status": "scheduled", "window": "2031-06-12"}),
        wire("e", "2031-06-13", leaders | {"status": "occurred", "window": "2031-06-12"}),
        wire("f", "2031-06-20", {"status": "expected", "ordinal": 2, "window": "2031-09-01.."}),
    ]


def test_an_event_called_off_and_set_again_stays_one(wire: Wire) -> None:
    first, second = sorted(track(story(wire)), key=lambda e: -len(e.reports))
    assert [r.source_id for r in first.reports] == ["a", "b", "c", "d", "e"]
    assert first.status == "occurred"
    assert first.outcome is not None
    assert str(first.outcome.window) == "2031-06-12"
    assert [(r.before, r.after) for r in first.revisions if r.what == "window"] == [
        ("2031-05-01..2031-05-31", "2031-05-20"),
        ("2031-05-20", None),
        (None, "2031-06-12"),
    ]
    assert second.title == "second Ruritania-Freedonia summit"


def test_ids_are_readable_and_derive_from_the_first_report(wire: Wire) -> None:
    articles = story(wire)
    known = {e.event_id for e in track(articles)}
    assert {e.event_id for e in track(articles[:2])} <= known
    assert all(e.startswith(("ruritania-freedonia-summit-", "second-ruritania-freedonia-")) for e in known)


def test_leaders_stand_for_their_states_but_two_ministers_do_not(wire: Wire) -> None:
    events = track(
        [
            wire("a", "2031-03-01", {"parties": ("anna berg", "otto falk"), "head": "meeting"}),
            wire("b", "2031-03-02", {"parties": ("ruritania", "freedonia"), "head": "meeting"}),
            wire("c", "2031-03-03", {"parties": ("ida marr", "rufus firefly"), "head": "meeting"}),
        ]
    )
    assert sorted(len(e.reports) for e in events) == [1, 2]


def test_another_witness_is_another_event(wire: Wire) -> None:
    hearing = {"head": "testify", "event_class": "hearing", "window": "2031-03-05"}
    events = track(
        [
            wire("a", "2031-03-01", hearing | {"parties": ("anna berg",)}),
            wire("b", "2031-03-02", hearing | {"parties": ("ida marr",)}),
        ]
    )
    assert len(events) == 2


def test_next_years_edition_is_another_event(wire: Wire) -> None:
    forum = {
        "head": "forum",
        "event_class": "meeting",
        "parties": ("ruritania",),
        "places": {"Zenda": "stated"},
    }
    events = track(
        [
            wire("a", "2031-03-10", forum | {"status": "occurred", "window": "2031-03-08"}),
            wire("b", "2031-12-10", forum | {"status": "scheduled", "window": "2032-03-07"}),
        ]
    )
    assert len(events) == 2


def test_a_launch_is_not_its_rehearsal(wire: Wire) -> None:
    shared = {"parties": ("ruritania",), "event_class": "launch", "window": "2031-03-20"}
    events = track(
        [
            wire("a", "2031-03-10", shared | {"head": "launch"}),
            wire("b", "2031-03-11", shared | {"head": "rehearsal"}),
        ]
    )
    assert len(events) == 2


def test_the_meeting_goes_to_the_event_last_in_focus(wire: Wire) -> None:
    (event,) = track(
        [
            wire(
                "a",
                "2031-03-01",
                {"status": "scheduled", "window": "2031-05-20"},
                {"head": "meeting", "parties": (), "anaphor": True, "places": {"Zenda": "stated"}},
            )
        ]
    )
    assert [p.name for p in event.reports[0].places] == ["Zenda"]
    assert event.reports[0].mentions == (0, 1)


def test_an_event_never_heard_of_again_lapses(wire: Wire) -> None:
    plan = wire("a", "2031-03-01", {"status": "scheduled", "window": "2031-03-10"})
    (soon,) = track([plan], as_of=dt.date(2031, 3, 20))
    (late,) = track([plan], as_of=dt.date(2031, 3, 25))
    assert (soon.status, soon.outcome) == ("scheduled", None)
    assert late.outcome is not None
    assert (late.status, late.outcome.status) == ("lapsed", "lapsed")


def test_nothing_published_later_leaks_into_an_earlier_day(wire: Wire) -> None:
    articles = story(wire)
    for day in (dt.date(2031, 3, 1), dt.date(2031, 4, 30), dt.date(2031, 6, 13)):
        early = [a for a in articles if (a.article.creation_time.day or dt.date.max) <= day]
        assert track(articles, as_of=day) == track(early, as_of=day)


def test_a_past_remark_without_a_name_is_no_event(wire: Wire) -> None:
    remark = {"head": "start", "event_class": "opening", "parties": (), "status": "occurred"}
    assert track([wire("a", "2031-03-01", remark)]) == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(order=st.permutations(range(6)))
def test_the_order_of_arrival_changes_nothing(wire: Wire, order: list[int]) -> None:
    articles = story(wire)
    assert track([articles[i] for i in order]) == track(articles)
