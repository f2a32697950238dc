"""A forest of decision trees, evaluated by numpy alone, all trees at once.

A tree has at most eight leaves, numbered from left to right, so that a set of them is a byte. A
question that is answered with no rules out the leaves to its left side; the leaf of a row is the
first that no question rules out. Which leaves the questions on one column leave open is looked up
in one step, since a number that exceeds a threshold exceeds all smaller ones.

The way is that of QuickScorer (Lucchese and others, SIGIR 2015).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LEAVES = 8
_FIRST = np.array(
    [next((k for k in range(_LEAVES) if byte >> k & 1), 0) for byte in range(256)], dtype=np.intp
)


@dataclass(frozen=True, slots=True)
class _Column:
    """The questions on one column of the rows.

    ``left_open`` has a row for each number of thresholds that may be exceeded, from none to all:
    for each tree the leaves that remain.
    """

    place: int
    thresholds: NDArray[np.float64]
    left_open: NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees whose leaves are summed; ``value`` holds those of each tree, ``_LEAVES`` a tree."""

    columns: tuple[_Column, ...]
    value: NDArray[np.float64]
    bias: float

    @staticmethod
    def of(shipped: Mapping[str, Sequence[float]], bias: float) -> Forest:
        """The forest from its arrays by name, nodes laid end to end; a leaf leads to itself.

        Raises ValueError where a tree has more than eight leaves.
        """
        roots = [int(root) for root in shipped["roots"]]
        value = np.zeros((len(roots), _LEAVES))
        asked: dict[int, list[tuple[float, int, int]]] = {}
        for tree, root in enumerate(roots):
            leaves = _laid_out(shipped, root, tree, 0, asked)
            if len(leaves) > _LEAVES:
                raise ValueError(f"a tree of {len(leaves)} leaves: at most {_LEAVES} are read")
            value[tree, : len(leaves)] = leaves
        columns = tuple(_column(place, asked[place], len(roots)) for place in sorted(asked))
        return Forest(columns, value.ravel(), bias)

    def chances(self, numbers: NDArray[np.float64]) -> NDArray[np.float64]:
        """The chance, 0 to 1, of each row of ``numbers``."""
        trees = len(self.value) // _LEAVES
        left_open = np.full((len(numbers), trees), 0xFF, dtype=np.uint8)
        for column in self.columns:
            exceeded = np.searchsorted(column.thresholds, numbers[:, column.place], side="left")
            left_open &= column.left_open[exceeded]
        at = _FIRST[left_open] + np.arange(0, len(self.value), _LEAVES)
        total = self.value[at].sum(axis=1) + self.bias
        return np.asarray(1.0 / (1.0 + np.exp(-total)))


def _laid_out(
    shipped: Mapping[str, Sequence[float]],
    node: int,
    tree: int,
    before: int,
    asked: dict[int, list[tuple[float, int, int]]],
) -> list[float]:
    """The leaves under a node from left to right; ``before`` stand further left in the tree.

    Each question is put under its column in ``asked``: threshold, tree, and the leaves that a no rules out.
    """
    left, right = int(shipped["left"][node]), int(shipped["right"][node])
    if left == node:
        return [float(shipped["value"][node])]
    under = _laid_out(shipped, left, tree, before, asked)
    out = ((1 << len(under)) - 1) << before
    asked.setdefault(int(shipped["column"][node]), []).append((float(shipped["threshold"][node]), tree, out))
    return under + _laid_out(shipped, right, tree, before + len(under), asked)


def _column(place: int, questions: Sequence[tuple[float, int, int]], trees: int) -> _Column:
    thresholds = np.unique([threshold for threshold, _, _ in questions])
    left_open = np.full((len(thresholds) + 1, trees), 0xFF, dtype=np.uint8)
    for threshold, tree, out in questions:
        above = int(np.searchsorted(thresholds, threshold)) + 1
        left_open[above:, tree] &= np.uint8(~out & 0xFF)
    return _Column(place, thresholds, left_open)
