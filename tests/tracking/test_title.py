from __future__ import annotations

import pytest

from slated.tracking.title import ordinal


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "first"),
        (10, "tenth"),
        (11, "11th"),
        (12, "12th"),
        (21, "21st"),
        (22, "22nd"),
        (103, "103rd"),
        (111, "111th"),
    ],
)
def test_ordinals_in_words_then_in_figures(number: int, words: str) -> None:
    assert ordinal(number) == words
