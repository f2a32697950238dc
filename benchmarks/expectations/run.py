"""Expectations in exhaustively labelled articles: read them, and score what was found.

    python -m benchmarks.expectations.run [--errors]

Reads ``../shared/gold/expectations`` with the whole product, on one core, and prints the line of
``../shared/score/expectation.py``: precision, recall and F1 of detection, then the slots of what was
found. ``--errors`` lists what was missed and what was made up. A second line tells the recall of the
gate before the judge: the strong expectations whose word stands in a sentence in which the rules find
candidates (every sentence is parsed); and of those, in how many the encoder is asked, the judge's own gate.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from slated.document_stage import ReadArticle, read_capture
from slated.model import Capture, EventMention, Span
from slated.model.spans import TextPart
from slated.reading.mentions.candidates import candidates_of
from slated.reading.mentions.features import features_of
from slated.reading.mentions.judge import leanings_of
from slated.reading.mentions.select import worth_asking
from slated.reading.parse import parse_sentences
from slated.reading.sentences import split_sentences

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


def passed(read: ReadArticle) -> tuple[list[Span], list[Span]]:
    """The sentences of an article that hold a candidate, and those that the encoder is asked about."""
    plain = split_sentences(read.article)
    groups = candidates_of(parse_sentences(plain, [True] * len(plain)), read.reading.phrases)
    today = read.article.creation_time.day
    looks = [(c.trigger, features_of(c, g.phrases, today)) for g in groups for c in g.candidates]
    asked = {i for rows in worth_asking(groups, leanings_of(looks)) for i in rows} if looks else set()
    held: list[Span] = []
    worth: list[Span] = []
    start = 0
    for group in groups:
        rows = range(start, start + len(group.candidates))
        start = rows.stop
        held += [group.sentence.span] if rows else []
        worth += [group.sentence.span] if asked.intersection(rows) else []
    return held, worth


def labelled(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Of each strong expectation its article, the words that show it, and the word that names it."""
    for line in (folder / "labels.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["strength"] == "strong":
            yield row["article"], row["evidence"], row["trigger"]


def gates(reads: Sequence[ReadArticle]) -> str:
    """How many of the strong expectations pass the gates."""
    by_id = {read.article.source_id: read for read in reads}
    open_to = {name: passed(read) for name, read in by_id.items()}
    told = [0, 0]
    labels = list(labelled(GOLD))
    for name, evidence, trigger in labels:
        article = by_id[name].article
        place = _place(article.text, evidence, trigger, "text") or _place(
            article.title or "", evidence, trigger, "title"
        )
        for k, spans in enumerate(open_to[name]):
            told[k] += place is not None and any(span.covers(place) for span in spans)
    held, worth = (f"{n} of {len(labels)} = {n / len(labels):.3f}" for n in told)
    return f"gate: of the strong expectations {held} among candidates, {worth} where the encoder is asked"


def _place(text: str, evidence: str, trigger: str, part: TextPart) -> Span | None:
    """Where the trigger stands in the evidence; the labels have one blank for each run of them."""
    shown = re.search(r"\s+".join(map(re.escape, evidence.split())), text)
    named = re.search(r"\s+".join(map(re.escape, trigger.split())), shown.group()) if shown else None
    if shown is None or named is None:
        return None
    start, end = shown.start() + named.start(), shown.start() + named.end()
    return Span(start, end, text[start:end], part)


def main(arguments: list[str]) -> None:
    """Print the scorer's lines, then that of the gates."""
    reads = [read_capture(capture) for capture in captures(GOLD)]
    with tempfile.TemporaryDirectory() as scratch:
        found = Path(scratch) / "found.jsonl"
        lines = [json.dumps(record_of(read)) for read in reads]
        found.write_text("\n".join(lines) + "\n", "utf-8")
        asked = [sys.executable, str(SHARED / "score/expectation.py"), "score", str(GOLD), str(found)]
        scored = subprocess.run([*asked, *arguments], check=True, capture_output=True, text=True)
    print(scored.stdout, end="")
    print(gates(reads))


if __name__ == "__main__":
    main(sys.argv[1:])
