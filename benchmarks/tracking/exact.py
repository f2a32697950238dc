"""Is the record as of a day exactly what a ledger of the articles up to that day says?

    python -m benchmarks.tracking.exact [STORY...] [--days 20] [--seed 1] [--cache FOLDER]

Reads a labelled story into one ledger, its articles shuffled, and then, for days drawn by lot
among those of publication, the articles up to that day into a ledger of their own, shuffled
otherwise. Events, entries and changes have to be equal, and so has the ledger when it is made
again from its readings. Prints how many days were compared and fails at the first difference.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import sys
import tempfile
from pathlib import Path

from benchmarks.tracking.ledgers import fill, up_to
from benchmarks.tracking.story import read_story
from slated.document_stage import ReadArticle
from slated.ledger import Ledger

MONTH = dt.timedelta(days=30)


def shuffled(reads: list[ReadArticle], chance: random.Random) -> list[ReadArticle]:
    """The readings in another order."""
    return chance.sample(reads, len(reads))


def compare(whole: Ledger, early: Ledger, day: dt.date) -> list[str]:
    """The views in which the whole ledger as of the day differs from the early one."""
    views = {
        "events": whole.events(as_of=day) == early.events() == early.events(as_of=day),
        "entries": whole.entries(as_of=day) == early.entries(),
        "changes": whole.changes(day - MONTH, day) == early.changes(day - MONTH),
    }
    return [name for name, same in views.items() if not same]


def measure(story: str, given: argparse.Namespace) -> int:
    """Compare one story on many days; how many days were compared. Exits where one differs."""
    chance = random.Random(given.seed)
    reads = read_story(story, given.cache)
    days = sorted({d for r in reads if (d := r.article.creation_time.day) is not None})
    chosen = sorted(chance.sample(days, min(given.days, len(days))))
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder) / "whole.db", shuffled(reads, chance))
        with Ledger(Path(folder) / "whole.db") as whole:
            for day in chosen:
                path = Path(folder) / f"{day}.db"
                fill(path, shuffled(up_to(reads, day), chance))
                with Ledger(path) as early:
                    if unlike := compare(whole, early, day):
                        sys.exit(f"{story} as of {day}: {', '.join(unlike)} differ")
            before = whole.events()
            whole.rebuild()
            if whole.events() != before:
                sys.exit(f"{story}: made again, the ledger differs")
    return len(chosen)


def main(argv: list[str]) -> None:
    """Print how many days of each story were compared."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", nargs="*", default=["seeds", "nk1", "mueller"])
    parser.add_argument("--days", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cache", type=Path)
    given = parser.parse_args(argv)
    for story in given.stories:
        days = measure(story, given)
        print(f"{story}: {days} of {days} days equal, and made again the same")


if __name__ == "__main__":
    main(sys.argv[1:])
