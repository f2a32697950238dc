"""The judge: how likely a candidate is an event that a news diary could carry.

A logistic regression over the features of ``features.py`` and the parser's own vectors, trained
on labelled Wikinews articles by training/expectations/train.py.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np

from slated.reading.mentions.features import vectors_of
from slated.reading.mentions.triggers import Trigger

if TYPE_CHECKING:
    from numpy.typing import NDArray


def chance_of(trigger: Trigger, features: Sequence[str]) -> float:
    """The chance, 0 to 1, that the trigger with these features names an expectation."""
    weights = _weights()
    names: dict[str, float] = weights["features"]
    total: float = weights["bias"] + sum(names.get(name, 0.0) for name in features)
    own, head = vectors_of(trigger)
    total += float(np.concatenate([own.tensor, head.tensor]) @ _vector())
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def _weights() -> dict[str, Any]:
    text = files("slated.reading").joinpath("data/expectation_model.json").read_text("utf-8")
    model: dict[str, Any] = json.loads(text)
    return model


@cache
def _vector() -> NDArray[np.float32]:
    return np.array(_weights()["vector"], dtype=np.float32)
