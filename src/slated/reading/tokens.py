"""The tokens of a parsed sentence as plain objects, their parts named as spaCy names them.

spaCy makes a Python object each time that it is asked for a token, a head or a child, and a string
each time that it is asked for a tag. The rules ask thousands of times a sentence: so each parse is
read out once.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, takewhile
from operator import attrgetter
from typing import TYPE_CHECKING, Any, overload

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(slots=True, eq=False, repr=False)
class Token:
    """A token of a sentence. Two are equal where they are the same object.

    ``i`` is its place among the tokens, ``idx`` that of its first character in the sentence;
    ``opens`` is True where the parser lets a sentence begin. A root is its own head.
    """

    doc: Doc
    i: int
    idx: int
    text: str
    lower_: str
    tag_: str
    dep_: str
    lemma_: str
    opens: bool
    head: Token = field(init=False)
    children: list[Token] = field(init=False, default_factory=list)

    def __repr__(self) -> str:
        return self.text

    def __len__(self) -> int:
        """How many characters it has."""
        return len(self.text)

    @property
    def left_edge(self) -> Token:
        """The first token of its subtree."""
        return self.doc[min([t.i for t in self.subtree])]

    @property
    def right_edge(self) -> Token:
        """The last token of its subtree."""
        return self.doc[max([t.i for t in self.subtree])]

    @property
    def lefts(self) -> tuple[Token, ...]:
        """The children that stand before it."""
        return tuple(c for c in self.children if c.i < self.i)

    @property
    def subtree(self) -> list[Token]:
        """The token, then all that hangs on it, the nearer in the tree first."""
        found = [self]
        for token in found:
            found.extend(token.children)
        return found

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """The tokens coordinated with it, without itself."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        found = [first]
        for token in found:
            found.extend(c for c in token.children if c.i > token.i and c.dep_ == "conj")
        return tuple(t for t in found if t is not self)

    @property
    def tensor(self) -> NDArray[Any]:
        """The parser's own vector of it."""
        row: NDArray[Any] = self.doc.tensor[self.i]
        return row

    @property
    def is_space(self) -> bool:
        """True where it is all blanks."""
        return self.text.isspace()

    @property
    def is_punct(self) -> bool:
        """True where it is all punctuation."""
        return all(unicodedata.category(c).startswith("P") for c in self.text)

    def nbor(self, away: int) -> Token:
        """The token so many places away; raises IndexError beyond the last."""
        return self.doc[self.i + away]

    def is_ancestor(self, other: Token) -> bool:
        """True where ``other`` hangs on it, however far below."""
        while other.head is not other:
            other = other.head
            if other is self:
                return True
        return False


_place = attrgetter("idx")


class Doc:
    """The tokens of one parsed sentence in order, its text, and the parser's vectors, one a token."""

    __slots__ = ("tensor", "text", "tokens")

    def __init__(self, tensor: NDArray[Any]) -> None:
        self.tensor = tensor
        self.text = ""
        self.tokens: tuple[Token, ...] = ()

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Token, ...]: ...

    def __getitem__(self, at: int | slice) -> Token | tuple[Token, ...]:
        return self.tokens[at]

    def words(self, start: int, end: int) -> str:
        """The text of the tokens ``start`` up to, but not with, ``end``."""
        inside = self.tokens[start:end]
        return self.text[inside[0].idx : inside[-1].idx + len(inside[-1].text)] if inside else ""

    def overlapping(self, start: int, end: int) -> list[Token]:
        """The tokens that share a character with the sentence's characters ``start`` to ``end``."""
        first = max(0, bisect_right(self.tokens, start, key=_place) - 1)
        near = takewhile(lambda t: t.idx < end, islice(self.tokens, first, None))
        return [t for t in near if start < t.idx + len(t.text)]

    def untie(self) -> None:
        """Let go of the tokens and them of each other, so that no garbage collector need find them."""
        for token in self.tokens:
            del token.head, token.children
        self.tokens = ()


def tie(tokens: Sequence[Token], heads: Sequence[int]) -> None:
    """Give each token its head and its children; ``heads`` are places, a root's is its own."""
    for token, head in zip(tokens, heads, strict=True):
        token.head = above = tokens[head]
        if above is not token:
            above.children.append(token)
