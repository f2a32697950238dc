"""The store of threads in memory."""

from __future__ import annotations

import bisect
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from slated.tracking.blocks import index_keys, lookup_keys
from slated.tracking.gather import Account, Order
from slated.tracking.link import WITNESSES, Thread, thread_of


class MemoryStore:
    """A ``ThreadStore`` in dictionaries: what ``track`` uses, and the model for others."""

    def __init__(self) -> None:
        self._threads: dict[str, Thread] = {}
        self._home: dict[str, str] = {}
        self._newest: Order | None = None
        self._reasons: dict[str, tuple[str, ...]] = {}
        self._found_by: dict[str, dict[str, int]] = defaultdict(dict)
        self._kept: dict[str, Account] = {}
        self._notes: dict[str, list[tuple[Order, str]]] = defaultdict(list)
        self._naming: dict[str, dict[str, Account]] = defaultdict(dict)
        self._looking: dict[str, dict[str, Account]] = defaultdict(dict)

    def threads_with(self, keys: Collection[str]) -> Collection[str]:
        """The ids of the threads that have an account under one of the index keys."""
        return {thread for key in keys for thread in self._found_by.get(key, ())}

    def load(self, thread: str) -> Thread:
        """A thread with its accounts."""
        return self._threads.get(thread, Thread())

    def thread_of(self, account: Account) -> str | None:
        """The id of the thread in which an account stands, or None."""
        return self._home.get(account.key)

    def newest(self) -> Order | None:
        """The order of the last account that was ever put here, or None."""
        return self._newest

    def later(self, keys: Collection[str], order: Order) -> Iterable[Account]:
        """The accounts after ``order`` that are looked up under one of the keys."""
        found = {a.key: a for key in keys for a in self._looking.get(key, {}).values() if a.order > order}
        return [found[key] for key in sorted(found)]

    def note(self, account: Account) -> Collection[str]:
        """Note the states that an account ties persons to; the persons for whom that is news."""
        news = set()
        for party in (*account.told.parties, *account.told.others):
            if party.is_person:
                self._naming[party.key][account.key] = account
            if party.is_person and party.state is not None:
                notes = self._notes[party.key]
                bisect.insort(notes, (account.order, party.state))
                if (account.order, party.state) in notes[:WITNESSES]:
                    news.add(party.key)
                del notes[WITNESSES:]
        return news

    def states(self, keys: Collection[str], order: Order) -> Mapping[str, str]:
        """The state most often noted of each person, by accounts up to ``order``."""
        found: dict[str, str] = {}
        for key in keys:
            votes = Counter(state for noted, state in self._notes.get(key, ()) if noted <= order)
            if votes:
                found[key] = max(sorted(votes), key=votes.__getitem__)
        return found

    def naming(self, keys: Collection[str], order: Order) -> Iterable[Account]:
        """The accounts after ``order`` that name one of the persons."""
        found = {a.key: a for key in keys for a in self._naming.get(key, {}).values() if a.order > order}
        return [found[key] for key in sorted(found)]

    def holds(self, account: Account) -> bool:
        """True where the account is kept just as it is here, states and all."""
        return self._kept.get(account.key) == account

    def explain(self, account: Account, reasons: tuple[str, ...]) -> None:
        """Keep new reasons for an account that stays where it is."""
        self._reasons[account.key] = reasons

    def put(self, account: Account, thread: str, reasons: tuple[str, ...]) -> None:
        """Move an account to a thread (opening it where need be), with the reasons."""
        self._take_out(account)
        self._newest = max(self._newest or account.order, account.order)
        self._threads[thread] = self.load(thread).with_account(account)
        self._index(account, thread, reasons)

    def _index(self, account: Account, thread: str, reasons: tuple[str, ...]) -> None:
        self._home[account.key] = thread
        self._kept[account.key] = account
        self._reasons[account.key] = reasons
        for key in index_keys(account.profile):
            self._found_by[key][thread] = self._found_by[key].get(thread, 0) + 1
        for key in lookup_keys(account.profile):
            self._looking[key][account.key] = account

    def _take_out(self, account: Account) -> None:
        thread = self._home.pop(account.key, None)
        if thread is None:
            return
        kept = self._kept.pop(account.key)
        left = [a for a in self._threads[thread].accounts if a.key != account.key]
        if left:
            self._threads[thread] = thread_of(left)
        else:
            del self._threads[thread]
        for key in lookup_keys(kept.profile):
            del self._looking[key][account.key]
        for key in index_keys(kept.profile):
            self._found_by[key][thread] -= 1
            if not self._found_by[key][thread]:
                del self._found_by[key][thread]

    def threads(self) -> tuple[Thread, ...]:
        """All threads, by id."""
        return tuple(self._threads[key] for key in sorted(self._threads))

    def reasons(self, account: Account) -> tuple[str, ...]:
        """Why an account stands where it does: empty where it opened its thread."""
        return self._reasons[account.key]
