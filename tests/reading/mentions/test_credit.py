from __future__ import annotations

import pytest

from tests.reading.pages import mention_of


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The minister's remarks appear to open the door to a summit in May.", "The minister"),
        ("Alvarez's comments seem to promise a second summit in May.", "Alvarez"),
        ("A second summit will be held in May.", "narrator"),
    ],
)
def test_whose_words_a_mention_rests_on(text: str, source: str) -> None:
    assert mention_of("summit", text).sources[0].name == source
