from __future__ import annotations

import pytest

from slated.reading.mentions.triggers import triggers_in
from tests.reading.pages import mention_of, parsed


def heads(text: str) -> dict[str, str]:
    return {t.head: t.event_class for t in triggers_in(parsed(text)[0])}


@pytest.mark.parametrize(
    ("text", "head", "name"),
    [
        ("The firm will go public in May.", "ipo", "deal"),
        ("The premier will go to Rome in May.", "go", "visit"),
        ("Voters will go to the polls in May.", "vote", "election"),
        ("Voters will return to the polling booths in May.", "vote", "election"),
        ("The suspect went to the police station on Friday.", "go", "other"),
        ("The police came in force on Friday.", "come", "other"),
        ("The rules come into force in May.", "take effect", "legislation"),
        ("The truce takes effect in May.", "truce", "deal"),
        ("The jury found the banker guilty on Friday.", "convict", "ruling"),
        ("The panel will hear from the banker on Friday.", "hear", "hearing"),
        ("Colin Vance will speak before the committee on Friday.", "testify", "hearing"),
        ("He will go before the committee on Friday.", "testify", "hearing"),
        ("The bill will come before the committee on Friday.", "come", "other"),
        ("Colin Vance will speak before parliament on Friday.", "speak", "announcement"),
        ("The jury found the banker not guilty on Friday.", "acquit", "ruling"),
        ("Colin Vance will speak before the match on Friday.", "speak", "announcement"),
        ("The mayor will inaugurate the bridge in May.", "inaugurate", "opening"),
        ("The envoy will be in Rome on May 3.", "be", "visit"),
        ("Minister Dragan Horvat is due in Rome on May 3.", "be", "visit"),
        ("Minister Dragan Horvat is expected in Rome on May 3.", "expect", "visit"),
    ],
)
def test_a_verb_with_what_stands_under_it(text: str, head: str, name: str) -> None:
    assert heads(text)[head] == name


@pytest.mark.parametrize(
    "text",
    [
        "The envoy was in Rome on May 3.",
        "The envoy will be happy in Rome.",
        "The cup will be in Rome on May 3.",
        "The envoy expects rain in Rome.",
        "The envoy is due in court on May 3.",
    ],
)
def test_who_is_somewhere_pays_no_visit(text: str) -> None:
    assert not heads(text).keys() & {"be", "expect"}


def test_who_is_expected_is_who_comes() -> None:
    (guest,) = mention_of("expected", "Minister Dragan Horvat is expected in Rome on May 3.").participants
    assert (guest.name, guest.role) == ("Dragan Horvat", "agent")
