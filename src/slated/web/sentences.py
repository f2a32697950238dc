"""The sentence of a text that best answers a question."""

from __future__ import annotations

import re
from dataclasses import dataclass

from slated.ledger.filters import folded

_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*[\"”’)]*")
_LONGEST = 400
_STEM = 5  # letters by which a word's other forms are known
_LOOKED_AT = 60_000  # characters of a text


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in pieces, each with whether it is a word that was asked for; ``start`` in the text."""

    pieces: tuple[tuple[str, bool], ...]
    start: int
    end: int


def sentence_with(text: str, question: str) -> Sentence:
    """The first sentence that holds most of the question's words."""
    stems = {folded(word)[:_STEM] for word in _WORD.findall(question)}
    found = list(_SENTENCE.finditer(text[:_LOOKED_AT]))
    best = max(found, key=lambda m: len(_held(m.group(), stems)), default=None)
    start, words = (best.start(), best.group()) if best else (0, text[:_LONGEST])
    lead = len(words) - len(words.lstrip())
    start, words = start + lead, words.strip()[:_LONGEST]
    return Sentence(tuple(_cut(words, stems)), start, start + len(words))


def _held(words: str, stems: set[str]) -> set[str]:
    return {stem for word in _WORD.findall(words) if (stem := folded(word)[:_STEM]) in stems}


def _cut(words: str, stems: set[str]) -> list[tuple[str, bool]]:
    pieces = []
    last = 0
    for match in _WORD.finditer(words):
        if folded(match.group())[:_STEM] in stems:
            pieces += [(words[last : match.start()], False), (match.group(), True)]
            last = match.end()
    return [*pieces, (words[last:], False)]
