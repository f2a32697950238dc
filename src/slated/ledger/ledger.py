"""The ledger: one object for what is asked of it; each verb is done elsewhere."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from slated.document_stage import ReadArticle
from slated.errors import BadParameter
from slated.ledger import asking, reading, ruling, tracking
from slated.ledger.database import Database
from slated.ledger.filters import EventFilter
from slated.ledger.reading import Progress, ReadSummary
from slated.ledger.view import LedgerView
from slated.model import Change, Entry, Ruling, TrackedEvent
from slated.model.rulings import RuleAct


class Ledger:
    """The record of what the news says will happen, in one SQLite file.

    >>> with Ledger("slated.db") as ledger:  # doctest: +SKIP
    ...     summary = ledger.read(["pages/"])
    ...     for event in ledger.events(EventFilter(status=frozenset({"expected"}))):
    ...         print(event.title, event.window, len(event.revisions))
    """

    def __init__(self, where: str | Path = "slated.db", create: bool = True) -> None:
        """Open the ledger at ``where``: a file or ``sqlite:///FILE``; made unless ``create`` is False.

        Raises ``NotALedger``, ``NewerLedger``, or ``LedgerError`` where it cannot be opened.
        """
        self.database = Database(where, create)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()

    def read(
        self,
        paths: Sequence[str | Path],
        *,
        stdin: BinaryIO | None = None,
        jobs: int | None = None,
        progress: Progress | None = None,
    ) -> ReadSummary:
        """Read files, folders and ``-`` (``stdin``) into the ledger.

        What it already holds stays as it is. ``jobs``: how many cores (None: all); ``progress``
        is called with the number of documents dealt with so far. Every chunk of documents is
        kept in one transaction: stopped anywhere, the ledger is whole, and reading again goes on.
        """
        captures = reading.find([str(path) for path in paths], stdin)
        return reading.read(self.database, captures, jobs, progress)

    def rebuild(self, grace: int | None = None) -> int:
        """Make all tracked events again from readings and rulings; how many there are.

        ``grace``: an event lapses so many days after its last day and the last word of it (None:
        as it was; 14 at first). It is kept and holds for every view. Raises ``BadParameter``
        where it is negative.
        """
        if grace is not None and grace < 0:
            raise BadParameter(f"a grace of {grace} days makes no sense")
        return tracking.rebuild(self.database, grace)

    def events(self, wanted: EventFilter | None = None, as_of: dt.date | None = None) -> list[TrackedEvent]:
        """The tracked events, in order of first report; ``as_of``: as that day's articles told it."""
        return asking.events(self.database, wanted or EventFilter(), as_of)

    def entries(self, wanted: EventFilter | None = None, as_of: dt.date | None = None) -> list[Entry]:
        """The events as a list shows them, reports only counted: fast where there are many."""
        return asking.entries(self.database, wanted or EventFilter(), as_of)

    def changes(self, since: dt.date, as_of: dt.date | None = None) -> list[Change]:
        """What changed in the record on ``since`` or later, by day; ``as_of``: as told by that day.

        >>> for change in ledger.changes(dt.date(2023, 4, 1)):  # doctest: +SKIP
        ...     print(change.day, change.kind, change.title, change.move, change.days)
        """
        return asking.changes(self.database, since, as_of)

    def event(self, wanted: str, as_of: dt.date | None = None) -> TrackedEvent:
        """The event with this id, unique start or tail of an id, or unique words of its title.

        Raises ``UnknownEvent`` where there is none, or more than one.
        """
        return asking.event(self.database, wanted, as_of)

    def rule(self, act: RuleAct, *, by: str, why: str, made: dt.date | None = None) -> Ruling:
        """Rule on the record, above what the pages say: merge, split, rename, set an outcome, reject.

        ``by`` and ``why`` are kept with it; ``made`` is the day from which it counts (None: the
        latest publication day in the ledger), so that no earlier ``as_of`` knows of it. It holds
        on to mentions, and so survives reading anew and rebuilding. Raises ``UnknownEvent``, and
        ``BadRuling`` where it cannot be made.

        >>> ledger.rule(Rename("3bb6", "Gulf summit"), by="A. Editor", why="its name")  # doctest: +SKIP
        """
        return ruling.rule(self.database, act, by, why, made)

    def rulings(self) -> list[Ruling]:
        """Every ruling in its order, undone ones too (``Ruling.stands`` tells)."""
        return ruling.rulings(self.database)

    def undo(self, number: int, *, by: str, why: str) -> Ruling:
        """Undo a ruling: it stays listed and has no effect; raises ``BadRuling`` where it cannot be."""
        return ruling.undo(self.database, number, by, why)

    def article(self, document_id: str) -> ReadArticle:
        """An article and its reading; raises ``UnknownArticle``."""
        return asking.article(self.database, document_id)

    def readings(self) -> Iterator[ReadArticle]:
        """Every article with its reading, by document id."""
        return asking.readings(self.database)

    @property
    def view(self) -> LedgerView:
        """The ledger as it stands, for pages that must answer at once."""
        return LedgerView(self.database)

    def bring_up_to_date(self) -> int:
        """Derive tracked events where they are behind the readings; how many there are.

        A ledger that may only be read stays as it is.
        """
        if not self.database.writable:
            return self.view.standing().events
        return tracking.bring_up_to_date(self.database)

    def tables(self) -> Iterator[tuple[str, list[str], Iterator[dict[str, Any]]]]:
        """Every table: its name, columns and rows in order of their keys."""
        return asking.tables(self.database)

    def column_kinds(self) -> dict[str, dict[str, type]]:
        """For every table that ``tables`` gives, the Python type of each column's values."""
        return asking.column_kinds()
