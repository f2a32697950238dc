"""The creation time of a text that bears no date, from the text's own anchors."""

from __future__ import annotations

from slated.model import Article, CreationTime


def infer_creation_time(article: Article) -> CreationTime:
    """The interval from which a text without a date may speak, by its own anchors."""
    return article.creation_time
