"""From the ledger's readings and rulings to its tracked events.

Between reads the ledger keeps what tracking knows (accounts in their threads, keys, copies), so
that new articles change only the events that they touch. The outcome is that of tracking
everything anew, which is what ``rebuild`` does.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence

from sqlalchemy import Connection, delete, func, insert, select

from slated.document_stage import ReadArticle, tracker_version
from slated.ledger import schema
from slated.ledger.database import Database
from slated.ledger.derived import derived_by, mark_derived
from slated.ledger.facts import all_documents, load
from slated.ledger.kept_rulings import load_rulings
from slated.model import Ruling, TrackedEvent

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
    with database.writing() as connection:
        derive_new(connection)
        return count(connection)


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
    _forget_all(connection)
    derive_new(connection)


def derive_new(connection: Connection, also: Collection[str] = ()) -> None:
    """Track what is not tracked yet, within the caller's transaction.

    ``also`` names documents whose events are to be derived again in any case. Where the tracker is
    another one, or an article that was tracked is gone or was read anew, that is everything.
    """
    from slated.ledger.linking import link_documents

    if _state(connection, schema.LINKED_BY) != tracker_version():
        _forget_all(connection)
    table, known = schema.articles, schema.originals
    new = select(table.c.document_id).where(table.c.document_id.not_in(select(known.c.document_id)))
    link_documents(connection, new, also)
    _set_state(connection, schema.LINKED_BY, tracker_version())
    mark_derived(connection, tracker_version())


def derive_ruled(connection: Connection, ruling: Ruling) -> None:
    """Derive what a ruling changes that was made or undone, within the caller's transaction."""
    from slated.ledger.ruled import derive_ruled as derive_touched

    if is_up_to_date(connection):
        derive_touched(connection, ruling)
    else:
        derive_new(connection, {anchor.document_id for anchor in ruling.anchors})


def is_up_to_date(connection: Connection) -> bool:
    """True where the events, and all that tracking keeps, are of the readings and of this tracker."""
    return derived_by(connection) == tracker_version() and is_linked(connection)


def is_linked(connection: Connection) -> bool:
    """True where all that tracking keeps is of this tracker, though articles read since may wait."""
    return _state(connection, schema.LINKED_BY) == tracker_version()


def _forget_all(connection: Connection) -> None:
    for table in (*schema.DERIVED, *schema.LINKED):
        connection.execute(delete(table))


def derive(connection: Connection, as_of: dt.date | None = None) -> tuple[TrackedEvent, ...]:
    """The tracked events of the ledger's readings, without a change to the ledger."""
    from slated.tracking import track

    wanted = all_documents()
    if as_of is not None:
        table = schema.articles
        wanted = wanted.where(table.c.published.is_(None) | (table.c.published <= as_of.isoformat()))
    return track(load(connection, wanted), as_of, load_rulings(connection), grace(connection))


def grace(connection: Connection) -> dt.timedelta:
    """How long after its last day, and the last word of it, an event of this ledger lapses."""
    from slated.tracking import GRACE

    days = _state(connection, _GRACE)
    return dt.timedelta(days=int(days)) if days is not None else GRACE


def set_grace(connection: Connection, days: int) -> None:
    """Keep the grace, for every view from now on."""
    _set_state(connection, _GRACE, str(days))


def _state(connection: Connection, name: str) -> str | None:
    table = schema.state
    return connection.scalar(select(table.c.value).where(table.c.name == name))


def _set_state(connection: Connection, name: str, value: str | None) -> None:
    connection.execute(delete(schema.state).where(schema.state.c.name == name))
    if value is not None:
        connection.execute(insert(schema.state), {"name": name, "value": value})


def count(connection: Connection) -> int:
    """How many tracked events are written down."""
    return connection.scalar(select(func.count()).select_from(schema.tracked_events)) or 0
