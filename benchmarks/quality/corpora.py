"""The labelled corpora: where they lie, how their documents are had, which scorer judges them."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal["story", "expectation", "times", "attribution"]

_SCORERS: dict[Kind, str] = {
    "story": "story.py",
    "expectation": "expectation.py",
    "times": "te3.py",
    "attribution": "attribution.py",
}


@dataclass(frozen=True, slots=True)
class Corpus:
    """A labelled set under the shared folder; ``folder`` is relative to it.

    ``pages`` is a folder of raw pages to read in the place of the labelled set's own articles.
    """

    name: str
    kind: Kind
    folder: str
    pages: str | None = None

    def scorer(self, shared: Path) -> Path:
        """The program that scores it."""
        return shared / "score" / _SCORERS[self.kind]

    def documents(self, shared: Path, scratch: Path) -> Path:
        """The file or folder to read, as ``slated read`` takes it."""
        if self.pages:
            return shared / self.pages
        if self.kind == "story":
            return shared / self.folder / "articles.jsonl"
        given = scratch / f"{self.name}.jsonl"
        asked = [sys.executable, str(self.scorer(shared)), "docs", str(shared / self.folder)]
        given.write_bytes(subprocess.run(asked, check=True, capture_output=True).stdout)
        return given

    def fingerprint(self, shared: Path) -> str:
        """A digest of the corpus and its scorer: scores of different fingerprints do not compare."""
        folders = [shared / self.folder, *([shared / self.pages] if self.pages else [])]
        files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
        digest = hashlib.sha256()
        for path in [*sorted(files), self.scorer(shared)]:
            digest.update(path.relative_to(shared).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
        return digest.hexdigest()[:16]


CORPORA: tuple[Corpus, ...] = (
    Corpus("seeds", "story", "gold/seeds", pages="seeds"),
    Corpus("nk1", "story", "gold/nk1"),
    Corpus("mueller", "story", "gold/mueller"),
    Corpus("expectations", "expectation", "gold/expectations"),
    Corpus("timebank", "times", "bench/te3/TimeBank"),
    Corpus("aquaint", "times", "bench/te3/AQUAINT"),
    Corpus("polnear", "attribution", "bench/polnear/dev"),
)
