"""What a line of a page is: a sentence, a caption, a byline, furniture."""

from __future__ import annotations

import re
from functools import cache

from slated.articles.date_lines import read_date_line
from slated.articles.words import load_table, load_words

CLOSERS = "\"'”’»)]"
TERMINALS = ".!?…:;。！？"
LONGEST_BYLINE = 120
LONGEST_CAPTION = 400
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
COMMENTS = re.compile(r"(?:\d{1,5} )?(?:readers' )?comments?(?: \(?\d{1,5}\)?)?$")
MENU_BREAK = re.compile(r"\t+|\s{2,}|\s[|•·›»]\s|\]\s?\[|\s[–—-]\s")
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
    if len(line) > LONGEST_CAPTION:
        return False
    if CAPTION_START.match(line):
        return True
    credit = CREDIT.search(line, max(0, len(line) - 70))
    if credit is None:
        return False
    words = re.split(r"[\s,.]+", credit.group(1).lower())
    return not load_words("furniture", "picture_credits").isdisjoint(words)


def read_byline(line: str) -> str | None:
    """The words after "By" in a line that names its writers, None for any other line."""
    for segment in SEGMENT.split(line[: 2 * LONGEST_BYLINE]):
        match = BYLINE.match(segment)
        if match is None or len(segment) > LONGEST_BYLINE:
            continue
        names = _before_date(match.group(1))
        if NAME_START.match(names) and not is_sentence(names):
            return names
    return None


def _before_date(names: str) -> str:
    """The names without a date that runs on from them: "Jane Doe, Oct. 8, 2018"."""
    words = re.split(r"\d", names, maxsplit=1)[0].split()
    while words and len(words) < len(names.split()) and words[-1].lower().strip(".,:") in _date_words():
        words.pop()
    return " ".join(words).strip(" ,;|-–—")


def is_menu(line: str) -> bool:
    """True for a line of three or more short parts, as they stand in menus; ``line`` as it came."""
    if len(line) > 400 or read_date_line(line):
        return False
    parts = [part for part in MENU_BREAK.split(line.strip()) if part.strip()]
    if len(parts) < 3 or any(read_byline(part) for part in parts):
        return False
    return all(part.count(" ") < 4 and len(part) < 40 for part in parts) and not is_sentence(line)


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
    if len(line) >= 80:
        return False
    folded = fold(line)
    return folded in load_words("furniture", "comment_headings") or bool(COMMENTS.match(folded))


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
def _date_words() -> frozenset[str]:
    dates = load_table("dates")
    months = (word for words in dates["months"] for word in words)
    return frozenset((*dates["posted"], *dates["modified"], *dates["beside_dates"], *months))


@cache
def _starts() -> tuple[str, ...]:
    return tuple(load_table("furniture")["line_starts"])


@cache
def _link_starts() -> tuple[str, ...]:
    return tuple(load_table("furniture")["link_heading_starts"])


@cache
def _anywhere() -> tuple[str, ...]:
    return tuple(load_table("furniture")["anywhere"])
