"""Places of an event merged, with how they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from slated.model import EventPlace
from slated.model.readings import Standing

_RANK: dict[Standing, int] = {"stated": 0, "candidate": 1, "leading": 2, "ruled_out": 3}


def merge_places(stated: Iterable[tuple[Iterable[EventPlace], float]]) -> tuple[EventPlace, ...]:
    """One entry a place (by its key, run together), in order of first naming.

    ``stated`` gives places and the weight of the words that state them. A place that anyone rules
    out is ruled out; else the weightier standing holds, and of equals the more telling one.
    """
    first: dict[str, EventPlace] = {}
    weights: dict[str, dict[Standing, float]] = defaultdict(lambda: defaultdict(float))
    for places, weight in stated:
        for place in places:
            key = place.key.replace(" ", "")
            first.setdefault(key, place)
            weights[key][place.standing] += weight
    return tuple(
        EventPlace(place.name, place.key, _standing(weights[key]), place.span) for key, place in first.items()
    )


def _standing(weights: dict[Standing, float]) -> Standing:
    if "ruled_out" in weights:
        return "ruled_out"
    return max(weights, key=lambda s: (weights[s], _RANK[s]))
