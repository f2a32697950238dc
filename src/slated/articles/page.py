"""A page's markup -> title, signs and clean text.

The text is found by trafilatura (Barbaresi 2021) in its fast mode; the facts around it by
``page_facts``, and where the markup is silent by the header pass that crawled text gets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import lxml.html
from lxml import etree
from lxml.html import HtmlElement

from slated.articles.crawl import read_crawl
from slated.articles.date_lines import read_date_line
from slated.articles.draft import Clue, Draft, Piece
from slated.articles.header import dateline_clues, find_byline, find_outlet, near_title_clues
from slated.articles.lines import (
    fold,
    is_furniture,
    is_paragraph,
    is_sentence,
    looks_like_subheadline,
    opens_comments,
    opens_links,
    read_byline,
)
from slated.articles.page_facts import PageFacts, read_page_facts
from slated.articles.page_lines import PageLine, page_lines

LEAST_TEXT = 200
TITLE_BREAK = re.compile(r"\s+(?:[|»·•]|[-–—]{1,2})\s+")
EDGE = 5
FOOT = 15


def read_page(markup: str, given_title: str | None) -> Draft:
    """The draft of a page, or of a feed entry's fragment; without pieces where it holds no text."""
    tree = _parse(markup)
    if tree is None:
        return Draft(title=None, pieces=())
    facts = read_page_facts(tree)
    lines = page_lines(tree)
    own_title = _title(tree, facts)
    title = given_title or own_title
    pieces = _with_captions(_main_pieces(tree), lines, title)
    if _size(pieces) < LEAST_TEXT:
        plain = read_crawl("\n".join(line.text for line in lines), title)
        pieces = max(pieces, list(plain.pieces), key=_size)
    head = _head(lines, title, pieces)
    return Draft(
        title=title,
        pieces=tuple(_tidied(pieces, {fold(name) for name in (title, own_title) if name})),
        clues=(*facts.clues, *near_title_clues(*head), *_dateline(pieces)),
        outlet=next(iter(facts.outlets), None) or find_outlet((), [line.text for line in lines[-FOOT:]]),
        byline=_byline(facts, head[1]),
        language=facts.language,
        labels=facts.labels,
    )


def _parse(markup: str) -> HtmlElement | None:
    parser = lxml.html.HTMLParser(encoding="utf-8")
    try:
        return lxml.html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except etree.LxmlError:
        return None


def _title(tree: HtmlElement, facts: PageFacts) -> str | None:
    """The headline: as the facts give it, else the only h1, else the title element without the outlet."""
    if facts.titles:
        return _without_outlet(facts.titles[0], facts.outlets)
    headings = [words for h1 in tree.iter("h1") if (words := _words(h1))]
    if len(headings) == 1:
        return headings[0]
    page_title = next((words for title in tree.iter("title") if (words := _words(title))), None)
    if page_title is None:
        return next(iter(headings), None)
    parts = TITLE_BREAK.split(page_title)
    return max(parts[:2], key=len) if len(parts) > 1 else page_title


def _without_outlet(title: str, outlets: Sequence[str]) -> str:
    parts = list(TITLE_BREAK.finditer(title))
    if parts and fold(title[parts[-1].end() :]) in {fold(outlet) for outlet in outlets}:
        return title[: parts[-1].start()]
    return title


def _words(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


def _main_pieces(tree: HtmlElement) -> list[Piece]:
    from trafilatura import bare_extraction

    found = bare_extraction(tree, fast=True, include_comments=False, include_tables=False)
    body = getattr(found, "body", None)
    return list(_pieces_in(body)) if body is not None else []


def _pieces_in(body: HtmlElement) -> Iterator[Piece]:
    for element in body:
        if element.tag in {"list", "quote"} and len(element):
            yield from _pieces_in(element)
        elif words := _words(element):
            yield Piece(words, "subheadline" if element.tag == "head" else "paragraph")


def _with_captions(pieces: list[Piece], lines: Sequence[PageLine], title: str | None) -> list[Piece]:
    """The pieces with the captions that stand between the headline and the last of them."""
    first_at = {line.text: n for n, line in reversed(list(enumerate(lines)))}
    title_at = first_at.get(title or "", -1)
    placed: list[Piece] = []
    captions = [(n, line.text) for n, line in enumerate(lines) if line.is_caption and n > title_at]
    seen: set[str] = set()
    for piece in pieces:
        at = first_at.get(piece.text, -1)
        while captions and captions[0][0] < at:
            caption = captions.pop(0)[1]
            if caption not in seen:
                placed.append(Piece(caption, "caption"))
            seen.add(caption)
        if piece.text not in seen:
            is_caption = at >= 0 and lines[at].is_caption
            placed.append(Piece(piece.text, "caption") if is_caption else piece)
    return placed


def _head(
    lines: Sequence[PageLine], title: str | None, pieces: Sequence[Piece]
) -> tuple[list[str], list[str], list[str]]:
    """The lines above the headline, between it and the text, and just below the text."""
    texts = [line.text for line in lines]
    paragraphs = [piece.text for piece in pieces if piece.kind == "paragraph" and len(piece.text) > 60]
    start = next((n for n, text in enumerate(texts) if fold(text) == fold(title or "\0")), -1)
    first = next((n for n, text in enumerate(texts) if n > start and text in paragraphs[:2]), start + 1)
    last = next((n for n in range(len(texts) - 1, first, -1) if texts[n] in paragraphs[-2:]), len(texts) - 1)
    return texts[: max(start, 0)], texts[start + 1 : first], texts[last + 1 : last + 1 + EDGE]


def _byline(facts: PageFacts, below_title: Sequence[str]) -> str | None:
    if facts.bylines:
        return facts.bylines[0].removeprefix("By ").removeprefix("by ")
    return find_byline(below_title, ())


def _tidied(pieces: Sequence[Piece], titles: set[str]) -> Iterator[Piece]:
    """The pieces without what the extractor lets through: title, date and name lines, prompts."""
    last = len(pieces) - 1
    in_text = False
    for n, piece in enumerate(pieces):
        line = piece.text
        if opens_comments(line) and n > 0:
            return
        at_edge = n < EDGE or n > last - EDGE
        if fold(line) in titles or is_furniture(line) or opens_links(line):
            continue
        if at_edge and (read_date_line(line) or read_byline(line)):
            continue
        if piece.kind == "subheadline" and n == last:
            continue
        is_deck = n < EDGE and not in_text and looks_like_subheadline(line) and not is_sentence(line)
        in_text = in_text or is_paragraph(line)
        yield Piece(line, "subheadline") if is_deck and piece.kind == "paragraph" else piece


def _dateline(pieces: Sequence[Piece]) -> tuple[Clue, ...]:
    first = next((piece.text for piece in pieces if len(piece.text) > 100), "")
    return dateline_clues(first)


def _size(pieces: Sequence[Piece]) -> int:
    return sum(len(piece.text) for piece in pieces)
