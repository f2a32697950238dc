"""A store of threads that takes up what it needs from a shelf and knows what it changed.

What `link` asks for is loaded when it is asked for: of a thread its outline and profile, which is
enough to place what comes after it, and its accounts only where one arrives late. So placing new
accounts costs by their own number and not by all that was ever placed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import Protocol

from slated.tracking.blocks import lookup_keys
from slated.tracking.gather import Account, Order
from slated.tracking.link import Outline, Thread
from slated.tracking.memory import MemoryStore
from slated.tracking.profile import Profile


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


@dataclass(frozen=True, slots=True)
class ThreadSummary:
    """A thread as it is kept beside its accounts."""

    outline: Outline
    profile: Profile


class Shelf(Protocol):
    """Where accounts lie when they are not in memory."""

    def threads_under(self, keys: Collection[str]) -> Mapping[str, set[str]]:
        """The threads that have an account under each of the index keys."""
        ...

    def summaries(self, threads: Collection[str]) -> Mapping[str, ThreadSummary]:
        """What is kept of these threads beside their accounts."""
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
    """A ``ThreadStore`` over a shelf; what it notes says what to write back.

    ``changed`` are accounts, ``threads_changed`` threads; ``added`` has the accounts that were put
    behind all others of their thread, and ``disturbed`` the threads in which anything else changed.
    """

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self._shelf = shelf
        self._newest = shelf.newest()
        self._summed: set[str] = set()
        self._whole: set[str] = set()
        self._under: dict[str, set[str]] = {}
        self._known_persons: set[str] = set()
        self._expected: set[str] = set()
        self.changed: set[str] = set()
        self.threads_changed: set[str] = set()
        self.added: dict[str, list[Account]] = defaultdict(list)
        self.disturbed: set[str] = set()

    def expect(self, accounts: Collection[Account]) -> None:
        """Note accounts that are new, and look up at once what they will look for."""
        self._expected.update(account.key for account in accounts)
        self._look_up({key for account in accounts for key in lookup_keys(account.profile)})

    def threads_with(self, keys: Collection[str]) -> Collection[str]:
        """The ids of the threads that have an account under one of the index keys."""
        self._look_up(keys)
        shelved = {thread for key in keys for thread in self._under[key]} - self._whole
        self.sum_up(shelved)
        return {*super().threads_with(keys), *shelved}

    def _look_up(self, keys: Collection[str]) -> None:
        fresh = [key for key in keys if key not in self._under]
        if fresh:
            found = self._shelf.threads_under(fresh)
            self._under |= {key: found.get(key, set()) for key in fresh}
            self.sum_up(set().union(*found.values()))

    def load(self, thread: str) -> Thread:
        """A thread, its accounts brought when they are asked for."""
        self.sum_up([thread])
        return super().load(thread)

    def thread_of(self, account: Account) -> str | None:
        """The id of the thread in which an account stands, or None."""
        known = super().thread_of(account)
        if known is None and account.key not in self._expected:
            return self._shelf.thread_of(account.key)
        return known

    def holds(self, account: Account) -> bool:
        """True where the account is kept just as it is here, states and all."""
        if (thread := self.thread_of(account)) is not None:
            self.take_up([thread])
        return super().holds(account)

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
        before = self.thread_of(account)
        known = self.load(thread).outline
        self.threads_changed |= {thread} | ({before} if before else set())
        self.changed.add(account.key)
        if before is not None or (known.size and account.order < known.last):
            self.disturbed |= {thread} | ({before} if before else set())
            self.take_up({thread} | ({before} if before else set()))
        else:
            self.added[thread].append(account)
        super().put(account, thread, reasons)

    def placed(self, account: str) -> Placed:
        """An account that was changed, as it is to be kept."""
        return Placed(self._kept[account], self._home[account], self._reasons[account])

    def sum_up(self, threads: Collection[str]) -> None:
        """Load the outlines and profiles of threads that are not in memory yet."""
        fresh = [thread for thread in threads if thread not in self._summed]
        if not fresh:
            return
        self._summed.update(fresh)
        for thread, summary in self._shelf.summaries(fresh).items():
            earlier = cache(partial(self._bring, thread))
            self._threads[thread] = Thread(summary.profile, summary.outline, earlier=earlier)

    def take_up(self, threads: Collection[str]) -> None:
        """Load threads with their accounts."""
        self.sum_up(threads)
        for thread in threads:
            if thread not in self._whole:
                self.load(thread).earlier()
                self._whole.add(thread)

    def _bring(self, thread: str) -> tuple[Account, ...]:
        self._whole.add(thread)
        found: list[Account] = []
        for placed in self._shelf.accounts([thread]):
            account = placed.account
            if account.key in self._home:  # put here since, and perhaps written back by now
                continue
            found.append(account)
            self._index(account, thread, placed.reasons)
            for person in account.persons:
                self._naming[person][account.key] = account
        return tuple(sorted(found, key=lambda a: a.order))

    def _take_up_notes(self, persons: Collection[str]) -> None:
        fresh = [person for person in persons if person not in self._known_persons]
        if fresh:
            self._known_persons.update(fresh)
            for person, notes in self._shelf.notes(fresh).items():
                self._notes[person] = [(note.order, note.state) for note in notes]
