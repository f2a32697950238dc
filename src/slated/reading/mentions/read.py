"""From parsed sentences, times, actors and statements to event mentions."""

from __future__ import annotations

from collections.abc import Sequence

from slated.model import Actor, Article, EventMention, Statement
from slated.reading.parse import ParsedSentence
from slated.reading.timex import Times


def read_mentions(
    article: Article,
    sentences: Sequence[ParsedSentence],
    times: Times,
    actors: Sequence[Actor],
    statements: Sequence[Statement],
) -> tuple[EventMention, ...]:
    """Every event mention of the article, in text order (title first)."""
    del article, sentences, times, actors, statements
    return ()
