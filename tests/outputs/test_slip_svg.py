"""The slip chart as SVG."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from xml.etree import ElementTree

from slated.model import Report, StatedWindow, TrackedEvent, Window
from slated.outputs.calendar_scale import ticks
from slated.outputs.slip_points import MOST_DRAWN, slip_points
from slated.outputs.slip_svg import slip_svg

SVG = "{http://www.w3.org/2000/svg}"


def parsed(event: TrackedEvent) -> ElementTree.Element:
    return ElementTree.fromstring(slip_svg(event, standalone=True))


def titles(event: TrackedEvent) -> list[str]:
    return [title.text or "" for title in parsed(event).iter(f"{SVG}title")]


def test_each_report_with_a_day_is_drawn_and_told(event: TrackedEvent) -> None:
    told = titles(event)
    assert "10 Mar 2023 · Paper a · proposed; from 1 May 2023 · Oslo (likely), Bern (ruled out)" in told
    assert any("5–9 Jun 2023 or 3–7 Jul 2023" in title for title in told)
    assert len([title for title in told if "Paper" in title]) == 2
    assert "Oslo: leading, 10 Mar 2023" in told


def test_an_event_without_days_has_no_chart(event: TrackedEvent) -> None:
    assert slip_svg(replace(event, reports=event.reports[2:])) == ""


def test_no_window_at_all_still_gives_a_chart(event: TrackedEvent) -> None:
    bare = tuple(replace(report, window=None) for report in event.reports)
    assert "no day given" in slip_svg(replace(event, reports=bare, outcome=None))


def test_odd_words_stay_words(event: TrackedEvent) -> None:
    odd = replace(event.reports[0], outlet="</title><script>\x0b&\ud800" + "w" * 5000)
    drawn = slip_svg(replace(event, title="<b>\x00", reports=(odd,)), standalone=True)
    assert "<script>" not in drawn
    ElementTree.fromstring(drawn.encode())


def test_windows_at_the_ends_of_the_calendar_and_far_ones_are_drawn(event: TrackedEvent) -> None:
    for window in (
        Window.on(dt.date.max),
        Window(None, dt.date.min),
        Window(dt.date(2023, 4, 1), dt.date.max),
    ):
        report = replace(event.reports[0], window=StatedWindow(window, "then"))
        assert parsed(replace(event, reports=(report, *event.reports[1:]))) is not None


def test_of_very_many_reports_some_are_drawn_evenly(event: TrackedEvent) -> None:
    first = event.reports[0]
    many: tuple[Report, ...] = tuple(
        replace(first, source_id=f"r{i}", published=dt.date(2023, 1, 1) + dt.timedelta(days=i))
        for i in range(900)
    )
    shown = slip_points(replace(event, reports=many))
    assert shown
    assert len(shown.points) == MOST_DRAWN
    assert (shown.points[0].report, shown.points[-1].report) == (many[0], many[-1])
    assert len(slip_svg(replace(event, reports=many))) < 150_000


def test_ticks_are_few_and_round() -> None:
    for days in (1, 5, 20, 60, 200, 900, 4000, 200_000):
        first = dt.date(2019, 1, 5)
        found = ticks(first, first + dt.timedelta(days=days), 8)
        assert len(found) <= 8
        assert [tick.day for tick in found] == sorted(tick.day for tick in found)


def test_one_stray_window_does_not_press_the_others_together(event: TrackedEvent) -> None:
    first = event.reports[0]
    days = [dt.date(2023, 5, 1) + dt.timedelta(days=3 * i) for i in range(12)]
    windows = [Window.on(day) for day in days]
    windows[4] = Window.on(dt.date(2025, 1, 1))
    reports = tuple(
        replace(first, source_id=f"r{i}", published=dt.date(2023, 4, i + 1), window=StatedWindow(w, "then"))
        for i, w in enumerate(windows)
    )
    shown = slip_points(replace(event, reports=reports, window=windows[-1], outcome=None))
    assert shown
    assert shown.expected == (days[0], days[-1])
    late = replace(event, reports=reports[:4] + reports[5:] + reports[4:5], window=windows[4], outcome=None)
    moved = slip_points(late)
    assert moved
    assert moved.expected == (days[0], windows[4].latest)


def test_where_outlets_are_many_the_busiest_have_marks_of_their_own(event: TrackedEvent) -> None:
    first = event.reports[0]
    names = [f"Paper {i}" for i in range(9)] + ["Paper 7"] * 3
    reports = tuple(replace(first, source_id=f"r{i}", outlet=name) for i, name in enumerate(names))
    shown = slip_points(replace(event, reports=reports))
    assert shown
    assert shown.outlets[0] == "Paper 7"
