"""Tracked events in a line each: what a list of them shows, without their articles' texts."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, fields

from sqlalchemy import Connection, select

from slated.ledger import schema
from slated.ledger.codec import Row, Words, from_row, loads
from slated.ledger.database import rows_of
from slated.ledger.diary import entry_of, load_entries
from slated.model import Entry, Participant, Revision, Span, TrackedEvent

_NO_WORDS = Words("", "")
_AT_ONCE = 400  # event ids in one query


@dataclass(frozen=True, slots=True)
class EventLine(Entry):
    """A tracked event without its reports: its entry, those who take part, and how it moved."""

    participants: tuple[Participant, ...]
    revisions: tuple[Revision, ...]

    @classmethod
    def of(
        cls, entry: Entry, participants: tuple[Participant, ...], revisions: tuple[Revision, ...]
    ) -> EventLine:
        """The line of the event with this entry."""
        cells = {field.name: getattr(entry, field.name) for field in fields(Entry)}
        return cls(**cells, participants=participants, revisions=revisions)


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
    # no join: where a day is laid over, each table is two, and only single ones are asked by index
    reports, articles = schema.reports, schema.articles
    names = ("event_id", "document_id", "published", "hedge_grade", "evidence")
    told = select(*(reports.c[name] for name in names)).where(reports.c.event_id.in_(wanted))
    last = {row["event_id"]: row for row in rows_of(connection, told.order_by(reports.c.position))}
    documents = {row["document_id"] for row in last.values()}
    of_article = ("document_id", "source_id", "outlet", "url", "title", "text")
    found = select(*(articles.c[name] for name in of_article)).where(articles.c.document_id.in_(documents))
    by_document = {row["document_id"]: row for row in rows_of(connection, found)}
    return {event_id: _latest(row | by_document[row["document_id"]]) for event_id, row in last.items()}


def _latest(row: Row) -> Latest:
    evidence = loads(tuple[Span, ...], row["evidence"], Words(row["text"], row["title"] or ""))
    day = dt.date.fromisoformat(row["published"]) if row["published"] else None
    words = evidence[0].text if evidence else ""
    return Latest(row["source_id"], row["outlet"], row["url"], day, words, row["hedge_grade"])


def line_of(event: TrackedEvent) -> EventLine:
    """The line of an event."""
    return EventLine.of(entry_of(event), event.participants, event.revisions)


def load_lines(connection: Connection, wanted: Sequence[str]) -> list[EventLine]:
    """The lines of the events with these ids, in the order of the ids; unknown ids are left out."""
    cuts = (wanted[first : first + _AT_ONCE] for first in range(0, len(wanted), _AT_ONCE))
    return [line for some in cuts for line in _load_some(connection, some)]


def _load_some(connection: Connection, wanted: Sequence[str]) -> list[EventLine]:
    entries = {entry.event_id: entry for entry in load_entries(connection, wanted)}
    participants = _by_event(connection, "event_participants", wanted)
    revisions = _by_event(connection, "revisions", wanted)
    return [
        EventLine.of(
            entries[event_id],
            tuple(from_row(Participant, p, _NO_WORDS) for p in participants[event_id]),
            tuple(map(revision_of, revisions[event_id])),
        )
        for event_id in wanted
        if event_id in entries
    ]


def revision_of(row: Row) -> Revision:
    """The revision of a row; lists hold thousands of them, so that no plan is followed for each."""
    return Revision(
        dt.date.fromisoformat(row["as_of"]) if row["as_of"] else None,
        row["what"],
        row["before"],
        row["after"],
        tuple(json.loads(row["reports"])),
        row["move"],
        row["days"],
        tuple(json.loads(row["by"])),
    )


def _by_event(connection: Connection, name: str, wanted: Sequence[str]) -> dict[str, list[Row]]:
    table = schema.metadata.tables[name]
    query = select(table).where(table.c.event_id.in_(wanted)).order_by(*table.primary_key.columns)
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in rows_of(connection, query):
        grouped[row["event_id"]].append(row)
    return grouped
