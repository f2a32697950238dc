from __future__ import annotations

from collections.abc import Callable

import pytest

from slated.model import Statement

Read = Callable[..., tuple[Statement, ...]]


def test_expectations_within_a_report_are_kept(read: Read) -> None:
    outer, inner = read("According to the Globe, officials expect the talks to slip.")
    assert (outer.source is not None and outer.source.name, inner.within) == ("the Globe", 0)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said the council wanted to sell the port.",
        "The mayor said she knew that the port was shut.",
        "“They say the port is shut,” the mayor said.",
        "The mayor said we said too little.",
    ],
)
def test_aims_knowledge_and_quoted_cues_within_a_statement_are_not(read: Read, text: str) -> None:
    assert len(read(text)) == 1


def test_a_headline_passive_stands_within_its_report(read: Read) -> None:
    (statement,) = read("It rained.", "Lima seen as likely venue: report")
    assert statement.source is not None
    assert statement.source.name == "report"
