"""A served ledger of the sample pages, and one of hostile pages."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from slated.ledger import Ledger
from slated.samples import sample_pages
from slated.web.app import make_app

HOSTILE = "<script>alert(1)</script>"


@pytest.fixture(scope="session")
def sample_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("web") / "samples.db"
    with Ledger(path) as ledger:
        ledger.read([sample_pages()], jobs=1)
    return path


@pytest.fixture(scope="session")
def client(sample_ledger: Path) -> Iterator[TestClient]:
    with TestClient(make_app(Ledger(sample_ledger)), base_url="http://localhost") as client:
        yield client


@pytest.fixture(scope="session")
def hostile_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    pages = [
        {
            "id": f"h{i} {HOSTILE}",
            "published": f"2023-03-0{i + 1}",
            "title": title,
            "text": text,
            "outlet": f"The \"{HOSTILE}\" Post' onload='alert(2)",
            "url": "javascript:alert(3)",
        }
        for i, (title, text) in enumerate(HOSTILE_PAGES)
    ]
    (folder / "p.jsonl").write_text("\n".join(json.dumps(page) for page in pages) + "\n")
    with Ledger(folder / "h.db") as ledger:
        ledger.read([folder / "p.jsonl"], jobs=1)
    connection = sqlite3.connect(folder / "h.db")
    connection.execute(
        "update tracked_events set title = title || ? || ?", (HOSTILE, "\x0b\x1b'\"" + "W" * 3000)
    )
    connection.execute("update event_participants set name = name || ?", (HOSTILE,))
    connection.commit()
    connection.close()
    return folder / "h.db"


HOSTILE_PAGES = [
    (
        f"Minister <b>Zoltan</b> to meet {HOSTILE} in April",
        f"Zoltan {HOSTILE} Korvak will meet the <img src=x onerror=alert(4)> council in Oslo on April 5, "
        f'a spokesman for "{HOSTILE}" said. {{{{ 7 * 7 }}}} {{% raw %}} &amp; &lt;i&gt; ]]> <!-- --> '
        "\x0b\x1b[31m \u202eevil\u202c \u2066x\u2069 \ufeff \U0001f3f4\u200d\u2620\ufe0f Z\u0351\u036b\u0343\u036a\u0302a\u0332l",
    ),
    ("Z" * 5000 + " to visit Oslo", "The " + "x" * 20000 + " will visit Oslo on April 9. " + "word " * 3000),
    ("Oslo talks moved'\"><svg/onload=alert(5)>", "The talks in Oslo will be held on April 12, Korvak said."),
]


@pytest.fixture(scope="session")
def hostile(hostile_ledger: Path) -> Iterator[TestClient]:
    with TestClient(make_app(Ledger(hostile_ledger)), base_url="http://localhost") as client:
        yield client


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine may take its time to derive a day."""
    monkeypatch.setattr("slated.web.record._PATIENCE", 120.0)
    monkeypatch.setattr("slated.web.guards._LONGEST_ANSWER", 150.0)
