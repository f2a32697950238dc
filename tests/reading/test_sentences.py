from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slated.model import Article, Block, CreationTime
from slated.reading.sentences import split_sentences
from tests.reading.pages import article_of


def texts(text: str, title: str | None = None) -> list[str]:
    return [s.span.text for s in split_sentences(article_of(text, title))]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The panel met. It will vote on Friday.", 2),
        ("Gen. Alba Ruiz met U.S. envoys at 5 p.m. on Monday.", 1),
        ("The vote is on Jan. 8 in Washington, D.C. The result is due later.", 2),
        ("“We are ready.” The minister left.", 2),
        ("He asked: will it launch? Nobody knew!", 2),
        ("J. R. Stone of Acme Corp. said so.", 1),
        ("Prices rose 3.5 percent. Shares fell.", 2),
    ],
)
def test_sentences_are_counted(text: str, count: int) -> None:
    assert len(texts(text)) == count, texts(text)


def test_the_title_comes_first_and_is_known_as_such() -> None:
    found = split_sentences(article_of("The panel met.", "Panel to vote"))
    assert [s.kind for s in found] == ["title", "paragraph"]
    assert found[0].span.part == "title"


def as_one_block(text: str) -> Article:
    day = CreationTime(None, None, "unknown", "")
    return Article("d", "d", None, None, None, None, "en", text, day, (Block(0, len(text), "paragraph"),))


@given(st.text(alphabet=st.sampled_from("ab A.!?\"”\n1'…"), max_size=120))
def test_spans_hold_their_words_in_order_and_lose_none(text: str) -> None:
    found = split_sentences(as_one_block(text))
    assert all(text[s.span.start : s.span.end] == s.span.text for s in found)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))
    assert "".join("".join(s.span.text for s in found).split()) == "".join(text.split())


def test_long_input_is_split_in_linear_time() -> None:
    started = time.process_time()
    split_sentences(as_one_block("word." * 40_000 + "A. " * 40_000 + "x" * 100_000))
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("heading", "line", "joined"),
    [
        ("Robotics event", "Lima | May 3-4, 2024", True),
        ("Founders summit", "3 May 2024", True),
        ("Robotics event", "It opened on May 3, 2024.", False),
        ("About the writer", "Lima | May 3, 2024", False),
    ],
)
def test_a_listing_is_one_sentence(heading: str, line: str, joined: bool) -> None:
    found = texts(f"{heading}\n\n{line}\n\nMore below.")
    assert (f"{heading}\n\n{line}" in found) is joined
