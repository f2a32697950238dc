"""Accounts and their threads in the ledger: the shelf that tracking takes up from and writes back to."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Table, delete, insert, select

from slated.ledger import schema
from slated.ledger.codec import Row, Words, decode, dumps, loads
from slated.ledger.database import add_rows
from slated.tracking.blocks import index_keys, lookup_keys
from slated.tracking.gather import Account, Order
from slated.tracking.link import WITNESSES, Thread
from slated.tracking.profile import Profile
from slated.tracking.shelved import Note, Placed, ThreadSummary

FOUND, LOOKS, STANDS = "found", "looks", "stands"
"""The roles of keys: under which it is found, and under which it looks for others, seen whole; and

of a thread, under which one of its accounts is found.
"""

_AT_ONCE = 400
_NO_WORDS = Words("", "")


class LedgerShelf:
    """A ``Shelf`` over a connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def threads_under(self, keys: Collection[str]) -> dict[str, set[str]]:
        """The threads that have an account under each of the index keys."""
        table = schema.thread_keys
        query = select(table.c.key, table.c.thread).where(table.c.role == STANDS)
        found: dict[str, set[str]] = defaultdict(set)
        for key, thread in _in_parts(self._connection, query, table.c.key, keys):
            found[key].add(thread)
        return found

    def summaries(self, threads: Collection[str]) -> dict[str, ThreadSummary]:
        """What is kept of these threads beside their accounts."""
        table = schema.threads
        rows = _in_parts(self._connection, select(table.c.thread, table.c.told), table.c.thread, threads)
        return {thread: loads(ThreadSummary, told, _NO_WORDS) for thread, told in rows}

    def threads_looking(self, keys: Collection[str], day: str) -> set[str]:
        """The threads of accounts of that day or later that are looked up under one of the keys."""
        table = schema.account_keys
        query = select(table.c.thread).where(table.c.role == LOOKS, table.c.day >= day)
        return {row[0] for row in _in_parts(self._connection, query, table.c.key, keys)}

    def threads_naming(self, persons: Collection[str], day: str) -> set[str]:
        """The threads of accounts of that day or later that name one of the persons."""
        persons_table, table = schema.account_persons, schema.accounts
        query = (
            select(table.c.thread)
            .join_from(persons_table, table, persons_table.c.account == table.c.account)
            .where(persons_table.c.day >= day)
        )
        return {row[0] for row in _in_parts(self._connection, query, persons_table.c.person, persons)}

    def notes(self, persons: Collection[str]) -> Mapping[str, list[Note]]:
        """The first notes on each person's state, in order, as many as are counted."""
        table = schema.account_persons
        found: dict[str, list[Note]] = {}
        order = (table.c.day, table.c.document_id, table.c.first)
        for person in sorted(persons):
            query = select(*order, table.c.state).where(table.c.person == person, table.c.state != "")
            rows = self._connection.execute(query.order_by(*order, table.c.state).limit(WITNESSES))
            found[person] = [Note((day, document, first), state) for day, document, first, state in rows]
        return found

    def accounts(self, threads: Collection[str]) -> Iterator[Placed]:
        """The accounts of these threads."""
        table = schema.accounts
        query = select(table.c.thread, table.c.reasons, table.c.told)
        for thread, reasons, told in _in_parts(self._connection, query, table.c.thread, threads):
            yield Placed(account_of(told), thread, loads(tuple[str, ...], reasons, _NO_WORDS))

    def thread_of(self, account: str) -> str | None:
        """The thread in which the account with this key stands, or None."""
        table = schema.accounts
        return self._connection.scalar(select(table.c.thread).where(table.c.account == account))

    def newest(self) -> Order | None:
        """The order of the last account on the shelf."""
        table = schema.accounts
        order = (table.c.day, table.c.document_id, table.c.first)
        row = self._connection.execute(select(*order).order_by(*(c.desc() for c in order)).limit(1)).first()
        return (row[0], row[1], row[2]) if row else None

    def of_documents(self, documents: Collection[str]) -> set[str]:
        """The threads that have an account of one of these documents."""
        table = schema.accounts
        return {
            r[0] for r in _in_parts(self._connection, select(table.c.thread), table.c.document_id, documents)
        }

    def near(self, threads: Collection[str], more_keys: Mapping[str, Collection[str]]) -> set[str]:
        """All threads that share keys with these, directly or through others, these included.

        ``more_keys`` are further keys, by role, that they are to be found under: new ones.
        """
        table = schema.thread_keys
        reached, frontier = set(threads), set(threads)
        asked: dict[str, set[str]] = {FOUND: set(), LOOKS: set()}
        keys = {role: set(more_keys.get(role, ())) for role in asked}
        while frontier or any(keys.values()):
            query = select(table.c.role, table.c.key).where(table.c.role != STANDS)
            for role, key in _in_parts(self._connection, query, table.c.thread, frontier):
                keys[role].add(key)
            frontier = set()
            for role, other in ((FOUND, LOOKS), (LOOKS, FOUND)):
                fresh = keys[role] - asked[role]
                asked[role] |= fresh
                query_near = select(table.c.thread).where(table.c.role == other)
                frontier |= {r[0] for r in _in_parts(self._connection, query_near, table.c.key, fresh)}
            frontier -= reached
            reached |= frontier
            keys = {FOUND: set(), LOOKS: set()}
        return reached


