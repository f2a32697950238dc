from __future__ import annotations

from collections.abc import Callable

import pytest

from slated.reading.statements.tree import Tree, hull, meets, within


def test_subtrees_reach_from_their_first_to_their_last_word(tree: Callable[[str], Tree]) -> None:
    made = tree("The old mayor of the town said no.")
    mayor = made.lows.index("mayor")
    assert made.subtree(mayor) == (0, len("The old mayor of the town"))


def test_a_subtree_without_a_hole_falls_into_pieces(tree: Callable[[str], Tree]) -> None:
    text = "The talks, officials said, are off."
    made = tree(text)
    pieces = made.without(made.lows.index("are"), [made.lows.index("said")])
    assert [text[a:b] for a, b in pieces] == ["The talks", "are off"]


def test_ranges() -> None:
    assert hull([(3, 5), (1, 2)]) == (1, 5)
    assert meets((0, 3), (2, 4))
    assert not meets((0, 3), (3, 4))
    assert within((1, 2), (0, 2))
    with pytest.raises(ValueError, match="empty"):
        hull([])
