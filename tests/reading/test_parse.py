from __future__ import annotations

import pytest

from slated.reading.parse import lemma, parse_sentences
from slated.reading.sentences import split_sentences
from tests.reading.pages import article_of, parsed


@pytest.mark.parametrize(
    ("word", "tag", "expected"),
    [
        ("met", "VBD", "meet"),
        ("postponed", "VBN", "postpone"),
        ("elections", "NNS", "election"),
        ("launches", "VBZ", "launch"),
        ("taking", "VBG", "take"),
        ("talks", "NNS", "talk"),
        ("is", "VBZ", "be"),
        ("'s", "VBZ", "'s"),
        ("summit", "NN", "summit"),
    ],
)
def test_lemmas(word: str, tag: str, expected: str) -> None:
    assert lemma(word, tag) == expected


def test_tokens_lead_back_to_the_article() -> None:
    article = article_of("First one. The envoys will meet in Oslo on Friday.")
    sentences = split_sentences(article)
    for sentence in parse_sentences(sentences, [True] * len(sentences)):
        assert sentence.doc is not None
        for token in sentence.doc:
            span = sentence.span_of_tokens(token, token)
            assert article.text[span.start : span.end] == token.text


def test_unwanted_sentences_are_not_parsed() -> None:
    sentences = split_sentences(article_of("One came. Two left."))
    assert [s.doc is None for s in parse_sentences(sentences, [True, False])] == [False, True]


def test_a_hyphenated_name_is_one_word() -> None:
    sentence = parsed("Park Min-jun will visit Lima.")[0]
    assert sentence.doc is not None
    assert "Min-jun" in [t.text for t in sentence.doc]
    led = parsed("Oslo-based firms left.")[0]
    assert led.doc is not None
    assert "Oslo" in [t.text for t in led.doc]


def test_a_link_is_parsed_as_its_words() -> None:
    text = "The firm said it [plans to open](https://example.org/a_b?c=1) a plant in May."
    sentence = parsed(text)[0]
    assert sentence.doc is not None
    words = [t.text for t in sentence.doc if not t.is_space]
    assert words == ["The", "firm", "said", "it", "plans", "to", "open", "a", "plant", "in", "May", "."]
    opened = next(t for t in sentence.doc if t.text == "open")
    assert text[opened.idx : opened.idx + 4] == "open"


@pytest.mark.parametrize(
    "dateline",
    [
        "LIMA — ",
        "LIMA (Northwind) - ",
        "LIMA, March 2 (Northwind News) -- ",
        "LIMA, 2 March - ",
        "LIMA (Northwind), March 2, 2031 — ",
        "LIMA/OSLO, Mar. 2 (Northwind) - ",
        "LIMA, 2 March 2031 /Northwind/ -- ",
        "March 2 (Northwind) - ",
        "NEW HARBOUR, Peru — ",
    ],
)
def test_a_dateline_is_no_subject(dateline: str) -> None:
    sentence = parsed(f"{dateline}The ministers will meet in May.")[0]
    assert sentence.doc is not None
    assert [t.text for t in sentence.doc if not t.is_space][:2] == ["The", "ministers"]


def test_an_alliance_before_a_dash_is_no_dateline() -> None:
    sentence = parsed("NATO - The alliance will meet in May.")[0]
    assert sentence.doc is not None
    assert sentence.doc[0].text == "NATO"


def test_a_city_before_a_hyphen_is_a_dateline() -> None:
    sentence = parsed("OSLO - Norges Bank will meet in May.")[0]
    assert sentence.doc is not None
    assert [t.text for t in sentence.doc if not t.is_space][:2] == ["Norges", "Bank"]


@pytest.mark.parametrize(
    "lead", ["March 2 - ", "March 2 (Friday) - ", "March 2 (TBC) - ", "OPINION, March 2 - "]
)
def test_a_day_without_an_agency_or_a_place_is_no_dateline(lead: str) -> None:
    sentence = parsed(f"{lead}The ministers will meet in May.")[0]
    assert sentence.doc is not None
    assert sentence.doc[0].text == lead.split(maxsplit=1)[0].rstrip(",")
