from __future__ import annotations

import datetime as dt

import pytest

from slated.model import Window
from slated.reading.reported import follows_report
from tests.reading.pages import mention_of, parsed


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("She said on Friday he would resign.", "Friday", True),
        ("He told reporters late Friday the vote was off.", "Friday", True),
        ("They will meet on Friday, she said.", "Friday", False),
        ("She will say on Friday what she wants.", "Friday", False),
    ],
)
def test_a_time_after_a_reporting_verb(text: str, word: str, expected: bool) -> None:
    doc = parsed(text)[0].doc
    assert doc is not None
    assert follows_report(doc, next(t.i for t in doc if t.text == word)) is expected


def test_the_event_keeps_its_own_day() -> None:
    found = mention_of(
        "summit", "The premier said on Friday he would hold a summit with Norway on April 12 in Oslo."
    )
    assert found.window is not None and found.window.window == Window.on(dt.date(2021, 4, 12))
