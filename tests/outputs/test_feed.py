"""The feed, read back."""

from __future__ import annotations

import datetime as dt

import feedparser

from slated.model import Change
from slated.outputs.feed import feed

MOVED = Change(
    dt.date(2023, 3, 1), "moved", "second-round-1f2e", "second <b>round</b> & more\x0b", "2023-04-20..2023-04-21",
    "2023-06-12..2023-06-12", "later", 53, ("a diplomat",),
)  # fmt: skip
NEW = Change(dt.date(2023, 1, 2), "new", "second-round-1f2e", "second round", None, "2023-04-20..2023-04-21")


def test_a_feed_tells_the_changes_newest_first() -> None:
    read = feedparser.parse(feed([NEW, MOVED], "slated", "http://localhost/feed.atom", "http://localhost"))
    assert not read.bozo
    assert read.version == "atom10"
    first, second = read.entries
    assert (first.link, first.updated) == (
        "http://localhost/events/second-round-1f2e",
        "2023-03-01T00:00:00Z",
    )
    assert first.title.startswith("moved: second ")
    assert first.summary == "20–21 Apr 2023 → 12 Jun 2023, later by 53 days (a diplomat)"
    assert second.summary == "20–21 Apr 2023"
    assert first.id != second.id
    assert read.feed.updated == "2023-03-01T00:00:00Z"


def test_an_empty_feed_is_one_too() -> None:
    read = feedparser.parse(feed([], "slated", "http://localhost/feed.atom", "http://localhost"))
    assert not read.bozo
    assert read.entries == []


def test_the_same_changes_give_the_same_feed() -> None:
    assert feed([NEW, MOVED], "a", "b", "c") == feed([MOVED, NEW], "a", "b", "c")
