"""Events derived where new articles touch them: added to where they only go on, else made anew."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, func, insert, select, update

from slated.document_stage import ReadArticle
from slated.ledger import schema, tracking
from slated.ledger.codec import to_row
from slated.ledger.derived import delete_events, write_events
from slated.ledger.facts import load
from slated.ledger.later import last_tellings, load_progress, write_later, write_progress
from slated.ledger.originals import origins_of
from slated.ledger.shelf import delete_where, in_parts
from slated.model import Outcome, Ruling, TrackedEvent, Window
from slated.tracking.derive import Derived, Progress, Seen, Sources, Telling, derive, tellings_of
from slated.tracking.gather import Account
from slated.tracking.link import Thread
from slated.tracking.revise import lapse_day
from slated.tracking.rulings import rule_event
from slated.tracking.track import apart, tracked

_AT_ONCE = 400
UNTRACKED = frozenset({"blocks", "timexes", "statements"})
"""The parts of an article and its reading that no event is made of."""
_BATCH = 2000  # reports made at once


@dataclass(frozen=True, slots=True)
class Due:
    """What threads come to: all of them as one, their names, and what was ruled on it."""

    thread: Thread
    parts: frozenset[str]
    ruled: tuple[Ruling, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """The threads of which anything changed, and those of which their events are to be made anew.

    ``added`` are the accounts that were put behind all others of their thread, ``read`` articles
    that are at hand, by document id.
    """

    threads: Collection[str]
    anew: Collection[str]
    added: Mapping[str, Sequence[Account]]
    read: Mapping[str, ReadArticle] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Group:
    """Threads that were joined to one event, or to none that is worth an entry."""

    threads: frozenset[str]
    event_id: str | None


def derive_groups(
    connection: Connection, groups: Sequence[Due], near: Collection[str], news: Changes
) -> None:
    """Derive the events of these groups that are not as before; ``near`` are all their threads."""
    before = _groups_of(connection, near)
    due: list[Due] = []
    for group in groups:
        known = before.get(group.thread.key)
        if known is None or known.threads != group.parts or not group.parts.isdisjoint(news.threads):
            due.append(group)
        else:
            del before[group.thread.key]
    going_on = _go_on(connection, due, before, news)
    for key in going_on:
        del before[key]
    _forget(connection, before)
    for some in _batches([group for group in due if group.thread.key not in going_on]):
        _write(connection, some, news.read)
    _let_lapse(connection)


def _go_on(
    connection: Connection, due: Sequence[Due], before: Mapping[str, _Group], news: Changes
) -> set[str]:
    """Add to the events to which nothing happened but later accounts; the keys of their groups."""
    event_of = {
        group.thread.key: known.event_id
        for group in due
        if (known := before.get(group.thread.key)) is not None
        and known.event_id is not None
        and known.threads == group.parts
        and group.parts.isdisjoint(news.anew)
        and not group.ruled
    }
    kept = load_progress(connection, event_of)
    told: dict[str, list[Telling]] = {}
    for group in due:
        key, profile = group.thread.key, group.thread.profile
        added = sorted((a for t in group.parts for a in news.added.get(t, ())), key=lambda a: a.order)
        if key in kept and kept[key].takes(profile, (a.published for a in added)):
            told[key] = [*last_tellings(connection, event_of[key], kept[key]), *tellings_of(added)]
    documents = {document for those in told.values() for document, _ in those}
    sources = _sources(connection, documents, news.read)
    made: dict[str, Derived] = {}
    for group in due:
        key = group.thread.key
        if key in told:
            new = derive(group.thread.profile, _by_day(told[key], sources), sources, kept[key])
            if new.worth:
                made[key] = replace(new, event=replace(new.event, event_id=event_of[key]))
    write_later(connection, list(made.values()))
    write_progress(connection, {key: new.progress for key, new in made.items()})
    return set(made)


def _by_day(tellings: Sequence[Telling], sources: Sources) -> list[Telling]:
    """In canonical order: what was the last day's may be followed by more of that day."""

    def order(telling: Telling) -> tuple[bool, dt.date, str]:
        day = sources.articles[telling[0]].article.creation_time.day
        return day is None, day or dt.date.min, telling[0]

    return sorted(tellings, key=order)


