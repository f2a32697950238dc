"""Tracked events in a line each: what a list of them shows, without their articles' texts."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from slated.ledger import schema
from slated.ledger.codec import Row, Words, from_row, loads
from slated.ledger.database import rows_of
from slated.model import EventPlace, Participant, Revision, Span, TrackedEvent, Window
from slated.model.tracked import TrackedStatus

_NO_WORDS = Words("", "")
_AT_ONCE = 400  # event ids in one query


@dataclass(frozen=True, slots=True)
class EventLine:
    """A tracked event without its reports: how many ``reports`` there are, of how many ``origins``."""

    event_id: str
    title: str
    event_class: str
    status: TrackedStatus
    window: Window | None
    participants: tuple[Participant, ...]
    places: tuple[EventPlace, ...]
    first_reported: dt.date | None
    last_reported: dt.date | None
    reports: int
    origins: int
    revisions: tuple[Revision, ...]


@dataclass(frozen=True, slots=True)
class Latest:
    """The latest report of an event: who told it, on which day, in which words, how firmly."""

    source_id: str
    outlet: str | None
    url: str | None
    published: dt.date | None
    words: str
    grade: str | None


def latest_of(event: TrackedEvent) -> Latest:
    """The latest report of an event."""
    report = event.reports[-1]
    words = report.evidence[0].text if report.evidence else ""
    grade = report.hedge.grade if report.hedge else None
    return Latest(report.source_id, report.outlet, report.url, report.published, words, grade)


def load_latest(connection: Connection, wanted: Sequence[str]) -> dict[str, Latest]:
    """The latest reports of the events with these ids."""
    cuts = (wanted[first : first + _AT_ONCE] for first in range(0, len(wanted), _AT_ONCE))
    return {event_id: told for some in cuts for event_id, told in _load_latest(connection, some).items()}


def _load_latest(connection: Connection, wanted: Sequence[str]) -> dict[str, Latest]:
    last, other, articles = schema.reports, schema.reports.alias(), schema.articles
    newest = select(func.max(other.c.position)).where(other.c.event_id == last.c.event_id).scalar_subquery()
    query = (
        select(
            last, articles.c.source_id, articles.c.outlet, articles.c.url, articles.c.title, articles.c.text
        )
        .join_from(last, articles, articles.c.document_id == last.c.document_id)
        .where(last.c.event_id.in_(wanted), last.c.position == newest)
    )
    return {row["event_id"]: _latest(row) for row in rows_of(connection, query)}


def _latest(row: Row) -> Latest:
    evidence = loads(tuple[Span, ...], row["evidence"], Words(row["text"], row["title"] or ""))
    day = dt.date.fromisoformat(row["published"]) if row["published"] else None
    words = evidence[0].text if evidence else ""
    return Latest(row["source_id"], row["outlet"], row["url"], day, words, row["hedge_grade"])


def line_of(event: TrackedEvent) -> EventLine:
    """The line of an event."""
    days = [report.published for report in event.reports if report.published]
    return EventLine(
        event.event_id,
        event.title,
        event.event_class,
        event.status,
        event.window,
        event.participants,
        _without_spans(event.places),
        min(days, default=None),
        max(days, default=None),
        len(event.reports),
        len({report.origin for report in event.reports}),
        event.revisions,
    )


def load_lines(connection: Connection, wanted: Sequence[str]) -> list[EventLine]:
    """The lines of the events with these ids, in the order of the ids; unknown ids are left out."""
    cuts = (wanted[first : first + _AT_ONCE] for first in range(0, len(wanted), _AT_ONCE))
    return [line for some in cuts for line in _load_some(connection, some)]


def _load_some(connection: Connection, wanted: Sequence[str]) -> list[EventLine]:
    table = schema.tracked_events
    found = rows_of(connection, select(table).where(table.c.event_id.in_(wanted)))
    rows = {row["event_id"]: row for row in found}
    parts = {
        name: _by_event(connection, name, wanted)
        for name in ("event_participants", "event_places", "revisions")
    }
    counts = _counts(connection, wanted)
    return [
        _line(rows[event_id], {n: those[event_id] for n, those in parts.items()}, counts[event_id])
        for event_id in wanted
        if event_id in rows
    ]


def _by_event(connection: Connection, name: str, wanted: Sequence[str]) -> dict[str, list[Row]]:
    table = schema.metadata.tables[name]
    query = select(table).where(table.c.event_id.in_(wanted)).order_by(*table.primary_key.columns)
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in rows_of(connection, query):
        grouped[row["event_id"]].append(row)
    return grouped


def _counts(connection: Connection, wanted: Sequence[str]) -> dict[str, tuple[int, int]]:
    table = schema.reports
    query = select(table.c.event_id, func.count(), func.count(table.c.origin.distinct()))
    rows = connection.execute(query.where(table.c.event_id.in_(wanted)).group_by(table.c.event_id))
    found = {event_id: (reports, origins) for event_id, reports, origins in rows}
    return {event_id: found.get(event_id, (0, 0)) for event_id in wanted}


def _line(row: Row, parts: dict[str, list[Row]], counts: tuple[int, int]) -> EventLine:
    first, last, told, retold = (
        dt.date.fromisoformat(row[name]) if row[name] else None
        for name in ("earliest", "latest", "first_reported", "last_reported")
    )
    return EventLine(
        row["event_id"],
        row["title"],
        row["event_class"],
        row["status"],
        Window(first, last) if first or last else None,
        tuple(from_row(Participant, p, _NO_WORDS) for p in parts["event_participants"]),
        _without_spans(_place(p) for p in parts["event_places"]),
        told,
        retold,
        *counts,
        tuple(from_row(Revision, r, _NO_WORDS) for r in parts["revisions"]),
    )


def _place(row: Row) -> EventPlace:
    return EventPlace(row["name"], row["key"], row["standing"])


def _without_spans(places: Iterable[EventPlace]) -> tuple[EventPlace, ...]:
    return tuple(EventPlace(place.name, place.key, place.standing) for place in places)
