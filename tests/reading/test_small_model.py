from __future__ import annotations

import numpy as np

from slated.reading.small_model import _model, parse_texts
from tests.reading.pages import parsed

TEXTS = [
    "The envoys who met in Lima will meet again, officials said, unless the port stays closed.",
    "  ",
    "Closed.",
    "A vote on the harbour bill, delayed twice since May, is expected before the house rises on Friday.",
]


def test_heads_and_labels_are_those_of_the_whole_pipeline() -> None:
    for ours, its_own in zip(parse_texts(TEXTS), _model().pipe(TEXTS), strict=True):
        assert [(t.head.i, t.dep_) for t in ours.doc] == [(t.head.i, t.dep_) for t in its_own]
        assert ours.tags == [t.tag_ for t in its_own]


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
