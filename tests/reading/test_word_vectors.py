from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from slated.reading import word_vectors
from slated.reading.small_model import _model
from slated.reading.word_vectors import WordVectors

TEXTS = [
    "The envoys will meet in Lima on Friday.",
    "",
    "Closed.",
    "A vote on the bill, delayed twice, is expected.",
]


@pytest.fixture
def network() -> Any:
    tok2vec: Any = _model().get_pipe("tok2vec")
    return tok2vec.model


def test_the_vectors_are_those_of_the_network(network: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    docs = [_model().make_doc(text) for text in TEXTS]
    expected = np.vstack(network.predict(docs))
    assert np.allclose(WordVectors(network)(docs), expected, atol=1e-4)
    monkeypatch.setattr(word_vectors, "_AT_ONCE", 1)  # each text by itself
    assert np.allclose(WordVectors(network)(docs), expected, atol=1e-4)


def test_what_was_read_before_alters_no_digit(network: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    docs = [_model().make_doc(text) for text in TEXTS]
    fresh, used = WordVectors(network), WordVectors(network)
    used([_model().make_doc("Closed on Friday: the vote in Lima that the envoys will hold twice.")])
    expected = fresh(docs)
    assert np.array_equal(used(docs), expected)
    monkeypatch.setattr(word_vectors, "_KNOWN", 5)  # fewer than the texts hold: all is forgotten each time
    small = WordVectors(network)
    assert np.array_equal(small(docs), expected)
    assert np.array_equal(small(docs), expected)


def test_a_form_is_the_same_to_the_digit_beside_whatever_others(network: Any) -> None:
    vectors = WordVectors(network)
    hashed = np.random.default_rng(5).normal(size=(70, 576)).astype("float32")
    together = vectors._mixed(hashed)
    for order in ([3], [69, 0, 41], [*range(69, -1, -1)]):
        assert np.array_equal(vectors._mixed(hashed[order]), together[order])
