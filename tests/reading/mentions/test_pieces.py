from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slated.reading.mentions.pieces import MOST, pieces_of
from tests.reading.pages import parsed

PIECES = files("slated.reading").joinpath("data/encoder_pieces.txt").read_text("utf-8").split("\n")[:-1]


def named(text: str) -> list[str]:
    doc = parsed(text)[0].doc
    assert doc is not None
    return [PIECES[number] for number in pieces_of(doc.tokens)[0]]


def test_pieces_are_told_apart_and_none_stands_twice() -> None:
    assert len(set(PIECES)) == len(PIECES)
    assert all(piece and piece == piece.strip() for piece in PIECES)


def test_a_word_is_cut_into_the_longest_pieces_that_are_known() -> None:
    assert named("The rescheduling.") == ["[CLS]", "the", "res", "##ched", "##ulin", "##g", ".", "[SEP]"]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Café", ["cafe"]),
        ("9/11", ["9", "/", "11"]),
        ("☃", ["[UNK]"]),
        ("a" * 50, ["[UNK]"]),
    ],
)
def test_accents_signs_and_what_is_unknown(text: str, pieces: list[str]) -> None:
    assert named(text)[1:-1] == pieces


def test_what_stands_too_far_back_is_not_seen() -> None:
    doc = parsed("They met, " * 100 + "and left.")[0].doc
    assert doc is not None
    numbers, places = pieces_of(doc.tokens)
    assert len(numbers) <= MOST + 1
    assert places[-1] == (0, 0)


@given(st.text(alphabet="ab -'é1.\N{SNOWMAN}", min_size=1, max_size=60))
def test_places_lie_in_order_between_the_marks(text: str) -> None:
    for sentence in parsed(f"{text} ends."):
        assert sentence.doc is not None
        numbers, places = pieces_of(sentence.doc.tokens)
        seen = [place for start, end in places for place in range(start, end)]
        assert seen == list(range(1, len(numbers) - 1))
