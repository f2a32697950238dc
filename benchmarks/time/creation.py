"""Creation times inferred from texts whose day is known: how many intervals hold it, and how wide they are.

    python -m benchmarks.time.creation [--errors]

Takes the articles of TimeBank, AQUAINT (``../shared/bench/te3``) and the labelled stories
(``../shared/gold``) without their dates, infers each day from the text's own anchors
(``infer_creation_time``), and compares with the date. Days before 1980 are not looked for.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Iterator
from statistics import median

from benchmarks.time.te3 import SHARED, scorer
from slated.model import Article, Block, CreationTime
from slated.reading.timex import infer_creation_time

UNKNOWN = CreationTime(None, None, "unknown", "")
_NEAR = 10  # days: an interval that misses by no more is nearly right


def pages() -> Iterator[tuple[str, str, str, dt.date]]:
    """Set, title, text and true day of every page."""
    te3 = scorer()
    for name in ("TimeBank", "AQUAINT"):
        for _, created, text, _ in te3.load(SHARED / "bench" / "te3" / name):
            yield name, "", text, dt.date.fromisoformat(created[:10])
    for story in ("nk1", "mueller", "expectations"):
        lines = (SHARED / "gold" / story / "articles.jsonl").read_text("utf-8").splitlines()
        for article in map(json.loads, lines):
            yield story, article["title"], article["text"], dt.date.fromisoformat(article["published"][:10])


def _without_date(title: str, text: str) -> Article:
    blocks = (Block(0, len(text), "paragraph"),)
    return Article("d", "d", None, None, title or None, None, "en", text, UNKNOWN, blocks)


def main(arguments: list[str]) -> None:
    """Print a row for each set."""
    rows: dict[str, list[tuple[int | None, int]]] = {}
    for name, title, text, day in pages():
        when = infer_creation_time(_without_date(title, text))
        first, last = when.earliest, when.latest
        if first is None or last is None:
            rows.setdefault(name, []).append((None, 0))
            continue
        miss = max((first - day).days, (day - last).days, 0)
        rows.setdefault(name, []).append((miss, (last - first).days + 1))
        if miss and "--errors" in arguments:
            print(name, day, "inferred", first, last, "|", when.evidence, "|", title or text[:60])
    for name, found in rows.items():
        told = [(miss, width) for miss, width in found if miss is not None]
        width = median(w for _, w in told) if told else 0
        held = sum(miss == 0 for miss, _ in told)
        near = sum(miss <= _NEAR for miss, _ in told)
        print(
            f"{name:14} {len(found):4} pages, {len(told):4} told; day held {held}, "
            f"within {_NEAR} days {near}; median width {width:.0f} days"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
