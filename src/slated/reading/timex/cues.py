"""The tense of a place told by the words before it, where there is no parse."""

from __future__ import annotations

import re
from typing import Literal

from slated.reading.lexicon import load_words

_CUES = load_words("time_tense")
_WORD = re.compile(r"[a-z’']+")
_REACH = 200  # characters before the place that are looked at


def tense_from_words(text: str, place: int) -> Literal["past", "future"] | None:
    """The tense of the cue nearest before ``place`` in the same sentence or so."""
    before = text[max(0, place - _REACH) : place].lower()
    sentence = re.split(r"[.!?][\"”’)]*\s", before)[-1]
    for word in reversed(_WORD.findall(sentence)):
        if word in _CUES["modal"] or word in _CUES["ahead_of_time"]:
            return "future"
        if word in _CUES["back"] or (word.endswith("ed") and len(word) > 4):
            return "past"
    return None
