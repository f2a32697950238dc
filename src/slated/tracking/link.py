"""Across articles: each account goes to the event that it is of, or opens one.

Accounts are placed one after another in canonical order (publication, then document), each by
what was known before it; so the order of arrival changes nothing. An account that arrives late
is placed where it would have been, and the later ones that its event could sway are placed again.
"""

from __future__ import annotations

import datetime as dt
import heapq
import math
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from slated.tracking.blocks import index_keys, lookup_keys
from slated.tracking.compare import OTHER_MATTER, compare
from slated.tracking.gather import Account, Order
from slated.tracking.profile import Profile, joint
from slated.tracking.timing import DAYS_AGREE, PUT_OFF, SAME_DAY

SAME_EVENT = 3.0
"""Points from which an account is of an event already known."""

LEAST = 2.0
"""Points that the account itself has to bring, whatever everyone speaks of."""

TELLING = frozenset({SAME_DAY, "the same place", PUT_OFF})
"""Reasons of which an account that names nobody has to have one, if it shares no words."""

LATELY = dt.timedelta(days=30)
WITNESSES = 9
"""How many accounts that tie a person to a state are counted: the first ones."""

_LATEST = 16
HORIZON = dt.timedelta(days=730)
"""How long after its last account an event is still looked for."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What is asked of the accounts of a thread without having them at hand.

    ``key`` is that of the first; ``days`` are those of the last sixteen. A thread is ``sure``
    where at least one of them is more than a weak hint.
    """

    size: int = 0
    key: str = ""
    first: Order = ("", "", 0)
    last: Order = ("", "", 0)
    days: tuple[dt.date | None, ...] = ()
    sure: bool = False

    def joined(self, other: Outline) -> Outline:
        """The outline of both together."""
        if not self.size or not other.size:
            return self if self.size else other
        begun = min(self, other, key=lambda o: o.first)
        days = sorted((*self.days, *other.days), key=lambda day: (day is None, day or dt.date.min))
        return Outline(
            self.size + other.size,
            begun.key,
            begun.first,
            max(self.last, other.last),
            tuple(days[-_LATEST:]),
            self.sure or other.sure,
        )


