from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slated.model import Outcome, StatedWindow, TrackedEvent, Window
from slated.outputs.slip_chart import slip_chart
from tests.outputs.conftest import report, window


def lines(event: TrackedEvent, width: int = 80, ascii_only: bool = False) -> list[str]:
    return [line.text for line in slip_chart(event, width, ascii_only)]


def test_a_row_for_each_report_over_an_axis_of_months(event: TrackedEvent) -> None:
    years, months, first, second, third, outcome, legend = lines(event)
    assert years.split() == ["2023"]
    assert months.split() == ["reported", "Mar", "Apr", "May", "Jun", "Jul"]
    assert first.startswith("2023-03-10 ○ ")
    assert first.index("│") < first.index("█") == pytest.approx(months.index("May"), abs=1)
    assert first.endswith("►")
    assert second.index("█") == pytest.approx(months.index("Jun") + 2, abs=1)
    assert second.index("▒") > second.index("█")
    assert third == "no date    ◐"
    assert outcome == "outcome    ⌀"
    assert legend.startswith("│ day of report")


def test_plain_letters_where_the_terminal_knows_no_others(event: TrackedEvent) -> None:
    assert all(line.isascii() for line in lines(event, ascii_only=True))


def test_an_outcome_with_its_day_is_drawn(event: TrackedEvent) -> None:
    ended = replace(event, outcome=Outcome("occurred", window("2023-06-05", "2023-06-05"), "b"))
    assert any(line.startswith("outcome    ✓") and line.endswith("█") for line in lines(ended))


def test_nothing_to_draw_where_no_day_is_known(event: TrackedEvent) -> None:
    dateless = replace(event, reports=event.reports[2:], outcome=None)
    assert lines(dateless) == []


DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2060, 1, 1))


@given(
    st.lists(
        st.tuples(DAYS, DAYS, st.sampled_from(["both", "earliest", "latest", "none"])), min_size=1, max_size=5
    ),
    st.integers(40, 140),
)
def test_no_line_is_wider_than_asked_and_every_report_has_one(
    found: list[tuple[dt.date, dt.date, str]], width: int
) -> None:
    reports = []
    for published, expected, sides in found:
        when = {
            "both": Window.on(expected),
            "earliest": Window(expected, None),
            "latest": Window(None, expected),
            "none": None,
        }[sides]
        reports.append(report("a", published.isoformat(), "expected", StatedWindow(when, "then")))
    event = TrackedEvent("e", "t", "meeting", (), "expected", None, (), tuple(reports))
    drawn = lines(event, width)
    assert all(len(line) <= width for line in drawn)
    assert sum(line.startswith(("19", "20")) for line in drawn) == len(reports)


def test_the_first_and_last_day_a_calendar_has_can_be_drawn() -> None:
    for when in (Window(None, dt.date.min), Window(dt.date.max, None), Window(dt.date.min, dt.date.max)):
        said = report("a", "2023-01-01", "expected", StatedWindow(when, "then"))
        assert lines(TrackedEvent("e", "t", "meeting", (), "expected", None, (), (said,)))
