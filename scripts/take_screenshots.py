"""Take the screenshots of the documentation anew, from the sample pages.

    .venv/bin/python -m scripts.take_screenshots

Needs chromium; the one of Datasette is taken where a command ``datasette`` is on the PATH.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from slated.ledger import Ledger
from slated.samples import sample_pages

IMAGES = Path(__file__).parents[1] / "docs" / "images"
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
WIDTH, SCALE = 1080, 1.5
DATASETTE_PORT = 8917


@contextmanager
def running(*command: str) -> Iterator[subprocess.Popen[str]]:
    """A program, stopped when the block is left."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        yield process
    finally:
        process.terminate()
        process.wait()


def take(browser: Browser, address: str, name: str, part: str | None = None, height: int = 860) -> None:
    """A picture of a page, or of one part of it."""
    page = browser.new_page(viewport={"width": WIDTH, "height": height}, device_scale_factor=SCALE)
    page.goto(address)
    path = str(IMAGES / f"{name}.png")
    if part:
        page.locator(part).first.screenshot(path=path)
    else:
        page.screenshot(path=path)
    page.close()


def main() -> None:
    """Take them all."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "slated.db"
        with Ledger(path) as ledger:
            ledger.read([sample_pages()], jobs=1)
            event = max(ledger.events(), key=lambda found: len(found.reports))
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        serve = "from slated.cli import main; main()"
        with running(sys.executable, "-c", serve, "serve", "--ledger", str(path), "--port", "0") as server:
            assert server.stdout
            base = re.search(r"http://\S+(?=/ )", server.stdout.readline())
            assert base
            take(browser, f"{base[0]}/?as_of=2023-03-30", "slate")
            take(browser, f"{base[0]}/events/{event.event_id}", "slip-chart", ".chart")
            take(browser, f"{base[0]}/events/{event.event_id}", "event")
            take(browser, f"{base[0]}/articles/{event.reports[1].document_id}", "article")
        if shutil.which("datasette"):
            with running("datasette", str(path), "--port", str(DATASETTE_PORT)):
                time.sleep(5)
                address = (
                    f"http://127.0.0.1:{DATASETTE_PORT}/slated/readable_events?_sort_desc=reports&_size=8"
                )
                take(browser, address, "datasette")
        browser.close()


if __name__ == "__main__":
    main()
