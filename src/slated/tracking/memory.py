"""The store of threads in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from slated.tracking.blocks import index_keys, lookup_keys
from slated.tracking.gather import Account
from slated.tracking.link import Thread, thread_of


class MemoryStore:
    """A ``ThreadStore`` in dictionaries: what ``track`` uses, and the model for others."""

    def __init__(self) -> None:
        self._threads: dict[str, Thread] = {}
        self._home: dict[str, str] = {}
        self._reasons: dict[str, tuple[str, ...]] = {}
        self._found_by: dict[str, dict[str, int]] = defaultdict(dict)
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

    def later(self, keys: Collection[str], order: tuple[str, str, int]) -> Iterable[Account]:
        """The accounts after ``order`` that are looked up under one of the keys."""
        found = {a.key: a for key in keys for a in self._looking.get(key, {}).values() if a.order > order}
        return [found[key] for key in sorted(found)]

    def put(self, account: Account, thread: str, reasons: tuple[str, ...]) -> None:
        """Move an account to a thread (opening it where need be), with the reasons."""
        self._take_out(account)
        self._home[account.key] = thread
        self._reasons[account.key] = reasons
        self._threads[thread] = self.load(thread).with_account(account)
        for key in index_keys(account.profile):
            self._found_by[key][thread] = self._found_by[key].get(thread, 0) + 1
        for key in lookup_keys(account.profile):
            self._looking[key][account.key] = account

    def _take_out(self, account: Account) -> None:
        thread = self._home.pop(account.key, None)
        if thread is None:
            return
        left = [a for a in self._threads[thread].accounts if a.key != account.key]
        if left:
            self._threads[thread] = thread_of(left)
        else:
            del self._threads[thread]
        for key in index_keys(account.profile):
            self._found_by[key][thread] -= 1
            if not self._found_by[key][thread]:
                del self._found_by[key][thread]

    def threads(self) -> tuple[Thread, ...]:
        """All threads, by id."""
        return tuple(self._threads[key] for key in sorted(self._threads))

    def reasons(self, account: Account) -> tuple[str, ...]:
        """Why an account stands where it does: empty where it opened its thread."""
        return self._reasons[account.key]
