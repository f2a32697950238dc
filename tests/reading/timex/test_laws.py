"""Laws that hold for every text: offsets, order, shifts with the creation time, linear work."""

from __future__ import annotations

import datetime as dt
import time
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from slated.model import CreationTime, Window
from slated.reading.timex import Times, read_times

DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2080, 12, 31))
VOCABULARY = """
a an the of in on by before after until since between and or to from as early soon late mid end next
last this that past coming week weeks month day year quarter weekend Monday Friday May March June Oct.
Sept. 8 15 22-25 30 31 1998 2018 '22 1990s 10:30 a.m. p.m. noon tonight yesterday tomorrow ago later
three several couple second Thanksgiving summer fall . , - – “ ” ' ( ) / % $ within no than earlier
Easter Q3 first half latter final weeks days hours eve that same 0830 GMT local time 18.04.2019 than less
2018-10-08 every daily soon now rest respectively 99999999 29 February twenty five
"""
WORDS = st.sampled_from([*VOCABULARY.split(), "\n\n"])
TEXTS = st.one_of(
    st.lists(WORDS, max_size=25).map(" ".join),
    st.lists(WORDS, max_size=25).map("".join),
    st.text(max_size=80),
)


def known(day: dt.date, last: dt.date | None = None) -> CreationTime:
    return CreationTime(day, last or day, "given", "test")


def windows_of(times: Times) -> list[Window]:
    found = [t.window for t in times.timexes]
    for phrase in times.phrases:
        found += [phrase.when.window, *phrase.when.alternatives]
    return [w for w in found if w is not None]


@given(TEXTS, DAYS)
@example("noon or earlier week", dt.date(2018, 5, 9))  # "earlier" is of the week, or of the noon
@example("Monday or earlier than June", dt.date(2018, 5, 9))
@example("May or later this week", dt.date(2018, 5, 9))
@settings(max_examples=400, deadline=None)
def test_spans_are_exact_and_in_order(text: str, day: dt.date) -> None:
    times = read_times(text, known(day), None, "title")
    spans = [t.span for t in times.timexes]
    assert all(text[s.start : s.end] == s.text and s.part == "title" for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    phrases = [p.span for p in times.phrases]
    assert all(text[s.start : s.end] == s.text for s in phrases)
    assert all(a.end <= b.start for a, b in pairwise(phrases))


@given(TEXTS, DAYS)
@settings(max_examples=400, deadline=None)
def test_phrases_hold_their_timexes_once(text: str, day: dt.date) -> None:
    times = read_times(text, known(day))
    held = [i for p in times.phrases for i in p.timexes]
    assert held == sorted(set(held))
    for phrase in times.phrases:
        assert phrase.timexes
        assert all(phrase.span.covers(times.timexes[i].span) for i in phrase.timexes)
        assert phrase.when.text == phrase.span.text


@given(TEXTS, DAYS, st.integers(1, 9))
@settings(max_examples=300, deadline=None)
def test_an_interval_widens_no_window_away_from_either_end(text: str, day: dt.date, more: int) -> None:
    last = day + dt.timedelta(days=more)
    wide = read_times(text, known(day, last))
    again = read_times(text, known(day, last))
    assert wide == again
    assert all(w.earliest is None or w.latest is None or w.earliest <= w.latest for w in windows_of(wide))


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_without_a_creation_time_nothing_relative_is_fixed(text: str) -> None:
    times = read_times(text, CreationTime(None, None, "unknown", ""))
    assert times == read_times(text, CreationTime(None, None, "unknown", ""))
    fixed = [t for t in times.timexes if t.window is not None]
    assert all(any(c.isdigit() for c in t.value) for t in fixed)


@given(st.sampled_from(["today", "tomorrow", "three days ago", "on Friday", "next week", "last week"]), DAYS)
def test_relative_days_shift_with_the_creation_time(text: str, day: dt.date) -> None:
    week = dt.timedelta(days=7)
    (now,), (later,) = (windows_of(read_times(text, known(d)))[:1] for d in (day, day + week))
    assert now.earliest is not None
    assert now.latest is not None
    assert later == Window(now.earliest + week, now.latest + week)


@given(DAYS)
def test_a_full_date_does_not_lean_on_the_creation_time(day: dt.date) -> None:
    (timex,) = read_times("It was signed on Oct. 8, 2018.", known(day)).timexes
    assert timex.window == Window.on(dt.date(2018, 10, 8))
    assert timex.value == "2018-10-08"


HURTFUL = {
    "digits": "7",
    "commas": "May,",
    "quotes": "“'\"",
    "ranges": "March or April to June - ",
    "edges": "the end of the beginning of ",
    "bounds": "by before until ",
    "numbers": "1 2-3 4/5 6:7 ",
    "blanks": "\n      ",
    "years": "2018-",
    "weekdays": "Monday, and Tuesday or ",
}


@pytest.mark.parametrize("unit", HURTFUL.values(), ids=HURTFUL)
def test_work_is_linear(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        read_times(text, known(dt.date(2018, 5, 9)))
        return time.process_time() - start

    seconds(2_000)
    small, large = (min(seconds(size) for _ in range(3)) for size in (10_000, 80_000))
    # eight times the text: far below the sixty-four times that quadratic work would take
    assert large < 24 * small + 0.1
