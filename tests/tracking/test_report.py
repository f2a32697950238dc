from __future__ import annotations

from collections.abc import Callable
from typing import Any

from slated.model import Report
from slated.tracking import track

Wire = Callable[..., Any]


def report(wire: Wire, *mentions: dict[str, Any]) -> Report:
    (event,) = track([wire("a", "2031-05-10", *mentions)])
    return event.reports[0]


def test_a_day_that_has_passed_is_the_plan_that_was(wire: Wire) -> None:
    told = report(
        wire,
        {"status": "scheduled", "window": "2031-05-01"},
        {"status": "scheduled", "window": "2031-06-12"},
    )
    assert told.window is not None
    assert told.previous is not None
    assert (str(told.window.window), str(told.previous.window)) == ("2031-06-12", "2031-05-01")


def test_what_is_done_on_a_day_to_come_is_scheduled(wire: Wire) -> None:
    assert report(wire, {"status": "occurred", "window": "2031-06-12"}).status == "scheduled"


def test_a_window_of_the_past_ends_with_the_article(wire: Wire) -> None:
    told = report(wire, {"status": "occurred", "window": "2031-05-05..2031-05-11"})
    assert told.window is not None
    assert str(told.window.window) == "2031-05-05..2031-05-10"


def test_a_dated_statement_beats_vague_background(wire: Wire) -> None:
    told = report(
        wire,
        {"status": "scheduled", "window": "2031-06-12"},
        {"status": "expected", "head": "meeting"},
    )
    assert told.status == "scheduled"


def test_what_has_a_day_is_no_longer_proposed(wire: Wire) -> None:
    proposed = [{"status": "proposed"}] * 3
    assert report(wire, *proposed, {"status": "expected"}).status == "proposed"
    assert report(wire, *proposed, {"status": "expected", "window": "2031-06-12"}).status == "expected"
    dated = {"status": "proposed", "window": "2031-06-12"}
    told = report(wire, *proposed, dated, {"status": "expected", "window": "2031-06-12"})
    assert told.status == "proposed"


def test_a_proposal_that_some_oppose_is_a_proposal(wire: Wire) -> None:
    opposed = [{"status": "proposed"}, {"status": "in_doubt"}]
    assert report(wire, *opposed).status == "proposed"
    assert report(wire, *opposed, {"status": "scheduled"}).status == "in_doubt"


def test_places_keep_their_most_telling_standing(wire: Wire) -> None:
    told = report(
        wire,
        {"places": {"Zenda": "leading", "Strelsau": "candidate"}},
        {"places": {"Strelsau": "ruled_out", "Zenda": "candidate"}},
    )
    assert {p.name: p.standing for p in told.places} == {"Zenda": "leading", "Strelsau": "ruled_out"}


def test_evidence_and_mentions_lead_back_to_the_words(wire: Wire) -> None:
    told = report(wire, {"status": "scheduled", "window": "2031-06-12"})
    assert told.mentions == (0,)
    assert [span.text for span in told.evidence] == ["summit  0."]


def test_as_early_as_says_more_than_the_month_alone(wire: Wire) -> None:
    told = report(
        wire,
        {"status": "expected", "window": "2031-10-01..2031-10-31", "part": "title"},
        {"status": "expected", "window": "2031-10-01.."},
    )
    assert told.window is not None
    assert str(told.window.window) == "2031-10-01.."
