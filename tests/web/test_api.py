"""The HTTP API: the commands' JSON, in pages, true to its description."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from slated.ledger import EventFilter, Ledger
from slated.outputs.contract import article_record, event_record
from slated.outputs.json_schema import json_schema
from slated.web.app import make_app


def test_the_api_keeps_to_its_description(sample_ledger: Path) -> None:
    """Every operation is tried with what fits its parameters and what does not: no 5xx, no breach."""
    described: Any = schemathesis.openapi.from_asgi("/api/openapi.json", make_app(Ledger(sample_ledger)))
    operations = [found.ok() for found in described.get_all_operations()]
    assert len(operations) >= 7
    for operation in operations:
        try_out(operation)


def try_out(operation: Any) -> None:
    for mode in schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE:

        @given(case=operation.as_strategy(mode))
        @settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
        def tried(case: Any) -> None:
            answer = case.call()
            case.validate_response(answer, excluded_checks=beyond_description(answer))

        tried()


def beyond_description(answer: Any) -> list[Any]:
    """The checks that an answer may fail: OpenAPI cannot say that "from" is not after "to", nor how long
    an address may be as a whole."""
    if answer.status_code == 414:
        return [negative_data_rejection, positive_data_acceptance]
    contradicts = answer.status_code == 400 and " is after " in answer.json()["error"]
    return [positive_data_acceptance] if contradicts else []


def test_events_are_those_of_the_command_line(client: TestClient, sample_ledger: Path) -> None:
    with Ledger(sample_ledger) as ledger:
        expected = {e.event_id: json.loads(json.dumps(event_record(e))) for e in ledger.events()}
        page = 1
        found: dict[str, Any] = {}
        while True:
            answer = client.get("/api/events", params={"show": "all", "page": page, "count": 30}).json()
            found |= {event["id"]: event for event in answer["events"]}
            if page == answer["pages"]:
                break
            page += 1
        assert found == expected
        assert answer["total"] == len(expected)
        some = client.get("/api/events?show=all&place=nairobi").json()
        assert {e["id"] for e in some["events"]} == {
            e.event_id for e in ledger.events(EventFilter(place="nairobi"))
        }


def test_records_keep_to_the_json_schema(sample_ledger: Path) -> None:
    made = strict(json_schema())
    Draft202012Validator.check_schema(made)
    validator = Draft202012Validator(made)
    with Ledger(sample_ledger) as ledger:
        events = [json.loads(json.dumps(event_record(event))) for event in ledger.events()]
        for record in [*events, *(json.loads(json.dumps(article_record(r))) for r in ledger.readings())]:
            assert not list(validator.iter_errors(record))
    assert list(validator.iter_errors({"id": "x"}))


def strict(part: Any) -> Any:
    """The schema with no key allowed that it does not name."""
    if isinstance(part, list):
        return [strict(each) for each in part]
    if not isinstance(part, dict):
        return part
    tight = {key: strict(value) for key, value in part.items()}
    return tight | {"additionalProperties": False} if isinstance(part.get("properties"), dict) else tight


def test_an_article_tells_the_events_it_reports_on(client: TestClient, sample_ledger: Path) -> None:
    document, event = (
        sqlite3.connect(sample_ledger).execute("select document_id, event_id from reports").fetchone()
    )
    answer = client.get(f"/api/articles/{document}").json()
    assert event in {each["id"] for each in answer["events"]}


def test_names_and_search(client: TestClient) -> None:
    answer = client.get("/api/search?q=meridan").json()
    assert {"Meridian"} <= {name["name"] for name in answer["names"]}
    assert client.get("/api/actors/egypt").json()["names"] == ["Egypt"]
    assert client.get("/api/outlets/Delta%20Post").json()["told"]
    assert client.get("/api/slate?show=all&count=3").json()["lines"]
    assert client.get("/api/standing").json()["articles"] == 23


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/events?page=0", 400),
        ("/api/events?count=1000", 400),
        ("/api/events?from=soon", 400),
        ("/api/events?status=sure", 400),
        ("/api/events?stauts=occurred", 400),
        ("/api/standing?page=2", 400),
        ("/api/events/nothing-of-the-kind", 404),
        ("/api/articles/x", 404),
        ("/api/actors/nobody", 404),
        ("/api/heroes/nobody", 400),
        ("/api/nowhere", 404),
    ],
)
def test_refusals_are_one_sentence(client: TestClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert list(answer.json()) == ["error"]
    assert "\n" not in answer.json()["error"]


def test_the_past_is_asked_the_same_way(client: TestClient) -> None:
    then = client.get("/api/events?show=all&as_of=2023-02-20&count=100").json()
    assert then["total"]
    assert all(event["last_reported"] <= "2023-02-20" for event in then["events"])
