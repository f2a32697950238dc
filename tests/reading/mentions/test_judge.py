from __future__ import annotations

import datetime as dt

import pytest

from slated.reading.mentions.candidates import candidates_in
from slated.reading.mentions.features import features_of
from slated.reading.mentions.judge import chance_of
from slated.reading.mentions.select import expectations_among
from tests.reading.pages import parsed

TODAY = dt.date(2021, 5, 3)


def chance(word: str, text: str) -> float:
    found = candidates_in(parsed(text)[0], [])
    candidate = next(c for c in found if c.trigger.token.text == word)
    return chance_of(candidate.trigger, features_of(candidate, [], TODAY))


def expected(text: str) -> list[str]:
    candidates = list(candidates_in(parsed(text)[0], []))
    return [c.trigger.head for c in expectations_among(candidates, [], TODAY)]


@pytest.mark.parametrize(
    ("word", "ahead", "behind"),
    [
        ("meet", "The ministers are scheduled to meet in Oslo.", "The ministers used to meet in Oslo."),
        ("hearing", "The hearing is scheduled for Monday.", "The hearing was long and dull."),
        ("vote", "Parliament will vote on the bill.", "I would never vote for such a bill."),
    ],
)
def test_what_lies_ahead_is_likelier(word: str, ahead: str, behind: str) -> None:
    assert 0 <= chance(word, behind) < chance(word, ahead) <= 1


def test_unknown_features_weigh_nothing() -> None:
    candidate = next(iter(candidates_in(parsed("The ministers will meet.")[0], [])))
    known = features_of(candidate, [], TODAY)
    assert chance_of(candidate.trigger, [*known, "no such feature"]) == chance_of(candidate.trigger, known)


def test_a_noun_and_its_carrier_are_one_event() -> None:
    assert len(expected("The second vote is scheduled to be held on Tuesday.")) == 1


def test_two_clauses_are_two_events() -> None:
    text = "The ministers will meet in Oslo on Monday and parliament will vote on the bill on Tuesday."
    assert len(expected(text)) == 2


def test_no_candidates_no_expectations() -> None:
    assert expectations_among([], [], None) == []
