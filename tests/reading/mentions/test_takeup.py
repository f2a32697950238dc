from __future__ import annotations

import pytest

from slated.model import EventMention
from tests.reading.pages import reading_of

LEAD = "The summit between Peru and Chile is planned for May. "


def taken_up(text: str) -> list[EventMention]:
    found = reading_of(text).mentions
    return [m for m in found if m.refers_to is not None and found[m.refers_to].trigger.text == "summit"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("It will take place in Geneva.", "scheduled"),
        ("It will likely happen in Geneva.", "expected"),
        ("It is expected to be held in Oslo.", "expected"),
        ("It was postponed.", "postponed"),
        ("That was called off on Tuesday.", "cancelled"),
        ("The new date is June 19.", "scheduled"),
    ],
)
def test_a_pronoun_takes_up_the_event_in_focus(text: str, status: str) -> None:
    (mention,) = taken_up(LEAD + text)
    assert (mention.event_class, mention.status, mention.anaphor) == ("meeting", status, True)


@pytest.mark.parametrize(
    "text",
    [
        "It is expected that Peru will win.",
        "It rained.",
        "It was announced today.",
        "A new date is unlikely.",
        "The new date palm is 3 metres tall.",
    ],
)
def test_an_empty_it_takes_up_nothing(text: str) -> None:
    assert taken_up(LEAD + text) == []


def test_what_there_is_nothing_to_take_up_for_is_no_event() -> None:
    assert all(m.trigger.text.lower() != "it" for m in reading_of("It was cancelled on Tuesday.").mentions)


def test_the_place_and_day_of_the_pronouns_clause_are_the_events() -> None:
    (mention,) = taken_up(LEAD + "It will take place on June 12 in Geneva.")
    assert [p.name for p in mention.places] == ["Geneva"]
    assert mention.window is not None and mention.window.text == "June 12"
