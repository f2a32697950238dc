"""Killed at any moment and started again: is it the same ledger?

    python -m benchmarks.tracking.crash [STORY] [--kills 50] [--seed 1] [--anew] [--cache FOLDER]

Reads a labelled story into a ledger undisturbed, then again and again in a program that is killed
(SIGKILL) after a time drawn by lot from the length of the undisturbed run and started again, and
compares every table row by row. What is found in each article is taken from the first run, handed
over at the pace of reading, so that kills fall among the articles as they would, and at once to the
program that goes on after a kill; ``--anew`` reads every page every time.
"""

from __future__ import annotations

import argparse
import pickle
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.tracking.story import SHARED, read_story

CHILD = """
import pickle, sys, time
import slated.document_stage as stage
from slated.ledger import Ledger, reading
pages, ledger, kept, pace = sys.argv[1:]
if kept:
    known = pickle.load(open(kept, "rb"))
    def read_again(capture):
        time.sleep(float(pace))
        return known[capture.source_id]
    stage.read_capture = read_again
reading._CHUNK = 5
with Ledger(ledger) as book:
    print("open", flush=True)
    book.read([pages], jobs=1)
"""


PACE = "0.1"
"""Seconds that an article takes where it is read beside other work."""


def start(*arguments: str) -> subprocess.Popen[str]:
    """The program that reads, once it has opened its ledger."""
    reading = subprocess.Popen([sys.executable, "-c", CHILD, *arguments], stdout=subprocess.PIPE, text=True)
    assert reading.stdout
    reading.stdout.readline()
    return reading


def whole_run(*arguments: str) -> float:
    """Seconds that an undisturbed run takes; raises where it fails."""
    begun = time.perf_counter()
    with start(*arguments) as reading:
        if reading.wait() != 0:
            raise RuntimeError("the undisturbed run failed")
    return time.perf_counter() - begun


def rows(ledger: Path) -> dict[str, list[str]]:
    """Every row of every table, in order."""
    connection = sqlite3.connect(ledger)
    tables = [name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")]
    found = {t: sorted(map(repr, connection.execute(f'select * from "{t}"'))) for t in tables}
    connection.close()
    return found


def main(argv: list[str]) -> None:
    """Print how many runs ended in the same ledger, and where the kills fell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("story", nargs="?", default="nk1")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--anew", action="store_true")
    parser.add_argument("--cache", type=Path)
    given = parser.parse_args(argv)
    chance = random.Random(given.seed)
    pages = str(SHARED / "gold" / given.story / "articles.jsonl")
    with tempfile.TemporaryDirectory() as scratch:
        folder, kept = Path(scratch), ""
        if not given.anew:
            kept = str(folder / "kept.pickle")
            reads = {r.article.source_id: r for r in read_story(given.story, given.cache)}
            Path(kept).write_bytes(pickle.dumps(reads))
        seconds = whole_run(pages, str(folder / "whole.db"), kept, PACE)
        undisturbed = rows(folder / "whole.db")
        articles = len(undisturbed["articles"])
        same, partial, finished = 0, 0, 0
        for number in range(given.kills):
            ledger = folder / f"{number}.db"
            with start(pages, str(ledger), kept, PACE) as reading:
                time.sleep(chance.random() * seconds)
                finished += reading.poll() is not None
                reading.send_signal(signal.SIGKILL)
            left = len(rows(ledger).get("articles", []))
            partial += 0 < left < articles
            whole_run(pages, str(ledger), kept, "0")
            same += rows(ledger) == undisturbed
            print(f"  {number + 1} kills: {same} the same ledger, {partial} amid the articles", flush=True)
            ledger.unlink()
        print(f"{given.story}: {articles} articles, an undisturbed run takes {seconds:.1f} s")
        print(f"killed {given.kills} times: {partial} amid the articles, {finished} after the end")
        print(f"the same ledger: {same} of {given.kills}")
        sys.exit(0 if same == given.kills else 1)


if __name__ == "__main__":
    main(sys.argv[1:])
