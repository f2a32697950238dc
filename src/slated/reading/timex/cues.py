"""The tense of a place told by the words before it, where there is no parse."""

from __future__ import annotations

import re
from typing import Literal

from slated.reading.lexicon import load_words

_CUES = load_words("time_tense")
_WORD = re.compile(r"[a-z’']+")
_REACH = 200  # characters before the place that are looked at


def tense_from_words(text: str, start: int, end: int) -> Literal["past", "future"] | None:
    """The tense of the cue nearest before ``start`` in its sentence, else of the first after ``end``."""
    before = re.split(r"[.!?][\"”’)]*\s|\n", text[max(0, start - _REACH) : start].lower())[-1]
    after = re.split(r"[.!?][\"”’)]*(?:\s|$)|\n", text[end : end + _REACH].lower())[0]
    words = (*reversed(_WORD.findall(before)), *_WORD.findall(after))
    return next((tense for word in words if (tense := _tense_of(word))), None)


def _tense_of(word: str) -> Literal["past", "future"] | None:
    if word in _CUES["modal"] or word in _CUES["ahead_of_time"]:
        return "future"
    return "past" if word in _CUES["back"] or (word.endswith("ed") and len(word) > 4) else None
