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


@pytest.mark.parametrize(
    ("title", "verb"),
    [
        ("Chile to host climate talks", "host"),
        ("Ferry to Sula to restart in June", "restart"),
        ("Talks on trade to resume in May", "resume"),
        ("New mayor to be chosen next week", "chosen"),
    ],
)
def test_what_somebody_is_to_do_is_the_main_verb(title: str, verb: str) -> None:
    doc = headline(title).doc
    assert doc is not None
    root = next(t for t in doc if t.head == t)
    assert root.text == verb
    assert [c.tag_ for c in root.children if c.text == "to"] == ["TO"]
    assert any(c.dep_ in {"nsubj", "nsubjpass"} for c in root.children)
    assert doc.text == title
    assert all(title[t.idx : t.idx + len(t.text)] == t.text for t in doc)


@pytest.mark.parametrize("title", ["City scheme to house homeless", "Premier's pledge to cut tax"])
def test_what_something_is_for_stays_below_it(title: str) -> None:
    doc = headline(title).doc
    assert doc is not None
    to = next(t for t in doc if t.lower_ == "to")
    assert to.head.head != to.head


def test_nouns_stay_nouns() -> None:
    doc = headline("Flight delays expected at airports").doc
    assert doc is not None
    assert next(t for t in doc if t.text == "delays").tag_ == "NNS"


def test_what_a_headline_puts_off_is_postponed() -> None:
    found = [
        m for m in reading_of(RAIN, "Senate delays vote on budget until Monday").mentions if m.head == "vote"
    ]
    assert [m.status for m in found] == ["postponed"]
