"""Tracked events in the ledger: derived from the facts, written and read back."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection, delete, insert, select

from slated.ledger import schema
from slated.ledger.codec import Row, Words, from_row, to_row
from slated.ledger.database import add_rows, rows_of
from slated.ledger.diary import entry_of
from slated.model import (
    Contradiction,
    EventPlace,
    Outcome,
    Participant,
    Report,
    Revision,
    Ruling,
    Source,
    TrackedEvent,
)

_DERIVED_BY = "derived_by"
_NESTED = ("participants", "places", "reports", "revisions", "contradictions", "rulings")
_OF_ARTICLE = ("source_id", "outlet", "url")
_NO_WORDS = Words("", "")
_AT_ONCE = 200  # event ids in one query
DocumentOf = Callable[[EventPlace, TrackedEvent], str | None]


def derived_by(connection: Connection) -> str | None:
    """The version of the tracker that made the derived tables, None where they are behind."""
    table = schema.state
    return connection.scalar(select(table.c.value).where(table.c.name == _DERIVED_BY))


def mark_derived(connection: Connection, version: str | None) -> None:
    """Note which tracker made the derived tables, or that they are behind (None)."""
    connection.execute(delete(schema.state).where(schema.state.c.name == _DERIVED_BY))
    if version is not None:
        connection.execute(insert(schema.state), {"name": _DERIVED_BY, "value": version})


def replace_events(connection: Connection, events: Iterable[TrackedEvent]) -> None:
    """Empty the derived tables and write these events."""
    for table in schema.DERIVED:
        connection.execute(delete(table))
    write_events(connection, events)


def write_events(connection: Connection, events: Iterable[TrackedEvent]) -> None:
    """Write events that are not there."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for event in events:
        for table, those in _rows(event).items():
            rows[table] += those
    add_rows(connection, rows)


def delete_events(connection: Connection, events: Sequence[str]) -> None:
    """Delete all that is written of events, by their ids."""
    for first in range(0, len(events), _AT_ONCE):
        for table in schema.DERIVED:
            connection.execute(delete(table).where(table.c.event_id.in_(events[first : first + _AT_ONCE])))


def load_events(connection: Connection, wanted: Sequence[str] | None = None) -> list[TrackedEvent]:
    """The events with these ids (all by default), in order of first report, then id."""
    table = schema.tracked_events
    found = select(table).order_by(table.c.first_reported.is_(None), table.c.first_reported, table.c.event_id)
    if wanted is not None:
        found = found.where(table.c.event_id.in_(wanted))
    rows = list(rows_of(connection, found))
    events: list[TrackedEvent] = []
    for first in range(0, len(rows), _AT_ONCE):
        events += _load_some(connection, rows[first : first + _AT_ONCE])
    return events


def titles(connection: Connection) -> list[tuple[str, str]]:
    """The id and title of every event."""
    table = schema.tracked_events
    rows = connection.execute(select(table.c.event_id, table.c.title).order_by(table.c.event_id))
    return [(event_id, title) for event_id, title in rows]


def _rows(event: TrackedEvent) -> dict[str, list[Row]]:
    key = {"event_id": event.event_id}
    entry = entry_of(event)
    main = (
        key | standing_row(event) | {name: getattr(entry, name) for name in ("reports", "origins", "moved")}
    )
    main["first_reported"] = _iso(entry.first_reported)
    rows = {"tracked_events": [main], **few_rows(event, _document_of), **told_rows(event, (0, 0, 0))}
    rows["event_rulings"] = [key | {"position": i} | _without_anchors(r) for i, r in enumerate(event.rulings)]
    return rows


def standing_row(event: TrackedEvent) -> Row:
    """What an event's own row says of how it stands and when it was last reported."""
    days = [r.published for r in event.reports if r.published]
    cells = {name: getattr(event, name) for name in ("title", "event_class", "status")}
    return cells | _window(event) | {"last_reported": _iso(max(days, default=None))}


def few_rows(event: TrackedEvent, document_of: DocumentOf) -> dict[str, list[Row]]:
    """The rows of the tables that hold few rows an event, however many reports it has."""
    key = {"event_id": event.event_id}
    places = []
    for position, place in enumerate(event.places):
        document = document_of(place, event) if place.span is not None else None
        traced = place if document else replace(place, span=None)
        places.append(key | {"position": position, "document_id": document} | to_row(traced))
    return {
        "event_participants": [key | {"position": i} | to_row(p) for i, p in enumerate(event.participants)],
        "event_places": places,
        "outcomes": [key | to_row(event.outcome)] if event.outcome else [],
    }


