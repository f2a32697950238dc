from __future__ import annotations

import json
from dataclasses import replace

from slated.document_stage import read_text
from slated.model import Source, Statement, TrackedEvent
from slated.outputs.contract import article_record, event_record, to_json
from tests.outputs.conftest import day


def test_an_event_as_others_read_it(event: TrackedEvent) -> None:
    record = event_record(event)
    assert {
        k: v for k, v in record.items() if k not in ("reports", "revisions", "contradictions", "rulings")
    } == {
        "id": "0123456789ab",
        "title": "second round",
        "event_class": "meeting",
        "participants": [{"name": "Norway", "role": "host"}],
        "status": "lapsed",
        "window": {"earliest": "2023-06-05", "latest": "2023-06-09"},
        "places": [{"name": "Oslo", "standing": "leading"}],
        "outcome": {"status": "lapsed", "window": None, "report": None, "ruling": None},
        "first_reported": "2023-03-10",
        "last_reported": "2023-04-20",
    }
    assert record["revisions"] == [
        {
            "as_of": "2023-04-20",
            "what": "window",
            "from": "2023-05-01..",
            "to": "2023-06-05..2023-06-09",
            "reports": ["b"],
            "move": "later",
            "days": 35,
            "by": ["a diplomat"],
        }
    ]
    assert record["contradictions"] == [
        {
            "as_of": "2023-04-20",
            "what": "status",
            "says": [{"value": "expected", "reports": ["a"]}, {"value": "cancelled", "reports": ["b"]}],
        }
    ]


def test_a_report_as_others_read_it(event: TrackedEvent) -> None:
    first, second, third = event_record(event)["reports"]
    assert first == {
        "source_id": "a",
        "document_id": "a",
        "published": "2023-03-10",
        "outlet": "Paper a",
        "url": "https://example.org/a",
        "status": "proposed",
        "window": {"earliest": "2023-05-01", "latest": None, "text": "as early as in May"},
        "previous": None,
        "places": [{"name": "Oslo", "standing": "leading"}, {"name": "Bern", "standing": "ruled_out"}],
        "sources": [{"name": "a diplomat", "kind": "anonymous"}, {"name": "narrator", "kind": "narrator"}],
        "hedge": {"text": "may", "grade": "possible"},
        "condition": "if the weather holds",
        "evidence": [
            {"start": 0, "end": 55, "text": "The second round may be held in Oslo as early as in May"}
        ],
        "origin": "a",
    }
    assert second["window"]["alternatives"] == [{"earliest": "2023-07-03", "latest": "2023-07-07"}]
    assert third["published"] is None
    assert third["window"] == {"earliest": None, "latest": None, "text": "in the coming weeks"}


def test_a_document_as_others_read_it() -> None:
    text = "“We will meet on May 5,” the mayor of Oslo said."
    read = read_text(text, day("2023-04-01"), "Mayor to meet unions in May")
    record = article_record(read)
    assert record["dct"]["earliest"] == record["dct"]["latest"] == "2023-04-01"
    assert record["dct"]["method"] == "given"
    by_value = {timex["value"]: timex for timex in record["timexes"]}
    assert by_value["2023-05"] == {
        "start": 24,
        "end": 27,
        "text": "May",
        "in": "title",
        "type": "DATE",
        "value": "2023-05",
        "mod": None,
        "earliest": "2023-05-01",
        "latest": "2023-05-31",
    }
    assert text[by_value["2023-05-05"]["start"] : by_value["2023-05-05"]["end"]] == "May 5"
    assert json.loads(to_json(record)) == record


def test_a_source_without_words_of_its_own_has_no_place() -> None:
    read = read_text("Talks will be held in Oslo on May 5.", day("2023-04-01"))
    statement = Statement(Source("narrator", "narrator"), None, read.reading.mentions[0].evidence, "indirect")
    record = article_record(replace(read, reading=replace(read.reading, statements=(statement,))))
    assert record["statements"][0]["source"] == {
        "start": None,
        "end": None,
        "text": None,
        "kind": "narrator",
        "name": "narrator",
    }
    assert record["statements"][0]["cue"] is None
