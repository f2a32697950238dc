"""Attributions by a colon or a comma alone: headlines and speaker labels.

"Summit to slip: officials", "Report: vote delayed", "Minister: 'We will wait'", and in
transcripts "CHAIR: The meeting is closed."
"""

from __future__ import annotations

from collections.abc import Iterator

from slated.reading.statements.cues import words
from slated.reading.statements.drafts import Draft
from slated.reading.statements.tree import Tree

_LONGEST_LABEL = 6  # tokens
_OPENING = frozenset({"“", "‘", '"', "'", "''", "``", "«", "„"})
_BESIDE_LABEL = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "CD", "CC", "IN", "HYPH", "."})


def label_drafts(tree: Tree) -> Iterator[Draft]:
    """The attribution of a headline or a labelled line, if it is one."""
    colons = [i for i, low in enumerate(tree.lows) if low == ":"]
    if not colons:
        return
    first, last = colons[0], colons[-1]
    title = tree.sentence.kind == "title"
    end = len(tree) - 1
    if 0 < first <= _LONGEST_LABEL and first < end and _is_leading_label(tree, first, title):
        yield _draft(tree, 0, first - 1, first, first + 1, end)
    elif title and 0 < end - last <= _LONGEST_LABEL and _is_trailing_label(tree, last + 1, end):
        yield _draft(tree, last + 1, end, last, 0, last - 1)


def _draft(tree: Tree, first: int, last: int, colon: int, start: int, end: int) -> Draft:
    return Draft(
        tree=tree,
        cue=tree.range_of(colon, colon),
        kind="assertion",
        content=(tree.trimmed(start, end),),
        source=tree.trimmed(first, last),
        speaker=_head(tree, first, last),
        quotes=True,
    )


def _is_leading_label(tree: Tree, colon: int, title: bool) -> bool:
    tags = tree.tags[:colon]
    if any(tag not in _BESIDE_LABEL for tag in tags):
        return False
    spoken = tree.lows[colon + 1] in _OPENING
    written = tree.sentence.span.text[: tree.starts[colon]].strip()
    shouted = written.isupper() and len(written) > 3 and all(tag[0] == "N" for tag in tags)
    if title and _credits(tree, colon - 1):
        return True
    named = all(tag.startswith("NNP") for tag in tags) and any(low in _OPENING for low in tree.lows[colon:])
    return spoken or named or (shouted and not title)


def _is_trailing_label(tree: Tree, first: int, last: int) -> bool:
    if any(tag not in _BESIDE_LABEL and tag != "VB" for tag in tree.tags[first : last + 1]):
        return False
    named = last - first < 3 and all(tag.startswith("NNP") for tag in tree.tags[first : last + 1])
    return named or _credits(tree, _head(tree, first, last))


def _credits(tree: Tree, i: int) -> bool:
    """True for a word that names a kind of source: officials, report, minister, an agency."""
    low = tree.lows[i]
    singular = low[:-1] if low.endswith("s") else low
    groups = ("anonymous", "spokespeople", "documents", "outlets", "outlet_words", "offices")
    return any(low in words("source", group) or singular in words("source", group) for group in groups)


def _head(tree: Tree, first: int, last: int) -> int:
    """The last noun before a preposition: the head of "official in Seoul"."""
    for i in range(first, last + 1):
        if i > first and tree.tags[i] == "IN":
            return i - 1
    return last
