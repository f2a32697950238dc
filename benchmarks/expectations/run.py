"""Expectations in exhaustively labelled articles: read them, and score what was found.

    python -m benchmarks.expectations.run [--errors]

Reads ``../shared/gold/expectations`` with the whole product, on one core, and prints the line of
``../shared/score/expectation.py``: precision, recall and F1 of detection, then the slots of what was
found. ``--errors`` lists what was missed and what was made up.
"""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from slated.document_stage import ReadArticle, read_capture
from slated.model import Capture, EventMention

SHARED = Path(__file__).resolve().parents[3] / "shared"
GOLD = SHARED / "gold" / "expectations"


def captures(folder: Path) -> Iterator[Capture]:
    """The articles of a labelled folder as captures, by their own day of publication."""
    for line in (folder / "articles.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        published = row.get("published")
        yield Capture(
            row["id"],
            row["id"],
            "text",
            row["text"],
            url=row.get("url"),
            title=row.get("title"),
            published=dt.date.fromisoformat(published[:10]) if published else None,
            outlet=row.get("outlet"),
            language="en",
        )


def record_of(read: ReadArticle) -> dict[str, Any]:
    """What the scorer reads of an article: the mentions that ``slated extract`` lists, no doubtful ones."""
    told = [m for m in read.reading.mentions if not m.doubtful]
    return {"source_id": read.article.source_id, "mentions": [_mention(m) for m in told]}


def _mention(mention: EventMention) -> dict[str, Any]:
    stated = mention.window
    days = stated.window if stated is not None else None
    return {
        "in": mention.trigger.part,
        "trigger": {"start": mention.trigger.start, "end": mention.trigger.end},
        "status": mention.status,
        "window": None
        if stated is None
        else {
            "earliest": str(days.earliest) if days and days.earliest else None,
            "latest": str(days.latest) if days and days.latest else None,
            "text": stated.text,
        },
        "places": [{"name": p.name, "standing": p.standing} for p in mention.places],
        "sources": [{"name": s.name} for s in mention.sources],
    }


def main(arguments: list[str]) -> None:
    """Print the scorer's lines."""
    with tempfile.TemporaryDirectory() as scratch:
        found = Path(scratch) / "found.jsonl"
        lines = [json.dumps(record_of(read_capture(capture))) for capture in captures(GOLD)]
        found.write_text("\n".join(lines) + "\n", "utf-8")
        asked = [sys.executable, str(SHARED / "score/expectation.py"), "score", str(GOLD), str(found)]
        scored = subprocess.run([*asked, *arguments], check=True, capture_output=True, text=True)
    print(scored.stdout, end="")


if __name__ == "__main__":
    main(sys.argv[1:])
