from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from slated.model import Anchor, Ruling, TrackedEvent, Window
from slated.model.rulings import RulingKind
from slated.tracking import TrackInput, track
from slated.tracking.rulings import mention_at

Wire = Callable[..., Any]


def pages(wire: Wire) -> list[TrackInput]:
    hearing = {"head": "hearing", "event_class": "hearing", "status": "scheduled"}
    return [
        wire("a", "2031-03-01", {"status": "expected", "window": "2031-05-20"}),
        wire("b", "2031-03-09", {"status": "scheduled", "window": "2031-05-20"}),
        wire("c", "2031-04-02", {"status": "scheduled", "window": "2031-05-27"}),
        wire("d", "2031-04-05", hearing | {"parties": ("ida marr",), "window": "2031-04-20"}),
        wire("e", "2031-04-06", hearing | {"parties": ("rufus firefly",), "window": "2031-04-20"}),
    ]


def anchors(group: int, articles: Sequence[TrackInput], *names: str) -> tuple[Anchor, ...]:
    return tuple(
        Anchor(group, a.article.document_id, t.part, t.start, t.end, t.text)
        for a in articles
        if a.article.source_id in names
        for t in (m.trigger for m in a.reading.mentions)
    )


def ruling(number: int, kind: RulingKind, held: tuple[Anchor, ...], **values: Any) -> Ruling:
    return replace(Ruling(number, kind, "Ada", "she knows", None, ("x",), anchors=held), **values)


def by_reports(events: Sequence[TrackedEvent]) -> dict[str, TrackedEvent]:
    return {"".join(r.source_id for r in e.reports): e for e in events}


def test_without_rulings_the_wire_tells_of_three_events(wire: Wire) -> None:
    assert set(by_reports(track(pages(wire)))) == {"abc", "d", "e"}


def test_events_ruled_to_be_one_are_one(wire: Wire) -> None:
    articles = pages(wire)
    merge = ruling(1, "merge", anchors(0, articles, "d") + anchors(1, articles, "e"))
    events = by_reports(track(articles, rulings=[merge]))
    assert set(events) == {"abc", "de"}
    assert [r.number for r in events["de"].rulings] == [1]
    assert events["de"].rulings[0].anchors == ()
    assert events["abc"].rulings == ()


def test_reports_split_off_are_an_event_of_their_own(wire: Wire) -> None:
    articles = pages(wire)
    split = ruling(1, "split", anchors(0, articles, "a", "b") + anchors(1, articles, "c"))
    events = by_reports(track(articles, rulings=[split]))
    assert set(events) == {"ab", "c", "d", "e"}
    assert str(events["ab"].window) == "2031-05-20"
    assert [r.number for r in events["ab"].rulings] == [r.number for r in events["c"].rulings] == [1]


def test_what_comes_after_a_split_goes_to_the_side_that_it_fits(wire: Wire) -> None:
    articles = pages(wire)
    split = ruling(1, "split", anchors(0, articles, "a", "b") + anchors(1, articles, "c"))
    later = wire("z", "2031-04-20", {"status": "scheduled", "window": "2031-05-27", "places": {}})
    sooner = wire("y", "2031-04-21", {"status": "scheduled", "window": "2031-05-20", "places": {}})
    assert {"aby", "cz"} <= set(by_reports(track([*articles, later, sooner], rulings=[split])))


def test_a_rejected_report_speaks_of_nothing(wire: Wire) -> None:
    articles = pages(wire)
    reject = ruling(1, "reject", anchors(0, articles, "a", "b") + anchors(1, articles, "c"))
    events = by_reports(track(articles, rulings=[reject]))
    assert set(events) == {"ab", "d", "e"}
    alone = ruling(1, "reject", anchors(1, articles, "d"))
    assert set(by_reports(track(articles, rulings=[alone]))) == {"abc", "e"}


def test_one_of_an_articles_mentions_can_go(wire: Wire) -> None:
    two = wire(
        "a",
        "2031-03-01",
        {"status": "expected", "window": "2031-05-20"},
        {"status": "expected", "places": {"Zenda": "stated"}},
    )
    held = anchors(0, [two], "a")
    (event,) = track([two], rulings=[ruling(1, "split", (*held[:1], replace(held[1], group=1)))])[:1]
    found = by_reports(track([two], rulings=[ruling(1, "reject", (*held[:1], replace(held[1], group=1)))]))
    assert found["a"].reports[0].mentions == (0,)
    assert len({e.event_id for e in track([two], rulings=[ruling(1, "split", held[:1])])}) == 1
    assert event.reports[0].mentions in ((0,), (1,))


