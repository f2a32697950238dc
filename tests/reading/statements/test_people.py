from __future__ import annotations

from collections.abc import Callable

import pytest

from slated.model import Statement

Read = Callable[..., tuple[Statement, ...]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna Weber met the board. She said the vote was off.", "Anna Weber"),
        ("A diplomatic source spoke. He said the vote was off.", "A diplomatic source"),
        ("Three analysts disagreed. They said the vote was off.", "Three analysts"),
        ("The ministry was silent. It said the vote was off.", "The ministry"),
        ("Members heard Anna Weber, who said the vote was off.", "Anna Weber"),
        ("It rained. She said the vote was off.", "She"),
    ],
)
def test_pronouns_take_up_a_name_before_them(read: Read, text: str, name: str) -> None:
    statement = next(s for s in read(text) if s.cue and s.cue.text == "said")
    assert statement.source is not None
    assert statement.source.name == name


@pytest.mark.parametrize(
    ("text", "cue", "name"),
    [
        ("Anna Weber said Carla Holm would win. She added that the vote was off.", "added", "Anna Weber"),
        ("Anna Weber spoke. “Holm is the loser of the day,” she added.", "added", "Anna Weber"),
        ("“Holm is the loser of the day,” she added.", "added", "she"),
        ("Anna Weber said Carla Holm, who added that it rained, would win.", "added", "Carla Holm"),
    ],
)
def test_who_is_spoken_of_does_not_speak(read: Read, text: str, cue: str, name: str) -> None:
    statement = next(s for s in read(text) if s.cue and s.cue.text == cue)
    assert statement.source is not None
    assert statement.source.name == name


def test_a_name_too_far_back_is_left_alone(read: Read) -> None:
    text = "Anna Weber left. " + "It rained all day. " * 6 + "She said the vote was off."
    (statement,) = read(text)
    assert statement.source is not None
    assert statement.source.name == "She"
