"""Speed of the time part, and whether it is linear in the length of the text.

    python -m benchmarks.time.speed [--fuzz N]

Reads the labelled stories' articles (``../shared/gold/nk1``) with ``read_times`` alone and with the
tense of a parse that is already there, in words a second; then grows texts that are meant to hurt
(long digits, thousands of commas, nested quotes, month names without end) and prints seconds a
megabyte at each size: a linear reader's figures stay level. ``--fuzz`` makes N more such texts of
random words of the grammar, the same ones each time, and prints the worst.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import string
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

from benchmarks.time.te3 import SHARED
from slated.model import Article, Block, CreationTime
from slated.reading.parse import parse_sentences
from slated.reading.sentences import split_sentences
from slated.reading.tense import tense_finder
from slated.reading.timex import read_times
from slated.reading.timex.grammar import english

DAY = dt.date(2018, 5, 9)
KNOWN = CreationTime(DAY, DAY, "given", "")
SIZES = (20_000, 80_000, 320_000)
PATHOLOGICAL: dict[str, Callable[[int], str]] = {
    "digits": lambda n: "7" * n,
    "commas": lambda n: "May," * (n // 4),
    "quotes": lambda n: "“'\"" * (n // 3),
    "months": lambda n: "March April or May and June to July - " * (n // 38),
    "the end of": lambda n: "the end of the beginning of " * (n // 28),
    "by by by": lambda n: "by " * (n // 3),
    "numbers": lambda n: "1 2 3 4-5 6/7 8:9 " * (n // 18),
    "blank lines": lambda n: ("\n" + " " * 99) * (n // 100),
    "no breaks": lambda n: "a" * n,
    "years": lambda n: "2018 2019-" * (n // 10),
    "weekdays": lambda n: "Monday, Tuesday and Friday or " * (n // 30),
}


def _seconds(work: Callable[[], object], times: int = 3) -> float:
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def words_a_second(limit: int = 30) -> tuple[float, float]:
    """Words a CPU-second of ``read_times`` alone, and with tense looked up in a finished parse."""
    lines = (SHARED / "gold" / "nk1" / "articles.jsonl").read_text("utf-8").splitlines()[:limit]
    texts = [json.loads(line)["text"] for line in lines]
    count = sum(len(text.split()) for text in texts)
    parsed = []
    for text in texts:
        blocks = (Block(0, len(text), "paragraph"),)
        article = Article("d", "d", None, None, None, None, "en", text, KNOWN, blocks)
        plain = split_sentences(article)
        parsed.append(parse_sentences(plain, [True] * len(plain)))
    alone = _seconds(lambda: [read_times(t, KNOWN) for t in texts])
    both = _seconds(
        lambda: [read_times(t, KNOWN, tense_finder(p, "text")) for t, p in zip(texts, parsed, strict=True)]
    )
    return count / alone, count / both


def fuzzed(count: int) -> Iterator[tuple[float, float, str]]:
    """For each of ``count`` random texts: how its cost a character grows, seconds a megabyte, and it.

    A growth of 1 is linear; a quadratic reader's would be 16, the ratio of the two sizes.
    """
    chance = random.Random(7)
    words = sorted({w for kind in english()[0].kinds.values() for w in kind} | set(string.punctuation))
    words += ["1", "31", "1998", "22-25", "10:30", "1990s", "5th", "3.5", "1,000", "2018-10-08", "\n\n"]
    for _ in range(count):
        unit = chance.choice(["", " "]).join(chance.choices(words, k=chance.randint(1, 8))) + " "
        small, large = (unit * (size // len(unit) + 1) for size in (20_000, 320_000))
        cost = [_seconds(partial(read_times, t, KNOWN), n) / len(t) for t, n in ((small, 3), (large, 1))]
        yield cost[1] / max(cost[0], 1e-9), cost[1] * 1e6, unit


def main(arguments: list[str]) -> None:
    """Print speed, then seconds a megabyte at growing sizes."""
    if "--fuzz" in arguments:
        worst = sorted(fuzzed(int(arguments[arguments.index("--fuzz") + 1])))
        middle = worst[len(worst) // 2]
        print(f"{len(worst)} texts: growth {middle[0]:.2f} in the middle, {worst[-1][0]:.2f} at worst")
        for growth, rate, unit in worst[-3:]:
            print(f"  growth {growth:5.2f}  {rate:6.2f} seconds a megabyte  {unit!r}")
        growth, rate, unit = max(worst, key=lambda row: row[1])
        print(f"slowest: growth {growth:.2f}  {rate:.2f} seconds a megabyte  {unit!r}")
        return
    alone, both = words_a_second()
    print(f"words a second: {alone:,.0f} alone, {both:,.0f} with tense")
    for name, make in PATHOLOGICAL.items():
        rates = []
        for size in SIZES:
            text = make(size)
            rates.append(_seconds(partial(read_times, text, KNOWN), 1) / len(text) * 1e6)
        print(f"{name:12} seconds a megabyte: " + "  ".join(f"{rate:7.2f}" for rate in rates))


if __name__ == "__main__":
    main(sys.argv[1:])
