"""One ledger for all requests: as it stands, or as it stood on a day, derived once and kept a while."""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from importlib import import_module
from multiprocessing import get_context
from threading import Lock

from slated.errors import SlatedError
from slated.ledger import Ledger
from slated.ledger.past_view import PastView
from slated.ledger.view import LedgerView, Standing
from slated.model import TrackedEvent

_DAYS_KEPT = 8
_PATIENCE = 6.0  # seconds that a request waits for a day to be derived
_LARGE = 3000  # articles from which a day is derived in a program of its own, so that pages stay quick

Events = tuple[TrackedEvent, ...]


class StillDeriving(SlatedError):
    """The record of a day is being made; asking again a little later finds it."""


class Record:
    """A ledger behind the pages; safe to ask from several threads at once."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._deriving: OrderedDict[tuple[dt.date, Standing], Future[Events]] = OrderedDict()
        self._lock = Lock()
        self._here: Executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="as-of")
        self._apart: Executor = ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn"))
        self._here.submit(import_module, "slated.tracking")  # takes a second, once

    def close(self) -> None:
        """Stop deriving, and let go of the ledger."""
        for workers in (self._here, self._apart):
            workers.shutdown(wait=False, cancel_futures=True)
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
        try:
            return PastView(now, as_of, self._events(now, as_of, standing).result(_PATIENCE))
        except NotYet:
            raise StillDeriving(f"the record as of {as_of} is being made; ask again in a moment") from None

    def _events(self, now: LedgerView, as_of: dt.date, standing: Standing) -> Future[Events]:
        with self._lock:
            found = self._deriving.get((as_of, standing))
            if found is None or (found.done() and found.exception() is not None):
                found = (
                    self._apart.submit(_derive, now.database.name, as_of)
                    if standing.articles >= _LARGE
                    else self._here.submit(now.derive, as_of)
                )
                self._deriving[as_of, standing] = found
            self._deriving.move_to_end((as_of, standing))
            while len(self._deriving) > _DAYS_KEPT:
                self._deriving.popitem(last=False)
            return found


def _derive(ledger: str, as_of: dt.date) -> Events:
    """The events of a day, in a program of its own."""
    with Ledger(ledger, create=False) as opened:
        return opened.view.derive(as_of)
