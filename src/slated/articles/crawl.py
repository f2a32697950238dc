"""Crawled text -> title, date line, byline and clean text.

No library keeps the head of a page that is already text: the header pass here is our own. What
follows is told apart by jusText (Pomikálek 2011), with the lines as its paragraphs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from slated.articles.date_lines import cue_of, date_clues, read_date_line
from slated.articles.draft import Clue, Draft, Piece
from slated.articles.language import guess_language
from slated.articles.lines import (
    fold,
    is_caption,
    is_furniture,
    is_paragraph,
    is_sentence,
    looks_like_subheadline,
    opens_comments,
    opens_links,
    read_byline,
)

if TYPE_CHECKING:
    from justext.paragraph import Paragraph

LONGEST_HEADER = 60
LONGEST_TITLE = 250
LONG_WORD = re.compile(r"[^\W\d_]{4,}")
MOST_LINKS_TOGETHER = 3
LINES_ABOVE = 3
CONFIDENCE_ABOVE = 0.6


def read_crawl(content: str, given_title: str | None) -> Draft:
    """The draft of a page's text with its boilerplate."""
    lines = [folded for line in content.splitlines() if (folded := " ".join(line.split()))]
    body_start = next((n for n, line in enumerate(lines[:LONGEST_HEADER]) if is_paragraph(line)), 0)
    header, body = lines[:body_start], lines[body_start:]
    title_at = find_title(header, body, given_title)
    title = given_title or (header[title_at] if title_at is not None else None)
    below_title = header[title_at + 1 :] if title_at is not None else header
    language = guess_language(" ".join(body)[:2000])
    pieces = [*_header_pieces(below_title, title), *_body_pieces(_without_furniture(body, title), language)]
    above_title = header[:title_at] if title_at is not None else []
    ends = [line for line in body[-12:] if not is_paragraph(line)]
    return Draft(
        title=title,
        pieces=tuple(_no_repeated_captions(pieces)),
        clues=near_title_clues(above_title, below_title, ends),
        byline=next((name for line in (*below_title, *ends) if (name := read_byline(line))), None),
        labels=tuple(line for line in header[:title_at] if len(line) < 40) if title_at else (),
    )


def near_title_clues(above: Sequence[str], below: Sequence[str], after: Sequence[str]) -> tuple[Clue, ...]:
    """The clues of date lines below the title, else of those just above it or after the text.

    A bare day above a title is often the day of reading, in the masthead: it counts for less.
    """
    nearest = date_clues(above[-LINES_ABOVE:])
    return (
        *date_clues(below),
        *(replace(clue, confidence=min(clue.confidence, CONFIDENCE_ABOVE)) for clue in nearest),
        *date_clues(after),
    )


def find_title(header: Sequence[str], body: Sequence[str], given: str | None) -> int | None:
    """The line of the header that is the headline, the last of its repetitions.

    A line that stands there twice, else the first whose words come back in the text, else the
    first that could be a headline at all.
    """
    if given is not None:
        same = [n for n, line in enumerate(header) if fold(line) == fold(given)]
        return same[-1] if same else None
    candidates = [n for n, line in enumerate(header) if _could_be_title(line)]
    if not candidates:
        return None
    counts = Counter(header[n] for n in candidates)
    words = set(LONG_WORD.findall(" ".join(body)[:6000].lower()))
    best = max(candidates, key=lambda n: (_title_score(header[n], counts, words), -n))
    return max(n for n in candidates if header[n] == header[best])


def _title_score(line: str, counts: Counter[str], body_words: set[str]) -> int:
    own = LONG_WORD.findall(line.lower())
    comes_back = bool(own) and sum(word in body_words for word in own) >= 0.5 * len(own)
    return 2 * (counts[line] > 1 and len(own) > 1) + (comes_back and len(own) > 1)


