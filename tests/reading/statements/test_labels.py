from __future__ import annotations

from collections.abc import Callable

import pytest

from slated.model import Statement

Read = Callable[..., tuple[Statement, ...]]


@pytest.mark.parametrize(
    ("title", "source", "content"),
    [
        ("Summit to slip: officials", "officials", "Summit to slip"),
        ("Second meeting likely in October: Okafor", "Okafor", "Second meeting likely in October"),
        ("Report: Vote delayed until May", "Report", "Vote delayed until May"),
        ("Launch slips to Friday, officials say", "officials", "Launch slips to Friday"),
        ("Two sides near deal, diplomatic source says", "diplomatic source", "Two sides near deal"),
        ('Mayor Okafor: "We will not close"', "Mayor Okafor", '"We will not close"'),
    ],
)
def test_headlines_credit_with_a_colon_or_a_comma(read: Read, title: str, source: str, content: str) -> None:
    (statement,) = read("It rained.", title)
    assert statement.source is not None
    assert statement.source.name == source
    assert statement.content.text == content


@pytest.mark.parametrize(
    "title", ["Brexit: what happens next", "Explained: how the vote works", "Live: vote"]
)
def test_a_topic_before_a_colon_is_no_source(read: Read, title: str) -> None:
    assert read("It rained.", title) == ()


def test_transcripts_label_their_speakers(read: Read) -> None:
    (statement,) = read("OKAFOR: The port will close in May.")
    assert statement.source is not None
    assert statement.source.name == "OKAFOR"


def test_a_headline_may_leave_out_its_verb(read: Read) -> None:
    (statement,) = read("It rained.", "Minister expected to resign")
    assert statement.source is None
    assert statement.content.text == "Minister expected to resign"
