from __future__ import annotations

import pytest

from tests.reading.pages import mention_of


@pytest.mark.parametrize(
    ("word", "text", "grade"),
    [
        ("meet", "The ministers may meet on Friday.", "possible"),
        ("vote", "Parliament is expected to vote on Friday.", "likely"),
        ("launch", "The launch will take place on Friday.", None),
    ],
)
def test_hedges_have_a_grade(word: str, text: str, grade: str | None) -> None:
    hedge = mention_of(word, text).hedge
    assert (hedge.grade if hedge else None) == grade


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("The union will meet on Friday unless talks resume.", "unless talks resume"),
        ("If the court agrees, the trial will begin on Friday.", "If the court agrees"),
        ("The union will meet on Friday.", None),
    ],
)
def test_conditions_keep_their_words(text: str, condition: str | None) -> None:
    found = mention_of("trial" if "trial" in text else "meet", text).condition
    assert (found.text if found else None) == condition
