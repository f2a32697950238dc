"""What a running server gives to calendar programs and feed readers."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import icalendar
import pytest
from fastapi.testclient import TestClient

from slated.ledger import Ledger
from slated.web.app import make_app


def entries(client: TestClient, address: str) -> dict[str, Any]:
    """The entries of a calendar by their titles."""
    answer = client.get(address)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    made: Any = icalendar.Calendar.from_ical(answer.content)
    return {str(entry["summary"]): entry for entry in made.walk("VEVENT")}


@pytest.fixture
def slipping(tmp_path: Path) -> Iterator[TestClient]:
    told = [
        ("2023-03-01", "The mayors of Kyoto and Turin will hold a summit in Oslo on May 5, 2023, they said."),
        ("2023-04-20", "The summit of the mayors of Kyoto and Turin in Oslo on May 5 has been cancelled."),
        ("2023-04-21", "The trade fair of Lyon will be held in Lyon on May 30, 2023, the organisers said."),
    ]
    lines = [
        json.dumps({"id": f"d{i}", "published": day, "text": text}) for i, (day, text) in enumerate(told)
    ]
    (tmp_path / "p.jsonl").write_text("\n".join(lines) + "\n")
    ledger = Ledger(tmp_path / "a.db")
    ledger.read([tmp_path / "p.jsonl"], jobs=1)
    with TestClient(make_app(ledger), base_url="http://localhost") as client:
        yield client


def test_who_subscribed_learns_that_an_event_is_called_off(slipping: TestClient) -> None:
    then = entries(slipping, "/calendar.ics?as_of=2023-03-01")
    now = entries(slipping, "/calendar.ics")
    before, after = (next(e for name, e in those.items() if "summit" in name) for those in (then, now))
    assert before["uid"] == after["uid"]
    assert before["status"] != "CANCELLED" == after["status"]
    assert after["sequence"] > before["sequence"]
    assert after["dtstart"].dt == dt.date(2023, 5, 5)
    assert after["dtend"].dt == dt.date(2023, 5, 6)


def test_a_calendar_takes_the_filters_of_the_slate(client: TestClient) -> None:
    every = entries(client, "/calendar.ics?show=all")
    some = entries(client, "/calendar.ics?show=all&place=nairobi")
    assert some.keys() < every.keys()
    assert all("Nairobi" in str(entry["location"]) or entry["description"] for entry in some.values())
