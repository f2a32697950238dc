"""From a capture to an article."""

from __future__ import annotations

import hashlib

from slated.articles.crawl import read_crawl
from slated.articles.creation import creation_time
from slated.articles.date_lines import date_clues
from slated.articles.draft import Draft
from slated.articles.header import find_byline
from slated.articles.language import UNDETERMINED, guess_language
from slated.articles.opinion import says_opinion
from slated.articles.outlets import outlet_of
from slated.articles.pieces import blocks_of, join_pieces
from slated.errors import BadDocument
from slated.model import Article, Block, Capture, CreationTime

HEADER_LINES = 4
SHORT_LINE = 160


def make_article(capture: Capture) -> Article:
    """The article in a capture; raises ``BadDocument`` where it holds no text.

    What the carrier gives (title, outlet, day, language) goes before what the content says.
    Clean text is taken unchanged, so that offsets into it hold.
    """
    draft = _draft(capture)
    text, blocks = _text(capture, draft)
    if not blocks:
        raise BadDocument(f"{capture.origin}: no article text found")
    title = capture.title or draft.title
    outlet = capture.outlet or draft.outlet or outlet_of(capture.url)
    created = creation_time(capture, draft.clues)
    labels = (*draft.labels, *([outlet] if outlet else []))
    return Article(
        document_id=_digest(title, text, outlet, created),
        source_id=capture.source_id,
        url=capture.url,
        outlet=outlet,
        title=title,
        byline=draft.byline,
        language=capture.language or _language(f"{title or ''}\n{text[:1000]}", draft.language),
        text=text,
        creation_time=created,
        blocks=blocks,
        opinion=says_opinion(capture.url, title, labels),
    )


def _draft(capture: Capture) -> Draft:
    if capture.kind == "text":
        return _clean_draft(capture)
    if capture.kind == "crawl":
        return read_crawl(capture.content, capture.title)
    from slated.articles.page import read_page

    return read_page(capture.content, capture.title)


def _clean_draft(capture: Capture) -> Draft:
    lines = capture.content[: HEADER_LINES * SHORT_LINE].splitlines()[:HEADER_LINES]
    top = [line.strip() for line in lines if len(line) < SHORT_LINE]
    return Draft(title=None, pieces=(), clues=date_clues(top), byline=find_byline(top, ()))


def _text(capture: Capture, draft: Draft) -> tuple[str, tuple[Block, ...]]:
    if capture.kind == "text":
        return capture.content, blocks_of(capture.content)
    return join_pieces(draft.pieces)


def _language(text: str, declared: str | None) -> str:
    """The text's own word before the page's, which often is the template's."""
    guess = guess_language(text)
    return declared or guess if guess == UNDETERMINED else guess


def _digest(title: str | None, text: str, outlet: str | None, created: CreationTime) -> str:
    """The same words of the same outlet on the same day are the same document.

    The outlet counts because two outlets that print one wire story are two reports; the day
    because the same words mean other days; the address does not: pages have several.
    """
    signature = "\x1f".join((title or "", outlet or "", str(created.window or ""), text))
    return hashlib.sha256(signature.encode("utf-8", "replace")).hexdigest()[:16]
