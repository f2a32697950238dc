from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

from slated.tracking.gather import Account, gather
from slated.tracking.link import link
from slated.tracking.memory import MemoryStore

Wire = Callable[..., Any]
NAMES = ("ruritania", "freedonia", "sylvania", "anna berg", "otto falk", "ida marr", "rufus firefly")
KINDS: list[dict[str, Any]] = [
    {"head": "summit"},
    {"head": "meeting"},
    {"head": "visit"},
    {"head": "launch", "event_class": "launch"},
    {"head": "expire", "event_class": "deadline"},
]
CAST = ("lena brook", "tom hale", "uri sands", "ada voss", "ben oakes")


def ledger(wire: Wire, seed: int, articles: int = 40) -> list[Account]:
    """The accounts of invented articles on a few crossing stories."""
    chance = random.Random(seed)
    accounts: list[Account] = []
    for n in range(articles):
        mentions = [
            {
                "parties": tuple(chance.sample(NAMES, chance.choice((0, 1, 2)))),
                **chance.choice(KINDS),
                "status": chance.choice(("expected", "scheduled", "occurred", "cancelled")),
                "window": chance.choice((None, "2031-05-20", "2031-06-12", "2031-05-01..2031-05-31")),
                "ordinal": chance.choice((None, None, 2)),
            }
            for _ in range(chance.choice((1, 2)))
        ]
        day = f"2031-{chance.randrange(3, 8):02d}-{chance.randrange(1, 29):02d}"
        written = wire(f"{n:03d}", day, *mentions, cast=chance.sample(CAST, 3))
        accounts += gather(written.article, written.reading)
    return accounts


def grouped(store: MemoryStore) -> set[frozenset[str]]:
    return {frozenset(a.key for a in thread.accounts) for thread in store.threads()}


@pytest.mark.parametrize("seed", range(24))
def test_late_arrivals_land_where_they_would_have_been(wire: Wire, seed: int) -> None:
    accounts = ledger(wire, seed)
    at_once = MemoryStore()
    link(at_once, accounts)
    shuffled = random.Random(seed + 100).sample(accounts, len(accounts))
    bit_by_bit = MemoryStore()
    for start in range(0, len(shuffled), 7):
        link(bit_by_bit, shuffled[start : start + 7])
    assert grouped(bit_by_bit) == grouped(at_once)
    assert all(bit_by_bit.reasons(a) == at_once.reasons(a) for a in accounts)


def test_placing_again_changes_nothing(wire: Wire) -> None:
    accounts = ledger(wire, 1)
    store = MemoryStore()
    assert link(store, accounts)
    before = grouped(store)
    assert link(store, accounts) == frozenset()
    assert grouped(store) == before


def test_the_newest_accounts_touch_only_their_own_threads(wire: Wire) -> None:
    accounts = ledger(wire, 2)
    store = MemoryStore()
    link(store, accounts)
    newest = wire("zzz", "2031-12-01", {"parties": ("anna berg",), "head": "visit"})
    touched = link(store, gather(newest.article, newest.reading))
    assert len(touched) == 1


def test_reasons_say_why_an_account_was_taken_in(wire: Wire) -> None:
    first = wire("a", "2031-03-01", {"window": "2031-05-20", "ordinal": 2})
    again = wire("b", "2031-03-02", {"window": "2031-05-20", "ordinal": 2})
    store = MemoryStore()
    accounts = [*gather(first.article, first.reading), *gather(again.article, again.reading)]
    link(store, accounts)
    assert store.reasons(accounts[0]) == ()
    assert {"both number 2", "the same day"} <= set(store.reasons(accounts[1]))
