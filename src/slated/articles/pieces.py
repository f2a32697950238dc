"""Pieces -> the article's text with its blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from slated.articles.draft import Piece
from slated.articles.lines import is_caption, is_furniture, is_sentence, looks_like_subheadline
from slated.model import Block

BETWEEN = "\n\n"
LINE = re.compile(r"\S[^\n]*")
WRAPPED_WIDTH = range(45, 100)


def join_pieces(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    """One text, a blank line between the pieces, and where each stands in it."""
    parts: list[str] = []
    blocks: list[Block] = []
    start = 0
    for piece in pieces:
        parts.append(piece.text)
        blocks.append(Block(start, start + len(piece.text), piece.kind))
        start += len(piece.text) + len(BETWEEN)
    return BETWEEN.join(parts), tuple(blocks)


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a text that is taken as it is: its lines, unless lines are wrapped.

    A text whose lines run on (most end within a sentence at about one width) has its blocks
    between blank lines instead.
    """
    spans = [(m.start(), m.start() + len(m.group().rstrip())) for m in LINE.finditer(text)]
    if _is_wrapped(text, spans):
        spans = _merged(text, spans)
    last = len(spans) - 1
    return tuple(
        Block(start, end, "paragraph") if end - start > 600 else _block(text, start, end, n == last)
        for n, (start, end) in enumerate(spans)
    )


def _block(text: str, start: int, end: int, is_last: bool) -> Block:
    line = text[start:end]
    if is_caption(line):
        return Block(start, end, "caption")
    heads_on = (
        not is_last and not is_sentence(line) and looks_like_subheadline(line) and not is_furniture(line)
    )
    return Block(start, end, "subheadline" if heads_on else "paragraph")


def _is_wrapped(text: str, spans: list[tuple[int, int]]) -> bool:
    runs_on = breaks = 0
    for (start, end), (after, _) in pairwise(spans):
        if text.count("\n", end, after) == 1:
            breaks += 1
            runs_on += end - start in WRAPPED_WIDTH and text[end - 1] not in '.!?"”:'
    return breaks >= 3 and runs_on > 0.7 * breaks


def _merged(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged = [spans[0]]
    for start, end in spans[1:]:
        if text.count("\n", merged[-1][1], start) == 1:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged
