from __future__ import annotations

import datetime as dt

import pytest

from slated.model import Article, Block, CreationTime, Window
from slated.reading.timex import infer_creation_time, read_times


def page(text: str, title: str | None = None) -> Article:
    unknown = CreationTime(None, None, "unknown", "")
    return Article(
        "d", "d", None, None, title, None, "en", text, unknown, (Block(0, len(text), "paragraph"),)
    )


UNDATED = (
    "The foreign minister will land in Oslo on Tuesday, aides said. They spoke at last week's Arctic Forum 2017. "
    "The ministry confirmed the trip on Sept. 10. A treaty may follow as early as in October, "
    "before November's regional elections. The current pact ends in 2022."
)


def test_a_page_speaks_from_the_week_after_its_latest_past_day() -> None:
    when = infer_creation_time(page(UNDATED))
    assert (when.earliest, when.latest) == (dt.date(2017, 9, 11), dt.date(2017, 9, 17))
    assert when.method == "inferred"
    assert "last week's Arctic Forum 2017" in when.evidence
    assert "Sept. 10" in when.evidence
    assert 0 < when.confidence < 1


def test_what_is_resolved_from_an_interval_keeps_its_uncertainty() -> None:
    when = CreationTime(dt.date(2018, 9, 11), dt.date(2018, 9, 17), "inferred", "")
    text = "They met last week. An election is due in November. Aides arrive in two days."
    last_week, november, days = (
        p.when.window for p in read_times(text, when, lambda start, end: "future").phrases
    )
    assert str(last_week) == "2018-09-03..2018-09-16"
    assert str(november) == "2018-11-01..2018-11-30"
    assert str(days) == "2018-09-13..2018-09-19"


def test_a_weekday_that_is_one_day_for_the_whole_interval_stays_exact() -> None:
    when = CreationTime(dt.date(2018, 9, 11), dt.date(2018, 9, 17), "inferred", "")
    (phrase,) = read_times("She will arrive on Tuesday.", when, lambda start, end: "future").phrases
    assert phrase.when.window == Window.on(dt.date(2018, 9, 18))


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("The 2016 season is over. At last week's Arctic Forum 2016 they met.", "2016-01-01..2016-12-31"),
        ("They met last week at the 2016 forum. The port opened on March 3.", "2016-03-04..2016-03-10"),
        (
            "They met last week at the 2016 forum. It closed on March 3. They will meet on March 6.",
            "2016-03-04..2016-03-05",
        ),
        ("They met this month at the 2016 forum. The port opened on March 3.", "2016-03-03..2016-04-03"),
        (
            "Last week's Arctic Forum 2017 was calm. Ships left in May. They will be back in July.",
            "2017-05-01..2017-07-31",
        ),
        (
            "Fine day! - Ann Lee (@annlee) May 9, 2018\n\nShe was mocked on Thursday.",
            "2018-05-08..2018-05-16",
        ),
        ("Fine day! - Ann Lee (@annlee) May 9, 2018\n\nShe will sing on May 12.", "2018-05-08..2018-05-11"),
        ("A ship lies in Hull, Britain, May 3, 2018. AFP/Ann Lee\n\nIt burned.", "2018-05-02..2018-05-10"),
        (
            "On May 3, 2018 the two spoke for an hour. The fair will open in late June 2018.",
            "2018-05-03..2018-06-30",
        ),
        (
            "On May 3, 2018 the two spoke. They will meet next month, and sail on June 20, 2018.",
            "2018-05-03..2018-05-31",
        ),
        ("Published: May 3, 2018\n\nIt burned.", "2018-05-02..2018-05-10"),
    ],
)
def test_intervals(text: str, window: str) -> None:
    assert str(infer_creation_time(page(text)).window) == window


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The minister will arrive on Tuesday.",
        "It cost $2016 on June 3.",
        # a year alone, or a date in running text, is most often a past one
        "The harbour was closed in 2016.",
        "The harbour was closed on March 3, 2016, and reopened on March 9.",
        "The notes are due on March 3, 2030.",
        "They met last week. Since 2016 the harbour has been closed.",
        "A ship lies in Hull, Britain, May 3, 2018. AFP/Ann Lee/File Photo",
    ],
)
def test_a_text_without_an_anchor_stays_unknown(text: str) -> None:
    when = infer_creation_time(page(text))
    assert when.method == "unknown"
    assert when.window is None


def test_the_title_counts() -> None:
    when = infer_creation_time(page("They won on June 3.", "Yachts raced last week at the 2014 regatta"))
    assert when.latest == dt.date(2014, 6, 10)
