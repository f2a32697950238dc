"""Capture -> Article: clean text, title, outlet, byline, language, creation time."""

from slated.articles.make import make_article

__all__ = ["make_article"]
