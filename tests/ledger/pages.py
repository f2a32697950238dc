"""A few pages to read in tests, and what a ledger holds."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

PAGES = [
    (
        "a1",
        "2023-03-01",
        "Lagos and Accra to hold summit",
        "Nigeria and Ghana will hold a summit on April 5.",
    ),
    ("a2", "2023-03-10", "Summit moves to May", "The summit of Nigeria and Ghana will take place on May 9."),
    ("a3", "2023-03-20", "Strike called", "Dock workers in Durban will strike on April 2, a union said."),
    ("a4", "2023-05-10", "Leaders met", "The leaders of Nigeria and Ghana met in Accra on Tuesday."),
]


def write_pages(path: Path, pages: list[tuple[str, str, str, str]] | None = None) -> Path:
    """The pages as JSONL, a document a line."""
    lines = [
        json.dumps({"id": i, "published": day, "title": title, "text": text, "outlet": f"outlet of {i}"})
        for i, day, title, text in (PAGES if pages is None else pages)
    ]
    path.write_text("\n".join(lines) + "\n")
    return path


def rows(ledger: Path, *, without: tuple[str, ...] = ()) -> dict[str, list[Any]]:
    """Every row of every table, in order, but for what full-text search keeps for itself."""
    connection = sqlite3.connect(ledger)
    tables = [name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")]
    found = {
        t: sorted(connection.execute(f"select * from {t}").fetchall(), key=repr)
        for t in tables
        if t not in without and not t.startswith("search_")
    }
    connection.close()
    return found
