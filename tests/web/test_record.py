"""Days that are derived: once, within a request's patience, in a program of their own where it is large."""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from slated.document_stage import ReadArticle
from slated.ledger import EventFilter, Ledger, tracking
from slated.ledger.facts import CaptureRecord, keep
from slated.web import record as room
from slated.web.record import Record, StillDeriving

DAY = dt.date(2023, 3, 30)


@pytest.mark.parametrize("large", [0, 10_000])
def test_a_day_is_the_same_wherever_it_is_derived(
    sample_ledger: Path, monkeypatch: pytest.MonkeyPatch, large: int
) -> None:
    monkeypatch.setattr(room, "_LARGE", large)
    monkeypatch.setattr(room, "_PATIENCE", 120.0)
    with Ledger(sample_ledger) as ledger:
        expected = {event.event_id for event in ledger.events(as_of=DAY)}
    record = Record(Ledger(sample_ledger))
    found = record.view(DAY).sheet(EventFilter(), "all", DAY, 0, 500)
    assert {line.event_id for line in found.lines} == expected
    record.close()


def test_a_request_does_not_wait_for_long(sample_ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_PATIENCE", 0.0)
    record = Record(Ledger(sample_ledger))
    with pytest.raises(StillDeriving, match="ask again"):
        record.view(DAY)
    monkeypatch.setattr(room, "_PATIENCE", 120.0)
    assert record.view(DAY).standing().last_day == DAY
    record.close()


def test_the_last_day_is_the_ledger_as_it_stands(sample_ledger: Path) -> None:
    record = Record(Ledger(sample_ledger))
    last = record.view(None).standing().last_day
    assert type(record.view(last)) is type(record.view(None))
    record.close()


def test_a_day_is_there_while_articles_are_only_read(
    sample_ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What waits to be tracked makes no day anew, and is not in it: the present does not show it either."""
    path = tmp_path / "a.db"
    shutil.copy(sample_ledger, path)
    ledger = Ledger(path)
    record = Record(ledger)
    before = record.view(DAY).sheet(EventFilter(), "all", DAY, 0, 500)
    article = next(ledger.readings())
    with ledger.database.writing() as connection:
        told = replace(article.article, document_id="later", source_id="later")
        waiting = ReadArticle(told, replace(article.reading, document_id="later"))
        tracking.take_in(
            connection, keep(connection, [(CaptureRecord("later", "x", "text", None), waiting)], "r")
        )
    monkeypatch.setattr(room, "_PATIENCE", 0.0)  # no day is made anew
    assert record.view(DAY).sheet(EventFilter(), "all", DAY, 0, 500) == before
    monkeypatch.setattr(room, "_PATIENCE", 120.0)
    monkeypatch.setattr(tracking, "derive", None)  # and none from all articles
    other = DAY - dt.timedelta(days=1)
    assert record.view(other).standing().last_day == other
    record.close()
