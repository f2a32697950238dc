"""An attribution while it is being put together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from slated.model.readings import AttributionKind
from slated.reading.statements.tree import Range, Tree

_BEFORE_VERB = frozenset({"aux", "auxpass", "neg", "advmod"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A cue with its source and content in one sentence, as ranges of the article part.

    ``cue`` is None for a quotation that goes on with the words of an earlier speaker.
    ``speaker`` is the source's head token (None without a source). ``content`` holds ranges in
    text order; it is empty where the cue still looks for a quotation (``quotes`` is True for
    cues that may take one); ``loose`` is then what it takes where there is no quotation.
    """

    tree: Tree
    cue: Range | None
    kind: AttributionKind
    content: tuple[Range, ...]
    source: Range | None = None
    speaker: int | None = None
    quotes: bool = False
    loose: tuple[Range, ...] = ()

    @property
    def anchor(self) -> Range:
        """Where it stands: its cue, or the beginning of what a speaker goes on to say."""
        if self.cue is not None:
            return self.cue
        return self.content[0][0], self.content[0][0] + 1


def cue_range(tree: Tree, verb: int, last: int) -> Range:
    """The verb with its auxiliaries, adverbs, particle and preposition where they touch it."""
    first = verb
    while first > 0 and tree.heads[first - 1] == verb and tree.deps[first - 1] in _BEFORE_VERB:
        if tree.tags[first - 1] in {"WRB", "WDT"}:
            break
        first -= 1
    particle = next(tree.kids(verb, "prt"), None)
    end = particle if particle is not None and particle > verb else verb
    return tree.range_of(first, last if last == end + 1 else end)


def merged(pieces: Iterable[Range]) -> tuple[Range, ...]:
    """The ranges in order, those that touch joined."""
    joined: list[Range] = []
    for piece in sorted(pieces):
        if joined and piece[0] <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(piece[1], joined[-1][1]))
        else:
            joined.append(piece)
    return tuple(joined)
