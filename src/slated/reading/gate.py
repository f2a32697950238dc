"""The gate: which sentences are worth a parse, told by a regular expression alone."""

from __future__ import annotations

from slated.reading.sentences import Sentence


def worth_parsing(sentence: Sentence) -> bool:
    """True where the sentence may hold an event, a time or an attribution."""
    return len(sentence.span.text) > 3