def _batches(groups: Sequence[Due]) -> Iterator[list[Due]]:
    """The groups, not too many articles at once."""
    batch: list[Due] = []
    size = 0
    for group in groups:
        batch.append(group)
        size += group.thread.outline.size
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _write(connection: Connection, due: Sequence[Due], read: Mapping[str, ReadArticle]) -> None:
    """Derive events from all that is told of them, and write them."""
    documents = {a.document_id for group in due for a in group.thread.accounts}
    sources = _sources(connection, documents, read)
    rows = []
    events: list[TrackedEvent] = []
    progress: dict[str, Progress] = {}
    for group in due:
        key = group.thread.key
        made = tracked(group.thread, sources)
        event = None
        if group.ruled or made.worth:
            event = rule_event(made.event, group.ruled)
            event = apart(event, key, {e.event_id for e in events} | _ids_among(connection, event.event_id))
            events.append(event)
            progress[key] = made.progress
        event_id = event.event_id if event else None
        rows += [{"thread": t, "family": key, "event_id": event_id} for t in sorted(group.parts)]
    write_events(connection, events)
    write_progress(connection, progress)
    if rows:
        connection.execute(insert(schema.thread_groups), rows)


def _sources(connection: Connection, documents: set[str], read: Mapping[str, ReadArticle]) -> Sources:
    known = {r.article.document_id: r for r in load_some(connection, documents - read.keys(), UNTRACKED)}
    known |= {document: read[document] for document in documents & read.keys()}
    seen = Seen(_today(connection), tracking.grace(connection))
    return Sources(known, origins_of(connection, documents), seen)


def load_some(
    connection: Connection, documents: Collection[str], without: Collection[str] = ()
) -> Iterator[ReadArticle]:
    """These articles with their readings, in order of their ids, but for parts that are not needed."""
    table = schema.articles
    asked = sorted(documents)
    for first in range(0, len(asked), _AT_ONCE):
        some = asked[first : first + _AT_ONCE]
        wanted = select(table.c.document_id).where(table.c.document_id.in_(some))
        yield from load(connection, wanted, without)


def _ids_among(connection: Connection, event_id: str) -> set[str]:
    table = schema.tracked_events
    return set(connection.scalars(select(table.c.event_id).where(table.c.event_id == event_id)))


def _groups_of(connection: Connection, threads: Collection[str]) -> dict[str, _Group]:
    """The groups of which one of the threads was part, by their keys."""
    table = schema.thread_groups
    families: set[str] = set()
    for some in in_parts(threads):
        families |= set(connection.scalars(select(table.c.family).where(table.c.thread.in_(some))))
    found: dict[str, set[str]] = defaultdict(set)
    event: dict[str, str | None] = {}
    for some in in_parts(families):
        for row in connection.execute(select(table).where(table.c.family.in_(some))):
            found[row.family].add(row.thread)
            event[row.family] = row.event_id
    return {family: _Group(frozenset(those), event[family]) for family, those in found.items()}


def _forget(connection: Connection, groups: Mapping[str, _Group]) -> None:
    delete_events(connection, sorted(g.event_id for g in groups.values() if g.event_id is not None))
    for table in (schema.thread_groups, schema.progress):
        delete_where(connection, table, table.c.family, groups)


def _today(connection: Connection) -> dt.date | None:
    day = connection.scalar(select(func.max(schema.articles.c.published)))
    return dt.date.fromisoformat(day) if day else None


def _let_lapse(connection: Connection) -> None:
    """Events that nothing new was told of may have passed in silence by now."""
    today, grace = _today(connection), tracking.grace(connection)
    if today is None:
        return
    table, outcomes, rulings = schema.tracked_events, schema.outcomes, schema.event_rulings
    ruled = select(rulings.c.event_id).where(rulings.c.kind == "outcome")
    passed = select(table.c.event_id, table.c.earliest, table.c.latest, table.c.last_reported).where(
        table.c.latest < today.isoformat(),
        table.c.event_id.not_in(select(outcomes.c.event_id)),
        table.c.event_id.not_in(ruled),
    )
    for event_id, *days in connection.execute(passed).all():
        earliest, latest, last = (dt.date.fromisoformat(d) if d else None for d in days)
        window = Window(earliest, latest)
        lapses = lapse_day(window, last, grace)
        if lapses is not None and today >= lapses:
            row = {"event_id": event_id} | to_row(Outcome("lapsed", window, None))
            connection.execute(insert(outcomes), row)
            connection.execute(update(table).where(table.c.event_id == event_id).values(status="lapsed"))
