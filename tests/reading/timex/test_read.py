from __future__ import annotations

import datetime as dt

import pytest

from slated.model import CreationTime, Window
from slated.reading.timex import read_times

TODAY = dt.date(2019, 1, 11)
KNOWN = CreationTime(TODAY, TODAY, "given", "2019-01-11")


@pytest.mark.parametrize(
    ("text", "window", "words"),
    [
        (
            "It may come in late February or early March.",
            "2019-02-20..2019-03-10",
            "late February or early March",
        ),
        ("It may come as early as in October.", "2019-10-01..", "as early as in October"),
        ("The pool will not open until April 2.", "2019-04-02..", "until April 2"),
        ("The trial won't begin before June.", "2019-06-01..", "before June"),
        ("She will not resign, and will stay until May.", "..2019-05-31", "until May"),
        ("The vote was put off until June.", "2019-06-01..2019-06-30", "until June"),
        ("The vote was delayed until Jan. 22.", "2019-01-22", "until Jan. 22"),
        ("The forum is on Jan. 22-25.", "2019-01-22..2019-01-25", "Jan. 22-25"),
        ("They had meant to meet on Nov. 8 of last year.", "2018-11-08", "Nov. 8 of last year"),
    ],
)
def test_phrase(text: str, window: str, words: str) -> None:
    (phrase,) = read_times(text, KNOWN).phrases
    assert phrase.when.text == words
    assert str(phrase.when.window) == window


def test_alternatives() -> None:
    (phrase,) = read_times("Talks may be held between Jan. 16 and 21 or after Jan. 26.", KNOWN).phrases
    assert str(phrase.when.window) == "2019-01-16..2019-01-21"
    assert phrase.when.alternatives == (Window(dt.date(2019, 1, 27), None),)


@pytest.mark.parametrize(
    "text",
    [
        "999999 weeks from now",
        "999999 years ago",
        "within 999999 centuries",
        "in 999999 months",
        "the past 999999 decades",
        "2019-00-10 and 13/13/2019 and Feb. 30 and the 31st of June",
        "two thousand nineteen years ago",
        "February 29 of last year",
    ],
)
def test_what_no_calendar_holds_is_left_without_a_window(text: str) -> None:
    for timex in read_times(text, KNOWN, lambda start, end: "future").timexes:
        assert timex.window is None or timex.window.days is None or timex.window.days < 400
