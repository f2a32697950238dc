"""One ledger for all requests: as it stands, or as it stood on a day, derived once and kept a while."""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

from slated.errors import SlatedError
from slated.ledger import Ledger
from slated.ledger.past_view import PastView, write_day
from slated.ledger.view import LedgerView, Tracked

_DAYS_KEPT = 16
_PATIENCE = 6.0  # seconds that a request waits for a day to be derived
_LARGE = 3000  # articles from which a day is derived in a program of its own, so that pages stay quick


class StillDeriving(SlatedError):
    """The record of a day is being made; asking again a little later finds it."""


class Record:
    """A ledger behind the pages; safe to ask from several threads at once."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._folder: TemporaryDirectory[str] | None = None
        self._deriving: OrderedDict[tuple[dt.date, Tracked], Future[Path]] = OrderedDict()
        self._written_so_far = 0
        self._lock = Lock()
        self._here: Executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="as-of")
        self._apart: Executor = ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn"))
        workers = self._apart if ledger.view.standing().articles >= _LARGE else self._here
        workers.submit(import_module, "slated.ledger.past_events")  # takes a second or two, once

    def close(self) -> None:
        """Stop deriving, and let go of the ledger."""
        for workers in (self._here, self._apart):
            workers.shutdown(wait=False, cancel_futures=True)
        if self._folder is not None:
            self._folder.cleanup()
        self.ledger.close()

    def view(self, as_of: dt.date | None) -> LedgerView:
        """What is to be seen as of a day; as the ledger stands where None, or on its last day.

        Raises ``StillDeriving`` where the day's events take longer than a request may wait.
        """
        now = self.ledger.view
        if as_of is None:
            return now
        standing = now.standing()
        if as_of == standing.last_day:
            return now
        large = standing.articles >= _LARGE
        try:
            path = self._written((as_of, now.tracked()), large).result(_PATIENCE)
            return PastView(self.ledger.database, as_of, path)
        except NotYet:
            raise StillDeriving(f"the record as of {as_of} is being made; ask again in a moment") from None

    def _written(self, wanted: tuple[dt.date, Tracked], large: bool) -> Future[Path]:
        with self._lock:
            found = self._deriving.get(wanted)
            if found is None or (found.done() and found.exception() is not None):
                self._written_so_far += 1
                self._folder = self._folder or TemporaryDirectory(
                    prefix="slated-", ignore_cleanup_errors=True
                )
                path = Path(self._folder.name) / f"{self._written_so_far}.db"
                workers = self._apart if large else self._here
                found = workers.submit(_write, self.ledger.database.name, wanted[0], path)
                self._deriving[wanted] = found
            self._deriving.move_to_end(wanted)
            while len(self._deriving) > _DAYS_KEPT:
                _, old = self._deriving.popitem(last=False)
                old.add_done_callback(_drop)
            return found


def _write(ledger: str, as_of: dt.date, path: Path) -> Path:
    """Write a day for ``PastView``, perhaps in a program of its own."""
    with Ledger(ledger, create=False) as opened:
        write_day(opened.database, as_of, path, tracked=True)
    return path


def _drop(written: Future[Path]) -> None:
    if not written.cancelled() and written.exception() is None:
        written.result().unlink(missing_ok=True)
