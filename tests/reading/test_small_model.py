from __future__ import annotations

from typing import Any

import numpy as np

from slated.reading.small_model import _in_place, _model, _moved, _piece_by_piece, parse_texts
from tests.reading.pages import parsed

TEXTS = [
    "The envoys who met in Lima will meet again, officials said, unless the port stays closed.",
    "  ",
    "Closed.",
    "A vote on the harbour bill, delayed twice since May, is expected before the house rises on Friday.",
]


def test_the_moves_are_those_of_the_parser_itself() -> None:
    parser: Any = _model().get_pipe("parser")
    ours, its_own = parse_texts(TEXTS), [parsed.doc for parsed in parse_texts(TEXTS)]
    parser.set_annotations(its_own, parser.predict(its_own))
    for one, other in zip(ours, its_own, strict=True):
        assert [(t.head.i, t.dep_) for t in one.doc] == [(t.head.i, t.dep_) for t in other]
    assert _moved(parser, []) == []


def test_the_tags_are_those_of_the_whole_pipeline() -> None:
    for parsed_text, doc in zip(parse_texts(TEXTS), _model().pipe(TEXTS), strict=True):
        assert parsed_text.tags == [t.tag_ for t in doc]


def test_no_text_no_parse() -> None:
    assert parse_texts([]) == []
    assert [(len(parsed.doc), parsed.tags) for parsed in parse_texts([""])] == [(0, [])]


def test_a_word_reads_the_same_however_often_it_stands_there() -> None:
    once = parsed("The envoys met.")[0].doc
    among = parsed("The envoys met. Envoys met the envoys. The envoys met.")
    assert once is not None
    for place in (0, 2):
        again = among[place].doc
        assert again is not None
        assert [(t.tag_, t.dep_, t.head.i) for t in again] == [(t.tag_, t.dep_, t.head.i) for t in once]
        assert np.allclose(again.tensor, once.tensor, atol=1e-4)


def test_a_layer_computed_piece_by_piece_gives_the_same() -> None:
    from thinc.api import Maxout

    rows = np.random.default_rng(3).normal(size=(7, 5)).astype("float32")
    layer: Any = Maxout(nO=6, nI=5, nP=3)
    layer.initialize()
    layer.set_param("b", np.arange(18, dtype="float32").reshape(6, 3) / 9)
    assert np.allclose(_piece_by_piece(layer).predict(rows), layer.predict(rows), atol=1e-6)


def test_a_normalization_in_place_gives_the_same() -> None:
    from thinc.api import LayerNorm

    rows = np.random.default_rng(4).normal(size=(7, 6)).astype("float32")
    layer: Any = LayerNorm(nI=6)
    layer.initialize()
    layer.set_param("G", np.arange(6, dtype="float32"))
    layer.set_param("b", np.arange(6, dtype="float32") / 5)
    expected = layer.predict(rows)
    assert np.allclose(_in_place(layer).predict(rows.copy()), expected, atol=1e-5)
