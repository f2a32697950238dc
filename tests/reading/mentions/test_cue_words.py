from __future__ import annotations

import pytest

from slated.reading.mentions.cue_words import cue_of, goes_ahead, is_brought_forward, is_cue, moves_on, pauses
from slated.reading.tokens import Token
from tests.reading.pages import parsed


def verb(text: str) -> Token:
    doc = parsed(text)[0].doc
    assert doc is not None
    return next(t for t in doc if t.head == t)


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("The council called off the vote.", "cancelled"),
        ("The council called the talks a farce.", None),
        ("The council pushed the vote to March.", "postponed"),
        ("The council pushed for a vote.", "proposed"),
        ("The council slept.", None),
    ],
)
def test_what_a_verb_says_of_its_event(text: str, effect: str | None) -> None:
    assert cue_of(verb(text)) == effect
    assert is_cue(verb(text)) is (effect is not None)


def test_only_what_moves_to_a_day_is_put_off() -> None:
    assert moves_on(verb("The board moved the launch to May 3."))
    assert not moves_on(verb("The board moved the office to Oslo."))
    assert moves_on(verb("The board moved the launch from March 4 to May 3."))
    assert not moves_on(verb("The board moved the launch up to May 3."))


def test_only_a_last_day_that_is_extended_is_put_off() -> None:
    assert moves_on(verb("The board extended the deadline to May 3."))
    assert not moves_on(verb("The board extended the fair to May 3."))


def test_only_an_occasion_is_put_off_by_suspending_it() -> None:
    assert pauses(verb("The board suspended the talks."))
    assert pauses(verb("Talks suspended over the dispute."))
    assert not pauses(verb("The airline suspended its flights."))


def test_what_is_brought_forward() -> None:
    assert is_brought_forward(verb("The board brought the launch forward to May 3."))
    assert not is_brought_forward(verb("The board brought the launch to Oslo."))


def test_what_goes_ahead() -> None:
    assert goes_ahead(verb("The board will press ahead with the merger."))
    assert not goes_ahead(verb("The board will press the minister."))
