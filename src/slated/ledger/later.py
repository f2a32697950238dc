"""Events that go on: only what new articles change of them is written, and how far each is kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence

from sqlalchemy import BindParameter, Connection, Table, bindparam, delete, func, select, update

from slated.ledger import schema
from slated.ledger.codec import Row, Words, dumps, loads
from slated.ledger.database import add_rows, rows_of
from slated.ledger.derived import few_rows, standing_row, told_rows
from slated.ledger.shelf import in_parts
from slated.model import EventPlace, TrackedEvent
from slated.tracking.derive import Derived, Progress, Telling, characters
from slated.tracking.moves import is_move

_NO_WORDS = Words("", "")
_TOLD = {"reports": 0, "report_places": 0, "report_sources": 0, "revisions": 1, "contradictions": 2}
"""Tables of which a progress says how many positions an event has in them: which of its counts."""

_FEW = ("event_participants", "event_places", "outcomes")


def load_progress(connection: Connection, families: Collection[str]) -> dict[str, Progress]:
    """How far the events of these groups of threads are derived, where that is kept."""
    table = schema.progress
    found: dict[str, Progress] = {}
    for some in in_parts(families):
        rows = connection.execute(select(table.c.family, table.c.told).where(table.c.family.in_(some)))
        found |= {family: loads(Progress, told, _NO_WORDS) for family, told in rows}
    return found


def write_progress(connection: Connection, progress: Mapping[str, Progress]) -> None:
    """Keep how far the events of these groups are derived."""
    table = schema.progress
    for some in in_parts(progress):
        connection.execute(delete(table).where(table.c.family.in_(some)))
    add_rows(connection, {table.name: [{"family": f, "told": dumps(p)} for f, p in sorted(progress.items())]})


def last_tellings(connection: Connection, event_id: str, before: Progress) -> list[Telling]:
    """What is told of an event from the day on of which its progress is."""
    table = schema.reports
    query = select(table.c.document_id, table.c.mentions).where(
        table.c.event_id == event_id, table.c.position >= len(before.sketches)
    )
    rows = connection.execute(query.order_by(table.c.position))
    return [(document, loads(tuple[int, ...], mentions, _NO_WORDS)) for document, mentions in rows]


def write_later(connection: Connection, made: Sequence[Derived]) -> None:
    """Write what became of events that are there: what was told of them before stays as it is."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for d in made:
        for name, those in told_rows(d.event, d.before.counts).items():
            rows[name] += those
    for name, counted in _TOLD.items():
        table = schema.metadata.tables[name]
        later = delete(table).where(
            table.c.event_id == bindparam("event"), table.c.position >= bindparam("first")
        )
        if made:
            cuts = [{"event": d.event.event_id, "first": d.before.counts[counted]} for d in made]
            connection.execute(later, cuts)
    add_rows(connection, rows)
    _write_few(connection, made)
    _write_standing(connection, made)


def _write_few(connection: Connection, made: Sequence[Derived]) -> None:
    """Write the rows of the small tables where they are not as they were: search follows each."""
    ids = [d.event.event_id for d in made]
    new = {d.event.event_id: few_rows(d.event, _document_of(d)) for d in made}
    for name in _FEW:
        table = schema.metadata.tables[name]
        before = _by_event(connection, table, ids)
        changed = [i for i in ids if new[i][name] != before.get(i, [])]
        for some in in_parts(changed):
            connection.execute(delete(table).where(table.c.event_id.in_(some)))
        add_rows(connection, {name: [row for i in changed for row in new[i][name]]})


def _document_of(derived: Derived) -> Callable[[EventPlace, TrackedEvent], str | None]:
    def document_of(place: EventPlace, event: TrackedEvent) -> str | None:
        return derived.traced.get(characters(place.span)) if place.span is not None else None

    return document_of


def _by_event(connection: Connection, table: Table, ids: Sequence[str]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for some in in_parts(ids):
        query = select(table).where(table.c.event_id.in_(some)).order_by(*table.primary_key.columns)
        for row in rows_of(connection, query):
            found[row["event_id"]].append(row)
    return found


def _write_standing(connection: Connection, made: Sequence[Derived]) -> None:
    """Write how the events stand now; a title only where it is another, since search follows it."""
    if not made:
        return
    table, reports = schema.tracked_events, schema.reports
    rows = [_standing(d) for d in made]
    titles = {row["event"]: row.pop("title") for row in rows}
    its_own = table.c.event_id == bindparam("event")
    origins = select(func.count(reports.c.origin.distinct())).where(reports.c.event_id == bindparam("event"))
    cells: dict[str, BindParameter[object]] = {name: bindparam(name) for name in rows[0] if name != "event"}
    connection.execute(update(table).where(its_own).values(**cells, origins=origins.scalar_subquery()), rows)
    for some in in_parts(titles):
        found = connection.execute(select(table.c.event_id, table.c.title).where(table.c.event_id.in_(some)))
        for event_id, title in found.all():
            if title != titles[event_id]:
                renamed = update(table).where(table.c.event_id == event_id)
                connection.execute(renamed.values(title=titles[event_id]))


def _standing(derived: Derived) -> Row:
    event, before = derived.event, derived.before
    return standing_row(event) | {
        "event": event.event_id,
        "reports": len(before.sketches) + len(event.reports),
        "moved": before.moved + sum(is_move(r) for r in event.revisions),
    }