def account_of(told: str) -> Account:
    """The account that was kept as JSON text; most tell all that is known, and hold one profile twice."""
    cells = json.loads(told)
    if cells["told"] != cells["profile"]:
        account: Account = decode(Account, cells, _NO_WORDS)
        return account
    profile: Profile = decode(Profile, cells["profile"], _NO_WORDS)
    day = dt.date.fromisoformat(cells["published"]) if "published" in cells else None
    mentions = tuple(cells["mentions"])
    return Account(cells["key"], cells["document_id"], day, mentions, profile, profile, cells["weak"])


def keys_of(thread: Thread) -> dict[str, frozenset[str]]:
    """The keys of a thread by role."""
    return {FOUND: index_keys(thread.profile), LOOKS: lookup_keys(thread.profile)}


def write_accounts(connection: Connection, placed: Sequence[Placed]) -> None:
    """Write accounts in the place of what was kept of them."""
    keys = [p.account.key for p in placed]
    for table in (schema.accounts, schema.account_keys, schema.account_persons):
        delete_where(connection, table, table.c.account, keys)
    rows: dict[str, list[Row]] = defaultdict(list)
    for p in placed:
        _put_rows(rows, p)
    add_rows(connection, rows)


def _put_rows(rows: dict[str, list[Row]], placed: Placed) -> None:
    account = placed.account
    day, document, first = account.order
    where = {"account": account.key, "day": day}
    full = where | {"document_id": document, "first": first}
    rows["accounts"].append(
        full | {"thread": placed.thread, "reasons": dumps(placed.reasons), "told": dumps(account)}
    )
    by_role = {FOUND: index_keys(account.profile), LOOKS: lookup_keys(account.profile)}
    for role, keys in by_role.items():
        rows["account_keys"] += [
            where | {"role": role, "key": key, "thread": placed.thread} for key in sorted(keys)
        ]
    parties = (*account.told.parties, *account.told.others)
    persons = {(p.key, p.state or "") for p in parties if p.is_person}
    rows["account_persons"] += [full | {"person": person, "state": s} for person, s in sorted(persons)]


def write_threads(
    connection: Connection, threads: Mapping[str, Thread], added: Mapping[str, Sequence[Account]]
) -> None:
    """Write threads and their keys in the place of the former ones; one without accounts has none.

    ``added`` names the threads to which accounts were only added, with these.
    """
    keys, table = schema.thread_keys, schema.threads
    rows: dict[str, list[Row]] = defaultdict(list)
    stands: list[Row] = []
    for name, thread in sorted(threads.items()):
        if not thread.outline.size:
            continue
        summary = ThreadSummary(thread.outline, thread.profile)
        rows[table.name].append({"thread": name, "told": dumps(summary)})
        for role, those in keys_of(thread).items():
            rows[keys.name] += [{"thread": name, "role": role, "key": key} for key in sorted(those)]
        accounts = added.get(name) or thread.accounts
        found = {key for account in accounts for key in index_keys(account.profile)}
        stands += [{"thread": name, "role": STANDS, "key": key} for key in sorted(found)]
    for some in in_parts(threads):
        connection.execute(delete(keys).where(keys.c.thread.in_(some), keys.c.role != STANDS))
    delete_where(connection, keys, keys.c.thread, threads.keys() - added.keys())
    delete_where(connection, table, table.c.thread, threads)
    add_rows(connection, rows)
    if stands:
        connection.execute(insert(keys).prefix_with("OR IGNORE"), stands)


def delete_where(connection: Connection, table: Table, column: Column[Any], values: Iterable[str]) -> None:
    """Delete the rows whose column has one of the values."""
    for some in in_parts(values):
        connection.execute(delete(table).where(column.in_(some)))


def in_parts(values: Iterable[str]) -> Iterator[list[str]]:
    """The values in order, as many at once as one query takes."""
    asked = sorted(values)
    return (asked[first : first + _AT_ONCE] for first in range(0, len(asked), _AT_ONCE))


def _in_parts(
    connection: Connection, query: Any, column: Column[Any], values: Collection[str]
) -> Iterator[Any]:
    """The rows of a query whose column has one of the values, however many these are."""
    for some in in_parts(values):
        yield from connection.execute(query.where(column.in_(some)))
