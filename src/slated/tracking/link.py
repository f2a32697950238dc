"""Across articles: each account goes to the tracked event that it is of, or opens one."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from slated.tracking.compare import compare
from slated.tracking.families import is_mutual
from slated.tracking.gather import Account
from slated.tracking.profile import Profile

SAME_EVENT = 3.0
"""Points from which an account is of an event already known."""


@dataclass(slots=True)
class Thread:
    """The accounts of one event so far, their joint profile, and why each was taken in."""

    number: int
    accounts: list[Account] = field(default_factory=list)
    profile: Profile = field(default_factory=lambda: Profile(size=0))
    reasons: list[tuple[str, ...]] = field(default_factory=list)

    @property
    def last(self) -> dt.date | None:
        """The day of the latest account."""
        return self.accounts[-1].article.creation_time.day

    def take(self, account: Account, reasons: tuple[str, ...]) -> None:
        """Take in one more account."""
        self.accounts.append(account)
        self.reasons.append(reasons)
        self.profile = self.profile.joined(account.profile)


def blocks(profile: Profile) -> Iterator[str]:
    """The keys under which an account is looked up: kind and party, or kind and telling word."""
    for family in profile.families:
        for party in profile.parties:
            yield f"{family}|{party.side}"
            yield from (f"{family}|{word}" for word in party.key.split())
        for term in profile.terms:
            yield f"{family}|{term}"
        if not profile.parties or is_mutual(family):
            for place in profile.places:
                yield f"{family}@{place}"


def link(accounts: Iterable[Account]) -> tuple[Thread, ...]:
    """The accounts as threads, one an event: taken in canonical order, so arrival changes nothing."""
    index: dict[str, list[int]] = defaultdict(list)
    threads: list[Thread] = []
    for account in sorted(accounts, key=lambda a: a.order):
        candidates = sorted({t for key in blocks(account.profile) for t in index[key]})
        thread, reasons = choose([threads[t] for t in candidates], account)
        if thread is None:
            thread = Thread(len(threads))
            threads.append(thread)
        thread.take(account, reasons)
        for key in blocks(account.profile):
            if thread.number not in index[key]:
                index[key].append(thread.number)
    return tuple(threads)


def choose(candidates: Iterable[Thread], account: Account) -> tuple[Thread | None, tuple[str, ...]]:
    """The candidate that the account fits best, with the reasons, or None."""
    best: tuple[tuple[float, str, int], Thread, tuple[str, ...]] | None = None
    for thread in candidates:
        found = compare(thread.profile, account.profile)
        if found.veto is not None or found.points < SAME_EVENT:
            continue
        rank = (found.points, str(thread.last), len(thread.accounts))
        if best is None or rank > best[0]:
            best = (rank, thread, found.reasons)
    return (best[1], best[2]) if best else (None, ())
