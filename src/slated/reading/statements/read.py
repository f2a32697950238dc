"""From parsed sentences to attributions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from slated.model import Article, Source, Span, Statement
from slated.model.readings import StatementMode
from slated.model.spans import TextPart
from slated.reading.parse import ParsedSentence
from slated.reading.statements.drafts import Draft
from slated.reading.statements.join import join_quotes
from slated.reading.statements.labels import label_drafts
from slated.reading.statements.nominal import nominal_drafts
from slated.reading.statements.people import Speakers
from slated.reading.statements.quotes import Quote, find_quotes
from slated.reading.statements.sources import is_pronoun
from slated.reading.statements.tree import Range, Tree, hull, tree_of, within
from slated.reading.statements.verbs import verb_drafts

_LONGEST = 6000
_SPEAKING = frozenset({"i", "we", "you", "me", "us"})


def read_statements(article: Article, sentences: Sequence[ParsedSentence]) -> tuple[Statement, ...]:
    """Every attribution of the sentences, in text order (title first)."""
    titles = [s for s in sentences if s.span.part == "title"]
    body = [s for s in sentences if s.span.part == "text"]
    head = _read_part(article.title or "", "title", titles, ())
    blocks = [(b.start, b.end) for b in article.blocks]
    tail = _read_part(article.text, "text", body, blocks)
    shift = len(head)
    return tuple(head) + tuple(_shifted(s, shift) for s in tail)


def _shifted(s: Statement, shift: int) -> Statement:
    inner = s.within + shift if s.within is not None else None
    return Statement(s.source, s.cue, s.content, s.mode, inner, s.kind)


def _read_part(
    text: str, part: TextPart, sentences: Sequence[ParsedSentence], blocks: Sequence[Range]
) -> list[Statement]:
    trees = [tree for tree in map(tree_of, sentences) if tree is not None]
    drafts = [draft for tree in trees for draft in sentence_drafts(tree)]
    quotes = find_quotes(text, _paragraphs(text, sentences, blocks))
    joined = standing(_distinct(join_quotes(text, drafts, quotes)), quotes)
    speakers = Speakers(trees)
    whole = [hull(d.content) for d in joined]
    chain = _chain(joined, whole)
    return [
        Statement(
            source=_source(text, part, draft, speakers),
            cue=_span(text, part, draft.cue) if draft.cue else None,
            content=_span(text, part, content),
            mode=_mode(content, draft, quotes),
            within=chain[i],
            kind=draft.kind,
        )
        for i, (draft, content) in enumerate(zip(joined, whole, strict=True))
    ]


def sentence_drafts(tree: Tree) -> Iterable[Draft]:
    """The attributions that one sentence makes by itself."""
    yield from verb_drafts(tree)
    yield from nominal_drafts(tree)
    yield from label_drafts(tree)


def _distinct(drafts: Iterable[Draft]) -> list[Draft]:
    seen: dict[Range, Draft] = {}
    for draft in drafts:
        seen.setdefault(draft.anchor, draft)
    return sorted(seen.values(), key=lambda d: (min(d.anchor[0], d.content[0][0]), d.anchor))


def standing(drafts: Sequence[Draft], quotes: Sequence[Quote]) -> list[Draft]:
    """The drafts worth keeping: what is said within somebody's quoted words is theirs.

    Within reported (not quoted) content only what a third party says is kept, as a link of a
    chain: "the network noted that officials had said ...".
    """
    closed = [q for q in quotes if q.closed]
    starts = [q.place[0] for q in closed]
    free = [d for d in drafts if not (d.cue and _quoted(d.cue, closed, starts))]
    chain = _chain(free, [hull(d.content) for d in free])
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


def _paragraphs(text: str, sentences: Sequence[ParsedSentence], blocks: Sequence[Range]) -> list[Range]:
    found: list[Range] = []
    block = -1
    for s in sentences:
        start, end = s.span.start, s.span.end
        before = block
        while block + 1 < len(blocks) and blocks[block + 1][0] <= start:
            block += 1
        if found and block == before and text.count("\n", found[-1][1], start) < 2:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _holds_cue(draft: Draft) -> bool:
    """True for "X is seen as Y": of two statements with one content it is the inner one."""
    return within(draft.anchor, hull(draft.content))


def _chain(drafts: Sequence[Draft], whole: Sequence[Range]) -> list[int | None]:
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


def _source(text: str, part: TextPart, draft: Draft, speakers: Speakers) -> Source | None:
    if draft.source is None or draft.speaker is None:
        return None
    name, kind = speakers.identify(draft.tree, draft.speaker)
    span = _span(text, part, draft.source)
    if not is_pronoun(draft.tree, draft.speaker) and len(name) > len(span.text):
        name = span.text  # the parser may hang a whole headline on a label's head
    return Source(name, kind, span)


def _span(text: str, part: TextPart, place: Range) -> Span:
    return Span(place[0], place[1], text[place[0] : place[1]], part)


def _mode(content: Range, draft: Draft, quotes: Sequence[Quote]) -> StatementMode:
    del draft
    inside = [q.place for q in quotes if q.place[0] < content[1] and content[0] < q.place[1]]
    if any(p[0] <= content[0] + 1 for p in inside) and any(p[1] >= content[1] - 1 for p in inside):
        return "direct"
    return "mixed" if inside else "indirect"
