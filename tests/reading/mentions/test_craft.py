from __future__ import annotations

import datetime as dt

import pytest

from slated.model import EventMention, Window
from tests.reading.pages import reading_of

ABOUT = "The Heron 2 mission will study the ice of the moon Elva. "


def launches_of(text: str, title: str | None = None) -> list[EventMention]:
    return [m for m in reading_of(text, title).mentions if m.event_class == "launch"]


def keys_of(mention: EventMention) -> set[str]:
    return {p.key for p in mention.participants}


def test_launches_that_name_nothing_are_of_the_articles_mission() -> None:
    for text in ("Liftoff is scheduled for May 4.", "The launch has slipped to May 4."):
        found = launches_of(ABOUT + text)[-1]
        assert "heron 2" in keys_of(found), text
        assert found.window is not None and found.window.window == Window(
            dt.date(2021, 5, 4), dt.date(2021, 5, 4)
        )


def test_the_mission_goes_before_the_rocket() -> None:
    found = launches_of(ABOUT + "It will fly on the new Boreas rocket. The launch is set for May 4.")[-1]
    assert "heron 2" in keys_of(found) and "boreas" not in keys_of(found)


def test_a_launch_of_another_is_left_alone() -> None:
    found = launches_of(ABOUT + "Another launch is planned for May 6 from the same site.")[-1]
    assert "heron 2" not in keys_of(found)


def test_a_rocket_that_carries_many_is_not_whose_launch_it_is() -> None:
    found = launches_of("The Heron capsule will lift off on a Boreas 4 rocket on May 4.")[0]
    roles = {p.name: p.role for p in found.participants}
    assert roles.get("Boreas 4", "carrier") == "carrier"


def test_the_next_attempt_is_the_launch() -> None:
    found = launches_of(
        "The launch of the Heron capsule was scrubbed on Monday. The next attempt is set for Thursday."
    )
    assert [m.status for m in found] == ["postponed", "scheduled"]


@pytest.mark.parametrize("numeral", ["2", "II"])
def test_a_number_is_part_of_the_name(numeral: str) -> None:
    found = launches_of(f"The launch of Heron {numeral} is set for May 4.")[0]
    assert keys_of(found) == {"heron 2"}


def test_numbers_that_count_are_not() -> None:
    actors = {
        a.name for a in reading_of("In Norway 2 people will be tried. Dan Moss, 34, will speak.").actors
    }
    assert "Dan Moss" in actors and not any(name.endswith("2") for name in actors)


def test_what_is_said_of_a_mission_besides_is_no_launch() -> None:
    found = launches_of(ABOUT + "The agency expects Heron 2 to cost a billion crowns.")
    assert {m.trigger.text for m in found} <= {"mission"}
