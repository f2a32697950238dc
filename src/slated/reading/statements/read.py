"""From parsed sentences to attributions."""

from __future__ import annotations

from collections.abc import Sequence

from slated.model import Article, Statement
from slated.reading.parse import ParsedSentence


def read_statements(article: Article, sentences: Sequence[ParsedSentence]) -> tuple[Statement, ...]:
    """Every attribution of the sentences, in text order (title first)."""
    del article, sentences
    return ()
