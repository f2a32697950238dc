"""Sentences of an article, by rules: fast, and the same on every machine.

A break stands after ``.``, ``!`` or ``?`` (with closing quotes or brackets) where what follows
can open a sentence and what precedes is no abbreviation, initial or number in a date. Blocks
always end sentences. The title is a sentence of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from slated.model import Article, Span
from slated.model.documents import BlockKind
from slated.reading.lexicon import classes_of_words, load_words

SentenceKind = Literal["title"] | BlockKind

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)|\n\s*\n")
_OPENS = re.compile(r"\s+[\"'“‘«(\[]*[A-Z0-9“‘\"'À-Þ@#$£€]")
_LAST_WORD = re.compile(r"([\w&.’'-]+)\.+[\"'”’»)\]]*$")
_INITIALS = re.compile(r"(?:[A-Za-z]\.)*[A-Z]")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_LISTED_DAY = re.compile(
    rf"[^.!?\n]{{0,50}}\b(?:{_MONTHS}) \d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})?,? 20\d\d|"
    rf"[^.!?\n]{{0,50}}\b\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})? (?:{_MONTHS}) 20\d\d"
)
_LONGEST_HEADING = 60
_ABBREVIATIONS = load_words("abbreviations")
_MAY_END = _ABBREVIATIONS["may_end_a_sentence"]
_NEVER_END = _ABBREVIATIONS["never_ends_a_sentence"]
_BEFORE_NUMBER = _ABBREVIATIONS["before_a_number"]
_OPENERS = _ABBREVIATIONS["sentence_openers"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and the kind of block that it stands in."""

    span: Span
    kind: SentenceKind


def split_sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of the title, then of each block, in order; none is empty."""
    found: list[Sentence] = []
    if article.title and article.title.strip():
        title = article.title
        found.append(Sentence(Span(0, len(title), title, "title"), "title"))
    for block in article.blocks:
        for start, end in _cuts(article.text[block.start : block.end]):
            a, b = block.start + start, block.start + end
            if found and _is_listing(found[-1].span, article.text[a:b]):
                # "Founders event", and on the next line "Oslo | May 3, 2024"
                a = found.pop().span.start
            found.append(Sentence(Span(a, b, article.text[a:b]), block.kind))
    return tuple(found)


def _is_listing(heading: Span, line: str) -> bool:
    """True for a heading that ends in the name of an event, over a line that ends in its day."""
    if heading.part == "title" or len(heading.text) > _LONGEST_HEADING or not _LISTED_DAY.fullmatch(line):
        return False
    return heading.text.split()[-1].lower() in classes_of_words("nouns")


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in [m.end() for m in _END.finditer(text) if _breaks(text, m)] + [len(text)]:
        piece = text[start:end]
        lead = len(piece) - len(piece.lstrip())
        if piece.strip():
            yield start + lead, start + len(piece.rstrip())
        start = end


def _breaks(text: str, mark: re.Match[str]) -> bool:
    if mark.group().startswith("\n"):
        return True
    after = _OPENS.match(text, mark.end())
    if mark.end() < len(text.rstrip()) and not after:
        return False
    if not mark.group().startswith(".") or mark.group().startswith(".."):
        return True
    # no word is longer than this window, so the cost of a break does not grow with the text
    word = _LAST_WORD.search(text, max(0, mark.start() - 40), mark.end())
    return word is None or _word_may_end(word.group(1), text[mark.end() : mark.end() + 40].lstrip())


def _word_may_end(word: str, following: str) -> bool:
    folded = word.lower().strip("'’-")
    next_word = re.match(r"[\"'“‘(\[]*([\w’']+)", following)
    opener = bool(next_word) and next_word is not None and next_word.group(1).lower() in _OPENERS
    if folded in _NEVER_END:
        return False
    if folded in _BEFORE_NUMBER:
        return not (next_word and next_word.group(1)[0].isdigit())
    if folded in _MAY_END or _INITIALS.fullmatch(word):
        return opener
    return True
