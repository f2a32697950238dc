from __future__ import annotations

from collections.abc import Callable

from slated.model import Statement

Read = Callable[..., tuple[Statement, ...]]


def credited(statement: Statement) -> tuple[str | None, str | None, str]:
    name = statement.source.name if statement.source else None
    return name, statement.cue.text if statement.cue else None, statement.content.text


def test_a_quotation_after_a_report_in_its_paragraph_belongs_to_it(read: Read) -> None:
    (statement,) = read("The envoy said the talks were near. “We are packing.”")
    assert statement.content.text == "the talks were near. “We are packing.”"
    assert statement.mode == "mixed"


def test_a_paragraph_of_speech_is_the_last_speakers(read: Read) -> None:
    statements = read("Ann Lee said the plant would open late.\n\n“We will first hire two hundred people.”")
    assert [credited(s) for s in statements] == [
        ("Ann Lee", "said", "the plant would open late"),
        ("Ann Lee", None, "“We will first hire two hundred people.”"),
    ]


def test_a_speaker_is_not_remembered_for_long(read: Read) -> None:
    text = "Ann Lee said the plant would open late.\n\n" + "It rained on the town all day. " * 20
    statements = read(text + "\n\n“We will first hire two hundred people.”")
    assert [credited(s)[0] for s in statements] == ["Ann Lee"]


def test_a_few_quoted_words_are_not_carried(read: Read) -> None:
    statements = read("Ann Lee said the plant would open late.\n\nThe “green” plant has two floors.")
    assert len(statements) == 1


def test_speech_that_ends_a_sentence_finds_its_speaker_in_the_next(read: Read) -> None:
    (statement,) = read("“We will never sign!” Ann Lee said.")
    assert credited(statement) == ("Ann Lee", "said", "“We will never sign!”")
