from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from slated.ledger import EventFilter
from slated.model import EventPlace, Participant, Report, Source, Span, TrackedEvent, Window

REPORT = Report(
    source_id="a",
    document_id="a",
    published=dt.date(2023, 3, 1),
    outlet="Paper",
    url=None,
    status="expected",
    window=None,
    previous=None,
    places=(EventPlace("Genève", "geneve", "candidate"),),
    sources=(Source("a union official", "anonymous"),),
    hedge=None,
    condition=None,
    evidence=(
        Span(
            0,
            19,
            "They may meet soon.",
        ),
    ),
    mentions=(0,),
    origin="a",
)
EVENT = TrackedEvent(
    event_id="e1",
    title="second Abu-Dhabi round",
    event_class="meeting",
    participants=(Participant("João Costa", "joao costa", "agent"),),
    status="expected",
    window=Window(dt.date(2023, 4, 10), dt.date(2023, 4, 20)),
    places=(),
    reports=(REPORT,),
)


@pytest.mark.parametrize(
    ("wanted", "fits"),
    [
        (EventFilter(), True),
        (EventFilter(text="abu dhabi"), True),
        (EventFilter(text="meet soon"), True),
        (EventFilter(text="meet never"), False),
        (EventFilter(actor="joao"), True),
        (EventFilter(actor="union"), True),
        (EventFilter(actor="Maria"), False),
        (EventFilter(place="geneve"), True),
        (EventFilter(place="Bern"), False),
        (EventFilter(status=frozenset({"expected", "proposed"})), True),
        (EventFilter(status=frozenset({"occurred"})), False),
        (EventFilter(event_class=frozenset({"meeting"})), True),
        (EventFilter(event_class=frozenset({"launch"})), False),
        (EventFilter(start=dt.date(2023, 4, 20)), True),
        (EventFilter(start=dt.date(2023, 4, 21)), False),
        (EventFilter(end=dt.date(2023, 4, 10)), True),
        (EventFilter(end=dt.date(2023, 4, 9)), False),
        (
            EventFilter(start=dt.date(2023, 4, 12), end=dt.date(2023, 4, 13), status=frozenset({"lapsed"})),
            False,
        ),
    ],
)
def test_a_filter_keeps_what_fits_all_of_it(wanted: EventFilter, fits: bool) -> None:
    assert wanted.matches(EVENT) is fits


@pytest.mark.parametrize(("end", "fits"), [(dt.date(2023, 3, 1), True), (dt.date(2023, 2, 28), False)])
def test_an_event_without_days_goes_by_when_it_was_last_reported(end: dt.date, fits: bool) -> None:
    assert EventFilter(end=end).matches(replace(EVENT, window=None)) is fits


def test_an_event_without_any_day_fits_no_days() -> None:
    dateless = replace(EVENT, window=None, reports=(replace(REPORT, published=None),))
    assert not EventFilter(end=dt.date(2023, 3, 1)).matches(dateless)
