"""Short articles for the reading's tests."""

from __future__ import annotations

import datetime as dt

from slated.articles import make_article
from slated.model import Article, Capture, EventMention, Reading
from slated.reading import read_article
from slated.reading.parse import ParsedSentence, parse_sentences
from slated.reading.sentences import split_sentences
from slated.reading.tokens import Token

DAY = dt.date(2021, 3, 10)  # a Wednesday


def article_of(text: str, title: str | None = None, day: dt.date = DAY) -> Article:
    return make_article(Capture("here", "page", "text", text, title=title, published=day, language="en"))


def parsed(text: str, title: str | None = None) -> tuple[ParsedSentence, ...]:
    sentences = split_sentences(article_of(text, title))
    return parse_sentences(sentences, [True] * len(sentences))


def reading_of(text: str, title: str | None = None, day: dt.date = DAY) -> Reading:
    return read_article(article_of(text, title, day))


def word_of(text: str, sought: str) -> Token:
    """The first token of the first sentence that is ``sought``."""
    doc = parsed(text)[0].doc
    assert doc is not None
    return next(t for t in doc if t.text == sought)


def mention_of(word: str, text: str, title: str | None = None) -> EventMention:
    """The first mention whose trigger is ``word``."""
    found = [m for m in reading_of(text, title).mentions if m.trigger.text == word]
    assert found, f"no mention of {word!r} in {text!r}"
    return found[0]
