"""The judge's first look: how a candidate leans, by its own sentence alone.

Three logistic regressions over the features of ``features.py`` and the parser's own vectors, trained
on labelled Wikinews articles by training/expectations/train.py. The second look, over the whole
article, is in ``context.py`` and ``trees.py``.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Any

import numpy as np

from slated.reading.mentions.features import vectors_of
from slated.reading.mentions.triggers import Trigger

if TYPE_CHECKING:
    from numpy.typing import NDArray

LEANINGS = ("expectation", "ahead", "diary")
_FURTHEST = 9.0
_UNIT = 2.0**40  # the weights of features are summed as whole numbers: those of floats depend on their order


def leanings_of(looks: Sequence[tuple[Trigger, Collection[str]]]) -> NDArray[np.float64]:
    """How each trigger with its features leans, as log odds, a row a trigger, a column each of ``LEANINGS``.

    That it names an expectation rather than nothing ahead; that it looks ahead at all, diary matter
    or not; and that what looks ahead is diary matter. Each feature is named once.
    """
    if not looks:
        return np.zeros((0, len(LEANINGS)))
    weights = _weights()
    rows = [[0, *filter(None, map(weights.rows.get, names))] for _, names in looks]
    starts = [0, *accumulate(len(row) for row in rows[:-1])]
    told = np.add.reduceat(weights.table.take(list(chain(*rows)), axis=0), starts, axis=0) / _UNIT
    vectors = np.array([vector for trigger, _ in looks for vector in vectors_of(trigger)])
    # one by one: in a product of all, a row's last digits depend on how many there are
    seen = np.array([weights.vector @ row for row in vectors.reshape(len(looks), -1)])
    return np.asarray(np.clip(weights.bias + seen + told, -_FURTHEST, _FURTHEST), dtype=np.float64)


@cache
def model() -> dict[str, Any]:
    """The weights as they are shipped."""
    text = files("slated.reading").joinpath("data/expectation_model.json").read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


@dataclass(frozen=True, slots=True)
class _Weights:
    """The weights of the regressions.

    ``rows`` has the row of each feature in ``table``, whose first is 0, in parts of ``_UNIT``.
    """

    bias: NDArray[np.float64]
    rows: dict[str, int]
    table: NDArray[np.int64]
    vector: NDArray[np.float64]


@cache
def _weights() -> _Weights:
    shipped = model()["leanings"]
    names = sorted(shipped["features"])
    table = np.array([[0.0] * len(LEANINGS), *(shipped["features"][name] for name in names)])
    rows = {name: row for row, name in enumerate(names, start=1)}
    whole = np.rint(table * _UNIT).astype(np.int64)
    return _Weights(np.array(shipped["bias"]), rows, whole, np.array(shipped["vector"]))
