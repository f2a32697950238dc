"""The threads of an earlier day, read off what tracking keeps of today's.

The accounts up to a day lie in the same threads then as now, for each is placed by what came
before it. Only accounts without a day come after all others, and are placed again.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache, partial
from typing import Any

from sqlalchemy import Connection, select, text

from slated.ledger import schema
from slated.ledger.originals import UNDATED, past_origins
from slated.ledger.shelf import FOUND, LOOKS, LedgerShelf, account_of, in_parts
from slated.tracking.gather import Account, Order
from slated.tracking.link import Thread, link, thread_of
from slated.tracking.shelved import Note, Placed, ShelvedStore, ThreadSummary

Mention = tuple[str, int]
"""A mention: its document, and its index in the reading."""

_SPANS = f"""CREATE TEMP TABLE past_threads AS SELECT thread, min(day) AS first,
    max(CASE WHEN day < '{UNDATED}' THEN day ELSE '' END) AS last, max(day) = '{UNDATED}' AS undated
    FROM accounts GROUP BY thread"""
_STOOD = "(first <= :day OR last = '')"  # that day, unless accounts without a day were elsewhere
_GROUPS = "thread_groups JOIN past_threads USING (thread)"
_EVER = "99999"  # after all days, and after what has none
_THOSE = "(SELECT value FROM json_each(:those))"


class _PastShelf(LedgerShelf):
    """The accounts that have a day, up to one: all that comes before those that have none."""

    def __init__(self, connection: Connection, day: str) -> None:
        super().__init__(connection)
        self._day = day

    def threads_under(self, keys: Collection[str]) -> dict[str, set[str]]:
        """The threads that have an account under each of the index keys."""
        query = f"SELECT \"key\", thread FROM account_keys WHERE role = '{FOUND}' AND day <= :day"
        found: dict[str, set[str]] = defaultdict(set)
        for key, thread in self._among(f'{query} AND "key" IN {_THOSE}', keys):
            found[key].add(thread)
        return found

    def summaries(self, threads: Collection[str]) -> dict[str, ThreadSummary]:
        """The threads as they were: what lies wholly before is summed up as it is kept."""
        query = f"SELECT thread FROM past_threads WHERE last <= :day AND (NOT undated OR :day > '{UNDATED}')"
        whole = {row[0] for row in self._among(f"{query} AND thread IN {_THOSE}", threads)}
        found = super().summaries(whole)
        for name, accounts in self.cut(set(threads) - whole).items():
            thread = thread_of(accounts)
            found[name] = ThreadSummary(thread.outline, thread.profile)
        return found

    def cut(self, threads: Collection[str]) -> dict[str, list[Account]]:
        """The accounts of each of these threads, in their order; a thread that has none is left out."""
        query = f"SELECT thread, told FROM accounts WHERE day <= :day AND thread IN {_THOSE}"
        found: dict[str, list[Account]] = defaultdict(list)
        for thread, told in self._among(query, threads):
            found[thread].append(account_of(told))
        return {name: sorted(accounts, key=lambda a: a.order) for name, accounts in found.items()}

    def accounts(self, threads: Collection[str]) -> Iterator[Placed]:
        """The accounts of these threads."""
        return (Placed(a, name, ()) for name, those in self.cut(threads).items() for a in those)

    def notes(self, persons: Collection[str]) -> Mapping[str, list[Note]]:
        """The first notes on each person's state, in order."""
        found = super().notes(persons)
        return {person: [n for n in notes if n.order[0] <= self._day] for person, notes in found.items()}

    def threads_looking(self, keys: Collection[str], day: str) -> set[str]:
        """None: what has no day comes after all that has one."""
        return set()

    def threads_naming(self, persons: Collection[str], day: str) -> set[str]:
        """None: what has no day comes after all that has one."""
        return set()

    def newest(self) -> Order | None:
        """The order of the last account."""
        query = (
            "SELECT day, document_id, first FROM accounts WHERE day <= :day ORDER BY 1 DESC, 2 DESC, 3 DESC"
        )
        row = self._connection.execute(text(f"{query} LIMIT 1"), {"day": self._day}).first()
        return (row[0], row[1], row[2]) if row else None

    def _among(self, query: str, values: Iterable[str]) -> Iterator[Any]:
        for some in in_parts(values):
            yield from self._connection.execute(text(query), {"day": self._day, "those": json.dumps(some)})


