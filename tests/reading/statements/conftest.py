from __future__ import annotations

from collections.abc import Callable

import pytest

from slated.model import Article, Block, CreationTime, Statement
from slated.reading.parse import ParsedSentence, parse_sentences
from slated.reading.sentences import split_sentences
from slated.reading.statements import read_statements
from slated.reading.statements.tree import Tree, tree_of


def make_article(text: str, title: str | None = None) -> Article:
    blocks, start = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(start, start + len(paragraph), "paragraph"))
        start += len(paragraph) + 2
    kept = tuple(b for b in blocks if b.end > b.start)
    return Article(
        "d", "s", None, None, title, None, "en", text, CreationTime(None, None, "unknown", ""), kept
    )


def parse(article: Article) -> tuple[ParsedSentence, ...]:
    plain = split_sentences(article)
    return parse_sentences(plain, [True] * len(plain))


@pytest.fixture(scope="session")
def read() -> Callable[..., tuple[Statement, ...]]:
    """Statements of a text, whose paragraphs stand a blank line apart."""

    def reader(text: str, title: str | None = None) -> tuple[Statement, ...]:
        article = make_article(text, title)
        return read_statements(article, parse(article))

    return reader


@pytest.fixture(scope="session")
def tree() -> Callable[[str], Tree]:
    """The tree of a text's first sentence."""

    def maker(text: str) -> Tree:
        made = tree_of(parse(make_article(text))[0])
        assert made is not None
        return made

    return maker
