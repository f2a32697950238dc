"""A store of threads that takes up what it needs from a shelf and knows what it changed.

What `link` asks for is loaded when it is asked for, whole threads at a time, so that placing new
accounts costs by the threads that they touch and not by all that was ever placed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from slated.tracking.gather import Account
from slated.tracking.link import Thread, thread_of
from slated.tracking.memory import MemoryStore

Order = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Placed:
    """An account as it is kept: the thread that it stands in, and why."""

    account: Account
    thread: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """That an account, by its place in the order, ties a person to a state."""

    order: Order
    state: str


class Shelf(Protocol):
    """Where accounts lie when they are not in memory."""

    def threads_under(self, keys: Collection[str]) -> Collection[str]:
        """The threads that have an account under one of the index keys."""
        ...

    def threads_looking(self, keys: Collection[str], day: str) -> Collection[str]:
        """The threads of accounts of that day or later that are looked up under one of the keys."""
        ...

    def threads_naming(self, persons: Collection[str], day: str) -> Collection[str]:
        """The threads of accounts of that day or later that name one of the persons."""
        ...

    def notes(self, persons: Collection[str]) -> Mapping[str, list[Note]]:
        """The first notes on each person's state, in order, as many as are counted."""
        ...

    def accounts(self, threads: Collection[str]) -> Iterable[Placed]:
        """The accounts of these threads."""
        ...

    def thread_of(self, account: str) -> str | None:
        """The thread in which the account with this key stands, or None."""
        ...

    def newest(self) -> Order | None:
        """The order of the last account on the shelf."""
        ...


class ShelvedStore(MemoryStore):
    """A ``ThreadStore`` over a shelf; ``changed`` and ``threads_changed`` say what to write back."""

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self._shelf = shelf
        self._newest = shelf.newest()
        self._loaded: set[str] = set()
        self._keys: set[str] = set()
        self._known_persons: set[str] = set()
        self._expected: set[str] = set()
        self.changed: set[str] = set()
        self.threads_changed: set[str] = set()

    def expect(self, accounts: Iterable[str]) -> None:
        """Note the keys of accounts that are new, so that they are not looked for on the shelf."""
        self._expected.update(accounts)

    def threads_with(self, keys: Collection[str]) -> Collection[str]:
        """The ids of the threads that have an account under one of the index keys."""
        fresh = [key for key in keys if key not in self._keys]
        if fresh:
            self._keys.update(fresh)
            self.take_up(self._shelf.threads_under(fresh))
        return super().threads_with(keys)

    def load(self, thread: str) -> Thread:
        """A thread with its accounts."""
        self.take_up([thread])
        return super().load(thread)

    def thread_of(self, account: Account) -> str | None:
        """The id of the thread in which an account stands, or None."""
        if account.key not in self._home and account.key not in self._expected:
            thread = self._shelf.thread_of(account.key)
            self.take_up([thread] if thread is not None else [])
        return super().thread_of(account)

    def later(self, keys: Collection[str], order: Order) -> Iterable[Account]:
        """The accounts after ``order`` that are looked up under one of the keys."""
        self.take_up(self._shelf.threads_looking(keys, order[0]))
        return super().later(keys, order)

    def note(self, account: Account) -> Collection[str]:
        """Note the states that an account ties persons to; the persons for whom that is news."""
        self._take_up_notes(account.persons)
        return super().note(account)

    def states(self, keys: Collection[str], order: Order) -> Mapping[str, str]:
        """The state most often noted of each person, by accounts up to ``order``."""
        self._take_up_notes(keys)
        return super().states(keys, order)

    def naming(self, keys: Collection[str], order: Order) -> Iterable[Account]:
        """The accounts after ``order`` that name one of the persons."""
        if self._newest is not None and self._newest > order:
            self.take_up(self._shelf.threads_naming(keys, order[0]))
        return super().naming(keys, order)

    def explain(self, account: Account, reasons: tuple[str, ...]) -> None:
        """Keep new reasons for an account that stays where it is."""
        if self._reasons.get(account.key) != reasons:
            self.changed.add(account.key)
        super().explain(account, reasons)

    def put(self, account: Account, thread: str, reasons: tuple[str, ...]) -> None:
        """Move an account to a thread (opening it where need be), with the reasons."""
        before = self._home.get(account.key)
        self.threads_changed |= {thread} | ({before} if before else set())
        self.changed.add(account.key)
        self.take_up([thread])
        super().put(account, thread, reasons)

    def placed(self, account: str) -> Placed:
        """An account that was changed, as it is to be kept."""
        return Placed(self._kept[account], self._home[account], self._reasons[account])

    def take_up(self, threads: Collection[str]) -> None:
        """Load threads from the shelf that are not in memory yet."""
        fresh = [thread for thread in threads if thread not in self._loaded]
        if not fresh:
            return
        self._loaded.update(fresh)
        found: dict[str, list[Account]] = defaultdict(list)
        for placed in self._shelf.accounts(fresh):
            account = placed.account
            found[placed.thread].append(account)
            self._index(account, placed.thread, placed.reasons)
            for person in account.persons:
                self._naming[person][account.key] = account
        for thread, accounts in found.items():
            self._threads[thread] = thread_of(sorted(accounts, key=lambda a: a.order))

    def _take_up_notes(self, persons: Collection[str]) -> None:
        fresh = [person for person in persons if person not in self._known_persons]
        if fresh:
            self._known_persons.update(fresh)
            for person, notes in self._shelf.notes(fresh).items():
                self._notes[person] = [(note.order, note.state) for note in notes]
