"""Captures -> articles -> readings, one document at a time: pure and picklable."""

from __future__ import annotations

from dataclasses import dataclass, replace

from slated.articles import make_article
from slated.model import Article, Capture, Reading
from slated.reading import infer_creation_time, read_article


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article and all that was found in it."""

    article: Article
    reading: Reading


def read_capture(capture: Capture) -> ReadArticle:
    """Make the article of a capture and read it; raises ``BadDocument`` where it holds no text."""
    article = make_article(capture)
    if article.creation_time.day is None:
        article = replace(article, creation_time=infer_creation_time(article))
    return ReadArticle(article, read_article(article))
