"""The calendar, parsed back by the library that wrote it and by another."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import icalendar
import pytest
import vobject

from slated.ledger.lines import EventLine, Latest
from slated.model import EventPlace, Revision, Window
from slated.model.tracked import TrackedStatus
from slated.outputs.calendar import calendar

DAY = dt.date(2023, 4, 20)
LINE = EventLine(
    "second-round-1f2e", "second round; talks, in Oslo\nand more", "meeting", "scheduled",
    Window(DAY, dt.date(2023, 4, 22)), (EventPlace("Oslo", "oslo", "stated"),),
    dt.date(2023, 1, 2), dt.date(2023, 3, 1), 3, 2, 1, (),
    (Revision(dt.date(2023, 3, 1), "window", "2023-04-01..2023-04-30", "2023-04-20..2023-04-22", ("a",)),),
)  # fmt: skip
TOLD = Latest(
    "a1",
    "Fjord Post",
    "https://example.org/a1",
    dt.date(2023, 3, 1),
    "It will be held; soon, “they” said.",
    None,
)


def written(*lines: EventLine) -> list[Any]:
    made = calendar(lines, {LINE.event_id: TOLD}, "slated", "http://localhost:8765")
    read = list(vobject.readComponents(made.decode()))
    assert len(read) == 1
    assert len(getattr(read[0], "vevent_list", [])) == made.count(b"\r\nBEGIN:VEVENT\r\n")
    assert max(len(line) for line in made.split(b"\r\n")) <= 75
    return list(icalendar.Calendar.from_ical(made).walk("VEVENT"))


def test_a_window_is_an_all_day_span_with_its_end_left_out() -> None:
    (entry,) = written(LINE)
    assert entry["uid"] == "second-round-1f2e@slated"
    assert (entry.decoded("dtstart"), entry.decoded("dtend")) == (DAY, dt.date(2023, 4, 23))
    assert (entry["status"], entry["sequence"], entry["location"]) == ("CONFIRMED", 1, "Oslo")
    assert str(entry["summary"]) == LINE.title
    assert "“It will be held; soon, “they” said.” (Fjord Post, 1 Mar 2023)" in str(entry["description"])
    assert str(entry["url"]) == "http://localhost:8765/events/second-round-1f2e"
    assert entry["x-iptc-eventoccurstatus"] == "eos5"


def test_another_reader_reads_the_same() -> None:
    made = calendar([LINE], {}, "slated")
    entry = vobject.readOne(made.decode()).vevent
    assert entry.dtstart.value == DAY
    assert entry.dtend.value == dt.date(2023, 4, 23)
    assert entry.summary.value == LINE.title


@pytest.mark.parametrize(
    ("window", "first", "last", "summary"),
    [
        (Window(DAY, None), DAY, DAY, "from: "),
        (Window(None, DAY), DAY, DAY, "by: "),
        (Window.on(DAY), DAY, DAY, ""),
        (Window.on(dt.date.max), dt.date.max, None, ""),
    ],
)
def test_open_windows_stand_on_the_day_that_is_known(
    window: Window, first: dt.date, last: dt.date | None, summary: str
) -> None:
    (entry,) = written(replace(LINE, window=window))
    assert entry.decoded("dtstart") == first
    assert (entry.decoded("dtend") if last else None) == (last + dt.timedelta(days=1) if last else None)
    assert str(entry["summary"]) == summary + LINE.title


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("proposed", "TENTATIVE"), ("expected", "TENTATIVE"), ("scheduled", "CONFIRMED"), ("in_doubt", "TENTATIVE"),
        ("postponed", "TENTATIVE"), ("cancelled", "CANCELLED"), ("occurred", "CONFIRMED"), ("lapsed", "TENTATIVE"),
    ],
)  # fmt: skip
def test_statuses(status: TrackedStatus, told: str) -> None:
    (entry,) = written(replace(LINE, status=status))
    assert entry["status"] == told


def test_what_was_called_off_stays_on_its_last_days_and_is_raised() -> None:
    gone = Revision(dt.date(2023, 4, 1), "window", "2023-04-20..2023-04-22", None, ("b",))
    (entry,) = written(replace(LINE, status="cancelled", window=None, revisions=(*LINE.revisions, gone)))
    assert entry.decoded("dtstart") == DAY
    assert (entry["status"], entry["sequence"]) == ("CANCELLED", 3)


def test_what_has_no_day_is_left_out() -> None:
    assert written(replace(LINE, window=None)) == []


def test_odd_words_stay_words() -> None:
    odd = replace(LINE, title="a\r\nBEGIN:VEVENT\x00\x0b;,\\ \u202e" + "w" * 5000)
    (entry,) = written(odd)
    assert "BEGIN:VEVENT" in str(entry["summary"])


def test_the_same_record_gives_the_same_file() -> None:
    assert calendar([LINE], {}, "slated") == calendar([LINE], {}, "slated")
