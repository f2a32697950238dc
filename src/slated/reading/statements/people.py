"""Names for sources: pronouns and relative pronouns resolved where that is easy."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from slated.model.readings import SourceKind
from slated.reading.statements.sources import antecedent, is_pronoun, kind_of, name_of
from slated.reading.statements.tree import Tree

_ONE = frozenset({"he", "she", "his", "her", "him"})
_SEVERAL = frozenset({"they", "their", "them"})
_THING = frozenset({"it", "its"})
_NEAR = 4  # sentences that a pronoun may reach back over


class Speakers:
    """The subjects of an article part, to find whom "he" or "they" takes up."""

    def __init__(self, trees: Sequence[Tree]) -> None:
        self._subjects: list[tuple[int, int, Tree, int]] = []
        for number, tree in enumerate(trees):
            base = tree.sentence.span.start
            self._subjects.extend(
                (base + tree.starts[i], number, tree, i)
                for i, dep in enumerate(tree.deps)
                if dep in {"nsubj", "nsubjpass", "poss"} and tree.tags[i][0] == "N"
            )
        self._places = [place for place, *_ in self._subjects]
        self._numbers = {id(tree): number for number, tree in enumerate(trees)}

    def identify(self, tree: Tree, speaker: int) -> tuple[str, SourceKind]:
        """The name and kind of a source."""
        if not is_pronoun(tree, speaker):
            return name_of(tree, speaker), kind_of(tree, speaker)
        noun = antecedent(tree, speaker) if tree.tags[speaker].startswith("W") else None
        if noun is not None:
            return _short_name(tree, noun), kind_of(tree, noun)
        found = self._before(tree, speaker)
        if found is None:
            return name_of(tree, speaker), "named" if tree.lows[speaker] in _ONE else "anonymous"
        return _short_name(*found), kind_of(*found)

    def _before(self, tree: Tree, speaker: int) -> tuple[Tree, int] | None:
        low = tree.lows[speaker]
        if low not in _ONE | _SEVERAL | _THING:
            return None
        here = self._numbers[id(tree)]
        k = bisect_left(self._places, tree.sentence.span.start + tree.starts[speaker]) - 1
        while k >= 0 and here - self._subjects[k][1] <= _NEAR:
            _, _, other, i = self._subjects[k]
            if _may_be(low, other, i):
                return other, i
            k -= 1
        return None


def _may_be(pronoun: str, tree: Tree, i: int) -> bool:
    tag = tree.tags[i]
    if pronoun in _ONE:
        return tag == "NNP" and kind_of(tree, i) == "named"
    if pronoun in _SEVERAL:
        return tag in {"NNS", "NNPS"}
    return tag in {"NN", "NNP"}


def _short_name(tree: Tree, noun: int) -> str:
    """The noun with what stands before it: its name without the clauses after it."""
    first = tree.lefts[noun]
    base = tree.starts[first]
    last = tree.starts[noun] + len(tree.lows[noun])
    return tree.sentence.span.text[base:last]
