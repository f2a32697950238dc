"""The tense and sense of the clause that governs a place in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from slated.model.spans import TextPart
from slated.reading.parse import ParsedSentence
from slated.reading.timex import TenseAt


def tense_finder(sentences: Sequence[ParsedSentence], part: TextPart) -> TenseAt:
    """A ``TenseAt`` over the parsed sentences of one text part."""
    del sentences, part
    return lambda start, end: None
