"""A look at quality beyond the sets: mentions of unlabelled articles, judged one by one by hand.

    python -m benchmarks.expectations.hand            # counts the judgements beside this file
    python -m benchmarks.expectations.hand --draw     # draws mentions and prints them for judging

``--draw`` reads articles that no labels of the project name, in an order fixed by a seed: what
training/expectations leaves of Wikinews, TimeBank, and the training part of PolNeAR, all in
``../shared``. It takes what the product lists as looking ahead (not doubtful, not occurred), at most
two mentions an article. A later product draws others: the judgements are of the day they were made.

``judged.jsonl`` holds a line for each mention: article, part and offsets of the trigger, verdict
(right: a news diary could carry it; weak: ahead, but no diary matter; wrong), for a wrong one its
cause, and for a right one whether status, window, place and source are (null: not to be told, as a
window in an article without a day). "Over already" takes in what is under way or has come about.
"""

from __future__ import annotations

import collections
import dataclasses
import datetime as dt
import json
import math
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.time.te3 import scorer
from slated.document_stage import ReadArticle, read_capture
from slated.model import Capture, EventMention, StatedWindow

HERE = Path(__file__).parent
JUDGED = HERE / "judged.jsonl"
LABELLED = HERE.parents[1] / "training" / "expectations"
BENCH = HERE.parents[2] / "shared" / "bench"
SEED = 20
SHARES = {"wikinews": 28, "timebank": 86, "polnear": 86}  # 28 are all that Wikinews has left
AN_ARTICLE = 2  # mentions of one article at most, so that 200 tell of a hundred articles or more
AROUND = 200  # characters of the text shown on either side of the evidence

VERDICTS = ("right", "weak", "wrong")
SLOTS = ("status", "window", "place", "source")
CAUSES = (
    "over already",
    "general truth or habit",
    "not an event",
    "duplicate of the same event",
    "quote or opinion",
    "misparse",
    "condition or hypothetical",
    "background of another event",
    "other",
)


@dataclasses.dataclass(frozen=True)
class Drawn:
    """A mention as the product lists it, and the article it stands in."""

    read: ReadArticle
    mention: EventMention


def draw() -> Iterator[Drawn]:
    """The mentions to judge, of every pool in turn."""
    for pool, share in SHARES.items():
        chance = random.Random(f"{SEED} {pool}")
        captures = sorted(_pool(pool), key=lambda capture: capture.source_id)
        chance.shuffle(captures)
        taken: list[Drawn] = []
        for capture in captures:
            if len(taken) >= share:
                break
            taken += _some(read_capture(capture), chance)
        yield from taken[:share]


def _some(read: ReadArticle, chance: random.Random) -> list[Drawn]:
    ahead = [m for m in read.reading.mentions if not m.doubtful and m.status != "occurred"]
    picked = chance.sample(ahead, min(AN_ARTICLE, len(ahead)))
    return [Drawn(read, m) for m in sorted(picked, key=lambda m: (m.trigger.part, m.trigger.start))]


def _pool(name: str) -> Iterator[Capture]:
    if name == "wikinews":
        done = {i for f in LABELLED.glob("articles-*.txt") for i in f.read_text("utf-8").split()}
        for line in (BENCH / "wikinews" / "articles.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            if row["id"] not in done:
                yield _capture(f"wikinews:{row['id']}", row["text"], None)
    elif name == "timebank":
        for source, day, text, _ in scorer().load(BENCH / "te3" / "TimeBank"):
            yield _capture(f"timebank:{source.removesuffix('.tml')}", text, dt.date.fromisoformat(day[:10]))
    else:
        for path in (BENCH / "polnear" / "train" / "text").glob("*.txt"):
            day = dt.date.fromisoformat(path.stem.split("_")[1])
            yield _capture(f"polnear:{path.stem}", path.read_text("utf-8"), day)


def _capture(name: str, text: str, day: dt.date | None) -> Capture:
    return Capture(name, name, "text", text, published=day, language="en")


def show(number: int, drawn: Drawn) -> str:
    """A mention for the judge: where it stands, its words, and its cells."""
    article, mention = drawn.read.article, drawn.mention
    text = (article.title or "") if mention.trigger.part == "title" else article.text
    first, last = mention.evidence.start, mention.evidence.end
    at, end = mention.trigger.start, mention.trigger.end
    told = f"{text[first:at]}[[{text[at:end]}]]{text[end:last]}"
    before, after = text[max(0, first - AROUND) : first], text[last : last + AROUND]
    day = article.creation_time
    lines = [
        f"#{number} {article.source_id} {mention.trigger.part} {at}-{end}",
        f"  {day.day} ({day.method}) {article.title}",
        f"  ... {_line(before)} >>> {_line(told)} <<< {_line(after)}",
        f"  {mention.event_class} | {mention.status} | {_window(mention.window)}"
        f" | previous {_window(mention.previous)}",
        f"  with {[f'{p.name} ({p.role})' for p in mention.participants]}"
        f" at {[f'{p.name} ({p.standing})' for p in mention.places]}"
        f" says {[s.name for s in mention.sources]}",
    ]
    return "\n".join(lines)


def _window(stated: StatedWindow | None) -> str:
    if stated is None:
        return "-"
    days = stated.window
    return f"{stated.text!r} {days.earliest if days else None}..{days.latest if days else None}"


def _line(text: str) -> str:
    return " ".join(text.split())


def judgements() -> list[dict[str, Any]]:
    """The judgements, in the order of the draw."""
    return [json.loads(line) for line in JUDGED.read_text("utf-8").splitlines()]


def wilson(hits: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share after Wilson (1927), which holds for few and for lopsided counts."""
    z = 1.96
    share, low = hits / of, 1 + z * z / of
    middle = share + z * z / (2 * of)
    spread = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return (middle - spread) / low, (middle + spread) / low


def counts(judged: Sequence[dict[str, Any]]) -> Iterator[str]:
    """The lines of the report: precision, over all and by pool, slots, causes."""
    articles = len({row["article"] for row in judged})
    yield f"{len(judged)} mentions of {articles} articles"
    pools = collections.defaultdict(list)
    for row in judged:
        pools[row["article"].split(":")[0]].append(row["verdict"])
    everything = [row["verdict"] for row in judged]
    for name, verdicts in [("all", everything), *pools.items()]:
        yield _share(f"{name}: strict (right)", verdicts.count("right"), len(verdicts))
        right, wrong = verdicts.count("right"), verdicts.count("wrong")
        yield _share(f"{name}: weak aside (as detect_p)", right, right + wrong)
        yield _share(f"{name}: lenient (right or weak)", len(verdicts) - wrong, len(verdicts))
    for slot in SLOTS:
        told = [row[slot] for row in judged if row["verdict"] == "right" and row[slot] is not None]
        yield _share(f"{slot} (of the right)", told.count(True), len(told))
    causes = collections.Counter(row["cause"] for row in judged if row["verdict"] == "wrong")
    for cause, number in sorted(causes.items(), key=lambda item: (-item[1], item[0])):
        yield f"wrong: {cause}: {number}"


def _share(name: str, hits: int, of: int) -> str:
    low, high = wilson(hits, of)
    return f"{name}: {hits} of {of} = {hits / of:.3f} ({low:.3f} to {high:.3f})"


def main(arguments: list[str]) -> None:
    """Print the draw, or the counts."""
    if "--draw" in arguments:
        for number, drawn in enumerate(draw(), 1):
            print(show(number, drawn))
    else:
        print("\n".join(counts(judgements())))


if __name__ == "__main__":
    main(sys.argv[1:])
