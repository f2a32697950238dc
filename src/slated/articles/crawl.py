"""Crawled text -> title, date line, byline and clean text.

No library keeps the head of a page that is already text: the header pass here is our own. What
follows is told apart by jusText's method, with the lines as its paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from slated.articles.date_lines import read_date_line
from slated.articles.draft import Draft, Piece
from slated.articles.header import (
    Header,
    dateline_clues,
    find_byline,
    find_outlet,
    header_pieces,
    near_title_clues,
    split_header,
)
from slated.articles.language import guess_language
from slated.articles.lines import (
    fold,
    is_caption,
    is_furniture,
    is_menu,
    is_paragraph,
    is_sentence,
    looks_like_subheadline,
    opens_comments,
    opens_links,
    read_byline,
)
from slated.articles.markdown import without_markdown
from slated.articles.running_text import running_lines

LONGEST_HEADER = 60
AROUND_TEXT = 12
MOST_LINKS_TOGETHER = 3
WHITE = re.compile(r"\s+")


def read_crawl(content: str, given_title: str | None) -> Draft:
    """The draft of a page's text with its boilerplate."""
    lines = [
        WHITE.sub(" ", line).strip()
        for line in without_markdown(content).splitlines()
        if line.strip() and not is_menu(line)
    ]
    start = _body_start(lines)
    body = lines[start:]
    paragraphs = [line for line in body if is_paragraph(line)] or body
    header = split_header(lines[:start], paragraphs, given_title)
    running = _without_furniture(body, header.title)
    language = guess_language(" ".join(paragraphs)[:2000])
    pieces = [*header_pieces(header.below, header.title), *_body_pieces(running, language)]
    # A standfirst of a whole sentence ends the header before the date line does.
    below = [*header.below, *(line for line in body[:AROUND_TEXT] if not is_paragraph(line))]
    after = [line for line in body[AROUND_TEXT:][-AROUND_TEXT:] if not is_paragraph(line)]
    return Draft(
        title=header.title,
        pieces=tuple(_no_repeated_captions(pieces)),
        clues=(*near_title_clues(header.above, below, after), *dateline_clues(next(iter(paragraphs), ""))),
        outlet=find_outlet(
            header.above, [line for line in (*lines[:start], *lines[-30:]) if len(line) < 300]
        ),
        byline=find_byline(below, after),
        language=None,
        labels=tuple(line for line in header.above if len(line) < 40),
    )


def _outlet_over_menu(content: str, header: Header) -> str | None:
    """The page's first line where it is short, no headline, and a menu is next: the masthead."""
    top = content[:1000].strip().splitlines()[:2]
    if len(top) < 2 or not is_menu(top[1]) or is_menu(top[0]) or top[0].strip() not in header.above:
        return None
    name = top[0].strip()
    return name if 0 < name.count(" ") < 4 and not (is_furniture(name) or name.isupper()) else None


def _body_start(lines: Sequence[str]) -> int:
    top = lines[:LONGEST_HEADER]
    first = next((n for n, line in enumerate(top) if is_paragraph(line)), None)
    if first is None:
        first = next(
            (n for n, line in enumerate(top) if n and is_sentence(line) and not is_caption(line)), None
        )
    return first if first is not None else min(1, max(0, len(lines) - 1))


def _without_furniture(lines: Sequence[str], title: str | None) -> list[str]:
    """The lines without furniture, link lists under their headings, and all after a comment form."""
    kept: list[str] = []
    folded_title = fold(title or "")
    among_links = False
    size, past = sum(map(len, lines)), 0
    for line in lines:
        past += len(line)
        if opens_comments(line) and past > 0.3 * size:
            break
        if opens_links(line):
            among_links = True
        elif among_links and not is_paragraph(line):
            continue
        elif not (is_furniture(line) or fold(line) == folded_title or _is_head_or_end_matter(line)):
            among_links = False
            kept.append(line)
    return kept


def _is_head_or_end_matter(line: str) -> bool:
    return read_byline(line) is not None or bool(read_date_line(line))


def _body_pieces(lines: Sequence[str], language: str) -> list[Piece]:
    good = running_lines(lines, language)
    last = max((n for n, is_good in enumerate(good) if is_good), default=-1)
    # jusText also drops what has few stop words (names, quotes); sentences within the text stay.
    kept = [n for n, line in enumerate(lines) if good[n] or (n <= last + 2 and is_sentence(line))]
    pieces: list[Piece] = []
    for line in _without_lists([lines[n] for n in kept]):
        if is_caption(line):
            pieces.append(Piece(line, "caption"))
        elif not is_sentence(line) and looks_like_subheadline(line):
            pieces.append(Piece(line, "subheadline"))
        else:
            pieces.append(Piece(line))
    while pieces and pieces[-1].kind == "subheadline":
        pieces.pop()
    return pieces


def _without_lists(lines: Sequence[str]) -> list[str]:
    """The lines less runs of short ones that are no sentences: menus and link lists."""
    running: list[str] = []
    short: list[str] = []
    for line in lines:
        if is_sentence(line) or is_caption(line) or not looks_like_subheadline(line):
            running += short if len(short) < MOST_LINKS_TOGETHER else []
            short = []
            running.append(line)
        else:
            short.append(line)
    return running


def _no_repeated_captions(pieces: Sequence[Piece]) -> list[Piece]:
    seen: set[str] = set()
    kept = []
    for piece in pieces:
        if piece.kind == "paragraph" or piece.text not in seen:
            kept.append(piece)
        seen.add(piece.text)
    return kept
