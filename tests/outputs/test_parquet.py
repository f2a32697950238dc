"""Parquet holds what the other tables hold."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq

from slated.ledger import Ledger
from slated.outputs.parquet import export_parquet
from slated.outputs.tables import export_tables
from tests.ledger.pages import write_pages


def test_parquet_holds_the_rows_of_the_jsonl(tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.db") as ledger:
        ledger.read([write_pages(tmp_path / "p.jsonl")], jobs=1)
        written = export_parquet(ledger, tmp_path / "out")
        assert written == export_tables(ledger, tmp_path / "out")
    assert written["articles"] == 4
    for name, count in written.items():
        table = pq.read_table(tmp_path / "out" / f"{name}.parquet")
        lines = (tmp_path / "out" / f"{name}.jsonl").read_text("utf-8").splitlines()
        assert table.num_rows == count
        assert table.to_pylist() == [json.loads(line) for line in lines]
