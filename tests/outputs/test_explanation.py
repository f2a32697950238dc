from __future__ import annotations

import datetime as dt

from slated.document_stage import explain, read_text
from slated.outputs.explanation import explanation_lines


def test_the_day_and_the_steps_are_shown_as_text() -> None:
    read = read_text("Parliament will vote in May.", dt.date(2021, 3, 10))
    lines = list(explanation_lines(read, explain(read)))
    assert lines[1] == "speaks from 2021-03-10 (given: 2021-03-10)"
    assert "  time       “May” → 2021-05-01..2021-05-31" in lines
    assert any(line.startswith("  mention    “vote” → vote scheduled") for line in lines)
