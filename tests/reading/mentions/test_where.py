from __future__ import annotations

import pytest

from tests.reading.pages import mention_of


@pytest.mark.parametrize(
    ("word", "text", "names"),
    [
        ("meet", "The ministers will meet in Oslo on Friday.", ["Oslo"]),
        ("event", "The event will take place in Boston, MA on June 9.", ["Boston, MA"]),
        ("visit", "Norway's president will visit Lima on Friday.", ["Lima"]),
        (
            "ceremony",
            "The ceremony will be held at the Great Hall of the People in Beijing.",
            ["Great Hall of the People", "Beijing"],
        ),
        ("vote", "Parliament will vote in May, the spokesman said in Geneva.", []),
    ],
)
def test_places_of_the_event(word: str, text: str, names: list[str]) -> None:
    assert [p.name for p in mention_of(word, text).places] == names
