"""Every table of a ledger as files: JSON lines and CSV."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from slated.errors import OutputError
from slated.ledger import Ledger


def export_tables(ledger: Ledger, folder: str | Path) -> dict[str, int]:
    """Write ``TABLE.jsonl`` and ``TABLE.csv`` of every table; how many rows each has.

    The rows come in order of their keys, so that the same ledger gives the same files. In CSV an
    absent value is an empty cell. Raises ``OutputError`` where the folder cannot be written.
    """
    try:
        place = Path(folder)
        place.mkdir(parents=True, exist_ok=True)
        return {name: _write(place / name, columns, rows) for name, columns, rows in ledger.tables()}
    except OSError as error:
        raise OutputError(f"{folder} cannot be written: {error.strerror}") from error


def _write(stem: Path, columns: list[str], rows: Iterator[dict[str, Any]]) -> int:
    count = 0
    with (
        stem.with_suffix(".jsonl").open("w", encoding="utf-8", newline="\n") as lines,
        stem.with_suffix(".csv").open("w", encoding="utf-8", newline="") as cells,
    ):
        table = csv.DictWriter(cells, columns, lineterminator="\n")
        table.writeheader()
        for row in rows:
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")
            table.writerow(row)
            count += 1
    return count
