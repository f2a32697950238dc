"""Drafts meet quotations: contents grow over the sentences that a quotation spans."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from slated.reading.statements.carry import carry_on
from slated.reading.statements.drafts import Draft, merged
from slated.reading.statements.quotes import Quote
from slated.reading.statements.tree import Range, meets, within

_BETWEEN = " ,;—–-\n\t"
_CLOSE = 20  # characters


def join_quotes(text: str, drafts: Sequence[Draft], quotes: Sequence[Quote]) -> list[Draft]:
    """The drafts with their quotations; those that found no content are left out."""
    claimed: set[int] = set()
    starts = [q.place[0] for q in quotes]
    grown = [_grow(draft, quotes, starts, claimed) for draft in drafts]
    filled = [_fill(text, d, quotes, starts, claimed) if not d.content else d for d in grown]
    kept = sorted((d for d in filled if d.content), key=_order)
    return carry_on(text, kept, quotes, claimed)


def _order(draft: Draft) -> tuple[Range, Range]:
    return draft.anchor, draft.content[0]


def _near(quotes: Sequence[Quote], starts: list[int], start: int, end: int) -> range:
    """Indices of the quotations that may touch the characters ``start`` to ``end``."""
    first = bisect_left(starts, start)
    while first > 0 and quotes[first - 1].place[1] > start:
        first -= 1
    return range(first, bisect_right(starts, end))


def _grow(draft: Draft, quotes: Sequence[Quote], starts: list[int], claimed: set[int]) -> Draft:
    pieces = list(draft.content)
    span = draft.tree.sentence.span
    for q in _near(quotes, starts, span.start, span.end):
        place = quotes[q].place
        if within(draft.anchor, place):
            continue
        for k, piece in enumerate(pieces):
            if not meets(piece, place):
                continue
            if draft.quotes or within(place, span_range(draft)):
                pieces[k] = (min(piece[0], place[0]), max(piece[1], place[1]))
            if draft.quotes:
                claimed.add(q)
    content = merged(pieces)
    return draft if content == draft.content else replace(draft, content=content)


def span_range(draft: Draft) -> Range:
    """The characters of the draft's sentence."""
    return draft.tree.sentence.span.start, draft.tree.sentence.span.end


def _fill(text: str, draft: Draft, quotes: Sequence[Quote], starts: list[int], claimed: set[int]) -> Draft:
    """A quotation beside the cue, or what follows its colon."""
    end = draft.tree.sentence.span.end
    first = min(draft.anchor[0], draft.source[0] if draft.source else draft.anchor[0])
    chosen = _quote_before(text, first, quotes, starts)
    if chosen is None or chosen in claimed:
        after = (
            q for q in _near(quotes, starts, draft.anchor[1], end) if _follows(quotes[q], draft.anchor[1])
        )
        chosen = next((q for q in after if q not in claimed), None)
    if chosen is None:
        chosen = _after_colon(text, end, quotes, starts)
    if chosen is not None and chosen not in claimed:
        claimed.add(chosen)
        return replace(draft, content=(quotes[chosen].place,))
    colon = text.find(":", draft.anchor[1], end)
    if colon >= 0 and colon - draft.anchor[1] < 60 and text[colon + 1 : end].strip():
        rest = colon + 1 + len(text[colon + 1 : end]) - len(text[colon + 1 : end].lstrip())
        return replace(draft, content=((rest, end),))
    return replace(draft, content=draft.loose)


def _follows(quote: Quote, cue_end: int) -> bool:
    """True for speech after a cue, or a few quoted words right after it."""
    return quote.place[0] >= cue_end and (quote.utterance or quote.place[0] - cue_end < _CLOSE)


def _quote_before(text: str, first: int, quotes: Sequence[Quote], starts: list[int]) -> int | None:
    """The quotation that ends right before the source, be it in the sentence before: "Never!" he said."""
    k = bisect_left(starts, first) - 1
    if k < 0 or not 0 <= first - quotes[k].place[1] < _CLOSE:
        return None
    return None if text[quotes[k].place[1] : first].strip(_BETWEEN) else k


def _after_colon(text: str, end: int, quotes: Sequence[Quote], starts: list[int]) -> int | None:
    if text[end - 1] != ":":
        return None
    following = bisect_left(starts, end)
    if following < len(quotes) and not text[end : quotes[following].place[0]].strip():
        return following
    return None
