"""Ledgers made of readings that are at hand, without reading the pages anew."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

from slated.document_stage import ReadArticle
from slated.ledger import tracking
from slated.ledger.database import Database
from slated.ledger.facts import CaptureRecord, keep

READER = "benchmark"
_CHUNK = 50


def fill(path: Path, reads: Iterable[ReadArticle]) -> None:
    """Take readings into the ledger at ``path`` as a reading of their pages would, and track them."""
    database = Database(path)
    waiting = iter(reads)
    while chunk := list(islice(waiting, _CHUNK)):
        with database.writing() as connection:
            fresh = keep(connection, [(_capture(read), read) for read in chunk], READER)
            tracking.take_in(connection, fresh)
    tracking.bring_up_to_date(database)
    database.close()


def _capture(read: ReadArticle) -> CaptureRecord:
    article = read.article
    return CaptureRecord(article.document_id, article.source_id, "text", None)


def up_to(reads: Sequence[ReadArticle], day: dt.date) -> list[ReadArticle]:
    """Those published by that day; undated ones count as known on every day."""
    return [r for r in reads if (r.article.creation_time.day or day) <= day]
