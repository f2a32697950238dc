"""Run the labelled corpora through slated and print one table of scores.

Reads nothing from a cache: every document is read anew. Needs the shared folder beside the
repository (its corpora are not ours to ship).
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "docs" / "benchmarks.md", ROOT / "README.md")


def main() -> int:
    """Run as the arguments say; the exit status is 1 where a floor is broken."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    asked = _arguments()
    if not (asked.shared / "score").is_dir():
        print(f"no labelled corpora at {asked.shared}: nothing measured", file=sys.stderr)
        return 2
    from benchmarks.quality.corpora import CORPORA
    from benchmarks.quality.floors import breaches, load_floors, raised, save_floors
    from benchmarks.quality.measure import BenchmarkFailed, measure
    from benchmarks.quality.table import full_table, headline_table, put_between_markers

    scores = []
    for corpus in CORPORA:
        if corpus.name in (asked.corpora or [c.name for c in CORPORA]):
            started = time.monotonic()
            try:
                scores.append(measure(corpus, asked.shared, asked.jobs))
            except BenchmarkFailed as failed:
                print(failed, file=sys.stderr)
                return 2
            print(f"{corpus.name}: {time.monotonic() - started:.1f} s", file=sys.stderr)
    floors = load_floors()
    broken = breaches(scores, floors) if asked.check else []
    if asked.raise_floors or asked.lower:
        floors = raised(scores, floors, asked.lower)
        save_floors(floors)
    print(full_table(scores, floors))
    if asked.write:
        for page, table in zip(PAGES, (full_table(scores, floors), headline_table(scores)), strict=True):
            put_between_markers(page, table)
    for line in broken:
        print(f"BELOW THE FLOOR: {line}", file=sys.stderr)
    return 1 if broken else 0


def _arguments() -> argparse.Namespace:
    asked = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    asked.add_argument("corpora", nargs="*", help="only these corpora (default: all)")
    asked.add_argument("--jobs", type=int, default=2, help="cores to read on")
    asked.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="where the corpora lie")
    asked.add_argument("--write", action="store_true", help="put the table into docs and README")
    asked.add_argument("--check", action="store_true", help="fail where a score is under its floor")
    asked.add_argument("--raise", dest="raise_floors", action="store_true", help="move the floors up")
    asked.add_argument(
        "--lower", action="append", default=[], metavar="CORPUS.MEASURE", help="move this floor down as well"
    )
    given = asked.parse_args()
    if given.write and given.corpora:
        asked.error("--write wants all corpora")
    return given


if __name__ == "__main__":
    sys.exit(main())
