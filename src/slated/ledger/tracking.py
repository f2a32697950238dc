"""From the ledger's readings and rulings to its tracked events."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import Connection, delete, func, insert, select

from slated.document_stage import ReadArticle, tracker_version
from slated.ledger import schema
from slated.ledger.database import Database
from slated.ledger.derived import derived_by, mark_derived, replace_events
from slated.ledger.facts import all_documents, load
from slated.ledger.kept_rulings import load_rulings
from slated.model import TrackedEvent

_GRACE = "grace"


def take_in(connection: Connection, fresh: Sequence[ReadArticle]) -> None:
    """Note, in the transaction that wrote them, that new readings wait to be tracked."""
    del fresh
    mark_derived(connection, None)


def bring_up_to_date(database: Database) -> int:
    """Derive tracked events where they are behind the readings; how many there are."""
    with database.reading() as connection:
        if derived_by(connection) == tracker_version():
            return count(connection)
    return rebuild(database)


def rebuild(database: Database, grace: int | None = None) -> int:
    """Derive every tracked event again, in one transaction; how many there are.

    ``grace``: the days before a lapse, kept from now on (None: as kept).
    """
    with database.writing() as connection:
        if grace is not None:
            set_grace(connection, grace)
        derive_again(connection)
        return count(connection)


def derive_again(connection: Connection) -> None:
    """Derive every tracked event again, within the caller's transaction."""
    replace_events(connection, derive(connection))
    mark_derived(connection, tracker_version())


def derive(connection: Connection, as_of: dt.date | None = None) -> tuple[TrackedEvent, ...]:
    """The tracked events of the ledger's readings, without a change to the ledger."""
    from slated.tracking import track

    articles = load(connection, all_documents())
    return track(articles, as_of, load_rulings(connection), grace(connection))


def grace(connection: Connection) -> dt.timedelta:
    """How long after its last day, and the last word of it, an event of this ledger lapses."""
    from slated.tracking import GRACE

    days = connection.scalar(select(schema.state.c.value).where(schema.state.c.name == _GRACE))
    return dt.timedelta(days=int(days)) if days is not None else GRACE


def set_grace(connection: Connection, days: int) -> None:
    """Keep the grace, for every view from now on."""
    connection.execute(delete(schema.state).where(schema.state.c.name == _GRACE))
    connection.execute(insert(schema.state), {"name": _GRACE, "value": str(days)})


def count(connection: Connection) -> int:
    """How many tracked events are written down."""
    return connection.scalar(select(func.count()).select_from(schema.tracked_events)) or 0