def told_rows(event: TrackedEvent, before: tuple[int, int, int]) -> dict[str, list[Row]]:
    """The rows of its reports, revisions and contradictions, ``before`` so many of each stand already."""
    key = {"event_id": event.event_id}
    rows: dict[str, list[Row]] = defaultdict(list)
    for position, report in enumerate(event.reports, before[0]):
        where = key | {"position": position}
        cells = to_row(report)
        rows["reports"].append(where | {name: v for name, v in cells.items() if name in _REPORT_COLUMNS})
        rows["report_places"] += [where | {"place": i} | to_row(p) for i, p in enumerate(report.places)]
        rows["report_sources"] += [where | {"source": i} | to_row(s) for i, s in enumerate(report.sources)]
    rows["revisions"] = [key | {"position": i} | to_row(r) for i, r in enumerate(event.revisions, before[1])]
    rows["contradictions"] = [
        key | {"position": i} | to_row(c) for i, c in enumerate(event.contradictions, before[2])
    ]
    return rows


def _without_anchors(ruling: Ruling) -> Row:
    row = to_row(ruling)
    del row["anchors"]
    return row


_REPORT_COLUMNS = frozenset(column.name for column in schema.reports.columns)


def _window(event: TrackedEvent) -> Row:
    bounds = (event.window.earliest, event.window.latest) if event.window else (None, None)
    return dict(zip(("earliest", "latest"), map(_iso, bounds), strict=True))


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _document_of(place: EventPlace, event: TrackedEvent) -> str | None:
    """The article that the place's words stand in: the latest report that has a place there."""
    where = _characters(place)
    with_it = (r.document_id for r in reversed(event.reports) if where in map(_characters, r.places))
    return next(with_it, None)


def _characters(place: EventPlace) -> tuple[int, int, str] | None:
    span = place.span
    return None if span is None else (span.start, span.end, span.part)


def _load_some(connection: Connection, rows: Sequence[Row]) -> list[TrackedEvent]:
    ids = [row["event_id"] for row in rows]
    parts = {table.name: _by_event(connection, table.name, ids) for table in schema.DERIVED}
    documents = {row["document_id"] for those in parts["reports"].values() for row in those}
    documents |= {row["document_id"] for those in parts["event_places"].values() for row in those} - {None}
    articles = _articles(connection, documents)
    return [
        _event(row, {name: those[row["event_id"]] for name, those in parts.items()}, articles) for row in rows
    ]


def _by_event(connection: Connection, name: str, ids: Sequence[str]) -> dict[str, list[Row]]:
    table = schema.metadata.tables[name]
    rows = select(table).where(table.c.event_id.in_(ids)).order_by(*table.primary_key.columns)
    grouped: dict[str, list[Row]] = {event_id: [] for event_id in ids}
    for row in rows_of(connection, rows):
        grouped[row["event_id"]].append(row)
    return grouped


def _articles(connection: Connection, documents: Iterable[str]) -> dict[str, Row]:
    table = schema.articles
    columns = [table.c[name] for name in ("document_id", "title", "text", *_OF_ARTICLE)]
    wanted = sorted(documents)
    found: dict[str, Row] = {}
    for first in range(0, len(wanted), _AT_ONCE):
        query = select(*columns).where(table.c.document_id.in_(wanted[first : first + _AT_ONCE]))
        found |= {row["document_id"]: row for row in rows_of(connection, query)}
    return found


def _event(
    row: Row,
    parts: Mapping[str, Sequence[Row]],
    articles: Mapping[str, Row],
) -> TrackedEvent:
    words = {document: Words(a["text"], a["title"] or "") for document, a in articles.items()}
    places = _by_position(parts["report_places"])
    sources = _by_position(parts["report_sources"])
    bare = {**row, **dict.fromkeys(_NESTED, "[]"), "outcome_status": None}
    return replace(
        from_row(TrackedEvent, bare, _NO_WORDS),
        participants=tuple(from_row(Participant, p, _NO_WORDS) for p in parts["event_participants"]),
        places=tuple(
            from_row(EventPlace, p, words.get(p["document_id"], _NO_WORDS)) for p in parts["event_places"]
        ),
        reports=tuple(
            _report(r, places[r["position"]], sources[r["position"]], articles[r["document_id"]])
            for r in parts["reports"]
        ),
        revisions=tuple(from_row(Revision, r, _NO_WORDS) for r in parts["revisions"]),
        contradictions=tuple(from_row(Contradiction, c, _NO_WORDS) for c in parts["contradictions"]),
        rulings=tuple(from_row(Ruling, {**r, "anchors": "[]"}, _NO_WORDS) for r in parts["event_rulings"]),
        outcome=next((from_row(Outcome, o, _NO_WORDS) for o in parts["outcomes"]), None),
    )


def _by_position(rows: Sequence[Row]) -> dict[int, list[Row]]:
    grouped: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row["position"]].append(row)
    return grouped


def _report(row: Row, places: Sequence[Row], sources: Sequence[Row], article: Row) -> Report:
    words = Words(article["text"], article["title"] or "")
    bare = {**row, **{name: article[name] for name in _OF_ARTICLE}, "places": "[]", "sources": "[]"}
    return replace(
        from_row(Report, bare, words),
        places=tuple(from_row(EventPlace, place, words) for place in places),
        sources=tuple(from_row(Source, source, words) for source in sources),
    )
