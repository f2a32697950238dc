"""Events as schema.org tells them, and statuses as IPTC does."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from slated.model import EventPlace, Revision, TrackedEvent
from slated.model.tracked import TrackedStatus
from slated.outputs.json_ld import event_json_ld, json_ld_script
from slated.outputs.occurrence import NAMES, iptc_of, iptc_of_event
from tests.outputs.conftest import day


def test_an_event_that_moved_is_rescheduled_and_names_its_former_day(event: TrackedEvent) -> None:
    moved = Revision(day("2023-03-01"), "window", "2023-04-01..2023-04-30", "2023-05-02..2023-05-03", ())
    record = event_json_ld(
        replace(event, status="scheduled", revisions=(moved,)), "http://localhost/events/x"
    )
    assert record["eventStatus"] == "https://schema.org/EventRescheduled"
    assert record["previousStartDate"] == ["2023-04-01"]
    assert record["@type"] == "Event"
    assert record["url"] == "http://localhost/events/x"


@pytest.mark.parametrize(
    ("status", "told"),
    [("cancelled", "EventCancelled"), ("postponed", "EventPostponed"), ("expected", "EventScheduled")],
)
def test_statuses_of_schema_org(event: TrackedEvent, status: TrackedStatus, told: str) -> None:
    record = event_json_ld(replace(event, status=status, revisions=(), window=None, places=()))
    assert record["eventStatus"] == f"https://schema.org/{told}"
    assert not {"previousStartDate", "startDate", "location"} & set(record)


def test_no_word_closes_the_script(event: TrackedEvent) -> None:
    odd = replace(event, title="</script><!-- & <b>", places=(EventPlace("</SCRIPT>", "x", "stated"),))
    script = json_ld_script(odd)
    assert "<" not in script
    assert json.loads(script)["name"] == odd.title


@pytest.mark.parametrize(
    ("status", "grade", "code"),
    [
        ("scheduled", None, "eos5"),
        ("expected", None, "eos4"),
        ("expected", "possible", "eos3"),
        ("expected", "unlikely", "eos2"),
        ("cancelled", "certain", "eos6"),
    ],
)
def test_iptc(status: TrackedStatus, grade: str | None, code: str) -> None:
    assert iptc_of(status, grade) == code
    assert code in NAMES


def test_the_latest_report_says_how_sure(event: TrackedEvent) -> None:
    assert iptc_of_event(replace(event, status="expected")) == "eos3"
