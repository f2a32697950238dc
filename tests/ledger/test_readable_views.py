"""The views that other tools show say what the record says."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from slated.ledger import Ledger
from slated.outputs.phrases import all_places_words
from tests.ledger.pages import write_pages


def test_views_tell_events_reports_and_revisions_in_words(tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.db") as ledger:
        ledger.read([write_pages(tmp_path / "p.jsonl")], jobs=1)
        events = {event.event_id: event for event in ledger.events()}
    connection = sqlite3.connect(tmp_path / "a.db")
    connection.row_factory = sqlite3.Row
    rows = connection.execute("select * from readable_events").fetchall()
    assert {row["event_id"] for row in rows} == set(events)
    for row in rows:
        event = events[row["event_id"]]
        assert (row["title"], row["reports"]) == (event.title, len(event.reports))
        assert set((row["places"] or "").split(", ")) == set(all_places_words(event.places).split(", "))
    told = {
        (event.event_id, r.document_id): r.evidence[0].text
        for event in events.values()
        for r in event.reports
    }
    for row in connection.execute("select * from readable_reports"):
        assert row["words"] == told[row["event_id"], row["document_id"]]
    moved = sum(len(event.revisions) for event in events.values())
    assert connection.execute("select count(*) from readable_revisions").fetchone()[0] == moved
    connection.close()
