"""An article's words with everything marked that was found in them, cut so that no mark overlaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from slated.document_stage import ReadArticle
from slated.ledger.view import EventOfArticle
from slated.model import CreationTime, EventMention, Span, Statement, Timex
from slated.outputs.plain_words import window_long

_LONGEST = 200  # characters of an explanation
_QUOTED = 120  # characters of the evidence for a day
_MARKUP = 100  # characters that mark a piece


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch: its kind (a class of the style sheet), what it means, and its anchor."""

    span: Span
    kind: str
    words: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words between two bounds of marks: their kinds, what they mean, the anchors that start there."""

    text: str
    kinds: tuple[str, ...]
    words: str
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the article, cut into pieces."""

    kind: str
    pieces: tuple[Piece, ...]


def marks_of(read: ReadArticle, events: Sequence[EventOfArticle]) -> list[Mark]:
    """A mark for every time expression, statement and event mention."""
    reading = read.reading
    tracked = {index: event for event in events for index in event.mentions}
    marks = [
        Mark(timex.span, "time", timex_words(timex), f"time-{i}") for i, timex in enumerate(reading.timexes)
    ]
    for i, statement in enumerate(reading.statements):
        marks += _statement_marks(i, statement)
    for i, mention in enumerate(reading.mentions):
        if not mention.doubtful:
            marks.append(Mark(mention.trigger, "event", mention_words(mention, tracked.get(i)), f"event-{i}"))
    return marks


def told_mark(read: ReadArticle, part: str, start: int, end: int) -> Mark | None:
    """The mark of a quoted stretch; None where it lies outside the article."""
    words = (read.article.title or "") if part == "title" else read.article.text
    if not 0 <= start < end <= len(words):
        return None
    span = Span(start, end, words[start:end], "title" if part == "title" else "text")
    return Mark(span, "told", "quoted as evidence", "told")


def title_pieces(read: ReadArticle, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """The title, cut into pieces."""
    title = read.article.title or ""
    return tuple(_pieces(title, 0, len(title), [m for m in marks if m.span.part == "title"]))


def paragraphs(read: ReadArticle, marks: Iterable[Mark]) -> list[Paragraph]:
    """The text's blocks, cut into pieces."""
    article = read.article
    waiting = sorted((m for m in marks if m.span.part == "text"), key=lambda m: (m.span.start, m.span.end))
    blocks = []
    for block in article.blocks:
        here = [m for m in waiting if m.span.start < block.end and m.span.end > block.start]
        waiting = [m for m in waiting if m.span.end > block.end]
        blocks.append(Paragraph(block.kind, tuple(_pieces(article.text, block.start, block.end, here))))
    return blocks


def within(found: Sequence[Paragraph], most: int) -> tuple[list[Paragraph], bool]:
    """As much of the paragraphs as fits a page of ``most`` characters, and whether that is all.

    It begins at the top, or shortly before what is told, where that lies further down.
    """
    costs = [[_cost(piece) for piece in paragraph.pieces] for paragraph in found]
    skipped = _skipped(found, costs, most)
    kept: list[Paragraph] = []
    at = 0
    whole = True
    for paragraph, those in zip(found, costs, strict=True):
        pieces: list[Piece] = []
        for piece, cost in zip(paragraph.pieces, those, strict=True):
            if at >= skipped and at + cost <= skipped + most:
                pieces.append(piece)
            elif at >= skipped and not piece.kinds and at < skipped + most:
                pieces.append(replace(piece, text=piece.text[: skipped + most - at] + " …"))
                whole = False
            else:
                whole = False
            at += cost
        if pieces:
            kept.append(Paragraph(paragraph.kind, tuple(pieces)))
    return kept, whole


def _skipped(found: Sequence[Paragraph], costs: Sequence[Sequence[int]], most: int) -> int:
    """How much is left out at the top so that what is told is shown."""
    before = 0
    for paragraph, those in zip(found, costs, strict=True):
        for piece, cost in zip(paragraph.pieces, those, strict=True):
            if "told" in piece.kinds:
                return max(before - most // 3, 0) if before + cost > most else 0
            before += cost
    return 0


def _cost(piece: Piece) -> int:
    return len(piece.text) + (len(piece.words) + _MARKUP if piece.kinds else 0)


def _pieces(words: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    bounds = {start, end}
    for mark in marks:
        bounds |= {at for at in (mark.span.start, mark.span.end) if start < at < end}
    ordered = sorted(bounds)
    for a, b in pairwise(ordered):
        over = [mark for mark in marks if mark.span.start <= a and mark.span.end >= b]
        nearest = min(over, key=lambda mark: mark.span.end - mark.span.start, default=None)
        anchors = tuple(m.anchor for m in over if m.anchor and max(m.span.start, start) == a)
        kinds = tuple(sorted({mark.kind for mark in over}))
        yield Piece(words[a:b], kinds, nearest.words[:_LONGEST] if nearest else "", anchors)


def _statement_marks(i: int, statement: Statement) -> Iterator[Mark]:
    words = f"statement: {statement_words(statement)}"
    yield Mark(statement.content, "said", words, f"said-{i}")
    if statement.cue:
        yield Mark(statement.cue, "cue", f"credits the words to {source_words(statement)}")
    if statement.source and statement.source.span:
        yield Mark(statement.source.span, "source", f"{statement.source.kind} source")


def dated_by(created: CreationTime) -> str:
    """On what the day of an article rests; an empty text where that is all there is to say."""
    said = " ".join(created.evidence.split())
    quoted = f": “{said[:_QUOTED]}{'…' if len(said) > _QUOTED else ''}”" if said else ""
    return {
        "given": "the day came with the page",
        "metadata": f"by the page's metadata{quoted}",
        "visible": f"by a line of the page{quoted}",
        "url": f"by its address{quoted}",
        "inferred": f"worked out from its words{quoted}",
        "capture": "by the day it was captured",
        "unknown": "",
    }[created.method]


def timex_words(timex: Timex) -> str:
    """What a time expression means: its type and value, and the days it allows."""
    days = window_long(timex.window)
    return f"{timex.type.lower()} {timex.value}" + (f": {days}" if days else "")


def statement_words(statement: Statement) -> str:
    """Who is credited with words, and how."""
    return f"{statement.mode}, by {source_words(statement)}"


def source_words(statement: Statement) -> str:
    """Who is credited."""
    return statement.source.name if statement.source else "an unnamed source"


def mention_words(mention: EventMention, event: EventOfArticle | None) -> str:
    """What a mention says of its event."""
    cells = [mention.title, mention.status.replace("_", " ")]
    if mention.window and mention.window.window:
        cells.append(window_long(mention.window.window))
    cells += [", ".join(place.name for place in mention.places)]
    cells += [f"{mention.hedge.grade} (“{mention.hedge.text}”)"] if mention.hedge else []
    cells += [f"tracked as: {event.title}"] if event else []
    return "; ".join(cell for cell in cells if cell)
