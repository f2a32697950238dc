"""The made-up stories: labels that a scorer can trust."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from pathlib import Path
from typing import Any, get_args

import pytest

from benchmarks.tracking.pairs import Told, compared
from benchmarks.tracking.story import folder_of, made_stories
from slated.model.readings import Status

STORIES = made_stories()
STATUSES = {*get_args(Status), "mentioned"}


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("story", STORIES)
def test_labels_are_of_the_articles_words(story: str) -> None:
    articles = {
        a["id"]: " ".join(f"{a['title']} {a['text']}".split())
        for a in rows(folder_of(story) / "articles.jsonl")
    }
    events = json.loads((folder_of(story) / "events.json").read_text("utf-8"))
    labels = rows(folder_of(story) / "labels.jsonl")
    assert len(labels) == len({(label["article"], label["event"]) for label in labels})
    for label in labels:
        said = articles[label["article"]]
        assert label["event"] in events
        assert label["status"] in STATUSES
        assert " ".join(label["evidence"].split()) in said
        assert " ".join((label["when_text"] or "").split()) in said
        days = [dt.date.fromisoformat(day) for day in (label["earliest"], label["latest"]) if day]
        assert days == sorted(days)
    assert min(Counter(label["event"] for label in labels).values()) > 1


def test_pairs_are_right_apart_or_together() -> None:
    told = [
        Told("vote", "a", frozenset({"1"})),
        Told("vote", "b", frozenset({"1", "2"})),
        Told("vote", "c", frozenset({"3"})),
        Told("hearing", "c", frozenset({"2"})),
        Told("hearing", "d", frozenset()),
    ]
    assert compared(told) == Counter(right=1, apart=2, together=1)
