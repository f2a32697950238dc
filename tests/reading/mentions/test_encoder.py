from __future__ import annotations

import hashlib
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

import numpy as np
import pytest

from slated.reading.mentions.encoder import _common_pieces, _states, encoded_leanings
from slated.reading.mentions.judge import LEANINGS, model
from slated.reading.mentions.pieces import pieces_of
from tests.reading.pages import parsed, word_of

if TYPE_CHECKING:
    from numpy.typing import NDArray


@pytest.mark.parametrize(
    ("sought", "ahead", "behind"),
    [
        ("meet", "The ministers are scheduled to meet in Oslo.", "The ministers used to meet in Oslo."),
        ("hearing", "The hearing is scheduled for Monday.", "The hearing was long and dull."),
        ("launch", "The launch of the probe is due in June.", "After the launch the crew celebrated."),
    ],
)
def test_what_lies_ahead_is_likelier(sought: str, ahead: str, behind: str) -> None:
    first, second = encoded_leanings([[word_of(ahead, sought)], [word_of(behind, sought)]])
    assert first[0] > second[0]


def test_sentences_do_not_bear_on_each_other() -> None:
    words = [
        [word_of("The board will vote on Monday.", "vote")],
        [word_of("A strike of the bus drivers may follow the talks, the union said.", "strike")],
    ]
    together = encoded_leanings(words)
    alone = np.concatenate([encoded_leanings([group]) for group in words])
    assert np.allclose(together, alone, atol=1e-4)


def test_what_was_read_before_bears_on_nothing() -> None:
    own = [[word_of("The envoys of Zanzibar will vote on the harbour bill.", "vote")]]
    others = [[word_of("A strike of the bus drivers may follow the talks on the bill.", "strike")]]
    _common_pieces.cache_clear()
    first = encoded_leanings(own)
    _common_pieces.cache_clear()
    encoded_leanings(others)
    assert np.array_equal(encoded_leanings(own), first)


def test_there_is_a_row_for_each_word_and_a_number_for_each_leaning() -> None:
    doc = parsed("The board will vote on Monday and meet again on Friday.")[0].doc
    assert doc is not None
    assert encoded_leanings([[doc[3], doc[7]], [], [doc[0]]]).shape == (3, len(LEANINGS))
    assert encoded_leanings([]).shape == (0, len(LEANINGS))
    assert encoded_leanings([[]]).shape == (0, len(LEANINGS))


def test_a_word_beyond_what_is_seen_leans_as_its_sentence() -> None:
    doc = parsed("They met, " * 100 + "and left.")[0].doc
    assert doc is not None
    first, second = encoded_leanings([[doc[-2], doc[-1]]])
    assert np.array_equal(first, second)


def plainly(numbers: list[int]) -> NDArray[np.float64]:
    """All last states of one sentence by the textbook, from the arrays as they are shipped."""
    with as_file(files("slated.reading").joinpath("data/encoder.npz")) as path, np.load(path) as shipped:
        arrays = {name: shipped[name] * shipped.get(f"{name}.scale", 1.0) for name in shipped}

    def through(rows: NDArray[np.float64], name: str) -> NDArray[np.float64]:
        return np.asarray(rows @ arrays[name] + arrays[f"{name}.bias"])

    def evened(rows: NDArray[np.float64], name: str) -> NDArray[np.float64]:
        rows = (rows - rows.mean(axis=1, keepdims=True)) / rows.std(axis=1, keepdims=True)
        return np.asarray(rows * arrays[name] + arrays[f"{name}.bias"])

    rows = evened(arrays["words"][numbers] + arrays["places"][: len(numbers)], "norm")
    for name in ("0.", "1."):
        query, told = through(rows, f"{name}query"), through(rows, f"{name}told")
        seen = []
        for head in range(12):
            own = slice(32 * head, 32 * head + 32)
            scores = np.exp(query[:, own] @ told[:, own].T)
            seen.append(scores / scores.sum(axis=1, keepdims=True) @ told[:, 384:][:, own])
        rows = evened(rows + through(np.concatenate(seen, axis=1), f"{name}seen"), f"{name}norm")
        inner = through(rows, f"{name}in")
        inner = 0.5 * inner * (1 + np.tanh((2 / np.pi) ** 0.5 * (inner + 0.044715 * inner**3)))
        rows = evened(rows + through(inner, f"{name}out"), f"{name}out.norm")
    return rows


def test_the_states_are_those_of_the_textbook() -> None:
    sentences = []
    for text in ("The board will vote on the vote on Monday.", "A strike of the bus drivers may follow."):
        doc = parsed(text)[0].doc
        assert doc is not None
        sentences.append(pieces_of(doc.tokens)[0])
    states = _states(sentences, [[0, 4], [0, 2, 5]])
    expected = np.concatenate([plainly(sentences[0])[[0, 4]], plainly(sentences[1])[[0, 2, 5]]])
    assert np.allclose(states, expected, atol=1e-4)


def test_the_judge_learnt_from_this_encoder() -> None:
    weights = files("slated.reading").joinpath("data/encoder.npz").read_bytes()
    assert model()["encoder"] == hashlib.sha256(weights).hexdigest()
