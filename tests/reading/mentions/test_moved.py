from __future__ import annotations

import datetime as dt

import pytest

from slated.model import Window
from tests.reading.pages import mention_of

APRIL, JUNE = Window.on(dt.date(2021, 4, 19)), Window.on(dt.date(2021, 6, 4))


@pytest.mark.parametrize(
    ("text", "now", "before"),
    [
        ("The race, scheduled for April 19, will be held on June 4.", JUNE, APRIL),
        ("The race, scheduled for April 19, was postponed until June 4.", JUNE, APRIL),
        ("The race was moved from April 19 to June 4.", JUNE, APRIL),
        ("The race scheduled for April 19 will start at 10 a.m.", APRIL, None),
        ("The race, scheduled for April 19, will be held in Lima.", APRIL, None),
    ],
)
def test_the_new_day_and_the_one_before(text: str, now: Window, before: Window | None) -> None:
    mention = mention_of("race", text)
    assert mention.window is not None
    assert mention.window.window == now
    assert (mention.previous and mention.previous.window) == before


def test_a_headline_s_new_day_may_hang_on_the_event() -> None:
    mention = mention_of("reopening", "Kenya postpones school reopening to January 2022")
    assert mention.window is not None
    assert mention.window.window == Window(dt.date(2022, 1, 1), dt.date(2022, 1, 31))
    assert mention.previous is None
