"""One event that slips, as outputs see it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from slated.model import (
    NARRATOR,
    Contradiction,
    EventPlace,
    Hedge,
    Outcome,
    Participant,
    Report,
    Revision,
    Say,
    Source,
    Span,
    StatedWindow,
    TrackedEvent,
    Window,
)
from slated.model.readings import Status

SENTENCE = "The second round may be held in Oslo as early as in May, a diplomat said."


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def window(first: str | None, last: str | None) -> Window:
    return Window(day(first) if first else None, day(last) if last else None)


def report(name: str, published: str | None, status: Status, when: StatedWindow | None) -> Report:
    return Report(
        source_id=name,
        document_id=name,
        published=day(published) if published else None,
        outlet=f"Paper {name}",
        url=f"https://example.org/{name}",
        status=status,
        window=when,
        previous=None,
        places=(EventPlace("Oslo", "oslo", "leading"), EventPlace("Bern", "bern", "ruled_out")),
        sources=(Source("a diplomat", "anonymous"), NARRATOR),
        hedge=Hedge("may", "possible"),
        condition="if the weather holds",
        evidence=(Span(0, 55, SENTENCE[:55]),),
        mentions=(0,),
        origin=name,
    )


@pytest.fixture
def event() -> TrackedEvent:
    first = report(
        "a", "2023-03-10", "proposed", StatedWindow(window("2023-05-01", None), "as early as in May")
    )
    second = report(
        "b",
        "2023-04-20",
        "scheduled",
        StatedWindow(window("2023-06-05", "2023-06-09"), "June 5-9", (window("2023-07-03", "2023-07-07"),)),
    )
    third = report("c", None, "expected", StatedWindow(None, "in the coming weeks"))
    return TrackedEvent(
        event_id="0123456789ab",
        title="second round",
        event_class="meeting",
        participants=(Participant("Norway", "norway", "host"),),
        status="lapsed",
        window=window("2023-06-05", "2023-06-09"),
        places=(EventPlace("Oslo", "oslo", "leading"),),
        reports=(first, replace(second, hedge=None, condition=None), third),
        revisions=(
            Revision(
                day("2023-04-20"),
                "window",
                "2023-05-01..",
                "2023-06-05..2023-06-09",
                ("b",),
                "later",
                35,
                ("a diplomat",),
            ),
        ),
        contradictions=(
            Contradiction(day("2023-04-20"), "status", (Say("expected", ("a",)), Say("cancelled", ("b",)))),
        ),
        outcome=Outcome("lapsed", None, None),
    )
