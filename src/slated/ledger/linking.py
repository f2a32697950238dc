"""New articles tracked: their accounts placed, and the threads that they touch joined to events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, Select

from slated.document_stage import ReadArticle
from slated.ledger.deriving import UNTRACKED, Changes, Due, derive_groups, load_some
from slated.ledger.kept_rulings import load_rulings
from slated.ledger.originals import add_originals
from slated.ledger.shelf import LedgerShelf, keys_of, write_accounts, write_threads
from slated.model import Ruling
from slated.tracking.gather import gather
from slated.tracking.join import Joined, join_parts
from slated.tracking.link import Thread, link
from slated.tracking.rulings import rule_threads
from slated.tracking.shelved import ShelvedStore

_BATCH = 2000  # articles whose accounts are placed together


@dataclass(slots=True)
class _Work:
    """What is being tracked: the store, and the documents that make their events stale."""

    store: ShelvedStore
    shelf: LedgerShelf
    documents: set[str] = field(default_factory=set)
    read: dict[str, ReadArticle] = field(default_factory=dict)
    """The articles placed last."""


def link_documents(connection: Connection, new: Select[str], also: Collection[str] = ()) -> None:
    """Track the documents that ``new`` selects and derive what they change, and what tells of ``also``."""
    shelf = LedgerShelf(connection)
    anew = shelf.newest() is None
    work = _Work(ShelvedStore(shelf), shelf, set(also))
    documents = sorted(connection.scalars(new))
    for first in range(0, len(documents), _BATCH):
        _place(connection, work, documents[first : first + _BATCH])
    store = work.store
    write_accounts(connection, [store.placed(key) for key in sorted(store.changed)])
    rulings = [r for r in load_rulings(connection) if r.stands]
    work.documents |= {a.document_id for r in rulings for a in r.anchors}
    changed = {thread: store.load(thread) for thread in sorted(store.threads_changed)}
    stale = shelf.of_documents(work.documents)
    touched = set(changed) | stale
    near = touched if anew else shelf.near(touched, _keys_of(changed.values()))
    only_added = {name: those for name, those in store.added.items() if name not in store.disturbed}
    write_threads(connection, changed, only_added)
    store.sum_up(near)
    groups = _joined(connection, work, near, rulings)
    derive_groups(connection, groups, near, Changes(touched, stale | store.disturbed, store.added, work.read))


def _place(connection: Connection, work: _Work, documents: Sequence[str]) -> None:
    work.read = {read.article.document_id: read for read in load_some(connection, documents, UNTRACKED)}
    accounts = [a for read in work.read.values() for a in gather(read.article, read.reading)]
    articles = (read.article for read in work.read.values())
    work.documents |= add_originals(connection, articles) - set(documents)
    work.store.expect(accounts)
    link(work.store, accounts)


def _keys_of(threads: Iterable[Thread]) -> dict[str, set[str]]:
    keys: dict[str, set[str]] = defaultdict(set)
    for thread in threads:
        for role, those in keys_of(thread).items():
            keys[role] |= those
    return keys


def _joined(
    connection: Connection, work: _Work, near: Collection[str], rulings: Sequence[Ruling]
) -> list[Due]:
    """The events that the threads come to, rulings laid over those that they hold on to."""
    named = [(name, thread) for name in sorted(near) if (thread := work.store.load(name)).outline.size]
    name_of = {id(thread): name for name, thread in named}
    anchored = {a.document_id for r in rulings for a in r.anchors}
    held = work.shelf.of_documents(anchored)
    free: list[Due] = []
    bound: list[Joined] = []
    for joined in join_parts(thread for _, thread in named):
        parts = frozenset(name_of[id(part)] for part in joined.parts)
        if parts & held:
            bound.append(joined)
        else:
            free.append(Due(joined.thread, parts))
    if not bound:
        return free
    home = {
        (a.document_id, m): name_of[id(t)]
        for joined in bound
        for t in joined.parts
        for a in t.accounts
        for m in a.mentions
    }
    told = {read.article.document_id: read for read in load_some(connection, anchored)}
    groups, ruled = rule_threads((j.thread for j in bound), rulings, told)
    parts_of = [frozenset(home[a.document_id, m] for a in g.accounts for m in a.mentions) for g in groups]
    laid = [Due(g, parts, ruled.get(g.key, ())) for g, parts in zip(groups, parts_of, strict=True)]
    return sorted((*free, *laid), key=lambda due: due.thread.outline.first)
