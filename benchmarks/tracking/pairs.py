"""Which reports of made-up stories are told to be of one event, two by two.

    python -m benchmarks.tracking.pairs [hard|plain|unread|NAME]...

Where all articles of a story speak of all its events, sharing articles tells little of which event is
which. So of each label the mentions within its evidence are looked up, and each two labels of two
articles: are they of one event by the label, and by the ledger (where they have a tracked event in
common)? Labels in whose evidence no event was found are left out, and counted.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from benchmarks.tracking.story import folder_of, made_stories, read_story
from slated.document_stage import ReadArticle
from slated.tracking import track


@dataclass(frozen=True, slots=True)
class Told:
    """A label's event and article, and the tracked events of the mentions in its evidence."""

    event: str
    article: str
    tracked: frozenset[str]


def told_in(story: str) -> list[Told]:
    """What is told of each label of a story."""
    read = read_story(story)
    events = track(read)
    home = {(r.document_id, m): e.event_id for e in events for r in e.reports for m in r.mentions}
    articles = {each.article.source_id: each for each in read}
    labels = map(json.loads, (folder_of(story) / "labels.jsonl").read_text("utf-8").splitlines())
    found: list[Told] = []
    for label in labels:
        each = articles[label["article"]]
        keys = ((each.article.document_id, i) for i in _mentions_in(each, label["evidence"]))
        found.append(Told(label["event"], label["article"], frozenset(home[k] for k in keys if k in home)))
    return found


def _mentions_in(each: ReadArticle, evidence: str) -> Iterator[int]:
    words = re.compile(r"\s+".join(map(re.escape, evidence.split())))
    for part, text in (("text", each.article.text), ("title", each.article.title or "")):
        said = words.search(text)
        for i, mention in enumerate(each.reading.mentions if said else ()):
            if said and mention.trigger.part == part and said.start() <= mention.trigger.start < said.end():
                yield i


def compared(told: list[Told]) -> Counter[str]:
    """How many pairs are told right, apart or together."""
    counts: Counter[str] = Counter()
    for one, other in combinations((t for t in told if t.tracked), 2):
        if one.article == other.article:
            continue
        together = not one.tracked.isdisjoint(other.tracked)
        if one.event == other.event:
            counts["right" if together else "apart"] += 1
        elif together:
            counts["together"] += 1
    return counts


def _row(counts: Counter[str]) -> str:
    right = counts["right"]
    precision = right / max(1, right + counts["together"])
    recall = right / max(1, right + counts["apart"])
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return f"pair_p {precision:.3f}  pair_r {recall:.3f}  pair_f1 {f1:.3f}"


def main(argv: list[str]) -> None:
    """Print a row a story and one for all pairs together."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("stories", nargs="*", default=["hard", "plain", "unread"])
    given = parser.parse_args(argv)
    for asked in given.stories:
        _print_pairs(asked, made_stories(asked) or [asked])


def _print_pairs(asked: str, stories: list[str]) -> None:
    total: Counter[str] = Counter()
    labels = silent = 0
    for story in stories:
        told = told_in(story)
        counts = compared(told)
        total += counts
        labels, silent = labels + len(told), silent + sum(not t.tracked for t in told)
        print(f"{story}: {_row(counts)}")
    print(f"all {asked}: {_row(total)}  ({silent} of {labels} labels without an event in their evidence)")


if __name__ == "__main__":
    main(sys.argv[1:])
