"""The vectors of words that spaCy's tagger and parser read, as its own network gives them, sooner.

The network embeds each word by hashes of its form and puts it through four layers that see one
neighbour more at each side (Honnibal, Embed, encode, attend, predict, 2016). Here a form is embedded
once, however often it is met, and the layers go over few texts at a time, so that what they write is
still in the cache when they read it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc
    from thinc.api import Model

    Rows = NDArray[np.float32]

_AT_ONCE = 256  # rows
_KNOWN = 1 << 16  # forms, at some 500 bytes each
_BLOCK = 16  # forms
_TINY = np.float32(1e-8)


class WordVectors:
    """A vector for each token of texts, laid end to end; ``network`` is the model of the tok2vec pipe."""

    def __init__(self, network: Model[Any, Any]) -> None:
        embed, encode = network.layers
        extract, _, hashed, mixed, _ = embed.layers
        self._columns: list[int | str] = extract.attrs["columns"]
        self._hashed: Any = hashed
        (self._mix,) = _layers_in(mixed)
        self._layers = _layers_in(encode)
        self._pad: int = encode.attrs["pad"]
        self._places: dict[bytes, int] = {}
        self._rows: Rows = np.empty((_KNOWN, self._mix.width), dtype=np.float32)

    def __call__(self, docs: Sequence[Doc]) -> Rows:
        """The vectors of all texts, (tokens, width)."""
        told: Any = np.vstack([doc.to_array(self._columns) for doc in docs])
        rows = self._embedded(told)
        ends = list(accumulate(map(len, docs)))
        spans = list(zip([0, *ends[:-1]], ends, strict=True))
        for few in _by_size(spans):
            self._encode(rows, few)
        return rows

    def _embedded(self, told: NDArray[np.uint64]) -> Rows:
        """A row for each of the forms ``told``, which depends on the form alone."""
        as_bytes: Any = told.view(np.dtype((np.void, told.itemsize * told.shape[1]))).ravel()
        forms: list[bytes] = as_bytes.tolist()
        new = {form: i for i, form in enumerate(forms) if form not in self._places}
        if len(self._places) + len(new) > len(self._rows):
            self._places.clear()
            new = {form: i for i, form in enumerate(forms)}
            self._rows = np.empty((max(_KNOWN, len(new)), self._mix.width), dtype=np.float32)
        if new:
            for form, row in zip(
                new, self._mixed(self._hashed.predict(told[list(new.values())])), strict=True
            ):
                self._rows[len(self._places)] = row
                self._places[form] = len(self._places)
        return self._rows[[self._places[form] for form in forms]]

    def _mixed(self, hashed: Rows) -> Rows:
        """The rows of new forms, a block at a time: a product's last digits depend on how many go along."""
        blocks = -(-len(hashed) // _BLOCK)
        filled = np.zeros((blocks * _BLOCK, hashed.shape[1]), dtype=np.float32)
        filled[: len(hashed)] = hashed
        starts = range(0, len(filled), _BLOCK)
        mixed = np.concatenate([self._mix.of_all(filled[k : k + _BLOCK]) for k in starts])
        return mixed[: len(hashed)]

    def _encode(self, rows: Rows, spans: Sequence[tuple[int, int]]) -> None:
        """Put texts through the layers, which see across blank rows, but not as far as the next text."""
        places, at = [], self._pad
        for start, end in spans:
            places.append(slice(at, at + end - start))
            at += end - start + self._pad
        held = np.zeros((at, self._mix.width), dtype=np.float32)
        for place, (start, end) in zip(places, spans, strict=True):
            held[place] = rows[start:end]
        windows = np.zeros((at, 3 * self._mix.width), dtype=np.float32)
        for layer in self._layers:
            _look_around(held, windows)
            held += layer.of_all(windows)
        for place, (start, end) in zip(places, spans, strict=True):
            rows[start:end] = held[place]


def _by_size(spans: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """The spans in groups of some ``_AT_ONCE`` tokens."""
    groups: list[list[tuple[int, int]]] = []
    for start, end in spans:
        if groups and end - groups[-1][0][0] <= _AT_ONCE:
            groups[-1].append((start, end))
        else:
            groups.append([(start, end)])
    return groups


def _look_around(rows: Rows, windows: Rows) -> None:
    """Write each row between its neighbours; the first and the last have one."""
    width = rows.shape[1]
    windows[1:, :width] = rows[:-1]
    windows[:, width : 2 * width] = rows
    windows[:-1, 2 * width :] = rows[1:]


class _Maxout:
    """A layer that keeps the largest of several products (Goodfellow and others, 2013), and evens it out."""

    def __init__(self, maxout: Model[Any, Any], norm: Model[Any, Any]) -> None:
        weights: Rows = np.asarray(maxout.get_param("W"))
        self.width, pieces, inputs = weights.shape
        # side by side, so that the pieces are compared a row at a time
        self._across = np.ascontiguousarray(weights.transpose(2, 1, 0)).reshape(inputs, pieces * self.width)
        self._bias: Rows = np.ascontiguousarray(np.asarray(maxout.get_param("b")).T).ravel()
        self._gain: Rows = np.asarray(norm.get_param("G"))
        self._shift: Rows = np.asarray(norm.get_param("b"))
        self._mean = np.full(self.width, 1 / self.width, dtype=np.float32)

    def of_all(self, rows: Rows) -> Rows:
        """What the layer gives for each row."""
        return self._evened(rows @ self._across)

    def _evened(self, told: Rows) -> Rows:
        """The largest pieces of each row, less their mean and over their spread; ``told`` is written over."""
        told += self._bias
        best = largest(told, self.width)
        best -= (best @ self._mean)[:, None]
        spread = np.sqrt(np.einsum("ij,ij->i", best, best) / np.float32(self.width) + _TINY)
        best /= spread[:, None]
        best *= self._gain
        best += self._shift
        return best


def largest(pieces: Rows, width: int) -> Rows:
    """The largest of several products, which lie side by side in each row, ``width`` numbers each."""
    best = pieces[:, :width]
    for start in range(width, pieces.shape[1], width):
        best = np.maximum(best, pieces[:, start : start + width])
    return best


def _layers_in(network: Model[Any, Any]) -> list[_Maxout]:
    nodes = list(network.walk())
    named = [[node for node in nodes if node.name == name] for name in ("maxout", "layernorm")]
    return [_Maxout(maxout, norm) for maxout, norm in zip(*named, strict=True)]
