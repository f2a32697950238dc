"""The ledger as it stands, for pages that must answer at once, also while another program reads.

Nothing is derived or brought up to date for the asking: what is seen is what the last finished
read left, with a note of how many articles wait to be tracked.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import Protocol

from sqlalchemy import Connection, func, select, text

from slated.document_stage import ReadArticle, tracker_version
from slated.errors import UnknownArticle, UnknownName
from slated.ledger import schema, search, slate, tracking
from slated.ledger.asking import choose
from slated.ledger.codec import Words, from_row
from slated.ledger.database import rows_of
from slated.ledger.derived import derived_by, load_events, titles
from slated.ledger.diary import load_changes
from slated.ledger.facts import load
from slated.ledger.filters import EventFilter
from slated.ledger.lines import EventLine, Latest, load_latest, load_lines
from slated.model import Article, Block, Change, TrackedEvent
from slated.model.tracked import TrackedStatus

NameKind = search.NameKind
Tracked = tuple[int, ...]
"""Counts of all that events rest on."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a ledger stands: its size, its last day of publication, and whether events are behind.

    ``rulings`` counts every ruling and every undoing, so that it differs after each.
    """

    articles: int
    events: int
    last_day: dt.date | None
    rulings: int
    behind: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A report seen from who told it: what it said of which event, and how that event stands now."""

    document_id: str
    published: str | None
    outlet: str | None
    source: str | None
    said: tuple[str | None, str | None]
    said_status: str
    event: EventLine


@dataclass(frozen=True, slots=True)
class EventOfArticle:
    """An event that an article reports on, and the mentions (indices) in which it does."""

    event_id: str
    title: str
    status: TrackedStatus
    mentions: tuple[int, ...]


