"""A parsed sentence as plain lists: what the rules walk over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from slated.reading.parse import ParsedSentence, lemma

Range = tuple[int, int]
"""Characters of an article part, half-open."""

_DASHES = frozenset({"-", "--", "–", "—", "―"})
_LONGEST_DATELINE = 12  # tokens
_EDGE_MARKS = frozenset({",", ";", ":", "-", "--", "–", "—", ".", "(", ")", "[", "]"})


@dataclass(frozen=True, slots=True)
class Tree:
    """Tokens of one sentence: words, Penn tags, dependency labels, heads, children.

    ``lefts`` and ``rights`` are the first and last token of each token's subtree.
    """

    sentence: ParsedSentence
    lows: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    starts: list[int]
    children: list[list[int]]
    lefts: list[int]
    rights: list[int]

    def __len__(self) -> int:
        return len(self.lows)

    def lemma(self, i: int) -> str:
        """The lemma of token ``i``."""
        return lemma(self.lows[i], self.tags[i])

    def kids(self, i: int, *deps: str) -> Iterator[int]:
        """The children of ``i`` with one of the labels, in text order."""
        return (c for c in self.children[i] if self.deps[c] in deps)

    def range_of(self, first: int, last: int) -> Range:
        """Characters of the tokens ``first`` to ``last``, both included."""
        base = self.sentence.span.start
        return base + self.starts[first], base + self.starts[last] + len(self.lows[last])

    def subtree(self, i: int) -> Range:
        """Characters of the subtree of ``i`` without punctuation at its edges."""
        return self.trimmed(self.lefts[i], self.rights[i])

    def trimmed(self, first: int, last: int) -> Range:
        """Characters from ``first`` to ``last`` without commas, stops or brackets at the edges."""
        while first < last and self.lows[first] in _EDGE_MARKS:
            first += 1
        while last > first and self.lows[last] in _EDGE_MARKS:
            last -= 1
        return self.range_of(first, last)

    def without(self, i: int, holes: Iterable[int]) -> tuple[Range, ...]:
        """The subtree of ``i`` less the subtrees of ``holes``: one range or several."""
        cut = sorted((self.lefts[h], self.rights[h]) for h in holes)
        pieces, first, last = [], self.lefts[i], self.rights[i]
        for left, right in cut:
            if left > first:
                pieces.append((first, left - 1))
            first = max(first, right + 1)
        if first <= last:
            pieces.append((first, last))
        real = [p for p in pieces if any(self.tags[k][0].isalnum() for k in range(p[0], p[1] + 1))]
        return tuple(self.trimmed(*p) for p in real)


def tree_of(sentence: ParsedSentence) -> Tree | None:
    """The sentence's tree, or None where it was not parsed."""
    doc = sentence.doc
    if doc is None or not len(doc):
        return None
    texts, deps, heads = [t.text for t in doc], [t.dep_ for t in doc], [t.head.i for t in doc]
    _cut_dateline(texts, heads, deps)
    children: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        if head != i:
            children[head].append(i)
    lefts, rights = _edges(heads, children)
    lows = [t.lower_ for t in doc]
    if len(doc.text.lower()) != len(doc.text):
        # a fold that changes the length would move offsets
        lows = [low if len(low) == len(text) else text for low, text in zip(lows, texts, strict=True)]
    return Tree(
        sentence=sentence,
        lows=lows,
        tags=[t.tag_ for t in doc],
        deps=deps,
        heads=heads,
        starts=[t.idx for t in doc],
        children=children,
        lefts=lefts,
        rights=rights,
    )


def _cut_dateline(texts: list[str], heads: list[int], deps: list[str]) -> None:
    """Untie "LIMA (AP) — " from the sentence after it: the parser makes the city its subject."""
    if not (texts[0].isupper() and len(texts[0]) > 2):
        return
    dash = next((i for i, t in enumerate(texts[:_LONGEST_DATELINE]) if t in _DASHES), None)
    if dash is None:
        return
    tied = [i for i in range(dash + 1, len(texts)) if heads[i] <= dash]
    outer = next((i for i in range(dash) if heads[i] > dash), None)
    for i in reversed(tied):
        if i != tied[0]:
            heads[i] = tied[0]
        elif outer is not None and heads[i] == outer:
            heads[i], deps[i] = heads[outer], deps[outer]
        else:
            heads[i], deps[i] = i, "ROOT"
    if outer is not None:
        deps[outer] = "dep"


def _edges(heads: list[int], children: list[list[int]]) -> tuple[list[int], list[int]]:
    lefts, rights = list(range(len(heads))), list(range(len(heads)))
    order = [i for i, head in enumerate(heads) if head == i]
    for i in order:
        order.extend(children[i])
    for i in reversed(order):
        head = heads[i]
        lefts[head] = min(lefts[head], lefts[i])
        rights[head] = max(rights[head], rights[i])
    return lefts, rights


def hull(ranges: Iterable[Range]) -> Range:
    """The smallest range around all; raises ValueError where there is none."""
    listed = list(ranges)
    return min(a for a, _ in listed), max(b for _, b in listed)


def meets(a: Range, b: Range) -> bool:
    """True where the two share a character."""
    return a[0] < b[1] and b[0] < a[1]


def within(a: Range, b: Range) -> bool:
    """True where ``a`` lies wholly in ``b``."""
    return b[0] <= a[0] and a[1] <= b[1]
