"""Article -> Reading: the steps in their order."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from slated.model import Article, Reading
from slated.reading.actors import read_actors
from slated.reading.mentions import read_mentions
from slated.reading.parse import ParsedSentence, parse_sentences
from slated.reading.sentences import split_sentences
from slated.reading.statements import read_statements
from slated.reading.tense import tense_finder
from slated.reading.timex import Times, read_times


def read_article(article: Article) -> Reading:
    """Everything found in one article; pure, and the same for the same article."""
    with _nothing_collected():
        plain = split_sentences(article)
        sentences = parse_sentences(plain, [True] * len(plain))
        reading = _reading_of(article, sentences)
        for sentence in sentences:
            if sentence.doc is not None:
                sentence.doc.untie()
    _keep_what_is_loaded()
    return reading


def _reading_of(article: Article, sentences: tuple[ParsedSentence, ...]) -> Reading:
    when = article.creation_time
    title = read_times(article.title or "", when, tense_finder(sentences, "title"), "title")
    body = read_times(article.text, when, tense_finder(sentences, "text"))
    times = _joined(title, body)
    actors = read_actors(sentences)
    statements = read_statements(article, sentences)
    mentions = read_mentions(article, sentences, times, actors, statements)
    return Reading(article.document_id, times.timexes, times.phrases, actors, statements, mentions)


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """No garbage collection meanwhile: it would walk, again and again, what is in use until the end."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@cache
def _keep_what_is_loaded() -> None:
    """After the first article: models and word lists stay, so the garbage collector need not walk them.

    It would do so every few dozen articles, for a tenth of the time that it takes to read them.
    """
    gc.collect(1)
    gc.freeze()


def _joined(title: Times, body: Times) -> Times:
    shift = len(title.timexes)
    moved = tuple(type(p)(p.span, p.when, tuple(i + shift for i in p.timexes)) for p in body.phrases)
    return Times(title.timexes + body.timexes, title.phrases + moved)
