"""How a sentence's words lean by a small encoder that has read much English: two layers of attention.

The first two layers of all-MiniLM-L6-v2 (Apache-2.0; Wang and others, MiniLM, NeurIPS 2020), tuned on
the labelled Wikinews articles by training/expectations/encode.py, whole numbers of eight bits on disk.
Evaluated by numpy alone; sentences of different lengths lie end to end, so that none is padded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any

import numpy as np

from slated.reading.mentions.pieces import pieces_of
from slated.reading.tokens import Token

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Rows = NDArray[np.float32]

_HEADS = 12
_LAYERS = 2
_TINY = np.float32(1e-12)
_CURVE = np.float32((2.0 / np.pi) ** 0.5)
_AT_ONCE = 32  # rows


def encoded_leanings(asked: Sequence[Sequence[Token]]) -> NDArray[np.float64]:
    """For the words asked for, each group of one sentence, a row each: the log odds of ``judge.LEANINGS``."""
    groups = [tokens for tokens in asked if tokens]
    if not groups:
        return np.zeros((0, 3))
    sentences: list[list[int]] = []
    wanted: list[list[int]] = []
    spots: list[
        list[int]
    ] = []  # for each word where its pieces, and then the sentence's start, come to stand
    stands = 0
    for tokens in groups:
        numbers, places = pieces_of(tokens[0].doc.tokens)
        own = [list(range(*places[token.i])) or [0] for token in tokens]
        kept = sorted({0}.union(*own))
        at = {place: stands + k for k, place in enumerate(kept)}
        spots += [[at[0], *(at[place] for place in word)] for word in own]
        stands += len(kept)
        sentences.append(numbers)
        wanted.append(kept)
    states = _states(sentences, wanted)
    rows = np.array([np.concatenate([states[spot[1:]].mean(axis=0), states[spot[0]]]) for spot in spots])
    hidden = _curved(_through(rows, "head.in"))
    return np.asarray(_through(hidden, "head.out"), dtype=np.float64)


def _states(sentences: Sequence[Sequence[int]], wanted: Sequence[Sequence[int]]) -> Rows:
    """The last states of the pieces at the wanted places of each sentence, end to end."""
    words, scale, places = (_weights()[name] for name in ("words", "words.scale", "places"))
    pieces = np.concatenate([np.asarray(s, dtype=np.intp) for s in sentences])
    ends = np.cumsum([len(s) for s in sentences])
    starts = [0, *(int(end) for end in ends[:-1])]
    told = words[pieces] * scale[pieces] + places[np.concatenate([np.arange(len(s)) for s in sentences])]
    rows = _evened(told.astype(np.float32), "norm")
    every = [range(len(s)) for s in sentences]
    for layer in range(_LAYERS):
        # of the last layer only what is asked for is worked out
        rows = _layer(f"{layer}.", rows, starts, every if layer + 1 < _LAYERS else wanted)
    return rows


def _layer(name: str, rows: Rows, starts: Sequence[int], wanted: Sequence[Sequence[int]]) -> Rows:
    asked = np.concatenate([np.asarray(w, dtype=np.intp) + s for s, w in zip(starts, wanted, strict=True)])
    kept = rows if len(asked) == len(rows) else rows[asked]
    width = rows.shape[1]
    query = _through(kept, name + "query").reshape(len(kept), _HEADS, -1).transpose(1, 0, 2)
    told = _through(rows, name + "told")
    keys = told[:, :width].reshape(len(rows), _HEADS, -1).transpose(1, 2, 0)
    values = told[:, width:].reshape(len(rows), _HEADS, -1).transpose(1, 0, 2)
    seen = np.empty((len(kept), width), dtype=np.float32)
    at = 0
    for start, end, own in zip(starts, [*starts[1:], len(rows)], wanted, strict=True):
        upto = at + len(own)
        weight = _shared(query[:, at:upto] @ keys[:, :, start:end])
        seen[at:upto] = (weight @ values[:, start:end]).transpose(1, 0, 2).reshape(len(own), width)
        at = upto
    kept = _evened(_through(seen, name + "seen", kept), name + "norm")
    inner = _curved(_through(kept, name + "in"))
    return _evened(_through(inner, name + "out", kept), name + "out.norm")


def _through(rows: Rows, name: str, added: Rows | None = None) -> Rows:
    weights = _weights()
    told: Rows = rows @ weights[name]
    told += weights[name + ".bias"]
    if added is not None:
        told += added
    return told


def _evened(rows: Rows, name: str) -> Rows:
    """Each row less its mean and over its spread, in place (Ba and others, Layer Normalization, 2016)."""
    weights = _weights()
    rows -= rows.mean(axis=1, keepdims=True)
    spread = np.sqrt(np.einsum("ij,ij->i", rows, rows) / np.float32(rows.shape[1]) + _TINY)
    rows /= spread[:, None]
    rows *= weights[name]
    rows += weights[name + ".bias"]
    return rows


def _curved(rows: Rows) -> Rows:
    """GELU by its tanh form, in place, by few rows that stay in the cache (Hendrycks and Gimpel, 2016)."""
    for start in range(0, len(rows), _AT_ONCE):
        part = rows[start : start + _AT_ONCE]
        bent = part * part
        bent *= _CURVE * np.float32(0.044715)
        bent += _CURVE
        bent *= part
        np.tanh(bent, out=bent)
        bent += np.float32(1.0)
        bent *= np.float32(0.5)
        part *= bent
    return rows


def _shared(scores: Rows) -> Rows:
    """The scores as shares that add to one (softmax), along the last axis, in place."""
    scores -= scores.max(axis=-1, keepdims=True)
    np.exp(scores, out=scores)
    scores /= scores.sum(axis=-1, keepdims=True)
    return scores


@cache
def _weights() -> Mapping[str, Any]:
    """The arrays by name; all but the words' own as floats, the scale of a row or column taken in."""
    with as_file(files("slated.reading").joinpath("data/encoder.npz")) as path, np.load(path) as shipped:
        arrays = dict(shipped)
    scaled = [name for name in arrays if name + ".scale" in arrays and name != "words"]
    for name in scaled:
        arrays[name] = arrays[name] * arrays.pop(name + ".scale")
    return {
        name: array if name == "words" else np.ascontiguousarray(array, dtype=np.float32)
        for name, array in arrays.items()
    }
