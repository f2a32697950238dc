from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slated.reading.statements.quotes import find_quotes


def quoted(text: str) -> list[str]:
    paragraphs, start = [], 0
    for paragraph in text.split("\n\n"):
        paragraphs.append((start, start + len(paragraph)))
        start += len(paragraph) + 2
    return [text[q.place[0] : q.place[1]] for q in find_quotes(text, paragraphs)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “no deal” and left.", ["“no deal”"]),
        ('He said "no deal" and "not now" too.', ['"no deal"', '"not now"']),
        ("He said ''no deal'' and left.", ["''no deal''"]),
        ("“The 'grand' plan is off,” he said.", ["“The 'grand' plan is off,”"]),
        ("The workers' leader said 'never again' in May.", ["'never again'"]),
        ("It's the host's turn, isn't it?", []),
        ("He said ”no deal” and left.", ["”no deal”"]),
        ("A stray ” closes nothing.", []),
        ("“One.\n\n“Two.”", ["“One.", "“Two.”"]),
        ("“One. Two.\n\nThree.", ["“One."]),
        ("He said “we go. Later he said “we stay.”", ["“we go.", "“we stay.”"]),
    ],
)
def test_quotations_are_found(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_few_words_are_no_utterance() -> None:
    text = "The “so-called” deal. “We will sign it in May,” he said. “No,” he said."
    assert [q.utterance for q in find_quotes(text, [(0, len(text))])] == [False, True, True]


@given(st.text(alphabet="a. \"“”'’«», !?-", max_size=80))
def test_quotations_do_not_overlap(text: str) -> None:
    quotes = find_quotes(text, [(0, len(text))])
    assert all(0 <= q.place[0] < q.place[1] <= len(text) for q in quotes)
    assert all(a.place[1] <= b.place[0] for a, b in pairwise(quotes))


@pytest.mark.parametrize("piece", ["“a ", '"a', "' b", "“a” ", "''x "])
def test_time_grows_with_the_text_alone(piece: str) -> None:
    text = piece * 100_000
    begun = time.process_time()
    find_quotes(text, [(0, len(text))])
    assert time.process_time() - begun < 5
