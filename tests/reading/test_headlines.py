from __future__ import annotations

import pytest

from slated.reading.parse import ParsedSentence
from tests.reading.pages import parsed, reading_of

RAIN = "Rain fell on the town."


def headline(title: str) -> ParsedSentence:
    return parsed(RAIN, title)[0]


@pytest.mark.parametrize(
    ("title", "verb"),
    [("Senate delays vote on budget until Monday", "delays"), ("Chile scraps planned talks", "scraps")],
)
def test_a_verb_that_looks_like_a_noun_is_the_verb(title: str, verb: str) -> None:
    doc = headline(title).doc
    assert doc is not None
    root = next(t for t in doc if t.head == t)
    assert (root.text, root.tag_) == (verb, "VBZ")
    assert doc.text == title
    assert all(title[t.idx : t.idx + len(t.text)] == t.text for t in doc)


def test_nouns_stay_nouns() -> None:
    doc = headline("Flight delays expected at airports").doc
    assert doc is not None
    assert next(t for t in doc if t.text == "delays").tag_ == "NNS"


def test_what_a_headline_puts_off_is_postponed() -> None:
    found = [
        m for m in reading_of(RAIN, "Senate delays vote on budget until Monday").mentions if m.head == "vote"
    ]
    assert [m.status for m in found] == ["postponed"]
