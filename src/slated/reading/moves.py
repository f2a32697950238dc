"""The moves of spaCy's parser: its own transition system, with scores by numpy alone.

The parser's own loop is compiled, but takes and drops the interpreter's lock for each unit of each move.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import numpy as np

from slated.reading.word_vectors import largest

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc

    Rows = NDArray[np.float32]


class Mover:
    """Brings texts to the end of their parse by greedy moves (Kiperwasser and Goldberg, 2016)."""

    def __init__(self, parser: Any) -> None:
        self._parser = parser
        linear = next(node for node in parser.model.get_ref("tok2vec").walk() if node.name == "linear")
        self._inward, self._inward_bias = _weights_of(linear)
        lower, upper = parser.model.get_ref("lower"), parser.model.get_ref("upper")
        weights: Rows = np.asarray(lower.get_param("W"))
        self._seen, inputs = weights.shape[0], weights.shape[-1]
        # for each of the words that a state sees, its pieces side by side
        across = weights.transpose(0, 3, 2, 1)
        self._across = np.ascontiguousarray(across).reshape(self._seen, inputs, -1)
        self._bias = np.ascontiguousarray(np.asarray(lower.get_param("b")).T).ravel()
        self._blank = np.asarray(lower.get_param("pad"))[0].transpose(0, 2, 1).reshape(self._seen, 1, -1)
        self._outward, self._outward_bias = _weights_of(upper)

    def __call__(self, docs: Sequence[Doc], vectors: Rows) -> list[Any]:
        """The states after their last moves; ``vectors`` are those of all tokens, end to end."""
        states: list[Any] = self._parser.moves.init_batch(docs)
        open_states = [state for state in states if not state.is_final()]
        if not open_states:
            return states
        from spacy.ml.parser_model import ParserStepModel

        # all that it asks of its model is how many words a state sees
        model = SimpleNamespace(state2vec=SimpleNamespace(nF=self._seen))
        told = self._told_by(vectors)
        # -1 is no word: the blank row, the first of those for each place
        offsets = np.arange(self._seen) * (len(vectors) + 1) + 1
        width = len(self._outward)
        once = np.ones((1, self._seen), dtype=np.float32)
        while open_states:
            places = ParserStepModel.get_token_ids(model, open_states) + offsets
            # a product with ones is a sum, sooner than the sum
            hidden = largest((once @ told.take(places, axis=0))[:, 0], width)
            scores = hidden @ self._outward
            scores += self._outward_bias
            open_states = self._parser.transition_states(open_states, scores)
        return states

    def _told_by(self, vectors: Rows) -> Rows:
        """What words add to a state: for each place in which the state may see a word, a row for each."""
        inward = vectors @ self._inward
        inward += self._inward_bias
        told = np.empty((self._seen, len(vectors) + 1, len(self._bias)), dtype=np.float32)
        told[:, :1] = self._blank
        np.matmul(inward, self._across, out=told[:, 1:])
        told[0] += self._bias  # once in each sum: by its first word
        return told.reshape(-1, len(self._bias))


def _weights_of(linear: Any) -> tuple[Rows, Rows]:
    return np.ascontiguousarray(np.asarray(linear.get_param("W")).T), np.asarray(linear.get_param("b"))
