"""Reading pages into the ledger: what is new goes through the document stage, chunk by chunk."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from slated.document_stage import ReadArticle, read_all, reader_version
from slated.intake import Refusal, find_captures
from slated.ledger import tracking
from slated.ledger.database import Database
from slated.ledger.facts import CaptureRecord, keep, reader_of_capture
from slated.model import Capture

Progress = Callable[[int], None]
_CHUNK = 50  # documents kept in one transaction


@dataclass(frozen=True, slots=True)
class ReadSummary:
    """What a reading of pages came to.

    ``read`` articles were new (or newly read by a newer program), with so many ``mentions`` in
    them; ``known`` documents were in the ledger already; ``refused`` says what could not be read
    and why; ``events`` is how many tracked events the ledger now holds.
    """

    read: int
    known: int
    mentions: int
    events: int
    refused: tuple[Refusal, ...] = ()


def find(paths: Sequence[str], stdin: BinaryIO | None) -> Iterator[Capture | Refusal]:
    """The captures at the paths."""
    return find_captures(paths, stdin)


def read(
    database: Database,
    found: Iterable[Capture | Refusal],
    jobs: int | None = None,
    progress: Progress | None = None,
) -> ReadSummary:
    """Read what is new of the captures, and derive tracked events; see ``Ledger.read``."""
    run = _Run(database, progress or (lambda done: None))
    for chunk in _chunks(run.results(found, jobs), _CHUNK):
        run.keep(chunk)
    events = tracking.bring_up_to_date(database)
    return ReadSummary(run.read, run.known, run.mentions, events, tuple(run.refused))


@dataclass(slots=True)
class _Run:
    database: Database
    progress: Progress
    read: int = 0
    known: int = 0
    mentions: int = 0
    refused: list[Refusal] = field(default_factory=list)
    _out: deque[CaptureRecord] = field(default_factory=deque)

    def results(
        self, found: Iterable[Capture | Refusal], jobs: int | None
    ) -> Iterator[tuple[CaptureRecord, ReadArticle]]:
        """The document stage over what is new."""
        for result in read_all(self._new(found), jobs):
            capture = self._out.popleft()
            if isinstance(result, Refusal):
                self._refuse(result)
            else:
                yield capture, result

    def keep(self, chunk: Sequence[tuple[CaptureRecord, ReadArticle]]) -> None:
        """Write a chunk, whole or not at all."""
        with self.database.writing() as connection:
            fresh = keep(connection, chunk, reader_version())
            if fresh:
                tracking.take_in(connection, fresh)
        self.read += len(fresh)
        self.known += len(chunk) - len(fresh)
        self.mentions += sum(len(r.reading.mentions) for r in fresh)
        self._tell()

    def _new(self, found: Iterable[Capture | Refusal]) -> Iterator[Capture]:
        for capture in found:
            if isinstance(capture, Refusal):
                self._refuse(capture)
                continue
            record = CaptureRecord.of(capture)
            if self._is_known(record):
                self.known += 1
                self._tell()
                continue
            self._out.append(record)
            yield capture

    def _is_known(self, record: CaptureRecord) -> bool:
        with self.database.reading() as connection:
            return reader_of_capture(connection, record.capture_id) == reader_version()

    def _refuse(self, refusal: Refusal) -> None:
        if Path(refusal.origin).absolute() in self.database.files:  # it lies among the pages
            return
        self.refused.append(refusal)
        self._tell()

    def _tell(self) -> None:
        self.progress(self.read + self.known + len(self.refused))


def _chunks(
    results: Iterator[tuple[CaptureRecord, ReadArticle]], size: int
) -> Iterator[list[tuple[CaptureRecord, ReadArticle]]]:
    while chunk := list(islice(results, size)):
        yield chunk
