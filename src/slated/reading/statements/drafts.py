"""An attribution while it is being put together."""

from __future__ import annotations

from dataclasses import dataclass

from slated.model.readings import AttributionKind
from slated.reading.statements.tree import Range, Tree

_BEFORE_VERB = frozenset({"aux", "auxpass", "neg", "advmod"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A cue with its source and content in one sentence, as ranges of the article part.

    ``speaker`` is the source's head token (None without a source). ``content`` holds ranges in
    text order; it is empty where the cue still looks for a quotation (``quotes`` is True for
    cues that may take one); ``loose`` is then what it takes where there is no quotation.
    """

    tree: Tree
    cue: Range
    kind: AttributionKind
    content: tuple[Range, ...]
    source: Range | None = None
    speaker: int | None = None
    quotes: bool = False
    loose: tuple[Range, ...] = ()


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
