"""A program that is killed at any moment leaves a ledger from which the next one goes on."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from slated.ledger import Ledger
from tests.ledger.pages import PAGES, rows, write_pages

READ = """
import sys
from slated.ledger import Ledger, reading
reading._CHUNK = 3
with Ledger(sys.argv[2]) as ledger:
    print("open", flush=True)
    ledger.read([sys.argv[1]], jobs=1, progress=lambda done: print(done, flush=True))
"""
NUMBER = 24


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = [
        (
            f"p{n}",
            f"2023-03-{n % 28 + 1:02}",
            f"{PAGES[n % 4][2]} {n}",
            f"{PAGES[n % 4][3]} Port {n} may close.",
        )
        for n in range(NUMBER)
    ]
    return write_pages(tmp_path_factory.mktemp("pages") / "p.jsonl", made)


@pytest.fixture(scope="module")
def undisturbed(pages: Path) -> dict[str, list[object]]:
    with Ledger(pages.parent / "whole.db") as ledger:
        ledger.read([pages], jobs=1)
    return rows(pages.parent / "whole.db")


@pytest.mark.parametrize("seed", range(3))
def test_killed_and_started_again_it_is_the_same_ledger(
    tmp_path: Path, pages: Path, undisturbed: dict[str, list[object]], seed: int
) -> None:
    chance = random.Random(seed)
    ledger = tmp_path / "a.db"
    _kill(pages, ledger, after=chance.randrange(0, NUMBER // 3), wait=chance.random() / 20)
    with Ledger(ledger) as book:
        assert all(event.reports for event in book.events())
        book.read([pages], jobs=1)
    assert rows(ledger) == undisturbed


def _kill(pages: Path, ledger: Path, after: int, wait: float) -> None:
    """Kill -9 a reading once it has told ``after`` times of its progress, and a moment later."""
    command = [sys.executable, "-c", READ, str(pages), str(ledger)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as reading:
        assert reading.stdout
        for _ in range(after):
            reading.stdout.readline()
        time.sleep(wait)
        reading.send_signal(signal.SIGKILL)
