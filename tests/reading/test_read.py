from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from slated.reading import read_article
from tests.reading.pages import article_of


@pytest.fixture
def collecting() -> Iterator[None]:
    yield
    gc.enable()


@pytest.mark.usefixtures("collecting")
def test_the_garbage_collector_is_left_as_it_was_found() -> None:
    article = article_of("The port will reopen on Friday.")
    for before in (True, False):
        (gc.enable if before else gc.disable)()
        read_article(article)
        assert gc.isenabled() is before


@pytest.mark.usefixtures("collecting")
def test_an_article_once_read_leaves_no_circles_behind() -> None:
    article = article_of("The port will reopen on Friday. A vote on the harbour bill is expected in May.")
    read_article(article)
    gc.collect()
    gc.disable()
    read_article(article)
    assert gc.collect() < 50
