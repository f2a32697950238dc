"""Quotations without a cue of their own: whose words they are."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import replace

from slated.reading.statements.drafts import Draft, merged
from slated.reading.statements.quotes import Quote

_LONGEST = 6000  # characters of one content: no speech in the news runs on for longer
_NEXT = 12  # characters between a sentence and the quotation that goes on from it
_SOON = 400  # characters over which a speaker is remembered
_SPEAKING = frozenset({"assertion", "belief", "fact"})


def carry_on(text: str, drafts: list[Draft], quotes: Sequence[Quote], claimed: set[int]) -> list[Draft]:
    """Give quotations that no cue claims to the speaker before them.

    One that follows a quotation directly, or a report of speech in its paragraph, belongs to
    the same statement. One that opens a paragraph soon after somebody was reported is a
    statement of its own, with that source and no cue.
    """
    joined = list(drafts)
    quoted_ends = {q.place[1] for q in quotes}
    ends = sorted((d.content[-1][1], i) for i, d in enumerate(drafts) if d.quotes and d.kind == "assertion")
    spoken = sorted(
        (d.tree.sentence.span.end, -i) for i, d in enumerate(drafts) if d.source and d.kind in _SPEAKING
    )
    for q, quote in enumerate(quotes):
        if q in claimed or not quote.utterance:
            continue
        i = _directly_before(text, joined, ends, quote.place[0])
        if i is not None and (joined[i].content[-1][1] in quoted_ends or not quote.opens):
            joined[i] = replace(joined[i], content=merged([*joined[i].content, quote.place]))
            insort(ends, (quote.place[1], i))
            continue
        i = i if i is not None else _remembered(joined, spoken, quote)
        if i is not None and joined[i].source is not None:
            joined.append(replace(joined[i], cue=None, content=(quote.place,)))
            insort(ends, (quote.place[1], len(joined) - 1))
    return joined


def _directly_before(
    text: str, drafts: Sequence[Draft], ends: list[tuple[int, int]], start: int
) -> int | None:
    """The draft whose quotation or sentence ends right before ``start``."""
    k = bisect_left(ends, (start, -1)) - 1
    while k >= 0 and start - ends[k][0] < _LONGEST:
        end, i = ends[k]
        reach = max(end, drafts[i].tree.sentence.span.end) if drafts[i].cue is not None else end
        if start - drafts[i].content[0][0] > _LONGEST:
            return None
        if reach <= start:
            near = start - reach < _NEXT and not text[reach:start].strip()
            return i if near else None
        k -= 1
    return None


def _remembered(drafts: Sequence[Draft], spoken: list[tuple[int, int]], quote: Quote) -> int | None:
    """Who spoke last before a quotation that opens its paragraph."""
    if not quote.opens:
        return None
    k = bisect_left(spoken, (quote.place[0], 1)) - 1
    if k < 0 or quote.place[0] - spoken[k][0] > _SOON:
        return None
    return -spoken[k][1]
