from __future__ import annotations

import csv
import json
from pathlib import Path

from slated.intake import Refusal
from slated.ledger import Ledger, ReadSummary
from slated.outputs.summary import summary_lines, summary_record
from slated.outputs.tables import export_tables
from tests.ledger.pages import write_pages


def test_both_forms_of_a_table_hold_the_same_rows(tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.db") as ledger:
        ledger.read([write_pages(tmp_path / "p.jsonl")], jobs=1)
        counts = export_tables(ledger, tmp_path / "out")
        again = export_tables(ledger, tmp_path / "again")
    assert counts == again
    assert counts["articles"] == 4
    for name, count in counts.items():
        lines = (tmp_path / "out" / f"{name}.jsonl").read_text().splitlines()
        with (tmp_path / "out" / f"{name}.csv").open(newline="") as file:
            cells = list(csv.DictReader(file))
        assert len(lines) == len(cells) == count
        for line, row in zip(lines, cells, strict=True):
            assert {k: "" if v is None else str(v) for k, v in json.loads(line).items()} == row
        for form in ("jsonl", "csv"):
            one, other = (tmp_path / folder / f"{name}.{form}" for folder in ("out", "again"))
            assert one.read_bytes() == other.read_bytes()


def test_a_summary_names_what_was_refused_and_why() -> None:
    refused = tuple(Refusal(f"page {n}", "empty file") for n in range(25))
    lines = summary_lines(ReadSummary(1, 2, 3, 4, refused), "a.db")
    assert lines[:3] == [
        "1 document read, 2 already known, 25 not read",
        "3 new event mentions; a.db now tracks 4 events",
        "not read: page 0: empty file",
    ]
    assert lines[-1] == "not read: 5 more (--json lists all)"
    record = summary_record(ReadSummary(1, 2, 3, 4, refused))
    assert (record["read"], record["known"], len(record["refused"])) == (1, 2, 25)
