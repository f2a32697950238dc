"""TempEval-3 style scores of the time part.

    python -m benchmarks.time.te3 [--fast | --parsed] [--errors] [SET ...]

Runs the product (``slated.document_stage.read_capture``: parse, tense and all) over the sets in
``../shared/bench/te3`` and scores with ``../shared/score/te3.py``. ``--fast`` calls ``read_times``
alone, without tense, ``--parsed`` the time part with tense and nothing else. ``--errors`` lists
what differs from the gold.
"""

from __future__ import annotations

import datetime as dt
import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from slated.model import Article, Block, Capture, CreationTime, Timex
from slated.reading.parse import parse_sentences
from slated.reading.sentences import split_sentences
from slated.reading.tense import tense_finder
from slated.reading.timex import Times, read_times

SHARED = Path(__file__).resolve().parents[3] / "shared"
ALL = ("DATE", "TIME", "DURATION", "SET")


def scorer() -> ModuleType:
    """The shared scorer as a module."""
    spec = importlib.util.spec_from_file_location("te3_scorer", SHARED / "score" / "te3.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def times_of(text: str, title: str, day: dt.date | None, mode: str) -> Times:
    """The times of a text and its title.

    Mode ``fast`` is the time part alone, ``parsed`` the time part with the parse that gives tense,
    ``product`` the whole document stage.
    """
    if mode == "product":
        from slated.document_stage import read_capture

        capture = Capture(
            "benchmark", "benchmark", "text", text, title=title or None, published=day, language="en"
        )
        reading = read_capture(capture).reading
        return Times(reading.timexes, reading.phrases)
    known = CreationTime(day, day, "given" if day else "unknown", "")
    if mode == "fast":
        parts = [read_times(text, known), read_times(title, known, None, "title")]
    else:
        blocks = (Block(0, len(text), "paragraph"),)
        article = Article("d", "d", None, None, title or None, None, "en", text, known, blocks)
        plain = split_sentences(article)
        parsed = parse_sentences(plain, [True] * len(plain))
        parts = [
            read_times(text, known, tense_finder(parsed, "text")),
            read_times(title, known, tense_finder(parsed, "title"), "title"),
        ]
    return Times(parts[0].timexes + parts[1].timexes, parts[0].phrases + parts[1].phrases)


def timexes_of(text: str, published: str | None, mode: str) -> tuple[Timex, ...]:
    """The timexes of a text alone."""
    day = dt.date.fromisoformat(published[:10]) if published else None
    return tuple(t for t in times_of(text, "", day, mode).timexes if t.span.part == "text")


def mode_of(arguments: list[str]) -> str:
    """The mode that the arguments name; the product by default."""
    return next((a[2:] for a in arguments if a in {"--fast", "--parsed"}), "product")


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
    for name in [a for a in arguments if not a.startswith("--")] or ["TimeBank", "AQUAINT"]:
        docs = list(te3.load(SHARED / "bench" / "te3" / name))
        out = {}
        for source, day, text, gold in docs:
            found = timexes_of(text, day, mode_of(arguments))
            out[source] = [
                {"start": t.span.start, "end": t.span.end, "type": t.type, "value": t.value} for t in found
            ]
            if "--errors" in arguments:
                _errors(text, gold, out[source], te3.match, day)
        print(name, "all", te3.score(docs, out, ALL))
        print(name, "date", te3.score(docs, out, ("DATE",)))


if __name__ == "__main__":
    main(sys.argv[1:])
