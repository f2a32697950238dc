"""How a sentence's words lean by a small encoder that has read much English: two layers of attention.

The first two layers of all-MiniLM-L6-v2 (Apache-2.0; Wang and others, MiniLM, NeurIPS 2020), tuned on
the labelled Wikinews articles by training/expectations/encode.py, whole numbers of eight bits on disk.
Evaluated by numpy alone; sentences of different lengths lie end to end, so that none is padded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import as_file, files
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Any

import numpy as np

from slated.reading.mentions.pieces import pieces_of
from slated.reading.tokens import Token

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Rows = NDArray[np.float32]

_HEADS = 12
_TINY = np.float32(1e-12)
_CURVE = np.float32((2.0 / np.pi) ** 0.5)
_HIGHEST = np.float32(80.0)  # score; e to it, times as many pieces as there are places, is still a float
_AT_ONCE = 32  # rows
_COMMON = 12288  # pieces, which stand in the order of how common they are: nine of ten in the news
_BLOCK = 64  # pieces


def encoded_leanings(asked: Sequence[Sequence[Token]]) -> NDArray[np.float64]:
    """For the words asked for, each group of one sentence, a row each: the log odds of ``judge.LEANINGS``."""
    groups = [tokens for tokens in asked if tokens]
    if not groups:
        return np.zeros((0, 3))
    sentences: list[list[int]] = []
    wanted: list[list[int]] = []
    # where the pieces of each word come to stand, and where its sentence's start does
    spots: list[list[int]] = []
    firsts: list[int] = []
    stands = 0
    for tokens in groups:
        numbers, places = pieces_of(tokens[0].doc.tokens)
        own = [list(range(*places[token.i])) or [0] for token in tokens]
        kept = sorted({0}.union(*own))
        at = {place: stands + k for k, place in enumerate(kept)}
        spots += [[at[place] for place in word] for word in own]
        firsts += [stands] * len(own)
        stands += len(kept)
        sentences.append(numbers)
        wanted.append(kept)
    states = _states(sentences, wanted)
    sizes = np.array([len(spot) for spot in spots])
    sums = np.add.reduceat(states[list(chain(*spots))], np.cumsum(sizes) - sizes, axis=0)
    rows = np.concatenate([sums / sizes[:, None].astype(np.float32), states[firsts]], axis=1)
    hidden = _curved(_through(rows, "head.in"))
    return np.asarray(_through(hidden, "head.out"), dtype=np.float64)


def _states(sentences: Sequence[Sequence[int]], wanted: Sequence[Sequence[int]]) -> Rows:
    """The last states of the pieces at the wanted places of each sentence, end to end."""
    ends = list(accumulate(len(s) for s in sentences))
    spans = list(zip([0, *ends[:-1]], ends, strict=True))
    rows, seen = _begun(np.fromiter(chain(*sentences), dtype=np.intp), spans)
    rows = _finished("0.", rows, seen)
    asked = [np.asarray(places) + start for places, (start, _) in zip(wanted, spans, strict=True)]
    return _finished("1.", rows[np.concatenate(asked)], _seen_by_some(rows, spans, asked))


def _begun(numbers: NDArray[np.intp], spans: Sequence[tuple[int, int]]) -> tuple[Rows, Rows]:
    """The pieces' first states, and what each takes from its sentence by the first layer's attention.

    But for the norm, which moves and scales it, what a piece asks, answers to and tells is a sum of what
    the piece gives and what its place gives; so a piece that stands there often is put through the
    weights once.
    """
    weights = _weights()
    pieces, which = np.unique(numbers, return_inverse=True)
    words = _embedded(pieces)
    told = _told_by(pieces, words)
    rows = words.take(which, axis=0)
    for start, end in spans:
        rows[start:end] += weights["places"][: end - start]
    rows -= _means(rows)
    spread = _spread(rows)
    seen = np.empty_like(rows)
    for start, end in spans:
        own = told.take(which[start:end], axis=0)
        own += weights["0.of.places"][: end - start]
        own /= spread[start:end]
        own += weights["0.of.bias"]
        seen[start:end] = _seen_by_all(own)
    return _scaled(rows, spread, "norm"), seen


def _embedded(pieces: NDArray[np.intp]) -> Rows:
    weights = _weights()
    return np.asarray(weights["words"][pieces] * weights["words.scale"][pieces])


def _told_by(pieces: NDArray[np.intp], words: Rows) -> Rows:
    """What pieces by themselves ask, answer to and tell; ``words`` are they, embedded.

    Common ones are put through the weights once and for all, always the same block of them at once:
    what comes out for a piece may depend on how many go along, and must not on what was read before.
    """
    through, (table, known) = _weights()["0.of.words"], _common_pieces()
    common = pieces < _COMMON
    for block in np.unique(pieces[common] // _BLOCK).tolist():
        if not known[block]:
            own = np.arange(block * _BLOCK, (block + 1) * _BLOCK)
            table[own] = _embedded(own) @ through
            known[block] = True
    told = np.empty((len(pieces), table.shape[1]), dtype=np.float32)
    told[common] = table[pieces[common]]
    told[~common] = words[~common] @ through
    return told


@cache
def _common_pieces() -> tuple[Rows, NDArray[np.bool_]]:
    """A row for each common piece, and which blocks of them are filled."""
    width = _weights()["0.of.words"].shape[1]
    return np.empty((_COMMON, width), dtype=np.float32), np.zeros(_COMMON // _BLOCK, dtype=np.bool_)


def _seen_by_all(told: Rows) -> Rows:
    """What each piece of a sentence takes from them all: the first layer's attention."""
    query, keys, values = told.reshape(len(told), 3, _HEADS, -1).transpose(1, 2, 0, 3)
    shares = _shared(query @ keys.transpose(0, 2, 1))
    return np.asarray((shares @ values).transpose(1, 0, 2).reshape(len(told), -1))


