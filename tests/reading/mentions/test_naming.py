from __future__ import annotations

import pytest

from tests.reading.pages import mention_of


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [
        ("A second US-Norway summit will be held in May.", 2),
        ("The 3rd summit of Norway and Denmark will be held in May.", 3),
        ("A summit of Norway and Denmark will be held in the second week of May.", None),
    ],
)
def test_ordinals(text: str, ordinal: int | None) -> None:
    assert mention_of("summit", text).ordinal == ordinal


def test_modifiers_tell_an_event_from_its_kind() -> None:
    assert (
        "viceministerial"
        in mention_of("talks", "Vice-ministerial talks with Norway will be held in May.").modifiers
    )
    assert mention_of("election", "The June election will be close.").modifiers == ()


@pytest.mark.parametrize(
    ("word", "text", "title"),
    [
        (
            "testify",
            "Banker Ann Lee will testify before the committee on Friday.",
            "Banker Ann Lee to testify before the committee",
        ),
        ("summit", "The second US-Norway summit will be held in May.", "second US-Norway summit"),
    ],
)
def test_titles_read_as_a_diary_line(word: str, text: str, title: str) -> None:
    assert mention_of(word, text).title.startswith(title)