class Readable(Protocol):
    """What a view reads from: a ``Database``."""

    @property
    def name(self) -> str:
        """The ledger's file."""
        ...

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection that sees the ledger as it stood when it was opened."""
        ...


class LedgerView:
    """What pages ask of a ledger; ``Ledger.view`` gives it.

    ``arms``: where reports lie, as prefixes of tables with the conditions on them. What joins them
    to other tables asks each arm by itself, which a database answers from its indices.
    """

    arms: tuple[tuple[str, str], ...] = (("", ""),)

    def __init__(self, database: Readable) -> None:
        self.database = database

    def standing(self) -> Standing:
        """How the ledger stands."""
        return self._standing(None)

    def _standing(self, until: dt.date | None) -> Standing:
        articles = schema.articles
        with self.database.reading() as connection:
            return Standing(
                _count(connection, "articles"),
                _count(connection, "tracked_events"),
                until or _day(connection.scalar(select(func.max(articles.c.published)))),
                connection.scalar(text("SELECT count(*) + count(undone_by) FROM rulings")) or 0,
                derived_by(connection) != tracker_version(),
            )

    def tracked(self) -> Tracked:
        """What changes whenever the events do, and not while articles are only read."""
        query = text(
            "SELECT count(*), coalesce(sum(reports), 0), coalesce(sum(origins), 0),"
            " (SELECT count(*) FROM originals), (SELECT count(*) + count(undone_by) FROM rulings)"
            " FROM tracked_events"
        )
        with self.database.reading() as connection:
            return tuple(connection.execute(query).one())

    def sheet(
        self, wanted: EventFilter, part: slate.Part, day: dt.date | None, first: int, count: int
    ) -> slate.Sheet:
        """A page of the list of events; see ``slate.sheet``."""
        with self.database.reading() as connection:
            return slate.sheet(connection, wanted, part, day, (first, first + count))

    def changes(self, since: dt.date, wanted: EventFilter) -> list[Change]:
        """What changed on that day or later in the events that are wanted, by day."""
        with self.database.reading() as connection:
            found = load_changes(connection, since, tracking.grace(connection))
            if wanted == EventFilter():
                return found
            ids = slate.ids_of(connection, wanted)
        return [change for change in found if change.event_id in ids]

    def lines(self, wanted: Sequence[str]) -> list[EventLine]:
        """The lines of these events, in the order of the ids."""
        with self.database.reading() as connection:
            return load_lines(connection, wanted)

    def latest(self, wanted: Sequence[str]) -> dict[str, Latest]:
        """The latest report of each of these events."""
        with self.database.reading() as connection:
            return load_latest(connection, wanted)

    def events(self, wanted: Sequence[str]) -> list[TrackedEvent]:
        """These events whole, in the order of the ids."""
        with self.database.reading() as connection:
            found = {event.event_id: event for event in load_events(connection, wanted)}
        return [found[event_id] for event_id in wanted if event_id in found]

    def event(self, wanted: str) -> TrackedEvent:
        """The event meant by an id, its tail or words of its title; raises ``UnknownEvent``."""
        with self.database.reading() as connection:
            found = load_events(connection, [wanted])
            return found[0] if found else load_events(connection, [choose(wanted, titles(connection))])[0]

    def article(self, document_id: str) -> tuple[ReadArticle, tuple[EventOfArticle, ...]]:
        """An article with its reading, and the events it reports on; raises ``UnknownArticle``."""
        articles, reports, events = schema.articles, schema.reports, schema.tracked_events
        told = select(reports.c.event_id, reports.c.mentions).where(reports.c.document_id == document_id)
        listed = select(events.c.event_id, events.c.title, events.c.status).order_by(events.c.event_id)
        with self.database.reading() as connection:
            wanted = select(articles.c.document_id).where(articles.c.document_id == document_id)
            read = next(load(connection, wanted), None)
            if read is None:
                raise UnknownArticle(f"the ledger holds no article {document_id!r}")
            mentions = {event_id: tuple(json.loads(m)) for event_id, m in connection.execute(told)}
            rows = connection.execute(listed.where(events.c.event_id.in_(mentions))).all()
        return read, tuple(EventOfArticle(i, t, s, mentions[i]) for i, t, s in rows)

    def texts(self, documents: Sequence[str]) -> dict[str, Article]:
        """The articles, with their blocks and without their readings, by document id."""
        table, blocks = schema.articles, schema.blocks
        with self.database.reading() as connection:
            rows = rows_of(connection, select(table).where(table.c.document_id.in_(documents)))
            found = {
                row["document_id"]: from_row(
                    Article, {**row, "blocks": "[]"}, Words(row["text"], row["title"] or "")
                )
                for row in rows
            }
            parts = select(blocks).where(blocks.c.document_id.in_(documents))
            of_document: dict[str, list[Block]] = {document: [] for document in found}
            for row in rows_of(connection, parts.order_by(blocks.c.document_id, blocks.c.position)):
                of_document[row["document_id"]].append(Block(row["start"], row["end"], row["kind"]))
        return {d: replace(article, blocks=tuple(of_document[d])) for d, article in found.items()}

    def names_like(self, question: str, count: int = 20) -> list[search.NameHit]:
        """Names of events, actors, sources, places and outlets, spelt about so."""
        with self.database.reading() as connection:
            return search.names_like(connection, question, count)

    def articles_with(self, question: str, first: int = 0, count: int = 20) -> list[search.WordHit]:
        """Articles that hold the words."""
        with self.database.reading() as connection:
            return search.articles_with(connection, question, first, count)

    def names(self, kind: NameKind, key: str) -> list[str]:
        """How the actor, source, place or outlet with this key is spelt, most used first.

        Raises ``UnknownName`` where there is none.
        """
        with self.database.reading() as connection:
            found = search.spelt(connection, kind, key)
        if not found:
            raise UnknownName(f"the ledger knows no {kind} {key!r}")
        return [hit.name for hit in found]

    def part_of(self, kind: NameKind, key: str, first: int, count: int) -> slate.Sheet:
        """The events that an actor or a place of this key is part of; none for a source or an outlet."""
        if kind == "actor":
            return self.of_actor(key, first, count)
        return self.at_place(key, first, count) if kind == "place" else slate.Sheet((), 0)

    def of_actor(self, key: str, first: int, count: int) -> slate.Sheet:
        """The events of which an actor is part, the latest first."""
        return self._listed(
            'SELECT DISTINCT event_id FROM event_participants WHERE "key" = :v', key, first, count
        )

    def at_place(self, key: str, first: int, count: int) -> slate.Sheet:
        """The events for which a place is or was named, the latest first."""
        return self._listed('SELECT DISTINCT event_id FROM report_places WHERE "key" = :v', key, first, count)

    def _listed(self, ids: str, value: str, first: int, count: int) -> slate.Sheet:
        order = " ORDER BY coalesce(latest, earliest, last_reported, '') DESC, event_id"
        with self.database.reading() as connection:
            total = connection.scalar(text(f"SELECT count(*) FROM ({ids})"), {"v": value}) or 0
            query = text(
                f"SELECT event_id FROM tracked_events WHERE event_id IN ({ids}){order} LIMIT :n OFFSET :o"
            )
            found = list(connection.scalars(query, {"v": value, "n": count, "o": first}))
            return slate.Sheet(tuple(load_lines(connection, found)), total)

    def told_by(self, kind: NameKind, names: Sequence[str], first: int, count: int) -> tuple[list[Told], int]:
        """What an actor, source or outlet of these names told; nothing for a place or an event."""
        if kind == "outlet":
            return self.told_by_outlet(names[0], first, count)
        return self.told_by_source(names, first, count) if kind in ("actor", "source") else ([], 0)

    def told_by_source(self, names: Sequence[str], first: int, count: int) -> tuple[list[Told], int]:
        """What sources of these names said of which events, the latest first, and how much there is."""
        return self._told(
            " FROM {0}report_sources AS report_sources JOIN {0}reports AS reports USING (event_id, position)"
            " JOIN articles USING (document_id) WHERE name IN (SELECT value FROM json_each(:v))",
            json.dumps(list(names)),
            "name",
            first,
            count,
        )

    def told_by_outlet(self, outlet: str, first: int, count: int) -> tuple[list[Told], int]:
        """What an outlet reported of which events, the latest first, and how much there is."""
        return self._told(
            " FROM articles JOIN {0}reports AS reports USING (document_id) WHERE outlet = :v",
            outlet,
            "NULL",
            first,
            count,
        )

    def _told(self, found: str, value: str, name: str, first: int, count: int) -> tuple[list[Told], int]:
        # articles.published is the same and stands in the index of outlets, so that few rows are sorted
        columns = (
            f"SELECT document_id, articles.published AS day, outlet, {name}, window_earliest, window_latest,"
            " reports.status, event_id"
        )
        parts = [found.format(prefix) + condition for prefix, condition in self.arms]
        listed = " UNION ALL ".join(columns + part for part in parts)
        order = " ORDER BY day DESC, document_id, event_id LIMIT :n OFFSET :o"
        with self.database.reading() as connection:
            total = sum(connection.scalar(text("SELECT count(*)" + p), {"v": value}) or 0 for p in parts)
            rows = connection.execute(text(listed + order), {"v": value, "n": count, "o": first}).all()
            lines = {e.event_id: e for e in load_lines(connection, sorted({row[-1] for row in rows}))}
        told = [Told(d, day, o, n, (a, b), status, lines[e]) for d, day, o, n, a, b, status, e in rows]
        return told, total


def _count(connection: Connection, table: str) -> int:
    return connection.scalar(select(func.count()).select_from(schema.metadata.tables[table])) or 0


def _day(day: str | None) -> dt.date | None:
    return dt.date.fromisoformat(day) if day else None
