from __future__ import annotations

import datetime as dt

import pytest

from slated.model import Window
from tests.reading.pages import mention_of


@pytest.mark.parametrize(
    ("word", "text", "window"),
    [
        ("meeting", "She will arrive in Lima on Friday for her third meeting with Rosa Diaz.", (12, 12)),
        ("summit", "He may meet Rosa Diaz at the Pacific summit on March 20.", (20, 20)),
        ("vote", "Parliament will vote after the March 20 summit.", (21, None)),
        ("vote", "Parliament will vote on the bill before the March 20 election.", (None, 19)),
        ("vote", "Parliament will vote in a session on March 20.", (20, 20)),
        ("travel", "She will travel to Lima to meet Rosa Diaz on March 20.", (20, 20)),
        ("transferred", "He is to be transferred to Lima for a hearing on March 20.", (20, 20)),
        ("testified", "The new letter comes two days after Diaz testified in Lima.", (8, 8)),
        ("hearing", "The letter comes just a week ahead of the hearing in Lima.", (15, 19)),
    ],
)
def test_a_time_is_shared_or_counted(word: str, text: str, window: tuple[int | None, int | None]) -> None:
    first, last = (dt.date(2021, 3, day) if day else None for day in window)
    when = mention_of(word, text).window
    assert when is not None and when.window == Window(first, last)


def test_an_event_with_a_time_of_its_own_keeps_it() -> None:
    found = mention_of("summit", "She will vote on March 15 after the March 20 summit.")
    assert found.window is not None and found.window.text == "March 20"


def test_the_day_of_a_report_that_closes_the_sentence_is_of_no_event() -> None:
    text = "The leaders will hold a summit in Lima on March 20, the two governments announced on Friday."
    found = mention_of("summit", text)
    assert found.window is not None and found.window.text == "March 20"
