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
