"""How fast pages answer on a large ledger, while another program reads into it.

    python -m benchmarks.web.pages [--articles 100000] [--ledger FILE] [--requests 600]

The ledger is the tracker's synthetic one (``benchmarks/tracking/synthetic.py``), with articles of
news length by forty outlets; it is made where FILE is not there, which takes some minutes. Then
``slated serve`` answers, ``slated read`` reads, and pages drawn by chance are asked for one after
the other. Prints the 50th and 95th percentile and the longest answer by kind of page, the largest
page, and how long a day in the ledger's midst takes that nobody asked for before; fails where the
95th percentile of a kind is above 150 ms or a page above 300 KB.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

from benchmarks.tracking.synthetic import SYLLABLES, Written, invent, write
from slated.document_stage import ReadArticle, reader_version
from slated.ledger import Ledger
from slated.ledger.database import Database
from slated.ledger.facts import CaptureRecord, keep
from slated.model import Block

BAR_MS, BAR_BYTES = 150.0, 300_000
SERVICE_UNAVAILABLE = 503
WORDS = 400
AT_ONCE = 1000
OUTLETS = 40
COMMAND = [sys.executable, "-c", "from slated.cli import main; main()"]


def make_ledger(path: Path, articles: int) -> None:
    """The synthetic ledger."""
    chance = random.Random(1)
    events = invent(chance, max(articles * 3 // 100, 10), 5)
    words = [a + b for a in SYLLABLES for b in SYLLABLES]
    database = Database(path)
    batch: list[tuple[CaptureRecord, ReadArticle]] = []
    for number, (written, _) in enumerate(write(chance, events, articles)):
        record = CaptureRecord(f"{number:024d}", "synthetic", "text", None)
        batch.append((record, _of_news_length(written, number, chance, words)))
        if len(batch) == AT_ONCE:
            _keep(database, batch)
    _keep(database, batch)
    database.close()
    with Ledger(path) as ledger:
        print(f"{articles} articles written, {ledger.rebuild()} events", flush=True)


def _of_news_length(written: Written, number: int, chance: random.Random, words: list[str]) -> ReadArticle:
    article = written.article
    text = f"{article.text} " + " ".join(chance.choices(words, k=WORDS))
    title = " ".join(mention.title for mention in written.reading.mentions)
    return ReadArticle(
        replace(
            article,
            text=text,
            title=f"{title} in the news",
            outlet=f"Outlet {number % OUTLETS}",
            blocks=(Block(0, len(text), "paragraph"),),
        ),
        written.reading,
    )


def _keep(database: Database, batch: list[tuple[CaptureRecord, ReadArticle]]) -> None:
    with database.writing() as connection:
        keep(connection, batch, reader_version())
    batch.clear()


def requests(path: Path, number: int) -> Iterator[tuple[str, str]]:
    """Kinds and addresses of pages, drawn by chance."""
    chance = random.Random(2)
    known = sqlite3.connect(path)
    drawn = {
        "event": "SELECT event_id FROM tracked_events",
        "article": "SELECT document_id FROM articles",
        "actor": 'SELECT DISTINCT "key" FROM event_participants',
        "place": 'SELECT DISTINCT "key" FROM report_places',
        "outlet": "SELECT DISTINCT outlet FROM articles WHERE outlet IS NOT NULL",
    }
    found = {kind: [row for (row,) in known.execute(query)] for kind, query in drawn.items()}
    known.close()
    kinds = ["slate", "slate", "filtered", "event", "event", "event", "article", "search", "actor", "place",
             "outlet", "changes", "api", "api slate"]  # fmt: skip
    for _ in range(number):
        kind = chance.choice(kinds)
        one = {k: str(chance.choice(those)) for k, those in found.items()}
        name = one["actor"]
        yield (
            kind,
            {
                "slate": f"/?show={chance.choice(('ahead', 'past', 'all'))}&page={chance.randint(1, 9)}",
                "filtered": f"/?show=all&actor={quote(name)}&from=2032-01-01",
                "search": f"/search?q={quote(name[:4] + name[5:])}",
                "changes": "/changes",
                "api": f"/api/events/{quote(one['event'])}",
                "api slate": f"/api/slate?show=all&page={chance.randint(1, 30)}",
            }.get(kind, f"/{kind}s/{quote(one.get(kind, ''))}"),
        )


def ask(address: str) -> tuple[float, int]:
    """Milliseconds and bytes of an answer."""
    start = time.perf_counter()
    with urllib.request.urlopen(address, timeout=60) as answer:
        size = len(answer.read())
    return 1000 * (time.perf_counter() - start), size


def a_day_amidst(path: Path) -> str:
    """The day by which half of the articles were published."""
    known = sqlite3.connect(path)
    days = known.execute("SELECT published FROM articles WHERE published IS NOT NULL ORDER BY published")
    found = [day for (day,) in days]
    known.close()
    return str(found[len(found) // 2])


def ask_until_there(address: str) -> float:
    """Seconds until a page is there that says "ask again" while it is made."""
    start = time.perf_counter()
    while True:
        try:
            ask(address)
            return time.perf_counter() - start
        except urllib.error.HTTPError as error:
            if error.code != SERVICE_UNAVAILABLE:
                raise
        time.sleep(0.2)


def ask_or_not(address: str) -> float:
    """Milliseconds of an answer, which may be that there was no such thing yet."""
    start = time.perf_counter()
    try:
        return ask(address)[0]
    except urllib.error.HTTPError as error:
        error.close()
        return 1000 * (time.perf_counter() - start)


def pages_to_read(path: Path) -> None:
    """Articles enough to keep a reader busy."""
    sentence = "The council of {} will meet in {} on May {}, officials said on Monday. "
    lines = [
        json.dumps(
            {
                "id": f"r{i}",
                "published": "2035-01-02",
                "text": sentence.format(f"Vardo{i}", "Oslo", i % 28 + 1) * 20,
            }
        )
        for i in range(20_000)
    ]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def measure(ledger: Path, number: int) -> bool:
    """Ask while another program reads; print what it took; True where the bars hold."""
    took: dict[str, list[float]] = defaultdict(list)
    largest = ("", 0)
    with tempfile.TemporaryDirectory() as folder:
        pages = Path(folder) / "pages.jsonl"
        pages_to_read(pages)
        serve = [*COMMAND, "serve", "--ledger", str(ledger), "--port", "0"]
        read = [*COMMAND, "read", str(pages), "--jobs", "1", "--ledger", str(ledger)]
        with _running(serve, stdout=subprocess.PIPE, text=True) as server:
            base = re.search(r"http://\S+(?=/ )", server.stdout.readline())
            assert base
            ask(f"{base[0]}/")
            with _running(read, stdout=subprocess.DEVNULL) as reader:
                time.sleep(15)  # until it writes
                before = cpu_seconds(server.pid)
                for kind, path in requests(ledger, number):
                    spent, size = ask(base[0] + path)
                    took[kind].append(spent)
                    largest = max(largest, (path, size), key=lambda one: one[1])
                spent_cpu = 1000 * (cpu_seconds(server.pid) - before) / number
                busy = reader.poll() is None
                day = a_day_amidst(ledger)
                looking_back = ask_until_there(f"{base[0]}/?as_of={day}")
                for kind, path in requests(ledger, number // 4):
                    sign = "&" if "?" in path else "?"
                    took[f"{kind} then"].append(ask_or_not(f"{base[0]}{path}{sign}as_of={day}"))
    every = sorted(spent for those in took.values() for spent in those)
    print("| page | requests | p50 ms | p95 ms | longest ms |\n|---|--:|--:|--:|--:|")
    for kind, those in [*sorted(took.items()), ("all", every)]:
        ranked = sorted(those)
        cells = (_share(ranked, 0.5), _share(ranked, 0.95), ranked[-1])
        print(f"| {kind} | {len(ranked)} | " + " | ".join(f"{cell:.0f}" for cell in cells) + " |")
    print(f"processor time of the server: {spent_cpu:.0f} ms a request; load {os.getloadavg()[0]:.1f}")
    print(
        f"largest page: {largest[1] / 1000:.0f} KB ({largest[0]}); "
        f"the reader was {'busy' if busy else 'done'}"
    )
    print(f"as of {day}, asked for the first time: {looking_back:.1f} s")
    slow = [kind for kind, those in took.items() if _share(sorted(those), 0.95) >= BAR_MS]
    print(f"above {BAR_MS:.0f} ms: {', '.join(sorted(slow)) or 'none'}")
    return not slow and largest[1] < BAR_BYTES and busy


@contextmanager
def _running(command: list[str], **options: Any) -> Iterator[Any]:
    process = subprocess.Popen(command, **options)
    try:
        yield process
    finally:
        process.terminate()
        process.wait()


def cpu_seconds(pid: int) -> float:
    """The processor time that a program has used so far, of all its threads (Linux)."""
    cells = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(cells[11]) + int(cells[12])) / os.sysconf("SC_CLK_TCK")


def _share(ranked: list[float], share: float) -> float:
    return ranked[min(int(share * len(ranked)), len(ranked) - 1)]


def main(argv: list[str]) -> int:
    """Make, ask and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--ledger", type=Path)
    parser.add_argument("--requests", type=int, default=600)
    given = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        ledger = given.ledger or Path(folder) / "synthetic.db"
        if not ledger.exists():
            make_ledger(ledger, given.articles)
        return 0 if measure(ledger, given.requests) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
