from __future__ import annotations

import pytest

from slated.model import Span
from slated.reading.mentions.actor_index import ActorIndex
from tests.reading.pages import reading_of

TEXT = "Danish Prime Minister Mette Holm and President Olaf Berg spoke. Holm said they would meet in Lima."
INDEX = ActorIndex(reading_of(TEXT).actors)


def place(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def test_actors_are_found_by_where_they_are_named() -> None:
    assert [a.name for a in INDEX.within(place("Mette Holm and President Olaf Berg"))] == [
        "Mette Holm",
        "Olaf Berg",
    ]
    assert [a.name for a in INDEX.around(place("Mette"))] == ["Mette Holm"]
    assert INDEX.within(place("spoke")) == []


@pytest.mark.parametrize(("word", "name"), [("Holm", "Mette Holm"), ("berg", "Olaf Berg"), ("nobody", None)])
def test_one_word_may_name_an_actor(word: str, name: str | None) -> None:
    called = INDEX.called(word)
    assert (called and called.name) == name


def test_pronouns_take_up_whom_was_named_last() -> None:
    said = place("said they")
    before = INDEX.person_before(said)
    assert before is not None
    assert before.name == "Mette Holm"
    assert {a.name for a in INDEX.pair_before(said, Span(0, len(TEXT), TEXT))} == {"Mette Holm", "Olaf Berg"}
    assert INDEX.person_before(Span(0, 1, "D")) is None
