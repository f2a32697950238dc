"""TempEval-3 style scores of the time part.

    python -m benchmarks.time.te3 [--fast] [--errors] [SET ...]

Runs the product (``slated.document_stage.read_capture``: parse, tense and all) over the sets in
``../shared/bench/te3`` and scores with ``../shared/score/te3.py``. ``--fast`` calls ``read_times``
alone, without tense. ``--errors`` lists what differs from the gold.
"""

from __future__ import annotations

import datetime as dt
import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from slated.model import Capture, CreationTime, Timex
from slated.reading.timex import read_times

SHARED = Path(__file__).resolve().parents[3] / "shared"
ALL = ("DATE", "TIME", "DURATION", "SET")


def scorer() -> ModuleType:
    """The shared scorer as a module."""
    spec = importlib.util.spec_from_file_location("te3_scorer", SHARED / "score" / "te3.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def timexes_of(text: str, published: str | None, fast: bool) -> tuple[Timex, ...]:
    """What the product (or, ``fast``, the time part alone) finds in a text."""
    day = dt.date.fromisoformat(published[:10]) if published else None
    if fast:
        known = CreationTime(day, day, "given" if day else "unknown", "")
        return read_times(text, known).timexes
    from slated.document_stage import read_capture

    read = read_capture(Capture("benchmark", "benchmark", "text", text, published=day, language="en"))
    return tuple(t for t in read.reading.timexes if t.span.part == "text")


def _errors(text: str, gold: list[Any], found: list[dict[str, Any]], match: Any, day: str) -> None:
    mine = [(t["start"], t["end"], t["type"], t["value"]) for t in found]
    pairs = match(gold, mine)
    for g, s in pairs:
        a, b = gold[g], mine[s]
        if a[:2] != b[:2] or a[3] != b[3]:
            mark = ("S" if a[:2] != b[:2] else " ") + ("V" if a[3] != b[3] else " ")
            print(mark, day, repr(_around(text, *a[:2])), a[2:], "<>", repr(text[b[0] : b[1]]), b[2:])
    for i, a in enumerate(gold):
        if i not in {g for g, _ in pairs}:
            print("MISS", day, repr(_around(text, *a[:2])), a[2:])
    for i, b in enumerate(mine):
        if i not in {s for _, s in pairs}:
            print("OVER", day, repr(_around(text, *b[:2])), b[2:])


def _around(text: str, start: int, end: int) -> str:
    shown = f"{text[max(0, start - 45) : start]}[{text[start:end]}]{text[end : end + 25]}"
    return " ".join(shown.split())


def main(arguments: list[str]) -> None:
    """Score each set; see the module's docstring."""
    te3 = scorer()
    fast = "--fast" in arguments
    for name in [a for a in arguments if not a.startswith("--")] or ["TimeBank", "AQUAINT"]:
        docs = list(te3.load(SHARED / "bench" / "te3" / name))
        out = {}
        for source, day, text, gold in docs:
            found = timexes_of(text, day, fast)
            out[source] = [
                {"start": t.span.start, "end": t.span.end, "type": t.type, "value": t.value} for t in found
            ]
            if "--errors" in arguments:
                _errors(text, gold, out[source], te3.match, day)
        print(name, "all", te3.score(docs, out, ALL))
        print(name, "date", te3.score(docs, out, ("DATE",)))


if __name__ == "__main__":
    main(sys.argv[1:])