def test_names_and_outcomes_stand_above_what_the_pages_say(wire: Wire) -> None:
    articles = pages(wire)
    held = anchors(0, articles, "a", "b", "c")
    when = Window.on(dt.date(2031, 5, 26))
    rulings = [
        ruling(1, "rename", held, title="the Zenda summit"),
        ruling(2, "outcome", held, status="occurred", window=when),
    ]
    event = by_reports(track(articles, rulings=rulings))["abc"]
    assert (event.title, event.status, event.window) == ("the Zenda summit", "occurred", when)
    assert event.outcome is not None
    assert (event.outcome.ruling, event.outcome.report) == (2, None)
    assert event.event_id == by_reports(track(articles))["abc"].event_id


def test_an_event_ruled_open_has_no_end(wire: Wire) -> None:
    articles = [*pages(wire), wire("f", "2031-05-01", {"status": "cancelled"})]
    assert by_reports(track(articles))["abcf"].status == "cancelled"
    held = anchors(0, articles, "a", "b", "c", "f")
    event = by_reports(track(articles, rulings=[ruling(1, "outcome", held, status="open")]))["abcf"]
    assert (event.status, event.outcome) == ("scheduled", None)


def test_later_rulings_stand_above_earlier_ones(wire: Wire) -> None:
    articles = pages(wire)
    both = anchors(0, articles, "d", "e")
    rulings = [
        ruling(3, "rename", both, title="second name"),
        ruling(1, "merge", anchors(0, articles, "d") + anchors(1, articles, "e")),
        ruling(2, "rename", both, title="first name"),
    ]
    event = by_reports(track(articles, rulings=rulings))["de"]
    assert event.title == "second name"
    assert [r.number for r in event.rulings] == [1, 2, 3]


def test_no_earlier_day_knows_of_a_ruling_and_an_undone_one_has_no_effect(wire: Wire) -> None:
    articles = pages(wire)
    rename = ruling(1, "rename", anchors(0, articles, "a"), title="X", made=dt.date(2031, 4, 6))
    assert by_reports(track(articles, rulings=[rename]))["abc"].title == "X"
    assert by_reports(track(articles, dt.date(2031, 4, 6), [rename]))["abc"].title == "X"
    assert track(articles, dt.date(2031, 4, 5), [rename]) == track(articles, dt.date(2031, 4, 5))
    assert track(articles, rulings=[replace(rename, undone_by="Bo")]) == track(articles)


@pytest.mark.parametrize(
    ("moved", "found"),
    [({}, 0), ({"start": 1, "end": 3}, 0), ({"start": 12, "end": 13}, 0), ({"words": "no such"}, 0)],
)
def test_an_anchor_finds_its_mention_again(wire: Wire, moved: dict[str, Any], found: int) -> None:
    told = wire("a", "2031-03-01", {"title": "of the two sides"}, {"head": "talks"})
    (anchor, _) = anchors(0, [told], "a")
    assert mention_at(told.reading, replace(anchor, **moved)) == found
    assert mention_at(told.reading, replace(anchor, part="title")) is None
    assert mention_at(told.reading, replace(anchor, start=900, end=905, words="talks")) == 1
    assert mention_at(told.reading, replace(anchor, start=900, end=905, words="rehearsal")) is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20, deadline=None)
@given(order=st.permutations(range(5)))
def test_the_order_of_arrival_changes_nothing_under_rulings(wire: Wire, order: list[int]) -> None:
    articles = pages(wire)
    rulings = [
        ruling(1, "merge", anchors(0, articles, "d") + anchors(1, articles, "e")),
        ruling(2, "split", anchors(0, articles, "a", "b") + anchors(1, articles, "c")),
        ruling(3, "outcome", anchors(0, articles, "c"), status="cancelled"),
    ]
    assert track([articles[i] for i in order], rulings=rulings) == track(articles, rulings=rulings)
