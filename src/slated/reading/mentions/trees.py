"""A forest of decision trees as arrays, laid end to end: evaluated by numpy alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees whose leaves are summed. A leaf leads to itself; ``depth`` is that of the deepest tree."""

    roots: NDArray[np.intp]
    column: NDArray[np.intp]
    threshold: NDArray[np.float64]
    left: NDArray[np.intp]
    right: NDArray[np.intp]
    value: NDArray[np.float64]
    bias: float
    depth: int

    @staticmethod
    def of(shipped: Mapping[str, Sequence[float]], bias: float, depth: int) -> Forest:
        """The forest from its arrays by name."""
        whole = {n: np.array(shipped[n], dtype=np.intp) for n in ("roots", "column", "left", "right")}
        return Forest(
            **whole,
            threshold=np.array(shipped["threshold"], dtype=np.float64),
            value=np.array(shipped["value"], dtype=np.float64),
            bias=bias,
            depth=depth,
        )

    def chances(self, numbers: NDArray[np.float64]) -> NDArray[np.float64]:
        """The chance, 0 to 1, of each row of ``numbers``."""
        at = np.broadcast_to(self.roots, (len(numbers), len(self.roots)))
        rows = np.arange(len(numbers))[:, None]
        for _ in range(self.depth):
            goes_left = numbers[rows, self.column[at]] <= self.threshold[at]
            at = np.where(goes_left, self.left[at], self.right[at])
        total = self.value[at].sum(axis=1) + self.bias
        return np.asarray(1.0 / (1.0 + np.exp(-total)))
