from __future__ import annotations

from typing import Any

import numpy as np

from slated.reading.moves import Mover
from slated.reading.small_model import _model


def test_the_moves_are_those_of_the_parser_itself() -> None:
    parser: Any = _model().get_pipe("parser")
    tok2vec: Any = _model().get_pipe("tok2vec")
    texts = ["The envoys who met in Lima will meet again, officials said.", " ", "Closed."]
    ours, its_own = ([_model().make_doc(text) for text in texts] for _ in range(2))
    vectors = tok2vec.predict(its_own)
    tok2vec.set_annotations(its_own, vectors)
    parser.set_annotations(its_own, parser.predict(its_own))
    parser.set_annotations(ours, Mover(parser)(ours, np.vstack(vectors)))
    for one, other in zip(ours, its_own, strict=True):
        assert [(t.head.i, t.dep_) for t in one] == [(t.head.i, t.dep_) for t in other]


def test_no_texts_no_states() -> None:
    assert Mover(_model().get_pipe("parser"))([], np.zeros((0, 96), dtype=np.float32)) == []
