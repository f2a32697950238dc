from __future__ import annotations

import pytest

from slated.articles.opinion import says_opinion


@pytest.mark.parametrize(
    ("url", "title", "labels"),
    [
        ("https://a.example/opinion/talks", "Talks", ()),
        ("https://a.example/commentisfree/2019/jan/11/talks", "Talks", ()),
        (None, "Opinion: the talks must go on", ()),
        (None, "[Editorial] The talks must go on", ()),
        (None, "OPINION | The talks must go on", ()),
        (None, "Talks", ("Opinion",)),
        (None, "Talks", ("CNN - Editorial",)),
    ],
)
def test_pages_that_say_so(url: str | None, title: str, labels: tuple[str, ...]) -> None:
    assert says_opinion(url, title, labels)


@pytest.mark.parametrize(
    ("url", "title", "labels"),
    [
        ("https://a.example/world/opinion-polls-close", "Opinion polls close: what we know", ("World",)),
        (None, "Court's opinion expected in May", ("The Ford",)),
        ("http://[bad", None, ()),
        (None, None, ()),
    ],
)
def test_pages_that_do_not(url: str | None, title: str | None, labels: tuple[str, ...]) -> None:
    assert not says_opinion(url, title, labels)
