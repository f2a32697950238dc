"""Lists that need no reports: entries of events, and what changed since a day."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, and_, or_, select

from slated.ledger import schema
from slated.ledger.codec import Words, from_row
from slated.ledger.database import rows_of
from slated.model import Change, Entry, EventPlace, Outcome, Revision, Ruling, TrackedEvent, Window
from slated.tracking.changes import ENDS, Standing, changes_of, in_order, standing_of
from slated.tracking.moves import is_move

_NO_WORDS = Words("", "")
_AT_ONCE = 400
_OF_EVENT = ("event_id", "title", "event_class", "status", "earliest", "latest")
_REPORTED = ("first_reported", "last_reported", "reports", "origins", "moved")


def entry_of(event: TrackedEvent) -> Entry:
    """The entry of an event."""
    days = sorted(r.published for r in event.reports if r.published)
    return Entry(
        event.event_id,
        event.title,
        event.event_class,
        event.status,
        event.window,
        tuple(EventPlace(p.name, p.key, p.standing) for p in event.places),
        days[0] if days else None,
        days[-1] if days else None,
        len(event.reports),
        len({r.origin for r in event.reports}),
        sum(is_move(r) for r in event.revisions),
    )


def load_entries(connection: Connection, wanted: Sequence[str] | None = None) -> list[Entry]:
    """The entries of the events with these ids (all by default), in order of first report, then id.

    There may be as many ids as one query takes.
    """
    table, places = schema.tracked_events, schema.event_places
    found = select(*(table.c[name] for name in (*_OF_EVENT, *_REPORTED)))
    placed = select(places.c.event_id, places.c.name, places.c.key, places.c.standing)
    if wanted is not None:
        found, placed = (
            query.where(query.selected_columns.event_id.in_(wanted)) for query in (found, placed)
        )
    where: dict[str, list[EventPlace]] = defaultdict(list)
    for event_id, *place in connection.execute(placed.order_by(places.c.event_id, places.c.position)):
        where[event_id].append(EventPlace(*place))
    ordered = found.order_by(table.c.first_reported.is_(None), table.c.first_reported, table.c.event_id)
    return [
        Entry(
            event_id,
            title,
            event_class,
            status,
            _window(earliest, latest),
            tuple(where.get(event_id, ())),
            _day(told),
            _day(retold),
            *counts,
        )
        for event_id, title, event_class, status, earliest, latest, told, retold, *counts in (
            connection.execute(ordered)
        )
    ]


def load_changes(connection: Connection, since: dt.date, grace: dt.timedelta) -> list[Change]:
    """What changed on that day or later, read off the derived tables."""
    wanted = _perhaps_changed(connection, since, grace)
    changes = (
        c for s in _standings(connection, wanted, since.isoformat()) for c in changes_of(s, since, grace)
    )
    return in_order(changes)


def changes_among(events: Iterable[TrackedEvent], since: dt.date, grace: dt.timedelta) -> list[Change]:
    """What changed on that day or later in these events."""
    return in_order(c for e in events for c in changes_of(standing_of(e), since, grace))


def _perhaps_changed(connection: Connection, since: dt.date, grace: dt.timedelta) -> list[str]:
    events, revisions = schema.tracked_events, schema.revisions
    outcomes, rulings = schema.outcomes, schema.event_rulings
    day = since.isoformat()
    told = since - grace - dt.timedelta(days=1) if since.toordinal() > grace.days + 1 else dt.date.min
    lapsed = select(outcomes.c.event_id).where(outcomes.c.status == "lapsed")
    queries = (
        select(events.c.event_id).where(events.c.first_reported >= day),
        select(revisions.c.event_id).where(revisions.c.as_of >= day).distinct(),
        lapsed.where(outcomes.c.latest >= told.isoformat()),
        lapsed.join(events, events.c.event_id == outcomes.c.event_id).where(
            events.c.last_reported >= told.isoformat()
        ),
        select(rulings.c.event_id).where(rulings.c.kind == "outcome", rulings.c.made >= day),
    )
    return sorted({event_id for query in queries for event_id in connection.scalars(query)})


def _standings(connection: Connection, wanted: Sequence[str], since: str) -> Iterable[Standing]:
    table = schema.tracked_events
    names = ("event_id", "title", "status", "earliest", "latest", "first_reported", "last_reported")
    query = select(*(table.c[name] for name in names))
    for first in range(0, len(wanted), _AT_ONCE):
        ids = wanted[first : first + _AT_ONCE]
        revisions = _revisions(connection, ids, since)
        outcomes = _outcomes(connection, ids)
        rulings = _rulings(connection, ids)
        rows = connection.execute(query.where(table.c.event_id.in_(ids)))
        for event_id, title, status, earliest, latest, told, retold in rows:
            yield Standing(
                event_id,
                title,
                status,
                _window(earliest, latest),
                _day(told),
                _day(retold),
                outcomes.get(event_id),
                tuple(revisions.get(event_id, ())),
                tuple(rulings.get(event_id, ())),
            )


def _revisions(connection: Connection, ids: Sequence[str], since: str) -> dict[str, list[Revision]]:
    """The revisions since that day that may be told; of an event new by then only how it ended is."""
    table, events = schema.revisions, schema.tracked_events
    names = ("event_id", "as_of", "what", "before", "after", "move", "days", "by")
    new = select(events.c.event_id).where(events.c.event_id.in_(ids), events.c.first_reported >= since)
    query = select(*(table.c[name] for name in names)).where(
        table.c.event_id.in_(ids),
        table.c.as_of >= since,
        or_(and_(table.c.what == "status", table.c.after.in_(ENDS)), table.c.event_id.not_in(new)),
    )
    found: dict[str, list[Revision]] = defaultdict(list)
    rows = connection.execute(query.order_by(table.c.event_id, table.c.position))
    for event_id, as_of, what, before, after, move, days, by in rows:
        told = () if by == "[]" else tuple(json.loads(by))
        found[event_id].append(Revision(_day(as_of), what, before, after, (), move, days, told))
    return found


def _outcomes(connection: Connection, ids: Sequence[str]) -> dict[str, Outcome]:
    table = schema.outcomes
    columns = (table.c.event_id, table.c.status, table.c.earliest, table.c.latest, table.c.report)
    rows = connection.execute(select(*columns, table.c.ruling).where(table.c.event_id.in_(ids)))
    return {
        event_id: Outcome(status, _window(earliest, latest), report, ruling)
        for event_id, status, earliest, latest, report, ruling in rows
    }


def _rulings(connection: Connection, ids: Sequence[str]) -> dict[str, list[Ruling]]:
    table = schema.event_rulings
    found: dict[str, list[Ruling]] = defaultdict(list)
    query = select(table).where(table.c.event_id.in_(ids)).order_by(*table.primary_key.columns)
    for row in rows_of(connection, query):
        found[row["event_id"]].append(from_row(Ruling, {**row, "anchors": "[]"}, _NO_WORDS))
    return found


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _window(earliest: str | None, latest: str | None) -> Window | None:
    return Window(_day(earliest), _day(latest)) if earliest or latest else None
