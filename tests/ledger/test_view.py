"""Lists found in the store are those that would be found among all events."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from slated.ledger import EventFilter, Ledger, slate
from slated.ledger.lines import line_of
from slated.ledger.search import likeness
from slated.samples import sample_pages


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    ledger = Ledger(tmp_path_factory.mktemp("view") / "a.db")
    ledger.read([sample_pages()], jobs=1)
    return ledger


FILTERS = [
    EventFilter(),
    EventFilter(text="summit"),
    EventFilter(text="will be held"),
    EventFilter(text="su"),
    EventFilter(actor="lotfy"),
    EventFilter(actor="diplomat"),
    EventFilter(place="abu dhabi"),
    EventFilter(place="ab"),
    EventFilter(outlet="courier"),
    EventFilter(status=frozenset({"postponed", "lapsed"}), event_class=frozenset({"meeting"})),
    EventFilter(start=dt.date(2023, 4, 1), end=dt.date(2023, 4, 20)),
    EventFilter(start=dt.date(2023, 4, 1)),
    EventFilter(end=dt.date(2023, 4, 1)),
]


@pytest.mark.parametrize("wanted", FILTERS, ids=str)
def test_a_filter_finds_the_same_in_the_store(ledger: Ledger, wanted: EventFilter) -> None:
    found = ledger.view.sheet(wanted, "all", None, 0, 500)
    expected = {event.event_id for event in ledger.events() if wanted.matches(event)}
    assert {line.event_id for line in found.lines} == expected
    assert found.total == len(expected)


@pytest.mark.parametrize("part", ["ahead", "past", "all"])
@pytest.mark.parametrize("day", [dt.date(2023, 4, 1), dt.date(2023, 9, 5), None])
def test_the_store_orders_as_memory_does(ledger: Ledger, part: slate.Part, day: dt.date | None) -> None:
    lines = [line_of(event) for event in ledger.events()]
    if part != "all":
        lines = [line for line in lines if slate.is_ahead(line, day) == (part == "ahead")]
    found = ledger.view.sheet(EventFilter(), part, day, 5, 20)
    assert list(found.lines) == sorted(lines, key=lambda line: slate.order(line, part, day))[5:25]
    assert found.total == len(lines)


def test_a_line_says_what_the_event_does(ledger: Ledger) -> None:
    for event in ledger.events():
        assert ledger.view.lines([event.event_id]) == [line_of(event)]


def test_names_are_found_with_a_typo_and_words_in_any_form(ledger: Ledger) -> None:
    assert ledger.view.names_like("Egipt")[0].name == "Egypt"
    assert ledger.view.names_like("zzzz") == []
    assert ledger.view.articles_with("summits")
    assert ledger.view.articles_with('"; drop table -- *') == []
    assert ledger.view.articles_with("\x00") == []


@pytest.mark.parametrize(
    ("wanted", "name", "near"),
    [
        ("meridan", "meridian", True),
        ("karim lotfi", "karim lotfy", True),
        ("oslo", "osaka", False),
        ("", "oslo", True),
    ],
)
def test_likeness(wanted: str, name: str, near: bool) -> None:
    assert (likeness(wanted, name) >= 0.75) is near


def test_search_follows_what_is_forgotten(tmp_path: Path) -> None:
    import json
    import sqlite3

    page = tmp_path / "p.jsonl"
    page.write_text(
        json.dumps({"id": "a", "text": "The council of Vardo will meet on May 3.", "outlet": "Fjord Post"})
    )
    with Ledger(tmp_path / "a.db") as ledger:
        ledger.read([page], jobs=1)
        assert ledger.view.articles_with("council")
    connection = sqlite3.connect(tmp_path / "a.db")
    for table in (
        "articles",
        "tracked_events",
        "reports",
        "event_participants",
        "report_places",
        "report_sources",
    ):
        connection.execute(f"delete from {table}")
    assert connection.execute("select * from search_names").fetchall() == []
    for table in ("search_words", "search_name_parts"):
        connection.execute(f"insert into {table} ({table}, rank) values ('integrity-check', 1)")
    connection.commit()
    connection.close()
