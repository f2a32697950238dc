from __future__ import annotations

import numpy as np
import pytest

from slated.reading.mentions.trees import Forest

# one tree: first column at most 0.5? then the second at most 2, else a leaf; and a tree of one leaf
TREES: dict[str, list[float]] = {
    "roots": [0, 5],
    "column": [0, 1, 0, 0, 0, 0],
    "threshold": [0.5, 2.0, 0.0, 0.0, 0.0, 0.0],
    "left": [1, 2, 2, 3, 4, 5],
    "right": [4, 3, 2, 3, 4, 5],
    "value": [0.0, 0.0, 1.0, -1.0, 3.0, 0.25],
}


@pytest.mark.parametrize(
    ("row", "total"), [([0.5, 2.0], 1.25), ([0.5, 2.1], -0.75), ([0.6, 0.0], 3.25), ([0.6, 9.0], 3.25)]
)
def test_each_row_goes_to_its_leaf_in_every_tree(row: list[float], total: float) -> None:
    forest = Forest.of(TREES, bias=0.5)
    assert forest.chances(np.array([row])) == pytest.approx([1 / (1 + np.exp(-total - 0.5))])


def test_rows_do_not_bear_on_each_other() -> None:
    forest = Forest.of(TREES, bias=0.0)
    rows = np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 3.0]])
    alone = [float(forest.chances(rows[i : i + 1])[0]) for i in range(3)]
    assert list(forest.chances(rows)) == alone


def test_a_tree_of_more_leaves_than_a_byte_has_bits_is_refused() -> None:
    # nine leaves under eight questions, each to the right of the last
    leaves = [*range(1, 17, 2), 16]
    tree: dict[str, list[float]] = {
        "roots": [0],
        "column": [0] * 17,
        "threshold": [float(i) for i in range(17)],
        "left": [i if i in leaves else i + 1 for i in range(17)],
        "right": [i if i in leaves else i + 2 for i in range(17)],
        "value": [0.0] * 17,
    }
    with pytest.raises(ValueError, match="9 leaves"):
        Forest.of(tree, bias=0.0)