def _could_be_title(line: str) -> bool:
    return (
        8 <= len(line) <= LONGEST_TITLE
        and line.count(" ") >= 1
        and not is_furniture(line)
        and not opens_links(line)
        and not is_caption(line)
        and not read_date_line(line)
        and read_byline(line) is None
    )


def _header_pieces(lines: Sequence[str], title: str | None) -> list[Piece]:
    pieces: list[Piece] = []
    folded_title = fold(title or "")
    for line in lines:
        if is_furniture(line) or opens_links(line) or fold(line) == folded_title:
            continue
        if read_date_line(line) or cue_of(line) or read_byline(line):
            continue
        if is_caption(line):
            pieces.append(Piece(line, "caption"))
        elif is_sentence(line):
            pieces.append(Piece(line))
        elif looks_like_subheadline(line) and line.count(" ") >= 3:
            pieces.append(Piece(line, "subheadline"))
    return pieces


def _without_furniture(lines: Sequence[str], title: str | None) -> list[str]:
    """The lines without furniture, link lists under their headings, and all after a comment form."""
    kept: list[str] = []
    folded_title = fold(title or "")
    among_links = False
    for line in lines:
        if opens_comments(line):
            break
        if opens_links(line):
            among_links = True
        elif among_links and not is_paragraph(line):
            continue
        elif not (is_furniture(line) or fold(line) == folded_title or _is_end_matter(line)):
            among_links = False
            kept.append(line)
    return kept


def _is_end_matter(line: str) -> bool:
    return read_byline(line) is not None or bool(read_date_line(line))


def _body_pieces(lines: Sequence[str], language: str) -> list[Piece]:
    good = _classified(lines, language)
    kept = [n for n, line in enumerate(lines) if good[n] or (is_sentence(line) and _near(good, n))]
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


def _near(good: Sequence[bool], n: int) -> bool:
    return any(good[max(0, n - 2) : n + 3])


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


def _classified(lines: Sequence[str], language: str) -> list[bool]:
    """Which lines jusText takes for running text; all of them where it finds next to none."""
    from justext.core import PathInfo, classify_paragraphs, revise_paragraph_classification
    from justext.paragraph import Paragraph

    paragraphs: list[Paragraph] = []
    for line in lines:
        paragraph = Paragraph(PathInfo().append("p"))
        paragraph.append_text(line)
        paragraphs.append(paragraph)
    stopwords = stopwords_of(language)
    low, high = (0.30, 0.32) if stopwords else (0.0, 0.0)
    classify_paragraphs(paragraphs, stopwords, stopwords_low=low, stopwords_high=high)
    revise_paragraph_classification(paragraphs)
    good = [paragraph.class_type == "good" for paragraph in paragraphs]
    taken = sum(len(line) for line, is_good in zip(lines, good, strict=True) if is_good)
    return good if taken >= 0.3 * sum(map(len, lines)) else [True] * len(lines)


LISTED = {
    "ar": "Arabic", "bg": "Bulgarian", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German",
    "el": "Greek", "en": "English", "es": "Spanish", "fi": "Finnish", "fr": "French", "hu": "Hungarian",
    "id": "Indonesian", "it": "Italian", "nl": "Dutch", "no": "Norwegian_Bokmal", "pl": "Polish",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sr": "Serbian", "sv": "Swedish",
    "tr": "Turkish", "uk": "Ukrainian", "vi": "Vietnamese",
}  # fmt: skip


def stopwords_of(language: str) -> frozenset[str]:
    """jusText's stop words of a language, none where it has no list (it then goes by length)."""
    from justext import get_stoplist

    name = LISTED.get(language)
    return frozenset(get_stoplist(name)) if name else frozenset()


def _no_repeated_captions(pieces: Sequence[Piece]) -> list[Piece]:
    seen: set[str] = set()
    kept = []
    for piece in pieces:
        if piece.kind == "paragraph" or piece.text not in seen:
            kept.append(piece)
        seen.add(piece.text)
    return kept
