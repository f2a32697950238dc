"""A corpus through the product, and what its scorer says."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.quality.corpora import Corpus, Kind
from slated.document_stage import ReadArticle, give_up, try_capture
from slated.engines import choose_engine
from slated.intake import Refusal, find_captures
from slated.outputs.contract import article_record, event_record, to_json
from slated.tracking import track

LESS_IS_BETTER = frozenset({"spurious"})
MEASURES: dict[Kind, tuple[str, ...]] = {
    "story": (
        "link_p",
        "link_r",
        "link_f1",
        "status",
        "phase",
        "when_exact",
        "when_overlap",
        "spurious",
        "place_f1",
        "as_of",
        "status_found",
        "phase_found",
        "when_exact_found",
        "when_overlap_found",
    ),
    "expectation": (
        "detect_p",
        "detect_r",
        "detect_f1",
        "status",
        "when_exact",
        "when_overlap",
        "spurious",
        "place_f1",
        "source",
        "tuple_f1",
    ),
    "times": ("all.strict_f1", "all.relaxed_f1", "all.value_f1", "date.strict_f1", "date.value_f1"),
    "attribution": (
        "source.overlap_f1",
        "cue.overlap_f1",
        "content.overlap_f1",
        "source.exact_f1",
        "content.exact_f1",
        "link.f1",
    ),
}


class BenchmarkFailed(Exception):
    """The benchmark could not be run to its end; the message says why."""


@dataclass(frozen=True, slots=True)
class Scores:
    """What was measured on one corpus, by the name of the measure, from 0 to 1."""

    corpus: str
    fingerprint: str
    documents: int
    values: Mapping[str, float]


def measure(corpus: Corpus, shared: Path, jobs: int) -> Scores:
    """Read every document of ``corpus`` on ``jobs`` cores and score what was found."""
    with tempfile.TemporaryDirectory() as scratch:
        read = _read_all(corpus.documents(shared, Path(scratch)), jobs)
        out = Path(scratch) / f"{corpus.name}-out.json"
        if corpus.kind == "story":
            out.write_text(json.dumps([event_record(event) for event in track(read)]), "utf-8")
        else:
            out.write_text("".join(to_json(article_record(each)) + "\n" for each in read), "utf-8")
        said = _score(corpus, shared, out)
    return Scores(corpus.name, corpus.fingerprint(shared), len(read), _picked(said, MEASURES[corpus.kind]))


def _read_all(documents: Path, jobs: int) -> list[ReadArticle]:
    captures = list(find_captures([str(documents)]))
    read: list[ReadArticle] = []
    for result in choose_engine(jobs, len(captures)).run(try_capture, captures, give_up):
        if isinstance(result, Refusal):
            raise BenchmarkFailed(f"{result.origin}: {result.reason}")
        read.append(result)
    return read


def _score(corpus: Corpus, shared: Path, out: Path) -> dict[str, Any]:
    verb = [] if corpus.kind == "story" else ["score"]
    asked = [sys.executable, str(corpus.scorer(shared)), *verb, str(shared / corpus.folder), str(out)]
    done = subprocess.run(asked, check=False, capture_output=True, text=True)
    if done.returncode:
        raise BenchmarkFailed(f"the scorer of {corpus.name} failed: {done.stderr.strip()}")
    said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return said


def _picked(said: Mapping[str, Any], measures: tuple[str, ...]) -> dict[str, float]:
    values: dict[str, float] = {}
    for name in measures:
        value: Any = said
        for key in name.split("."):
            value = value[key]
        if value is not None:
            values[name] = float(value)
    return values
