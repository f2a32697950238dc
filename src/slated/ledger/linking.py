"""New articles tracked: their accounts placed, threads joined and events derived where they touch."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, Select, func, insert, select, update

from slated.document_stage import ReadArticle
from slated.ledger import schema, tracking
from slated.ledger.codec import to_row
from slated.ledger.derived import delete_events, write_events
from slated.ledger.facts import load
from slated.ledger.kept_rulings import load_rulings
from slated.ledger.originals import add_originals, origins_of
from slated.ledger.shelf import (
    LedgerShelf,
    delete_where,
    in_parts,
    keys_of,
    write_accounts,
    write_thread_keys,
)
from slated.model import Article, Outcome, Ruling, TrackedEvent, Window
from slated.tracking.gather import Account, gather
from slated.tracking.join import join
from slated.tracking.link import Thread, link
from slated.tracking.revise import lapse_day
from slated.tracking.rulings import rule_event, rule_threads
from slated.tracking.shelved import ShelvedStore
from slated.tracking.track import Seen, apart, articles_of, mentions_of, tracked
from slated.tracking.worth import is_event

_AT_ONCE = 400
_BATCH = 2000  # articles whose accounts are placed together


@dataclass(slots=True)
class _Work:
    """What is being tracked: the store, and the documents that make their events stale."""

    store: ShelvedStore
    documents: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Group:
    """Threads that were joined to one event, or to none that is worth an entry."""

    threads: frozenset[str]
    event_id: str | None


def link_documents(connection: Connection, new: Select[str], also: Collection[str] = ()) -> None:
    """Track the documents that ``new`` selects and derive what they change, and what tells of ``also``."""
    shelf = LedgerShelf(connection)
    anew = shelf.newest() is None
    work = _Work(ShelvedStore(shelf), set(also))
    documents = sorted(connection.scalars(new))
    for first in range(0, len(documents), _BATCH):
        _place(connection, work, documents[first : first + _BATCH])
    store = work.store
    write_accounts(connection, [store.placed(key) for key in sorted(store.changed)])
    rulings = [r for r in load_rulings(connection) if r.stands]
    work.documents |= {a.document_id for r in rulings for a in r.anchors}
    changed = {thread: store.load(thread) for thread in sorted(store.threads_changed)}
    touched = set(changed) | shelf.of_documents(work.documents)
    near = touched if anew else shelf.near(touched, _keys_of(changed.values()))
    write_thread_keys(connection, changed)
    store.take_up(near)
    _derive(connection, work, near, rulings)
    _let_lapse(connection)


def _place(connection: Connection, work: _Work, documents: Sequence[str]) -> None:
    accounts: list[Account] = []
    articles: list[Article] = []
    for read in _load(connection, documents):
        articles.append(read.article)
        accounts += gather(read.article, read.reading)
    work.documents |= add_originals(connection, articles)
    work.store.expect(account.key for account in accounts)
    link(work.store, accounts)


def _load(connection: Connection, documents: Collection[str]) -> Iterator[ReadArticle]:
    table = schema.articles
    asked = sorted(documents)
    for first in range(0, len(asked), _AT_ONCE):
        some = asked[first : first + _AT_ONCE]
        yield from load(connection, select(table.c.document_id).where(table.c.document_id.in_(some)))


def _keys_of(threads: Iterable[Thread]) -> dict[str, set[str]]:
    keys: dict[str, set[str]] = defaultdict(set)
    for thread in threads:
        for role, those in keys_of(thread).items():
            keys[role] |= those
    return keys


def _derive(connection: Connection, work: _Work, near: Collection[str], rulings: Sequence[Ruling]) -> None:
    """Join the threads that share keys with what changed, and derive the events that are not as before."""
    threads = {name: t for name in sorted(near) if (t := work.store.load(name)).accounts}
    home = {(a.document_id, m): n for n, t in threads.items() for a in t.accounts for m in a.mentions}
    held = {a.document_id for r in rulings for a in r.anchors}
    told = {read.article.document_id: read for read in _load(connection, held)}
    groups, ruled = rule_threads(join(threads.values()), rulings, told)
    stale = work.store.threads_changed | {
        n for n, t in threads.items() if any(a.document_id in work.documents for a in t.accounts)
    }
    before = _groups_of(connection, near)
    anew: dict[str, frozenset[str]] = {}
    for group in groups:
        parts = frozenset(home[a.document_id, m] for a in group.accounts for m in a.mentions)
        known = before.get(group.key)
        if known is not None and known.threads == parts and not parts & stale:
            del before[group.key]
        else:
            anew[group.key] = parts
    _forget(connection, before)
    fresh = [g for g in groups if g.key in anew]
    for some in _batches(fresh):
        _write(connection, some, anew, ruled)


def _batches(groups: Sequence[Thread]) -> Iterator[list[Thread]]:
    """The groups, not too many articles at once."""
    batch: list[Thread] = []
    size = 0
    for group in groups:
        batch.append(group)
        size += len(group.accounts)
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _write(
    connection: Connection,
    groups: Sequence[Thread],
    parts: Mapping[str, frozenset[str]],
    ruled: Mapping[str, tuple[Ruling, ...]],
) -> None:
    documents = {a.document_id for g in groups for a in g.accounts}
    known = {read.article.document_id: read for read in _load(connection, documents)}
    origins = origins_of(connection, documents)
    seen = Seen(_today(connection), tracking.grace(connection))
    rows = []
    events: list[TrackedEvent] = []
    for group in groups:
        event = None
        if group.key in ruled or is_event(group.profile, mentions_of(group, known), articles_of(group)):
            event = rule_event(tracked(group, known, origins, seen), ruled.get(group.key, ()))
            taken = {e.event_id for e in events} | _ids_among(connection, event.event_id)
            event = apart(event, group.key, taken)
            events.append(event)
        event_id = event.event_id if event else None
        rows += [{"thread": t, "family": group.key, "event_id": event_id} for t in sorted(parts[group.key])]
    write_events(connection, events)
    if rows:
        connection.execute(insert(schema.thread_groups), rows)


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
    delete_where(connection, schema.thread_groups, schema.thread_groups.c.family, groups)


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
