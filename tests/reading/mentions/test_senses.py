from __future__ import annotations

import pytest

from tests.reading.pages import reading_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nurses plan a strike. The 48-hour strike would begin on Monday.", "protest"),
        ("The union met the union of dockers. The 48-hour strike would begin on Monday.", "protest"),
        ("The army met the union. The strike would begin on Monday.", "attack"),
    ],
)
def test_a_word_has_one_sense_in_an_article(text: str, name: str) -> None:
    assert {m.event_class for m in reading_of(text).mentions if m.head == "strike"} == {name}


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("The candidates spoke of the 2032 race.", "race", "election"),
        ("The horse will run its last race on Sunday.", "race", "sport"),
        ("The airline expects to resume flights from the airport on Tuesday.", "flight", "other"),
        ("The capsule will make its first flight on Tuesday.", "flight", "launch"),
    ],
)
def test_the_words_around_tell_the_sense(text: str, word: str, name: str) -> None:
    assert {m.event_class for m in reading_of(text).mentions if m.head == word} == {name}