def _nothing() -> tuple[Account, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Thread:
    """The accounts of one event in canonical order, their outline and joint profile.

    The accounts up to ``newest`` are brought by ``earlier`` when they are asked for.
    """

    profile: Profile = field(default_factory=lambda: Profile(size=0))
    outline: Outline = field(default_factory=Outline)
    newest: tuple[Account, ...] = ()
    earlier: Callable[[], tuple[Account, ...]] = _nothing

    @property
    def accounts(self) -> tuple[Account, ...]:
        """All accounts, in canonical order."""
        return (*self.earlier(), *self.newest)

    @property
    def key(self) -> str:
        """The thread's id: the key of its first account."""
        return self.outline.key

    @property
    def sure(self) -> bool:
        """True where at least one account is more than a weak hint."""
        return self.outline.sure

    def before(self, account: Account) -> Thread:
        """The thread as it stood when ``account`` came in its turn."""
        if not self.outline.size or self.outline.last < account.order:
            return self
        return thread_of(a for a in self.accounts if a.order < account.order)

    def with_account(self, account: Account) -> Thread:
        """The thread with one more account, wherever in its order that stands."""
        if self.outline.size and self.outline.last > account.order:
            return thread_of(sorted((*self.accounts, account), key=lambda a: a.order))
        return Thread(
            self.profile.joined(account.profile),
            self.outline.joined(outline_of(account)),
            (*self.newest, account),
            self.earlier,
        )

    def with_thread(self, other: Thread) -> Thread:
        """The thread with the accounts of another."""

        def both() -> tuple[Account, ...]:
            return tuple(sorted((*self.accounts, *other.accounts), key=lambda a: a.order))

        return Thread(self.profile.joined(other.profile), self.outline.joined(other.outline), earlier=both)


def outline_of(account: Account) -> Outline:
    """The outline of a thread of one account."""
    order = account.order
    return Outline(1, account.key, order, order, (account.published,), not account.weak)


def thread_of(accounts: Iterable[Account]) -> Thread:
    """The thread of accounts that come in canonical order."""
    kept = tuple(accounts)
    profile = joint([a.profile for a in kept])
    if not kept:
        return Thread(profile)
    days = tuple(a.published for a in kept[-_LATEST:])
    sure = any(not a.weak for a in kept)
    return Thread(profile, Outline(len(kept), kept[0].key, kept[0].order, kept[-1].order, days, sure), kept)


class ThreadStore(Protocol):
    """Where the accounts and their threads are kept; a thread's id is its first account's key."""

    def threads_with(self, keys: Collection[str]) -> Collection[str]:
        """The ids of the threads that have an account under one of the index keys."""
        ...

    def load(self, thread: str) -> Thread:
        """A thread with its accounts."""
        ...

    def thread_of(self, account: Account) -> str | None:
        """The id of the thread in which an account stands, or None."""
        ...

    def newest(self) -> Order | None:
        """The order of the last account that was ever put here, or None."""
        ...

    def later(self, keys: Collection[str], order: Order) -> Iterable[Account]:
        """The accounts after ``order`` that are looked up under one of the keys."""
        ...

    def note(self, account: Account) -> Collection[str]:
        """Note the states that an account ties persons to; the persons for whom that is news.

        Of each person the first ``WITNESSES`` accounts in canonical order that tell are kept.
        """
        ...

    def states(self, keys: Collection[str], order: Order) -> Mapping[str, str]:
        """The state most often noted of each person, by accounts up to ``order``."""
        ...

    def naming(self, keys: Collection[str], order: Order) -> Iterable[Account]:
        """The accounts after ``order`` that name one of the persons."""
        ...

    def holds(self, account: Account) -> bool:
        """True where the account is kept just as it is here, states and all."""
        ...

    def explain(self, account: Account, reasons: tuple[str, ...]) -> None:
        """Keep new reasons for an account that stays where it is."""
        ...

    def put(self, account: Account, thread: str, reasons: tuple[str, ...]) -> None:
        """Move an account to a thread (opening it where need be), with the reasons."""
        ...


def link(store: ThreadStore, new: Iterable[Account]) -> frozenset[str]:
    """Place new accounts in the store; the ids of the threads that gained or lost one."""
    queue = _Queue()
    for account in sorted(new, key=lambda a: a.order):
        queue.add(account)
        if persons := store.note(account):
            queue.add(*store.naming(persons, account.order))
    touched: set[str] = set()
    while queue:
        raw = queue.pop()
        account = raw.resolved(store.states(raw.persons, raw.order))
        before = store.thread_of(account)
        thread, reasons = place(store, account)
        if thread == before and store.holds(account):
            store.explain(account, reasons)
            continue
        changed = {thread} | ({before} if before else set())
        newest = store.newest()
        sways = newest is not None and newest > account.order
        swayed = {key for t in changed for key in _keys_of(store, t)} if sways else set()
        store.put(account, thread, reasons)
        touched |= changed
        if sways:
            queue.add(*store.later(swayed | index_keys(account.profile), account.order))
    return frozenset(touched)


class _Queue:
    """Accounts that wait to be placed, each once, in canonical order."""

    def __init__(self) -> None:
        self._heap: list[tuple[Order, str]] = []
        self._waiting: dict[str, Account] = {}

    def __bool__(self) -> bool:
        return bool(self._heap)

    def add(self, *accounts: Account) -> None:
        for account in accounts:
            if account.key not in self._waiting:
                self._waiting[account.key] = account
                heapq.heappush(self._heap, (account.order, account.key))

    def pop(self) -> Account:
        return self._waiting.pop(heapq.heappop(self._heap)[1])


def place(store: ThreadStore, account: Account) -> tuple[str, tuple[str, ...]]:
    """The thread that the account fits best by what came before it, with the reasons."""
    best: tuple[tuple[float, int, str, str], tuple[str, ...]] | None = None
    sought = lookup_keys(account.profile)
    for thread in sorted(store.threads_with(sought)):
        whole = store.load(thread)
        known = whole.before(account)
        if not known.sure or _asleep(known, account):
            continue
        if known is not whole and not _leads_to(sought, known):
            continue
        found = compare(known.profile, account.profile)
        points = found.points + _salience(known, account)
        if found.veto is not None or found.points < LEAST or points < SAME_EVENT:
            continue
        if account.profile.is_bare and not is_telling(found.reasons):
            continue
        rank = (points, known.outline.size, str(known.outline.days[-1]), thread)
        if best is None or rank > best[0]:
            best = (rank, found.reasons)
    return (best[0][3], best[1]) if best else (account.key, ())


def _leads_to(sought: frozenset[str], known: Thread) -> bool:
    """True where a thread is found by what was in it then, not by a later account."""
    return any(sought & index_keys(account.profile) for account in known.accounts)


def _keys_of(store: ThreadStore, thread: str) -> set[str]:
    return {key for a in store.load(thread).accounts for key in index_keys(a.profile)}


def is_telling(reasons: tuple[str, ...]) -> bool:
    """True where an account that names nobody still has a day, a place or words in common.

    Of another matter, days that merely agree tell nothing: a panel votes on several in a week.
    """
    if DAYS_AGREE in reasons and OTHER_MATTER not in reasons:
        return True
    return bool(set(reasons) & TELLING) or any(reason.startswith("shared words") for reason in reasons)


def _salience(thread: Thread, account: Account) -> float:
    """A bare mention is most likely of the event that all speak of: up to 1.5 for many lately."""
    day = account.published
    recent = [d for d in thread.outline.days if day and d and d + LATELY >= day]
    return min(1.5, 0.4 * math.log2(1 + len(recent)))


def _asleep(thread: Thread, account: Account) -> bool:
    last = thread.outline.days[-1]
    if last is None or account.published is None:
        return False
    return last + HORIZON < account.published
