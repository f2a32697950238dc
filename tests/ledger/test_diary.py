from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from slated.errors import BadParameter
from slated.ledger import EventFilter, Ledger
from slated.ledger.diary import changes_among, entry_of
from slated.model import Rename, SetOutcome
from slated.tracking import GRACE
from tests.ledger.pages import write_pages


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    folder = tmp_path_factory.mktemp("diary")
    with Ledger(folder / "a.db") as book:
        book.read([write_pages(folder / "p.jsonl")], jobs=1)
        book.rule(SetOutcome("strike", "occurred"), by="Ada", why="seen", made=dt.date(2023, 4, 2))
        book.rule(Rename("strike", "dock strike"), by="Ada", why="its name")
        yield book


@pytest.mark.parametrize(
    "wanted",
    [
        EventFilter(),
        EventFilter(status=frozenset({"occurred"})),
        EventFilter(start=dt.date(2023, 5, 1), end=dt.date(2023, 5, 31)),
        EventFilter(event_class=frozenset({"strike", "protest"})),
        EventFilter(text="dock"),
        EventFilter(actor="Ghana"),
    ],
)
def test_entries_are_the_events_without_their_reports(ledger: Ledger, wanted: EventFilter) -> None:
    assert ledger.entries(wanted) == [entry_of(event) for event in ledger.events(wanted)]
    day = dt.date(2023, 3, 15)
    assert ledger.entries(wanted, day) == [entry_of(event) for event in ledger.events(wanted, day)]


@pytest.mark.parametrize("since", ["2023-01-01", "2023-03-02", "2023-03-20", "2023-04-02", "2023-05-11"])
def test_changes_are_what_the_events_themselves_tell(ledger: Ledger, since: str) -> None:
    day = dt.date.fromisoformat(since)
    assert ledger.changes(day) == changes_among(ledger.events(), day, GRACE)
    seen = dt.date(2023, 4, 3)
    assert ledger.changes(day, seen) == changes_among(ledger.events(as_of=seen), day, GRACE)


def test_a_grace_below_nothing_is_refused(ledger: Ledger) -> None:
    with pytest.raises(BadParameter, match="-1 days"):
        ledger.rebuild(grace=-1)