class PastThreads:
    """The threads as they were on a day (None: as they are); a ``Kept``.

    Makes a temporary table in the connection. ``origins`` holds those of documents whose first one
    was another one then.
    """

    def __init__(self, connection: Connection, day: dt.date | None) -> None:
        self._connection = connection
        self._day = day.isoformat() if day else _EVER
        for statement in ("DROP TABLE IF EXISTS past_threads", _SPANS):
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql("CREATE UNIQUE INDEX temp.past_thread ON past_threads (thread)")
        self._shelf = _PastShelf(connection, self._day)
        self._loaded: dict[str, Thread] = {}
        self.origins = past_origins(connection, self._day) if day else {}
        self._moved = self._place_undated() if day else set()

    def _place_undated(self) -> set[str]:
        """Place accounts without a day by what came before; the threads that this leaves not as they are."""
        table = schema.accounts
        query = select(table.c.thread, table.c.told).where(table.c.day == UNDATED)
        rows = [(thread, account_of(told)) for thread, told in self._connection.execute(query)]
        store = ShelvedStore(self._shelf)
        store.expect([account for _, account in rows])
        link(store, [account for _, account in rows])
        self._loaded = {name: store.load(name) for name in store.threads_changed}
        moved: set[str] = set()
        for now, account in rows:
            then = store.placed(account.key)
            if then.account != account or then.thread != now or account.document_id in self.origins:
                moved |= {then.thread, now}
        return moved

    def unsettled(self) -> set[str]:
        """The threads of groups that are not as they are now: those with later accounts.

        The same goes for those of which an event had to take a longer id, since another one has it.
        """
        later = f"SELECT family FROM {_GROUPS} WHERE last > :day"
        longer = "SELECT family FROM thread_groups WHERE event_id LIKE '%-' || family"
        found = self._threads(
            f"SELECT thread FROM {_GROUPS} WHERE {_STOOD} AND family IN ({later} UNION {longer})"
            " UNION SELECT thread FROM past_threads WHERE first <= :day AND last > :day"
        )
        return self.with_members(found | self._moved)

    def ruled(self) -> set[str]:
        """The threads of events that people ruled on."""
        query = "SELECT family FROM thread_groups JOIN event_rulings USING (event_id)"
        return set[str]().union(*self.members(self._threads(query)).values())

    def holding(self, mentions: Collection[Mention]) -> set[str]:
        """The threads of the accounts that these mentions are part of."""
        query = f"SELECT thread, told FROM accounts WHERE document_id IN {_THOSE}"
        rows = self._rows(query, those=_listed({document for document, _ in mentions}))
        accounts = ((thread, account_of(told)) for thread, told in rows)
        return {thread for thread, a in accounts if any((a.document_id, m) in mentions for m in a.mentions)}

    def with_members(self, threads: set[str]) -> set[str]:
        """These threads, and all that are of one event with one of them now."""
        return threads.union(*self.members(self._families_of(threads)).values())

    def frozen_near(self, found: Collection[str], looks: Collection[str]) -> set[str]:
        """The threads without later accounts that are found under ``found``, or look under ``looks``."""
        near: set[str] = set()
        for role, keys in ((FOUND, found), (LOOKS, looks)):
            for some in in_parts(keys):
                near |= self._threads(
                    "SELECT thread FROM thread_keys JOIN past_threads USING (thread) WHERE role = :role"
                    f' AND "key" IN (SELECT value FROM json_each(:those)) AND last <= :day AND {_STOOD}',
                    role=role,
                    those=_listed(some),
                )
        return near - self._moved

    def families(self, threads: Collection[str]) -> Mapping[str, str]:
        """The groups of these threads by thread; a thread that is in none is left out."""
        query = f"SELECT thread, family FROM thread_groups WHERE thread IN {_THOSE}"
        return {row[0]: row[1] for row in self._rows(query, those=_listed(threads))}

    def _families_of(self, threads: Collection[str]) -> set[str]:
        query = f"SELECT family FROM thread_groups WHERE thread IN {_THOSE}"
        return self._threads(query, those=_listed(threads))

    def members(self, families: Collection[str]) -> Mapping[str, frozenset[str]]:
        """The threads of these groups."""
        query = f"SELECT family, thread FROM thread_groups WHERE family IN {_THOSE}"
        found: dict[str, set[str]] = defaultdict(set)
        for family, thread in self._rows(query, those=_listed(families)):
            found[family].add(thread)
        return {family: frozenset(those) for family, those in found.items()}

    def load(self, threads: Collection[str]) -> Mapping[str, Thread]:
        """The threads, of their accounts up to the day."""
        fresh = [name for name in threads if name not in self._loaded]
        query = f"SELECT thread FROM past_threads WHERE last <= :day AND thread IN {_THOSE}"
        whole = self._threads(query, those=_listed(fresh))
        for name, kept in self._shelf.summaries(whole).items():
            self._loaded[name] = Thread(kept.profile, kept.outline, earlier=cache(partial(self._bring, name)))
        for name, accounts in self._shelf.cut(set(fresh) - whole).items():
            self._loaded[name] = thread_of(accounts)
        return {name: self._loaded.get(name, Thread()) for name in threads}

    def _bring(self, thread: str) -> tuple[Account, ...]:
        return tuple(self._shelf.cut([thread]).get(thread, ()))

    def kept(self, opened: Collection[str]) -> frozenset[str]:
        """The ids of the events whose groups stand as they are."""
        touched = self._families_of(opened)
        query = (
            "SELECT DISTINCT event_id FROM thread_groups WHERE event_id IS NOT NULL"
            f" AND family NOT IN (SELECT family FROM {_GROUPS} WHERE last > :day)"
            f" AND family NOT IN {_THOSE}"
        )
        return frozenset(self._threads(query, those=_listed(touched)))

    def of_events(self, events: Iterable[str]) -> set[str]:
        """The threads of these events."""
        query = f"SELECT thread FROM thread_groups WHERE event_id IN {_THOSE}"
        return self._threads(query, those=_listed(events))

    def _threads(self, query: str, **given: str) -> set[str]:
        return {row[0] for row in self._rows(query, **given)}

    def _rows(self, query: str, **given: str) -> Iterable[Any]:
        day = {"day": self._day} if ":day" in query else {}
        return self._connection.execute(text(query), day | given)


def _listed(values: Iterable[str]) -> str:
    return json.dumps(sorted(values))
