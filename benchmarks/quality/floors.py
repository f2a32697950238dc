"""Floors under the scores: they rise by themselves and are lowered only by name."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality.measure import LESS_IS_BETTER, Scores

FLOORS = Path(__file__).with_name("floors.toml")
SLACK = 0.005  # other processors round differently, and a parse or two may turn out another way
_HEAD = """\
# The least that each score may be (for "spurious": the most), with a digest of the corpus.
# Written by `python -m benchmarks.quality --raise`, upwards only; `--lower CORPUS.MEASURE` lowers one.
"""


@dataclass(frozen=True, slots=True)
class CorpusFloors:
    """The floors of one corpus, and the fingerprint of what they were measured on."""

    fingerprint: str
    floors: Mapping[str, float]


Floors = Mapping[str, CorpusFloors]


def load_floors(path: Path = FLOORS) -> dict[str, CorpusFloors]:
    """The floors by name of the corpus; none where the file is missing."""
    if not path.exists():
        return {}
    tables = tomllib.loads(path.read_text("utf-8"))
    return {
        name: CorpusFloors(table["corpus"], {k: v for k, v in table.items() if k != "corpus"})
        for name, table in tables.items()
    }


def save_floors(floors: Floors, path: Path = FLOORS) -> None:
    """Write the floors, corpora and measures in the order given."""
    lines = [_HEAD]
    for name, each in floors.items():
        lines.append(f'[{name}]\ncorpus = "{each.fingerprint}"')
        lines += [f'"{key}" = {value:.3f}' for key, value in each.floors.items()]
        lines.append("")
    path.write_text("\n".join(lines), "utf-8")


def breaches(scores: Iterable[Scores], floors: Floors) -> list[str]:
    """What is under its floor, or not comparable, a line each."""
    found: list[str] = []
    for each in scores:
        held = floors.get(each.corpus)
        if held is None:
            found.append(f"{each.corpus}: has no floors; run with --raise")
        elif held.fingerprint != each.fingerprint:
            found.append(f"{each.corpus}: the corpus or its scorer is not the one the floors were set on")
        else:
            found += [
                f"{each.corpus}.{name}: {each.values.get(name)} where the floor is {floor}"
                for name, floor in held.floors.items()
                if not _holds(name, each.values.get(name), floor)
            ]
    return found


def raised(scores: Iterable[Scores], floors: Floors, lower: Iterable[str] = ()) -> dict[str, CorpusFloors]:
    """The floors moved up to the scores, less the slack; down only for the names in ``lower``.

    A corpus that changed gets new floors: its old scores say nothing of it.
    """
    lowered = set(lower)
    new = dict(floors)
    for each in scores:
        held = floors.get(each.corpus)
        old = held.floors if held and held.fingerprint == each.fingerprint else {}
        kept = {
            name: _floor(name, value)
            if f"{each.corpus}.{name}" in lowered or name not in old
            else _better(name, _floor(name, value), old[name])
            for name, value in each.values.items()
        }
        new[each.corpus] = CorpusFloors(each.fingerprint, kept)
    return new


def _holds(name: str, value: float | None, floor: float) -> bool:
    if value is None:
        return False
    return value <= floor if name in LESS_IS_BETTER else value >= floor


def _floor(name: str, value: float) -> float:
    if name in LESS_IS_BETTER:
        return min(1.0, math.ceil(round((value + SLACK) * 1000, 6)) / 1000)
    return max(0.0, math.floor(round((value - SLACK) * 1000, 6)) / 1000)


def _better(name: str, one: float, other: float) -> float:
    return min(one, other) if name in LESS_IS_BETTER else max(one, other)
