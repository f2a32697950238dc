"""Names for sources: pronouns and relative pronouns resolved where that is easy."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from slated.model.readings import SourceKind
from slated.reading.statements.cues import words
from slated.reading.statements.sources import antecedent, is_pronoun, kind_of, name_of
from slated.reading.statements.tree import Range, Tree

_ONE = frozenset({"he", "she", "his", "her", "him"})
_SEVERAL = frozenset({"they", "their", "them"})
_THING = frozenset({"it", "its"})
_WRITER = frozenset({"i", "we", "my", "our"})
_NEAR = 4  # sentences that a pronoun may reach back over
_PEOPLE = ("anonymous", "spokespeople", "offices")
_BODIES = ("documents", "media", "offices")


class Speakers:
    """The subjects of an article part, to find whom "he" or "they" takes up; ``told`` is what people said."""

    def __init__(self, trees: Sequence[Tree], told: Sequence[Range]) -> None:
        self._told = told
        self._subjects: list[tuple[int, int, Tree, int]] = []
        for number, tree in enumerate(trees):
            base = tree.sentence.span.start
            self._subjects.extend(
                (base + tree.starts[i], number, tree, i)
                for i, dep in enumerate(tree.deps)
                if dep in {"nsubj", "nsubjpass"} and tree.tags[i][0] == "N"
            )
        self._places = [place for place, *_ in self._subjects]
        self._numbers = {id(tree): number for number, tree in enumerate(trees)}

    def identify(self, tree: Tree, speaker: int) -> tuple[str, SourceKind]:
        """The name and kind of a source; "I" and "we" outside quotations are the writer's."""
        if not is_pronoun(tree, speaker):
            return name_of(tree, speaker), kind_of(tree, speaker)
        low = tree.lows[speaker]
        if low in _WRITER:
            return name_of(tree, speaker), "narrator"
        noun = antecedent(tree, speaker) if tree.tags[speaker].startswith("W") else None
        found = (tree, noun) if noun is not None else self._before(tree, speaker)
        if found is None:
            return name_of(tree, speaker), "named" if low in _ONE else "anonymous"
        return name_of(*found), kind_of(*found)

    def _before(self, tree: Tree, speaker: int) -> tuple[Tree, int] | None:
        low = tree.lows[speaker]
        if low not in _ONE | _SEVERAL | _THING:
            return None
        here, at = self._numbers[id(tree)], tree.sentence.span.start + tree.starts[speaker]
        inner: tuple[Tree, int] | None = None
        k = bisect_left(self._places, at) - 1
        while k >= 0 and here - self._subjects[k][1] <= _NEAR:
            place, number, other, i = self._subjects[k]
            if _may_be(low, other, i):
                if not self._is_told_of(place, at):
                    return other, i
                if number != here:  # nobody is whom he speaks of himself
                    inner = inner or (other, i)
            k -= 1
        return inner

    def _is_told_of(self, subject: int, pronoun: int) -> bool:
        """ "Lee said that Kim would come. He said ...": of the two Kim is only spoken of."""
        return any(start <= subject < end and not start <= pronoun < end for start, end in self._told)


def _may_be(pronoun: str, tree: Tree, i: int) -> bool:
    tag = tree.tags[i]
    if pronoun in _ONE:
        if tag == "NNP":
            return kind_of(tree, i) == "named"
        return tag == "NN" and _is_any(tree.lows[i], _PEOPLE)
    if pronoun in _SEVERAL:
        return tag in {"NNS", "NNPS"}
    return tag == "NNP" or (tag == "NN" and _is_any(tree.lows[i], _BODIES))


def _is_any(low: str, groups: Sequence[str]) -> bool:
    return any(low in words("source", group) for group in groups)
