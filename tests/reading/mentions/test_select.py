from __future__ import annotations

import datetime as dt

import pytest

from slated.reading.mentions.candidates import candidates_of
from slated.reading.mentions.select import judged, likely_enough
from tests.reading.pages import parsed

TODAY = dt.date(2021, 5, 3)


def expected(text: str, title: str | None = None) -> list[str]:
    groups = candidates_of(parsed(text, title), [])
    chances = judged(groups, TODAY)
    return [
        c.trigger.head
        for group, own in zip(groups, chances, strict=True)
        for c, chance in zip(group.candidates, own, strict=True)
        if chance >= likely_enough()
    ]


@pytest.mark.parametrize(
    ("text", "kept", "left"),
    [
        ("Ann Lee will go on trial on Friday.", "trial", "go"),
        ("Ann Lee's trial, which was due to begin on Friday, was put off.", "trial", "begin"),
        ("The ceasefire is due to take effect on Friday.", "ceasefire", "take"),
        ("The house will vote on a bill on Friday.", "vote", "bill"),
        ("Norway will vote in an election on Friday.", "election", "vote"),
        ("A second round of talks will be held in Oslo on Friday.", "talk", "hold"),
        ("The merger is expected to close in June.", "merger", "close"),
        ("The bank will announce its rate decision on Friday.", "decision", "announce"),
        ("The hearing, due to start on Friday, has been put off to June.", "hearing", "start"),
        ("The Bears and the Wolves will meet in the final on Friday.", "final", "meet"),
        ("The firm will start selling the phone in June.", "sell", "start"),
        ("Talks on gas are scheduled to open in Riga on May 27.", "talk", "open"),
        ("The panel will submit its report on Friday.", "report", "submit"),
        ("The new terminal is set to open on June 1.", "open", "terminal"),
    ],
)
def test_of_two_words_for_one_event_one_stands_for_it(text: str, kept: str, left: str) -> None:
    found = expected(text)
    assert kept in found
    assert left not in found


def test_a_noun_and_its_carrier_are_one_event_and_the_noun_names_it() -> None:
    assert expected("The second vote is scheduled to be held on Tuesday.") == ["vote"]


def test_in_a_headline_talks_to_resume_are_talks() -> None:
    assert expected("It rained.", "Talks on border to resume in Nairobi") == ["talk"]


def test_who_plays_plays_whatever_the_game() -> None:
    assert expected("The console will play all the games of the old one from May.") == ["play"]


def test_two_clauses_are_two_events() -> None:
    text = "The ministers will meet in Oslo on Monday and parliament will vote on the bill on Tuesday."
    assert expected(text) == ["meet", "vote"]


def test_what_is_over_is_no_expectation() -> None:
    assert expected("The ministers met in Oslo and talked for an hour.") == []


def test_a_chance_for_each_candidate_of_each_sentence() -> None:
    groups = candidates_of(parsed("It rained. The board will vote on the plan. Nobody came."), [])
    assert [len(own) for own in judged(groups, TODAY)] == [len(g.candidates) for g in groups]


def test_no_candidates_no_chances() -> None:
    assert judged([], None) == []


def test_a_relative_clause_may_carry_the_event() -> None:
    assert expected("A second vote that will be held on Tuesday is in doubt.") == ["vote"]


def test_a_relative_clause_may_hang_on_a_word_below_the_event() -> None:
    assert expected("They called off a summit on the river dam that was to be held on Tuesday.") == ["summit"]


def test_a_relative_clause_may_carry_the_event_through_a_plan() -> None:
    text = "A strike by ferry crews that was to begin on Tuesday has been put on hold."
    assert expected(text) == ["strike"]


def test_a_known_kind_of_verb_names_what_is_done_to_a_thing() -> None:
    assert expected("The company will open a plant in Ohio next year.") == ["open"]


def test_who_moves_forward_with_an_event_carries_it() -> None:
    assert expected("The chairman said he would move forward with a vote as soon as Monday.") == ["vote"]


def test_what_goes_dark_or_on_sale_is_no_event_by_itself() -> None:
    assert expected("The servers will go dark on April 17, 2022.") == ["go"]
    assert expected("The gala will take place on Tuesday.") == ["gala"]


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Northwind Air to cut 300 jobs as losses mount", ["cut"]),
        ("Museum to reopen after three years", ["reopen"]),
        ("How to vote in the local elections", []),
        ("Senate votes to extend ferry law", []),
        ("Bid to save pool gains support", []),
    ],
)
def test_a_headline_with_to_and_a_verb_is_a_plan(title: str, names: list[str]) -> None:
    assert expected("Nobody said more.", title) == names


def test_who_gathers_for_an_event_holds_it() -> None:
    assert expected("Delegates will gather in Lima on May 5 for a conference on trade.") == ["conference"]
