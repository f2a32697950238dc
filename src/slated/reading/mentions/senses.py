"""One sense a discourse: a word of two classes names events of one class all through an article.

After Gale, Church and Yarowsky, One Sense Per Discourse (1992).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from slated.model import Article, EventMention
from slated.reading.lexicon import load_table

_TWICE = 2


def in_one_sense(mentions: Sequence[EventMention], article: Article) -> list[EventMention]:
    """The mentions, those of a word that ``senses.toml`` lists in the class told anywhere in the article.

    It is told by another mention of the word, else by words of the whole article, named twice.
    """
    heads = {m.head for m in mentions}
    meant = {
        h: name
        for h, senses in _senses().items()
        if h in heads and (name := _meant(h, senses, mentions, article))
    }
    return [replace(m, event_class=meant[m.head]) if m.head in meant else m for m in mentions]


def _meant(
    head: str, senses: Mapping[str, Sequence[str]], mentions: Sequence[EventMention], article: Article
) -> str | None:
    told = {m.event_class for m in mentions if m.head == head}.intersection(senses)
    if told:
        return min(told)
    text = f"{article.title or ''}\n{article.text}".lower()
    return next((name for name, words in senses.items() if _is_named_twice(tuple(words), text)), None)


def _is_named_twice(words: tuple[str, ...], text: str) -> bool:
    return len(_any_of(words).findall(text)) >= _TWICE


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})s?\b")


@cache
def _senses() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """For each word the classes that hold all through an article, with the words that tell them."""
    table = load_table("senses")
    found = {
        h: {n: told["article"] for n, told in senses.items() if "article" in told}
        for h, senses in table.items()
    }
    return {head: senses for head, senses in found.items() if senses}
