"""Windows of the labelled stories: the words of each label, resolved where they stand.

    python -m benchmarks.time.stated [--fast | --parsed] [--errors] [STORY ...]

For every label of ``../shared/gold`` that quotes when (``when_text``) and gives a window, finds the
words in the article beside the label's evidence, takes the phrase that overlaps them most, and
compares windows: exact, and overlapping. Labels whose words fix no day are counted on their own.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from typing import Any

from benchmarks.time.te3 import SHARED, mode_of, times_of
from slated.model import TimePhrase, Window

STORIES = ("nk1", "mueller", "expectations")


def phrases_of(article: dict[str, Any], mode: str) -> tuple[TimePhrase, ...]:
    """The phrases read in an article, in the given mode (see ``te3``)."""
    day = dt.date.fromisoformat(article["published"][:10])
    return times_of(article["text"], article["title"], day, mode).phrases


def stated_at(article: dict[str, Any], evidence: str, words: str) -> tuple[str, int]:
    """The part and place where the words stand, nearest to the evidence; -1 where they do not."""
    for part in ("text", "title"):
        near = max(article[part].find(evidence[:40]), 0)
        at = article[part].find(words, near)
        at = at if at >= 0 else article[part].find(words)
        if at >= 0:
            return part, at
    return "text", -1


def _best(phrases: tuple[TimePhrase, ...], part: str, start: int, end: int) -> TimePhrase | None:
    def shared(p: TimePhrase) -> int:
        return min(end, p.span.end) - max(start, p.span.start) if p.span.part == part else 0

    best = max(phrases, key=shared, default=None)
    return best if best and shared(best) > 0 else None


def main(arguments: list[str]) -> None:
    """Print the share exact and overlapping, by story."""
    for story in [a for a in arguments if not a.startswith("--")] or STORIES:
        folder = SHARED / "gold" / story
        read: dict[str, tuple[TimePhrase, ...]] = {}
        articles = {
            a["id"]: a for a in map(json.loads, (folder / "articles.jsonl").read_text("utf-8").splitlines())
        }
        tally = {"labels": 0, "exact": 0, "meets": 0, "open": 0, "open_right": 0}
        for label in map(json.loads, (folder / "labels.jsonl").read_text("utf-8").splitlines()):
            article = articles[label["article"]]
            if not label.get("when_text"):
                continue
            if label["article"] not in read:
                read[label["article"]] = phrases_of(article, mode_of(arguments))
            _compare(label, article, read[label["article"]], tally, "--errors" in arguments)
        print(story, tally, "exact %.3f" % (tally["exact"] / max(tally["labels"], 1)))


def _compare(
    label: dict[str, Any],
    article: dict[str, Any],
    phrases: tuple[TimePhrase, ...],
    tally: dict[str, int],
    show: bool,
) -> None:
    part, at = stated_at(article, label["evidence"], label["when_text"])
    phrase = _best(phrases, part, at, at + len(label["when_text"])) if at >= 0 else None
    mine = phrase.when.window if phrase else None
    days = [dt.date.fromisoformat(d) if d else None for d in (label["earliest"], label["latest"])]
    if days == [None, None]:
        tally["open"] += 1
        tally["open_right"] += mine is None
        return
    gold = Window(days[0], days[1])
    tally["labels"] += 1
    tally["exact"] += mine == gold
    tally["meets"] += mine is not None and mine.meets(gold)
    if show and mine != gold:
        context = " ".join(article[part][max(0, at - 60) : at + 60].split())
        print(f"  {article['published'][:10]} {label['when_text']!r} gold {gold} found {mine} | {context}")


if __name__ == "__main__":
    main(sys.argv[1:])
