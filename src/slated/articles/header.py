"""The head of a page that is already text: headline, date line, names, outlet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from slated.articles.date_lines import cue_of, date_clues, day_in, read_date_line
from slated.articles.draft import Clue, Piece
from slated.articles.lines import (
    fold,
    is_caption,
    is_furniture,
    is_sentence,
    looks_like_subheadline,
    opens_links,
    read_byline,
)
from slated.articles.outlets import outlet_of
from slated.articles.words import load_words

LONGEST_TITLE = 250
LINES_ABOVE = 3
CONFIDENCE_ABOVE = 0.6
CONFIDENCE_DATELINE = 0.8
STEM = 5
LONG_WORD = re.compile(r"[^\W\d_]{4,}")
NAME = re.compile(r"[A-ZÀ-Þ][\w'’.-]+(?: (?:[A-ZÀ-Þ][\w'’.-]*|de|van|der|von|bin|al|and)){1,5}$")
DATELINE = re.compile(r"\(?(?:[A-Z][\w.'’-]+[ ,/]{1,2}){1,5}(?=[A-Z\d])")
BREAK = re.compile(r" [|•·–—-] ")
COPYRIGHT = re.compile(
    r"(?:copyright|©|\(c\))[\s©:(c)]{0,6}(?:(?:19|20)\d\d\s?[-–,]?\s?){0,2}(?:by\s)?([A-Z][^.,|©\d]{2,50})",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"[\w.+-]{1,64}@([\w-]{1,64}(?:\.[\w-]{1,64}){1,4})")


@dataclass(frozen=True, slots=True)
class Header:
    """The lines above the headline and those between it and the running text."""

    title: str | None
    above: tuple[str, ...]
    below: tuple[str, ...]


def split_header(lines: Sequence[str], paragraphs: Sequence[str], given_title: str | None) -> Header:
    """Find the headline among the header's ``lines``; ``paragraphs`` are the text it heads."""
    at = _given_at(lines, given_title) if given_title else _title_at(lines, paragraphs)
    if at is None:
        return Header(given_title, (), tuple(lines))
    return Header(given_title or lines[at], tuple(lines[:at]), tuple(lines[at + 1 :]))


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


def dateline_clues(paragraph: str) -> tuple[Clue, ...]:
    """The day in a first paragraph's dateline, where it has a year: "LIMA, Oct. 8, 2018 (AP) - "."""
    place = DATELINE.match(paragraph)
    if place is None or not any(
        word.isupper() and len(word) > 2 for word in re.findall(r"\w+", place.group())
    ):
        return ()
    head = paragraph[: place.end() + 24]
    day = day_in(head)
    return (Clue(day, day, "visible", head.strip(), CONFIDENCE_DATELINE),) if day else ()


def header_pieces(lines: Sequence[str], title: str | None) -> list[Piece]:
    """Captions, sub-headlines and sentences of the header's lines; what is about the page goes."""
    pieces: list[Piece] = []
    folded_title = fold(title or "")
    for n, line in enumerate(lines):
        if is_furniture(line) or opens_links(line) or fold(line) == folded_title:
            continue
        if read_date_line(line) or cue_of(line) or _writer(lines, n):
            continue
        if is_caption(line):
            pieces.append(Piece(line, "caption"))
        elif is_sentence(line):
            pieces.append(Piece(line))
        elif looks_like_subheadline(line) and line.count(" ") >= 3:
            pieces.append(Piece(line, "subheadline"))
    return pieces


def find_byline(below: Sequence[str], after: Sequence[str]) -> str | None:
    """The writers named below the headline, else after the text."""
    names: Iterator[str | None] = (_writer(below, n) for n in range(len(below)))
    found = next((name for name in names if name), None)
    return found or next((name for line in after if (name := read_byline(line))), None)


def find_outlet(above: Sequence[str], furniture: Sequence[str]) -> str | None:
    """The outlet by the masthead above the headline, a copyright line, or an address to write to."""
    for line in above[:4]:
        name = BREAK.split(line)[0]
        words = name.lower().split()
        if (
            1 < len(words) <= 5
            and not load_words("outlets", "masthead").isdisjoint(words)
            and not is_sentence(name)
        ):
            return _from_capitals(name)
    for line in furniture:
        owner = COPYRIGHT.search(line)
        if owner and not is_sentence(owner.group(1)) and len(owner.group(1).split()) <= 5:
            name = re.split(r"\s(?:all|and|inc|do)\b", owner.group(1), maxsplit=1, flags=re.IGNORECASE)[
                0
            ].strip()
            if name:
                return _from_capitals(name)
    hosts = (host.group(1).lower() for line in furniture for host in ADDRESS.finditer(line))
    names = (outlet_of(f"https://{host}", only_known=True) for host in hosts)
    return next((name for name in names if name), None)


def _from_capitals(name: str) -> str:
    return name.title() if name.isupper() and len(name) > 5 else name


def _writer(lines: Sequence[str], n: int) -> str | None:
    """The writers that a line names: after "By", or bare names just above or below a date line."""
    name = read_byline(lines[n])
    if name or not NAME.match(lines[n]) or len(lines[n]) > 60:
        return name
    beside = [*lines[n + 1 : n + 2], *lines[max(0, n - 1) : n]]
    return lines[n] if any(read_date_line(line) for line in beside) else None


def _given_at(lines: Sequence[str], given: str) -> int | None:
    folded = fold(given)
    same = [
        n
        for n, line in enumerate(lines)
        if fold(line) == folded or (len(line) > 20 and folded.startswith(fold(line)))
    ]
    return same[-1] if same else None


def _title_at(lines: Sequence[str], paragraphs: Sequence[str]) -> int | None:
    """The last repetition of the line that most looks like the headline, the first among equals."""
    candidates = [n for n, line in enumerate(lines) if _could_be_title(line)]
    if not candidates:
        return None
    counts = Counter(lines[n] for n in candidates)
    stems = {word[:STEM] for word in LONG_WORD.findall(" ".join(paragraphs)[:8000].lower())}

    def score(n: int) -> tuple[int, int]:
        return _title_score(lines[n], counts, stems) + _heads_signs(lines, n), -n

    best = lines[max(candidates, key=score)]
    return max(n for n in candidates if lines[n] == best)


def _title_score(line: str, counts: Counter[str], stems: set[str]) -> int:
    own = LONG_WORD.findall(line.lower())
    comes_back = sum(word[:STEM] in stems for word in own) / len(own) if own else 0.0
    score = 2 * (counts[line] > 1) + (2 if comes_back >= 0.3 else 0) + (line.count(" ") >= 3)
    return score - (line.isupper() and line.count(" ") < 4) - 2 * bool(re.search(r" \| ", line))


def _heads_signs(lines: Sequence[str], n: int) -> bool:
    return any(read_date_line(line) or read_byline(line) for line in lines[n + 1 : n + 4])


def _could_be_title(line: str) -> bool:
    return (
        8 <= len(line) <= LONGEST_TITLE
        and " " in line
        and not is_furniture(line)
        and not opens_links(line)
        and not is_caption(line)
        and not read_date_line(line)
        and read_byline(line) is None
    )
