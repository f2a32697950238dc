"""From parsed sentences to attributions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from slated.model import Article, Source, Span, Statement
from slated.model.readings import StatementMode
from slated.model.spans import TextPart
from slated.reading.lexicon import load_words
from slated.reading.parse import ParsedSentence
from slated.reading.statements.chain import chain_of, standing
from slated.reading.statements.drafts import Draft
from slated.reading.statements.join import join_quotes
from slated.reading.statements.labels import label_drafts
from slated.reading.statements.nominal import nominal_drafts
from slated.reading.statements.people import Speakers
from slated.reading.statements.quotes import Quote, find_quotes
from slated.reading.statements.sources import is_pronoun
from slated.reading.statements.tree import Range, Tree, hull, tree_of, within
from slated.reading.statements.verbs import verb_drafts

_CALENDAR = load_words("calendar_names")["names"]


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
    told = [place for draft in joined for place in draft.content if draft.speaker is not None]
    speakers = Speakers(trees, told)
    edges = [q.place[0] for q in quotes], [q.place[1] for q in quotes]
    whole = [hull(d.content) for d in joined]
    chain = chain_of(joined, whole)
    return [
        Statement(
            source=_source(text, part, draft, speakers),
            cue=_span(text, part, draft.cue) if draft.cue else None,
            content=_span(text, part, content),
            mode=_mode(content, quotes, edges),
            within=chain[i],
            kind=draft.kind,
        )
        for i, (draft, content) in enumerate(zip(joined, whole, strict=True))
    ]


def sentence_drafts(tree: Tree) -> Iterable[Draft]:
    """The attributions that one sentence makes by itself."""
    labels = list(label_drafts(tree))
    # "...: report" is a label and no verb, whatever the parser thinks
    taken = [label.source for label in labels if label.source is not None]
    for draft in (*verb_drafts(tree), *nominal_drafts(tree)):
        if not _is_time(tree, draft.speaker) and not any(within(draft.anchor, place) for place in taken):
            yield draft
    yield from labels


def _is_time(tree: Tree, speaker: int | None) -> bool:
    """True for "Jan. 22-25, which suggests ...": a day says nothing."""
    if speaker is None:
        return False
    words = {tree.lows[speaker].rstrip("."), tree.lows[max(speaker - 1, 0)].rstrip(".")}
    return bool(words & _CALENDAR) and (
        tree.lows[speaker].rstrip(".") in _CALENDAR or tree.tags[speaker] == "CD"
    )


def _distinct(drafts: Iterable[Draft]) -> list[Draft]:
    seen: dict[Range, Draft] = {}
    for draft in drafts:
        seen.setdefault(draft.anchor, draft)
    return sorted(seen.values(), key=lambda d: (min(d.anchor[0], d.content[0][0]), d.anchor))


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


def _mode(content: Range, quotes: Sequence[Quote], edges: tuple[list[int], list[int]]) -> StatementMode:
    """Direct where the content begins and ends with a quotation, mixed where it holds one."""
    starts, ends = edges
    first, last = bisect_right(ends, content[0]), bisect_left(starts, content[1]) - 1
    if first > last:
        return "indirect"
    whole = quotes[first].place[0] <= content[0] + 1 and quotes[last].place[1] >= content[1] - 1
    return "direct" if whole else "mixed"
