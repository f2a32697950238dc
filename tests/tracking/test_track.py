from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from slated.tracking import track


def story(wire):
    return [
        wire("a", "2031-03-01", {"status": "expected", "window": "2031-05-01..2031-05-31"}),
        wire(
            "b",
            "2031-04-10",
            {
                "parties": ("anna berg", "otto falk"),
                "head": "meeting",
                "status": "scheduled",
                "window": "2031-05-20",
                "places": {"Zenda": "stated"},
            },
        ),
        wire("c", "2031-05-02", {"status": "cancelled", "previous": "2031-05-20"}),
        wire("d", "2031-05-10", {"status": "scheduled", "window": "2031-06-12"}),
        wire(
            "e",
            "2031-06-13",
            {
                "status": "occurred",
                "window": "2031-06-12",
                "head": "meeting",
                "parties": ("anna berg", "otto falk"),
            },
        ),
        wire("f", "2031-06-20", {"status": "expected", "ordinal": 2, "window": "2031-09-01.."}),
    ]


def test_an_event_called_off_and_set_again_stays_one(wire):
    first, second = sorted(track(story(wire)), key=lambda e: -len(e.reports))
    assert [r.source_id for r in first.reports] == ["a", "b", "c", "d", "e"]
    assert first.status == "occurred"
    assert str(first.outcome.window) == "2031-06-12"
    assert [(r.what, r.before, r.after) for r in first.revisions if r.what == "window"] == [
        ("window", "2031-05-01..2031-05-31", "2031-05-20"),
        ("window", "2031-05-20", None),
    ]
    assert second.title == "second Freedonia-Ruritania summit"


def test_leaders_stand_for_their_states_but_two_ministers_do_not(wire):
    events = track(
        [
            wire("a", "2031-03-01", {"parties": ("anna berg", "otto falk"), "head": "meeting"}),
            wire("b", "2031-03-02", {"parties": ("ruritania", "freedonia"), "head": "meeting"}),
            wire("c", "2031-03-03", {"parties": ("ida marr", "rufus firefly"), "head": "meeting"}),
        ]
    )
    assert sorted(len(e.reports) for e in events) == [1, 2]


def test_another_witness_is_another_event(wire):
    hearing = {"head": "testify", "event_class": "hearing"}
    events = track(
        [
            wire("a", "2031-03-01", hearing | {"parties": ("anna berg",), "window": "2031-03-05"}),
            wire("b", "2031-03-02", hearing | {"parties": ("ida marr",), "window": "2031-03-05"}),
        ]
    )
    assert len(events) == 2


def test_next_years_edition_is_another_event(wire):
    forum = {"head": "forum", "event_class": "conference", "parties": (), "title": "Zenda trade forum"}
    events = track(
        [
            wire("a", "2031-03-10", forum | {"status": "occurred", "window": "2031-03-08"}),
            wire("b", "2031-12-10", forum | {"status": "scheduled", "window": "2032-03-07"}),
        ]
    )
    assert len(events) == 2


def test_the_meeting_goes_to_the_event_last_in_focus(wire):
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


def test_an_event_never_heard_of_again_lapses(wire):
    plan = wire("a", "2031-03-01", {"status": "scheduled", "window": "2031-03-10"})
    (soon,) = track([plan], as_of=dt.date(2031, 3, 20))
    (late,) = track([plan], as_of=dt.date(2031, 3, 25))
    assert (soon.status, soon.outcome) == ("scheduled", None)
    assert (late.status, late.outcome.status) == ("lapsed", "lapsed")


def test_nothing_published_later_leaks_into_an_earlier_day(wire):
    articles = story(wire)
    day = dt.date(2031, 4, 30)
    early = [a for a in articles if a.article.creation_time.day <= day]
    assert track(articles, as_of=day) == track(early, as_of=day)


@given(order=st.permutations(range(6)))
def test_the_order_of_arrival_changes_nothing(order):
    from_conftest = _wire()
    articles = story(from_conftest)
    assert track([articles[i] for i in order]) == track(articles)


def _wire():
    import importlib.util
    from pathlib import Path

    spec = importlib.util.spec_from_file_location("tracking_wire", Path(__file__).with_name("conftest.py"))
    module = importlib.util.module_from_spec(spec)
    import sys

    sys.modules["tracking_wire"] = module
    spec.loader.exec_module(module)
    return module.wired
