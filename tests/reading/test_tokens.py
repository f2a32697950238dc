from __future__ import annotations

import pytest

from slated.reading.tokens import Doc, Token
from tests.reading.pages import parsed


def doc_of(text: str) -> Doc:
    doc = parsed(text)[0].doc
    assert doc is not None
    return doc


def token(doc: Doc, word: str) -> Token:
    return next(t for t in doc if t.text == word)


def test_the_tree_leads_up_and_down() -> None:
    doc = doc_of("The envoys will meet in Oslo.")
    meet, oslo = token(doc, "meet"), token(doc, "Oslo")
    assert meet.head is meet
    assert [c.text for c in meet.children] == ["envoys", "will", "in", "."]
    assert [c.text for c in meet.lefts] == ["envoys", "will"]
    assert oslo.head.head is meet
    assert meet.is_ancestor(oslo)
    assert not oslo.is_ancestor(meet)
    assert not meet.is_ancestor(meet)


def test_a_subtree_holds_all_that_hangs_on_a_word() -> None:
    doc = doc_of("The envoys of three states met.")
    envoys = token(doc, "envoys")
    assert {t.text for t in envoys.subtree} == {"The", "envoys", "of", "three", "states"}
    assert envoys.left_edge.text == "The"
    assert envoys.right_edge.text == "states"


def test_conjuncts_are_told_from_each_side() -> None:
    doc = doc_of("Norway, Chile and Peru signed.")
    assert [t.text for t in token(doc, "Chile").conjuncts] == ["Norway", "Peru"]
    assert [t.text for t in token(doc, "Norway").conjuncts] == ["Chile", "Peru"]
    assert token(doc, "signed").conjuncts == ()


def test_forms_of_a_word() -> None:
    met = token(doc_of("They met in Lima."), "met")
    assert (met.lower_, met.lemma_, met.tag_, len(met)) == ("met", "meet", "VBD", 3)
    assert met.nbor(-1).lower_ == "they"
    assert token(doc_of("They met."), ".").is_punct
    assert repr(met) == "met"


def test_the_first_word_opens_a_sentence() -> None:
    doc = doc_of("The envoys met in Oslo.")
    assert [t.text for t in doc if t.opens] == ["The"]


def test_words_are_the_text_between_two_places() -> None:
    doc = doc_of("The envoys' talks (in Oslo) ended.")
    assert doc.words(1, 4) == "envoys' talks"
    assert doc.words(0, len(doc) + 5) == doc.text
    assert doc.words(3, 3) == ""
    assert [t.text for t in doc[1:3]] == ["envoys", "'"]


@pytest.mark.parametrize(
    ("start", "end", "words"), [(4, 10, ["envoys"]), (6, 12, ["envoys", "met"]), (3, 4, [])]
)
def test_tokens_that_share_a_character(start: int, end: int, words: list[str]) -> None:
    assert [t.text for t in doc_of("The envoys met.").overlapping(start, end)] == words


def test_each_token_has_a_vector() -> None:
    doc = doc_of("The envoys met.")
    assert doc.tensor.shape[0] == len(doc)
    assert (doc[1].tensor == doc.tensor[1]).all()
