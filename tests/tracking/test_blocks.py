"""The keys under which accounts of one event find each other."""

from __future__ import annotations

from collections.abc import Callable

from slated.tracking.blocks import index_keys, lookup_keys
from slated.tracking.gather import gather
from slated.tracking.profile import Profile
from tests.tracking.conftest import Wired


def _profile(wire: Callable[..., Wired], **given: object) -> Profile:
    told = wire("a", "2031-03-01", {"head": "hearing", "event_class": "hearing", "title": "hearings"} | given)
    (account,) = gather(told.article, told.reading)
    return account.profile


def test_whoever_names_the_witness_does_not_look_through_all_hearings(wire: Callable[..., Wired]) -> None:
    of_berg, of_marr = (_profile(wire, parties=(name,)) for name in ("anna berg", "ida marr"))
    assert not lookup_keys(of_berg) & index_keys(of_marr)
    assert lookup_keys(of_berg) & index_keys(of_berg)


def test_a_hearing_of_nobody_named_looks_among_all(wire: Callable[..., Wired]) -> None:
    assert lookup_keys(_profile(wire, parties=())) & index_keys(_profile(wire, parties=("ida marr",)))
