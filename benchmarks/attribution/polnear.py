"""Attribution on PolNeAR: run ``read_statements`` over a split and score it.

    python benchmarks/attribution/polnear.py [--split dev|train] [--limit N] [--errors N]

The texts and the scorer are expected in ``../shared`` beside the repository. ``--errors`` prints
the gold attributions that were missed and those that were made up, N of each a role, spread over
the documents.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from slated.model import Article, Block, CreationTime, Statement
from slated.reading.parse import parse_sentences
from slated.reading.sentences import split_sentences
from slated.reading.statements import read_statements

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
SCORER = SHARED / "score" / "attribution.py"
Range = tuple[int, int]


def main() -> None:
    """Read the arguments, run, print the scores and perhaps the errors."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--split", choices=("dev", "train"), default="dev")
    parser.add_argument("--limit", type=int, default=0, help="read every k-th document so that N are read")
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    folder = SHARED / "bench" / "polnear" / options.split
    scorer = _load_scorer()
    documents = list(scorer.load(str(folder)))
    if options.limit:
        documents = documents[:: max(1, len(documents) // options.limit)][: options.limit]
    answers = _answers(documents)
    if options.limit:
        print(json.dumps(_score(scorer, documents, answers)))
    else:
        _print_official(folder, answers)
    if options.errors:
        for line in _errors(documents, answers, options.errors):
            print(line)


def _load_scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("attribution_scorer", SCORER)
    if spec is None or spec.loader is None:
        sys.exit(f"no scorer at {SCORER}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def article_of(name: str, text: str) -> Article:
    """A text as an article of one block."""
    nothing = CreationTime(None, None, "unknown", "")
    return Article(
        name, name, None, None, None, None, "en", text, nothing, (Block(0, len(text), "paragraph"),)
    )


def read_once(name: str, text: str) -> tuple[tuple[Statement, ...], float]:
    """The statements of a text, every sentence parsed, and the CPU second at which the parse was done."""
    article = article_of(name, text)
    plain = split_sentences(article)
    sentences = parse_sentences(plain, [True] * len(plain))
    parsed = time.process_time()
    return read_statements(article, sentences), parsed


def _answers(documents: Sequence[tuple[str, str, Any]]) -> dict[str, list[dict[str, Range | None]]]:
    answers, words, parsing, reading = {}, 0, 0.0, 0.0
    read_once(*documents[0][:2])  # models and word lists are loaded outside the measured time
    for name, text, _ in documents:
        begun = time.process_time()
        statements, parsed = read_once(name, text)
        reading += time.process_time() - parsed
        parsing += parsed - begun
        words += len(text.split())
        answers[name] = [_ranges(s) for s in statements]
    print(f"{words} words; parse {words / parsing:.0f} words/s, statements {words / reading:.0f} words/s")
    return answers


def _ranges(statement: Statement) -> dict[str, Range | None]:
    source = statement.source.span if statement.source else None
    spans = {"source": source, "cue": statement.cue, "content": statement.content}
    return {role: (span.start, span.end) if span else None for role, span in spans.items()}


def _print_official(folder: Path, answers: dict[str, list[dict[str, Range | None]]]) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "out.jsonl"
        with out.open("w", encoding="utf-8") as lines:
            for name, statements in answers.items():
                made = [
                    {role: {"start": r[0], "end": r[1]} if r else None for role, r in s.items()}
                    for s in statements
                ]
                lines.write(json.dumps({"source_id": name, "statements": made}) + "\n")
        subprocess.run([sys.executable, str(SCORER), "score", str(folder), str(out)], check=True)


def _score(
    scorer: ModuleType,
    documents: Sequence[tuple[str, str, Any]],
    answers: dict[str, list[dict[str, Range | None]]],
) -> dict[str, Any]:
    """The scorer's overlap figures for some of the documents, with precision and recall."""
    scores: dict[str, Any] = {}
    made: list[Any]
    for role in ("source", "cue", "content"):
        hits = gold_count = made_count = 0
        for name, _, gold in documents:
            wanted = sorted({g[role] for g in gold if g[role]})
            made = sorted({r for s in answers[name] if (r := s[role])})
            hits += scorer.one_to_one(wanted, made, scorer.over)
            gold_count, made_count = gold_count + len(wanted), made_count + len(made)
        scores[role] = _rates(hits, made_count, gold_count)
    hits = gold_count = made_count = 0
    for name, _, gold in documents:
        wanted = [g for g in gold if g["source"] and g["content"]]
        made = [s for s in answers[name] if s["source"] and s["content"]]
        hits += scorer.one_to_one(wanted, made, lambda a, b: _linked(scorer, a, b))
        gold_count, made_count = gold_count + len(wanted), made_count + len(made)
    scores["link"] = _rates(hits, made_count, gold_count)
    return scores


def _linked(scorer: ModuleType, a: dict[str, Range], b: dict[str, Range]) -> bool:
    return bool(scorer.over(a["source"], b["source"]) and scorer.over(a["content"], b["content"]))


def _rates(hits: int, made: int, gold: int) -> dict[str, float]:
    return {
        "p": round(hits / made, 3) if made else 0.0,
        "r": round(hits / gold, 3) if gold else 0.0,
        "f1": round(2 * hits / (made + gold), 4) if made + gold else 0.0,
    }


def _errors(
    documents: Sequence[tuple[str, str, Any]], answers: dict[str, list[dict[str, Range | None]]], most: int
) -> Iterator[str]:
    missed, extra = [], []
    for name, text, gold in documents:
        made = answers[name]
        missed += [_shown(text, g) for g in gold if g["cue"] and not _found(g, made)]
        extra += [_shown(text, s) for s in made if s["cue"] and not _found(s, gold)]
    for label, lines in (("MISSED", missed), ("EXTRA", extra)):
        for line in lines[:: max(1, len(lines) // most)][:most]:
            yield f"{label} {line}"


def _found(one: dict[str, Range | None], others: Sequence[dict[str, Range | None]]) -> bool:
    return any(_over(one["cue"], o["cue"]) for o in others)


def _over(a: Range | None, b: Range | None) -> bool:
    return bool(a and b and a[0] < b[1] and b[0] < a[1])


def _shown(text: str, one: dict[str, Range | None]) -> str:
    parts = []
    for role in ("source", "cue", "content"):
        place = one[role]
        words = text[place[0] : place[1]].replace("\n", " ") if place else "-"
        parts.append(words if len(words) <= 90 else f"{words[:60]} ... {words[-25:]}")
    return " | ".join(parts)


if __name__ == "__main__":
    main()
