"""What a line of a page is: a sentence, a caption, a byline, furniture."""

from __future__ import annotations

import re
from functools import cache

from slated.articles.words import load_table, load_words

CLOSERS = "\"'”’»)]"
TERMINALS = ".!?…:;。！？"
LONGEST_BYLINE = 120
LONGEST_SUBHEADLINE = 120
BYLINE = re.compile(
    r"(?:(?:story|written|reported|words|text|posted|published|report)\s)?by:?\s+(.{3,})", re.IGNORECASE
)
NAME_START = re.compile(r"[^\W\d_a-z]")
SEGMENT = re.compile(r"\s*[|•·]\s*|\s+[–—-]{1,2}\s+|\s{2,}")
CAPTION_START = re.compile(
    r"(?:file photo|photo|image|picture|caption|photograph|image credits?|photo credit)\b.{0,20}?[:.—–|]"
    r"|(?:file|enlarge|view)\s?photo\b|(?:photograph|photo) by\b|(?:image|photo) (?:courtesy|credits?)\b"
    r"|toggle caption\b",
    re.IGNORECASE,
)
CREDIT = re.compile(r"[(\[|/]\s?([^()\[\]|/]{2,60})[)\]]?\.?$")
WHITE = re.compile(r"\s+")
COUNTED = re.compile(
    r"(?:\d{1,5}|no) (?:comments?|shares?|replies|responses|likes?|views?)$|slideshow \(|share(?: this)?:?$"
)


def fold(line: str) -> str:
    """The line in lower case, white space folded, without the marks around it."""
    return WHITE.sub(" ", line).strip(" \t-*#•·|>»:.…").lower().replace("’", "'")


def is_sentence(line: str) -> bool:
    """True where a line ends as sentences do and has at least four words."""
    return line.rstrip(CLOSERS).endswith(tuple(TERMINALS)) and line.count(" ") >= 3


def is_paragraph(line: str) -> bool:
    """True for a line that only running text has: long, or a whole sentence of some length."""
    return len(line) > 240 or (len(line) >= 100 and is_sentence(line) and not is_caption(line))


def is_caption(line: str) -> bool:
    """True where a line says that it is a picture's caption or credit."""
    if len(line) > 600:
        return False
    if CAPTION_START.match(line):
        return True
    credit = CREDIT.search(line)
    if credit is None:
        return False
    words = re.split(r"[\s,.]+", credit.group(1).lower())
    return not load_words("furniture", "picture_credits").isdisjoint(words)


def read_byline(line: str) -> str | None:
    """The words after "By" in a line that names its writers, None for any other line."""
    for segment in SEGMENT.split(line):
        match = BYLINE.match(segment)
        if match and len(segment) <= LONGEST_BYLINE and _names_writers(match.group(1), segment):
            return WHITE.sub(" ", match.group(1)).strip(" ,;|-")
    return None


def _names_writers(names: str, segment: str) -> bool:
    return bool(NAME_START.match(names)) and not is_sentence(segment) and not names[-1].isdigit()


def is_furniture(line: str) -> bool:
    """True for share bars, prompts, contact lines: words that are about the page."""
    if len(line) > 400:
        return False
    folded = fold(line)
    if not folded or folded in load_words("furniture", "whole_lines"):
        return True
    return (
        folded.startswith(_starts())
        or (len(folded) < 200 and any(words in folded for words in _anywhere()))
        or bool(COUNTED.match(folded))
        or _all_words_are_furniture(folded)
    )


def opens_comments(line: str) -> bool:
    """True for a heading under which only readers' comments and forms stand."""
    return len(line) < 80 and fold(line).rstrip(" (0123456789)") in load_words(
        "furniture", "comment_headings"
    )


def opens_links(line: str) -> bool:
    """True for a heading under which links to other pages stand."""
    if len(line) >= 80:
        return False
    return fold(line) in load_words("furniture", "link_headings") or fold(line).startswith(_link_starts())


def looks_like_subheadline(line: str) -> bool:
    """True for a short line of some words that does not end as a sentence does."""
    if len(line) > LONGEST_SUBHEADLINE or len(line) < 4:
        return False
    return line.rstrip(CLOSERS)[-1:] not in ".…:;," and any(c.isalpha() for c in line)


def _all_words_are_furniture(folded: str) -> bool:
    words = re.findall(r"[^\W_]+", folded)
    return 1 < len(words) < 15 and load_words("furniture", "bar_words").issuperset(words)


@cache
def _starts() -> tuple[str, ...]:
    return tuple(load_table("furniture")["line_starts"])


@cache
def _link_starts() -> tuple[str, ...]:
    return tuple(load_table("furniture")["link_heading_starts"])


@cache
def _anywhere() -> tuple[str, ...]:
    return tuple(load_table("furniture")["anywhere"])
