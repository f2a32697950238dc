"""The judge's first look: how a candidate leans, by its own sentence alone.

Three logistic regressions over the features of ``features.py`` and the parser's own vectors, trained
on labelled Wikinews articles by training/expectations/train.py. The second look, over the whole
article, is in ``context.py`` and ``trees.py``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np

from slated.reading.mentions.features import vectors_of
from slated.reading.mentions.triggers import Trigger

if TYPE_CHECKING:
    from numpy.typing import NDArray

LEANINGS = ("expectation", "ahead", "diary")
_FURTHEST = 9.0


def leanings_of(trigger: Trigger, features: Sequence[str]) -> NDArray[np.float64]:
    """How the trigger with these features leans, as log odds, one for each of ``LEANINGS``.

    That it names an expectation rather than nothing ahead; that it looks ahead at all, diary matter
    or not; and that what looks ahead is diary matter.
    """
    bias, names, vector = _weights()
    rows = [names[name] for name in features if name in names]
    own, head = vectors_of(trigger)
    total = bias + vector @ np.concatenate([own.tensor, head.tensor])
    if rows:
        total = total + np.sum(rows, axis=0)
    return np.asarray(np.clip(total, -_FURTHEST, _FURTHEST), dtype=np.float64)


@cache
def model() -> dict[str, Any]:
    """The weights as they are shipped."""
    text = files("slated.reading").joinpath("data/expectation_model.json").read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


@cache
def _weights() -> tuple[NDArray[np.float64], dict[str, NDArray[np.float64]], NDArray[np.float64]]:
    shipped = model()["leanings"]
    names = {name: np.array(row) for name, row in shipped["features"].items()}
    return np.array(shipped["bias"]), names, np.array(shipped["vector"])
