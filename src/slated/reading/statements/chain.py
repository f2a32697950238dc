"""Which statement stands within which, and which of them are worth keeping."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from slated.reading.statements.drafts import Draft
from slated.reading.statements.quotes import Quote
from slated.reading.statements.sources import is_pronoun
from slated.reading.statements.tree import Range, hull, within

_LONGEST = 6000  # characters of one content: no speech in the news runs on for longer
_SPEAKING = frozenset({"i", "we", "you", "me", "us"})


def standing(drafts: Sequence[Draft], quotes: Sequence[Quote]) -> list[Draft]:
    """The drafts worth keeping: what is said within somebody's quoted words is theirs.

    Within reported (not quoted) content only what a third party says is kept, as a link of a
    chain: "the network noted that officials had said ...".
    """
    closed = [q for q in quotes if q.closed]
    starts = [q.place[0] for q in closed]
    free = [d for d in drafts if not (d.cue and _quoted(d.cue, closed, starts))]
    chain = chain_of(free, [hull(d.content) for d in free])
    return [d for d, outer in zip(free, chain, strict=True) if outer is None or _is_link(d)]


def _quoted(cue: Range, quotes: Sequence[Quote], starts: Sequence[int]) -> bool:
    k = bisect_right(starts, cue[0]) - 1
    return k >= 0 and within(cue, quotes[k].place)


def _is_link(draft: Draft) -> bool:
    if draft.speaker is None or draft.kind not in {"assertion", "belief"}:
        return False
    if draft.kind == "belief" and is_pronoun(draft.tree, draft.speaker):
        return False
    return draft.tree.lows[draft.speaker] not in _SPEAKING and draft.quotes


def _holds_cue(draft: Draft) -> bool:
    """True for "X is seen as Y": of two statements with one content it is the inner one."""
    return within(draft.anchor, hull(draft.content))


def chain_of(drafts: Sequence[Draft], whole: Sequence[Range]) -> list[int | None]:
    """For each draft the innermost other one whose content holds its cue."""
    chain: list[int | None] = []
    order = sorted(range(len(drafts)), key=lambda i: (whole[i][0], -whole[i][1], _holds_cue(drafts[i])))
    place = {i: k for k, i in enumerate(order)}
    for i, draft in enumerate(drafts):
        best: int | None = None
        for k in range(place[i] - 1, -1, -1):
            j = order[k]
            if whole[j][0] < draft.anchor[0] - _LONGEST:
                break
            if whole[j][1] < draft.anchor[1]:
                continue
            if any(within(draft.anchor, p) for p in drafts[j].content) and not within(
                drafts[j].anchor, whole[i]
            ):
                best = j
                break
        chain.append(best)
    return chain
