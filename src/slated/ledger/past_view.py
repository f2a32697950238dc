"""The ledger as a day's articles told it: what ``LedgerView`` shows, over the events of that day.

Most events stand on a day as they stand now. The others are written to a file of their own, a small
ledger without articles, which is laid over this one: every table of events is a view of the events
that are kept and those of the file, so that the day is asked as the present is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection, text

from slated.document_stage import ReadArticle
from slated.errors import UnknownArticle, UnknownEvent, UnknownName
from slated.ledger import schema, search, tracking
from slated.ledger.database import Database
from slated.ledger.derived import write_events
from slated.ledger.view import EventOfArticle, LedgerView, Standing
from slated.model import TrackedEvent

_KEPT = "CREATE TABLE kept (event_id TEXT NOT NULL, PRIMARY KEY (event_id)) WITHOUT ROWID"
_OF_DAY = """CREATE TEMP VIEW {0} AS SELECT * FROM main.{0} WHERE event_id IN (SELECT event_id FROM past.kept)
    UNION ALL SELECT * FROM past.{0}"""
_ARTICLES = """CREATE TEMP VIEW articles AS SELECT * FROM main.articles
    WHERE published IS NULL OR published <= '{0}'"""


def write_day(now: Database, day: dt.date | None, path: Path, tracked: bool = False) -> None:
    """Write the events of a day that are not as they are now to a new file, for ``PastDatabase``.

    ``day`` None: as all articles tell them, where the ledger is behind its readings. ``tracked``:
    articles that wait to be tracked need not count yet, as they do not in the present.
    """
    # here, so that looking at the present loads no tracking
    from slated.ledger.past_events import PastEvents, past_events

    with now.reading() as connection:
        stands = tracking.is_linked if tracked else tracking.is_up_to_date
        if day is not None and stands(connection):
            found = past_events(connection, day)
        else:
            found = PastEvents(frozenset(), tracking.derive(connection, day))
    database = Database(path)
    with database.writing() as connection:
        connection.execute(text(_KEPT))
        rows = [{"event_id": event_id} for event_id in sorted(found.kept)]
        if rows:
            connection.execute(text("INSERT INTO kept VALUES (:event_id)"), rows)
        write_events(connection, sorted(found.changed, key=lambda event: event.event_id))
    database.close()


class PastDatabase:
    """Reads a ledger with the events of a day laid over its own, as ``write_day`` wrote them to ``path``."""

    def __init__(self, now: Database, day: dt.date | None, path: Path) -> None:
        self.name = now.name
        self._now, self._day, self._path = now, day or dt.date.max, path

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the ledger as it stood when it was opened, on the day."""
        with self._now.reading(self._lay_over) as connection:
            connection.info[search.LAID_OVER] = True
            yield connection

    def _lay_over(self, driver: Any) -> None:
        driver.execute("ATTACH DATABASE ? AS past", (str(self._path),))
        for table in schema.DERIVED:
            driver.execute(_OF_DAY.format(table.name))
        driver.execute(_ARTICLES.format(self._day.isoformat()))


@contextmanager
def looking_back(now: Database, day: dt.date | None) -> Iterator[PastDatabase]:
    """The ledger on a day, for as long as the block lasts."""
    with TemporaryDirectory(prefix="slated-") as folder:
        path = Path(folder) / "day.db"
        write_day(now, day, path)
        yield PastDatabase(now, day, path)


class PastView(LedgerView):
    """The ledger as of a day, over what ``write_day`` wrote for it."""

    arms = (("main.", " AND event_id IN (SELECT event_id FROM past.kept)"), ("past.", ""))

    def __init__(self, now: Database, day: dt.date, path: Path) -> None:
        super().__init__(PastDatabase(now, day, path))
        self._now = LedgerView(now)
        self.day = day

    def standing(self) -> Standing:
        """How the ledger stood: only its articles up to the day count."""
        return self._standing(self.day)

    def event(self, wanted: str) -> TrackedEvent:
        """The event meant by an id, its tail or words of its title; raises ``UnknownEvent``."""
        try:
            return super().event(wanted)
        except UnknownEvent:
            later = self._now.event(wanted)
            first = next((report.published for report in later.reports if report.published), None)
            if first is None or first <= self.day:
                raise
        raise UnknownEvent(
            f"by {self.day} nobody had told of {later.title!r}: the first report of it is of {first}"
        )

    def article(self, document_id: str) -> tuple[ReadArticle, tuple[EventOfArticle, ...]]:
        """An article with its reading, and the events it reports on; raises ``UnknownArticle``."""
        try:
            return super().article(document_id)
        except UnknownArticle:
            self._now.article(document_id)
        raise UnknownArticle(f"the article {document_id!r} was published after {self.day}")

    def names_like(self, question: str, count: int = 20) -> list[search.NameHit]:
        """Names of events, actors, sources, places and outlets, spelt about so."""
        with self.database.reading() as connection:
            hits = search.names_like(connection, question, 10 * count)
            used = [hit for hit in search.counted(connection, hits) if hit.uses]
        return search.likest(used, count)

    def names(self, kind: search.NameKind, key: str) -> list[str]:
        """How the actor, source, place or outlet with this key is spelt; raises ``UnknownName``."""
        with self.database.reading() as connection:
            found = search.counted(connection, search.spelt(connection, kind, key))
        names = [hit.name for hit in sorted(found, key=lambda h: (-h.uses, h.name)) if hit.uses]
        if not names:
            raise UnknownName(f"up to {self.day} the ledger knows no {kind} {key!r}")
        return names
