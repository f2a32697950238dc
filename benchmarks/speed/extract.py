"""How fast documents are read, on one core: ``python benchmarks/speed/extract.py [--articles N]``.

Texts are cut or joined to 800 words each; Wikinews where ``../shared`` stands beside the
repository, else the sample pages. Time is CPU time of this program. The start-up is that of a
fresh ``slated --help``.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from slated.document_stage import read_all
from slated.intake import find_captures
from slated.model import Capture
from slated.samples import sample_pages

WORDS = 800
PASSES = 8
BAR = 15.0  # articles a second on one core
MEMORY_BAR = 500  # MB
START_BAR = 0.3  # CPU seconds of ``slated --help``
WIKINEWS = Path(__file__).parents[2].parent / "shared" / "bench" / "wikinews" / "articles.jsonl"


def paragraphs() -> Iterator[str]:
    """Paragraphs of real news, without end where asked for more."""
    if WIKINEWS.exists():
        with WIKINEWS.open(encoding="utf-8") as lines:
            for line in lines:
                yield from json.loads(line)["text"].split("\n\n")
    for found in find_captures([str(sample_pages())]):
        if isinstance(found, Capture) and found.kind == "crawl":
            yield from found.content.split("\n\n")
    yield from paragraphs()


def articles(number: int) -> list[Capture]:
    """Documents of about 800 words, each dated."""
    made: list[Capture] = []
    source = paragraphs()
    while len(made) < number:
        text, words = [], 0
        while words < WORDS:
            paragraph = next(source)
            words += len(paragraph.split())
            text.append(paragraph)
        name = f"article {len(made)}"
        made.append(Capture(name, name, "text", "\n\n".join(text), published=dt.date(2015, 6, 15)))
    return made


def articles_per_second(number: int) -> float:
    """Documents read per second of CPU, once everything is loaded: of each its fastest of several readings.

    Others that share the cores and their caches can only make a reading slower, by a third and more,
    and never for as long as all passes take.
    """
    first, *rest = articles(number + 1)
    list(read_all([first], jobs=1))
    least = [float("inf")] * len(rest)
    for _ in range(PASSES):
        for i, article in enumerate(rest):
            before = time.process_time()
            list(read_all([article], jobs=1))
            least[i] = min(least[i], time.process_time() - before)
    return len(rest) / sum(least)


def start_up() -> float:
    """CPU seconds of ``slated --help``, the best of three."""
    command = [sys.executable, "-c", "from slated.cli import main; main()", "--help"]
    times = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(times)


def main() -> None:
    """Measure and print; leave with 1 where a bar is missed and ``--check`` is given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args()
    speed, start = articles_per_second(asked.articles), start_up()
    print(f"extract: {speed:.1f} articles of {WORDS} words a CPU-second on one core (bar {BAR:g})")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory at most: {memory:.0f} MB (bar {MEMORY_BAR})")
    print(f"start-up of slated --help: {start:.2f} CPU-seconds (bar {START_BAR:g})")
    if asked.check and (speed < BAR or start > START_BAR or memory > MEMORY_BAR):
        sys.exit(1)


if __name__ == "__main__":
    main()
