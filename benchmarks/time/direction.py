"""Which way bare weekdays and month-days point: the share resolved to the right side.

    python -m benchmarks.time.direction [--fast | --parsed] [--errors]

Takes every weekday and every month-day without a year that TimeBank and AQUAINT (``../shared/bench/
te3``) resolve to a day, and every one in the articles of the labelled stories (``../shared/gold``), whose
days stand in ``direction.tsv``: they were read one by one in their sentences. Left out there are names
("Fox News Sunday"), links to other stories, and articles that bear a wrong date. Compared are sides:
before, on, or after the creation time. Reads through the product, ``--fast`` through ``read_times``.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.time.te3 import SHARED, mode_of, scorer, timexes_of

_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?"
_BARE = re.compile(
    rf"(?:on )?(?:{_WEEKDAY}(?: (?:morning|night|evening|afternoon))?|{_MONTH} \d{{1,2}}(?:th|st)?)", re.I
)
LABELS = Path(__file__).with_name("direction.tsv")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")

Case = tuple[str, str, str, int, str]  # set, text, creation day, offset, gold day


def cases() -> Iterator[Case]:
    """Every mention with the day that its set gives it."""
    te3 = scorer()
    for name in ("TimeBank", "AQUAINT"):
        for _, created, text, gold in te3.load(SHARED / "bench" / "te3" / name):
            for start, end, _, value in gold:
                if _BARE.fullmatch(" ".join(text[start:end].split())) and _DAY.match(value):
                    yield name, text, created[:10], start, value[:10]
    yield from _labelled()


def _labelled() -> Iterator[Case]:
    articles: dict[str, dict[str, Any]] = {}
    for line in LABELS.read_text("utf-8").splitlines()[1:]:
        story, article, start, words, day = line.split("\t")
        if story not in articles:
            lines = (SHARED / "gold" / story / "articles.jsonl").read_text("utf-8").splitlines()
            articles[story] = {a["id"]: a for a in map(json.loads, lines)}
        found = articles[story][article]
        assert found["text"][int(start) :].startswith(words), line
        yield story, found["text"], found["published"][:10], int(start), day


def main(arguments: list[str]) -> None:
    """Print the share right, by set and side."""
    right: Counter[tuple[str, int]] = Counter()
    whole: Counter[tuple[str, int]] = Counter()
    found: dict[str, dict[int, str]] = {}
    for name, text, created, at, gold in cases():
        if text not in found:
            read = timexes_of(text, created, mode_of(arguments))
            found[text] = {i: t.value[:10] for t in read for i in range(t.span.start, t.span.end)}
        side, mine = _side(gold, created), found[text].get(at, "")
        whole[name, side] += 1
        good = bool(_DAY.fullmatch(mine)) and _side(mine, created) == side
        right[name, side] += good
        if not good and "--errors" in arguments:
            print(
                name,
                created,
                repr(" ".join(text[max(0, at - 100) : at + 40].split())),
                "gold",
                gold,
                "found",
                mine,
            )
    for name, side in sorted(whole):
        print(
            f"{name:14} {('before', 'on', 'after')[side + 1]:7} {right[name, side]:4} of {whole[name, side]}"
        )
    share = sum(right.values()) / sum(whole.values())
    print(f"right side: {sum(right.values())} of {sum(whole.values())} = {share:.3f}")


def _side(day: str, created: str) -> int:
    a, b = dt.date.fromisoformat(day), dt.date.fromisoformat(created)
    return (a > b) - (a < b)


if __name__ == "__main__":
    main(sys.argv[1:])