def _seen_by_some(rows: Rows, spans: Sequence[tuple[int, int]], asked: Sequence[NDArray[np.intp]]) -> Rows:
    """What the pieces asked for take from those of their sentences: the last layer's attention.

    They are few. So their questions are put through the weights of the keys, and what they see through
    those of the values, in the place of every piece; a key's bias is the same for all and alters no share.
    """
    weights = _weights()
    places = np.concatenate(asked)
    query = _through(rows[places], "1.query").reshape(len(places), _HEADS, -1).transpose(1, 0, 2)
    sought = np.ascontiguousarray((query @ weights["1.keys"]).transpose(1, 0, 2))
    mixed = np.empty_like(sought)
    at = 0
    for (start, end), own in zip(spans, asked, strict=True):
        upto = at + len(own)
        shares = _shared(sought[at:upto].reshape(len(own) * _HEADS, -1) @ rows[start:end].T)
        mixed[at:upto] = (shares @ rows[start:end]).reshape(len(own), _HEADS, -1)
        at = upto
    seen: Rows = (mixed.transpose(1, 0, 2) @ weights["1.values"]).transpose(1, 0, 2).reshape(len(places), -1)
    return np.asarray(seen + weights["1.values.bias"])


def _finished(name: str, kept: Rows, seen: Rows) -> Rows:
    """The states after a layer, from those before it and what attention gave."""
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
    rows -= _means(rows)
    return _scaled(rows, _spread(rows), name)


def _scaled(rows: Rows, spread: Rows, name: str) -> Rows:
    weights = _weights()
    rows /= spread
    rows *= weights[name]
    rows += weights[name + ".bias"]
    return rows


def _means(rows: Rows) -> Rows:
    return np.asarray(rows @ np.full((rows.shape[1], 1), 1 / rows.shape[1], dtype=np.float32))


def _spread(rows: Rows) -> Rows:
    """The spread of each row, whose mean is 0."""
    squares = np.einsum("ij,ij->i", rows, rows)
    return np.asarray(np.sqrt(squares / np.float32(rows.shape[1]) + _TINY))[:, None]


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
    """The scores as shares that add to one (softmax), along the last axis, in place.

    Bounded by what floats hold, not by each row's best: to look for that takes as long as all the rest.
    """
    np.clip(scores, -_HIGHEST, _HIGHEST, out=scores)
    np.exp(scores, out=scores)
    scores /= scores @ np.ones((scores.shape[-1], 1), dtype=np.float32)
    return scores


@cache
def _weights() -> Mapping[str, Any]:
    """The arrays by name; all but the words' own as floats, the scale of a row or column taken in."""
    with as_file(files("slated.reading").joinpath("data/encoder.npz")) as path, np.load(path) as shipped:
        arrays = dict(shipped)
    scaled = [name for name in arrays if name + ".scale" in arrays and name != "words"]
    for name in scaled:
        arrays[name] = arrays[name] * arrays.pop(name + ".scale")
    _prepare(arrays)
    return {
        name: array if name == "words" else np.ascontiguousarray(array, dtype=np.float32)
        for name, array in arrays.items()
    }


def _prepare(arrays: dict[str, NDArray[Any]]) -> None:
    """Put the weights of the two attentions as ``_begun`` and ``_seen_by_some`` take them."""
    of_all = np.concatenate([arrays.pop("0.query"), arrays.pop("0.told")], axis=1)
    bias = np.concatenate([arrays.pop("0.query.bias"), arrays.pop("0.told.bias")])
    arrays["0.of.bias"] = arrays["norm.bias"] @ of_all + bias
    normed = arrays["norm"][:, None] * of_all
    arrays["0.of.words"] = normed - normed.mean(axis=0)
    arrays["0.of.places"] = arrays["places"] @ arrays["0.of.words"]
    width = len(arrays["norm"])
    keys, values = arrays.pop("1.told").reshape(width, 2, _HEADS, -1).transpose(1, 2, 0, 3)
    arrays["1.keys"], arrays["1.values"] = keys.transpose(0, 2, 1), values
    arrays["1.values.bias"] = arrays.pop("1.told.bias")[width:]
