from __future__ import annotations

import datetime as dt
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from slated.model import Window
from slated.model.readings import Status
from slated.tracking.profile import Profile, Timing
from slated.tracking.timing import bounds, compare_timing, gap, held

DAYS = st.dates(dt.date(2030, 1, 1), dt.date(2032, 12, 31))


def on(day: str) -> Window:
    return Window.on(dt.date.fromisoformat(day))


def timing(published: str, status: Status, day: str | None) -> Timing:
    return Timing(dt.date.fromisoformat(published), status, on(day) if day else None)


@given(DAYS, DAYS, DAYS, DAYS)
def test_the_gap_is_even_handed_and_zero_where_windows_meet(
    a: dt.date, b: dt.date, c: dt.date, d: dt.date
) -> None:
    one, other = Window(min(a, b), max(a, b)), Window(min(c, d), max(c, d))
    assert gap(one, other) == gap(other, one)
    assert (gap(one, other) == 0) == one.meets(other)


@given(DAYS)
def test_open_sides_reach_sixty_days(day: dt.date) -> None:
    assert bounds(Window(day, None)) == (day, day + dt.timedelta(60))
    assert bounds(Window(None, day)) == (day - dt.timedelta(60), day)


def test_an_event_is_held_when_those_who_saw_it_agree() -> None:
    seen = [timing("2031-05-21", "occurred", "2031-05-20"), timing("2031-05-22", "occurred", None)]
    assert held(seen) == on("2031-05-20")


def test_one_misread_plan_does_not_make_it_held() -> None:
    plans = [timing(f"2031-05-{d}", "scheduled", "2031-06-12") for d in (24, 25, 26)]
    assert held([timing("2031-05-21", "occurred", "2031-05-20"), *plans]) is None


def test_what_was_held_is_not_called_off_afterwards() -> None:
    seen = [timing("2031-05-21", "occurred", "2031-05-20")] * 3
    later = (timing("2031-06-15", "cancelled", None),)
    at_once = (timing("2031-05-21", "cancelled", None),)
    known = Profile(timings=tuple(seen))
    assert compare_timing(known, Profile(timings=later)).veto is not None
    assert compare_timing(known, Profile(timings=at_once)).veto is None


def told(*timings: Timing) -> Profile:
    return Profile(timings=timings, windows=Counter(t.window for t in timings if t.window is not None))


def test_what_was_held_before_the_planned_days_is_another_occasion() -> None:
    planned = told(timing("2031-03-05", "scheduled", "2031-04-27"))
    early = compare_timing(planned, told(timing("2031-03-06", "occurred", "2031-03-05")))
    assert not early.agrees
    assert "held, and planned for later days" in [reason for _, reason in early.points]
    assert compare_timing(planned, told(timing("2031-04-28", "occurred", "2031-04-27"))).agrees


def test_what_is_put_off_was_planned_for_before() -> None:
    plan = told(timing("2031-01-10", "scheduled", "2031-04-10"))
    later = compare_timing(plan, told(timing("2031-04-01", "postponed", "2031-06-20")))
    assert later.points == ((0.5, "put off to later days"),)
    # not what was due long before, nor to days before the planned ones, nor what is merely set for others
    for published, status, day in (
        ("2031-05-01", "postponed", "2031-06-20"),
        ("2031-04-01", "postponed", "2031-03-20"),
        ("2031-04-01", "scheduled", "2031-06-20"),
    ):
        found = compare_timing(plan, told(timing(published, status, day)))  # type: ignore[arg-type]
        assert found.points == ((-0.25, "other days"),)


def test_what_was_put_off_to_no_day_may_be_set_anew() -> None:
    plan = timing("2031-01-10", "scheduled", "2031-04-10")
    off = timing("2031-04-01", "postponed", None)
    anew = told(timing("2031-05-01", "scheduled", "2031-06-20"))
    found = compare_timing(told(plan, off), anew)
    assert found.points == ((1.0, "put off before, and set anew"),)
    # not where it was set in the meantime, nor for days before the old ones
    between = timing("2031-04-20", "scheduled", "2031-05-20")
    assert compare_timing(told(plan, off, between), anew).points == ((-0.25, "other days"),)
    before = told(timing("2031-05-01", "occurred", "2031-04-01"))
    assert compare_timing(told(plan, off), before).points == ((-0.25, "other days"),)


def test_who_wrote_before_it_was_held_says_nothing_of_what_follows() -> None:
    plans = [timing(f"2031-05-{n:02d}", "scheduled", "2031-05-20") for n in range(1, 9)]
    anew = timing("2031-05-27", "scheduled", "2031-06-12")
    done = Profile(timings=(timing("2031-05-27", "occurred", "2031-05-20"),))
    veto = compare_timing(Profile(timings=(*plans, anew)), done).veto
    assert veto == "held on 2031-05-20 and set for 2031-06-12 later"
    seen = [timing("2031-05-28", "occurred", "2031-05-20")] * 3
    assert compare_timing(Profile(timings=(*plans, anew, *seen)), done).veto is None
