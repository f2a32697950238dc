from __future__ import annotations

import pytest

from slated.reading.mentions.verb_cues import is_held_by, verb_cues
from tests.reading.pages import word_of


@pytest.mark.parametrize(
    ("text", "event", "effects"),
    [
        ("The board will hold the vote.", "vote", ["futurate"]),
        ("The board may delay the vote.", "vote", ["postponed", "expected"]),
        ("The board did not cancel the vote.", "vote", ["negated", "cancelled"]),
        ("The vote is on hold.", "vote", ["postponed"]),
        ("The board says the vote.", "vote", []),
    ],
)
def test_a_verb_tells_by_itself_and_by_its_group(text: str, event: str, effects: list[str]) -> None:
    noun = word_of(text, event)
    assert [c.effect for c in verb_cues(noun.head, noun, noun, headline=False)] == effects


def test_who_votes_in_an_election_holds_it() -> None:
    election = word_of("The islands voted in an election.", "election")
    assert is_held_by(election.head.head, election.head)
    assert not is_held_by(word_of("The islands met in Lima.", "met"), election.head)
