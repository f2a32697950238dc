"""The published phrase suite: every phrase in ``phrases.jsonl`` resolves to its window."""

from __future__ import annotations

import datetime as dt
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from slated.model import Article, Block, CreationTime, TimePhrase, Window
from slated.reading.parse import parse_sentences
from slated.reading.sentences import split_sentences
from slated.reading.tense import tense_finder
from slated.reading.timex import Times, read_times

SUITE = [
    json.loads(line) for line in Path(__file__).with_name("phrases.jsonl").read_text("utf-8").splitlines()
]


@cache
def _read(sentence: str, created: str) -> Times:
    day = dt.date.fromisoformat(created)
    known = CreationTime(day, day, "given", created)
    blocks = (Block(0, len(sentence), "paragraph"),)
    article = Article("d", "d", None, None, None, None, "en", sentence, known, blocks)
    plain = split_sentences(article)
    return read_times(sentence, known, tense_finder(parse_sentences(plain, [True] * len(plain)), "text"))


def _stated(times: Times, sentence: str, words: str) -> TimePhrase | None:
    start = sentence.index(words)
    end = start + len(words)
    over = [p for p in times.phrases if p.span.start < end and start < p.span.end]
    return max(over, key=lambda p: min(end, p.span.end) - max(start, p.span.start), default=None)


def _window(days: list[str | None] | None) -> Window | None:
    if days is None:
        return None
    first, last = (dt.date.fromisoformat(d) if d else None for d in days)
    return Window(first, last)


def test_the_suite_is_broad() -> None:
    assert len(SUITE) >= 250
    assert len({(c["created"], c["sentence"]) for c in SUITE}) == len(SUITE)
    assert len({c["theme"] for c in SUITE}) >= 12


@pytest.mark.parametrize("case", SUITE, ids=lambda case: f"{case['created']} {case['sentence']}")
def test_phrase(case: dict[str, Any]) -> None:
    times = _read(case["sentence"], case["created"])
    if case["phrase"] is None:
        assert [p for p in times.phrases if p.when.window] == []
        return
    phrase = _stated(times, case["sentence"], case["phrase"])
    assert (phrase.when.window if phrase else None) == _window(case["window"])
    assert list(phrase.when.alternatives if phrase else []) == [_window(w) for w in case["alternatives"]]
    if case["window"] is not None:
        assert phrase is not None
