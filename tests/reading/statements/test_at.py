from __future__ import annotations

from collections.abc import Callable

from slated.model import Span, Statement
from slated.reading.statements import sources_along, statement_at

Read = Callable[..., tuple[Statement, ...]]
TEXT = "The Globe reported that officials had said the launch would slip. The vote is on Monday."


def place(word: str, text: str = TEXT) -> Span:
    start = text.index(word)
    return Span(start, start + len(word), word)


def test_the_innermost_statement_covers_a_place(read: Read) -> None:
    statements = read(TEXT)
    assert statement_at(statements, place("launch")) == 1
    assert statement_at(statements, place("officials")) == 0
    assert statement_at(statements, place("vote")) is None


def test_sources_come_nearest_first(read: Read) -> None:
    statements = read(TEXT)
    assert [s.name for s in sources_along(statements, 1)] == ["officials", "The Globe"]
    assert sources_along(statements, None) == ()


def test_who_speaks_on_is_named_once(read: Read) -> None:
    text = "“It takes time,” Weber said, but added, “I back the launch,” Weber said."
    statements = read(text)
    at = statement_at(statements, place("launch", text))
    assert [s.name for s in sources_along(statements, at)] == ["Weber"]


def test_a_speaker_between_two_halves_is_not_in_the_quotation(read: Read) -> None:
    text = "“We wait,” said the envoy to Oslo. “The talks are near.”"
    statements = read(text)
    assert statement_at(statements, place("Oslo", text)) is None
    assert statement_at(statements, place("talks", text)) == 0


def test_title_and_text_are_kept_apart(read: Read) -> None:
    statements = read("It rained.", "Vote off, officials say")
    assert statement_at(statements, Span(0, 2, "It")) is None
    assert statement_at(statements, Span(0, 4, "Vote", "title")) == 0
