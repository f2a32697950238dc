"""What can be asked of a ledger."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, select

from slated.document_stage import ReadArticle, tracker_version
from slated.errors import UnknownArticle, UnknownEvent
from slated.ledger import schema, tracking
from slated.ledger.database import Database
from slated.ledger.derived import derived_by, load_events, titles
from slated.ledger.diary import entry_of, load_changes, load_entries
from slated.ledger.facts import all_documents, load
from slated.ledger.filters import EventFilter, folded
from slated.model import Change, Entry, TrackedEvent

_CHOICES = 3  # titles named where a word fits several


def events(database: Database, wanted: EventFilter, as_of: dt.date | None) -> list[TrackedEvent]:
    """See ``Ledger.events``."""
    with _reading(database, as_of) as connection:
        return [event for event in load_events(connection) if wanted.matches(event)]


def entries(database: Database, wanted: EventFilter, as_of: dt.date | None) -> list[Entry]:
    """See ``Ledger.entries``."""
    if wanted.needs_words:
        return [entry_of(event) for event in events(database, wanted, as_of)]
    with _reading(database, as_of) as connection:
        return [entry for entry in load_entries(connection) if wanted.matches_entry(entry)]


def changes(database: Database, since: dt.date, as_of: dt.date | None) -> list[Change]:
    """See ``Ledger.changes``."""
    with _reading(database, as_of) as connection:
        return load_changes(connection, since, tracking.grace(connection))


def event(database: Database, wanted: str, as_of: dt.date | None) -> TrackedEvent:
    """See ``Ledger.event``."""
    with _reading(database, as_of) as connection:
        return load_events(connection, [choose(wanted, titles(connection))])[0]


def choose(wanted: str, known: Sequence[tuple[str, str]]) -> str:
    """The id meant by an id, its start, its tail, or words of a title; raises ``UnknownEvent``."""
    if any(event_id == wanted for event_id, _ in known):
        return wanted
    fitting = [
        (i, title) for i, title in known if wanted and (i.startswith(wanted) or i.endswith(f"-{wanted}"))
    ]
    words = folded(wanted).split()
    if not fitting and words:
        fitting = [(i, title) for i, title in known if all(word in folded(title).split() for word in words)]
    if len(fitting) == 1:
        return fitting[0][0]
    if not fitting:
        raise UnknownEvent(f"no tracked event is called {wanted!r}: `slated events` lists them")
    named = ", ".join(f"{title} ({event_id})" for event_id, title in fitting[:_CHOICES])
    more = f" and {len(fitting) - _CHOICES} more" if len(fitting) > _CHOICES else ""
    raise UnknownEvent(f"{wanted!r} fits {len(fitting)} tracked events: {named}{more}")


def article(database: Database, document_id: str) -> ReadArticle:
    """See ``Ledger.article``."""
    table = schema.articles
    with database.reading() as connection:
        found = load(connection, select(table.c.document_id).where(table.c.document_id == document_id))
        for read in found:
            return read
    raise UnknownArticle(f"the ledger holds no article {document_id!r}")


def readings(database: Database) -> Iterator[ReadArticle]:
    """See ``Ledger.readings``."""
    with database.reading() as connection:
        yield from load(connection, all_documents())


def tables(database: Database) -> Iterator[tuple[str, list[str], Iterator[dict[str, Any]]]]:
    """See ``Ledger.tables``."""
    _bring_up_to_date(database)
    with database.reading() as connection:
        for table in (*schema.FACTS, *schema.RULED, *schema.DERIVED):
            rows = connection.execute(select(table).order_by(*table.primary_key.columns))
            yield (
                table.name,
                [column.name for column in table.columns],
                (dict(row) for row in rows.mappings()),
            )


def column_kinds() -> dict[str, dict[str, type]]:
    """See ``Ledger.column_kinds``."""
    tables = schema.metadata.tables.values()
    return {table.name: {c.name: c.type.python_type for c in table.columns} for table in tables}


def _bring_up_to_date(database: Database) -> None:
    """A read that was cut short, or an older tracker, left events behind the readings."""
    if database.writable:
        tracking.bring_up_to_date(database)


@contextmanager
def _reading(database: Database, as_of: dt.date | None) -> Iterator[Connection]:
    """A connection to the ledger as it stands, or as it stood on a day.

    A ledger that may not be written and is behind its readings is seen as they tell it.
    """
    from slated.ledger.past_view import looking_back

    _bring_up_to_date(database)
    with database.reading() as connection:
        stands = as_of is None and derived_by(connection) == tracker_version()
        if stands:
            yield connection
            return
    with looking_back(database, as_of) as past, past.reading() as connection:
        yield connection
