from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from slated.errors import UnknownArticle, UnknownEvent
from slated.ledger import EventFilter, Ledger, tracking
from slated.ledger.asking import choose
from tests.ledger.pages import rows, write_pages

KNOWN = [
    ("long-name-77", "Rocket launch"),
    ("abc1", "Second Élysée summit"),
    ("abd2", "Third summit"),
    ("ffe3", "rail strike"),
]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("abc1", "abc1"),
        ("abd", "abd2"),
        ("77", "long-name-77"),
        ("strike", "ffe3"),
        ("SUMMIT second", "abc1"),
        ("elysee", "abc1"),
    ],
)
def test_an_event_goes_by_its_id_the_start_of_it_or_words_of_its_title(wanted: str, found: str) -> None:
    assert choose(wanted, KNOWN) == found


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ("zzz", "no tracked event is called 'zzz'"),
        ("", "no tracked event"),
        ("  ", "no tracked event"),
        ("ab", "fits 2 tracked events"),
        ("summit", r"Second Élysée summit \(abc1\), Third summit \(abd2\)"),
    ],
)
def test_what_fits_none_or_several_is_unknown(wanted: str, told: str) -> None:
    with pytest.raises(UnknownEvent, match=told):
        choose(wanted, KNOWN)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "a.db") as ledger:
        ledger.read([write_pages(tmp_path / "pages.jsonl")], jobs=1)
        yield ledger


def test_events_are_found_one_by_one(ledger: Ledger) -> None:
    events = ledger.events()
    assert events
    assert [ledger.event(event.event_id) for event in events] == events


def test_as_of_a_day_nothing_later_is_known(ledger: Ledger) -> None:
    early = ledger.events(as_of=dt.date(2023, 3, 15))
    reports = [report for event in early for report in event.reports]
    assert {report.source_id for report in reports} == {"a1", "a2"}
    assert ledger.events(as_of=dt.date(2023, 2, 1)) == []


def test_as_of_the_last_day_is_the_ledger_itself(ledger: Ledger) -> None:
    assert ledger.events(as_of=dt.date(2023, 5, 10)) == ledger.events()


def test_one_event_as_of_a_day(ledger: Ledger) -> None:
    day = dt.date(2023, 3, 15)
    early = ledger.events(as_of=day)[0]
    assert ledger.event(early.event_id, as_of=day) == early


def test_a_filter_restricts(ledger: Ledger) -> None:
    assert ledger.events(EventFilter(text="no such words")) == []


def test_an_article_is_found_by_its_id(ledger: Ledger) -> None:
    read = next(ledger.readings())
    assert ledger.article(read.article.document_id) == read
    with pytest.raises(UnknownArticle, match="nope"):
        ledger.article("nope")


def test_rebuilding_gives_the_same_ledger(ledger: Ledger, tmp_path: Path) -> None:
    before = rows(tmp_path / "a.db")
    assert ledger.rebuild() == len(ledger.events())
    assert rows(tmp_path / "a.db") == before


def test_another_tracker_derives_again(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    events = ledger.events()
    monkeypatch.setattr(tracking, "tracker_version", lambda: "newer")
    monkeypatch.setattr(tracking, "derive", lambda connection, as_of=None: tuple(events[:1]))
    assert ledger.events() == events[:1]


def test_every_table_comes_with_its_columns(ledger: Ledger) -> None:
    for name, columns, those in ledger.tables():
        for row in those:
            assert list(row) == columns, name
