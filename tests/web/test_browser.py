"""What people do, in a real browser, against the real command; everything but axe without JavaScript."""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import icalendar
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from slated.ledger import Ledger

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
if CHROMIUM is None and not os.environ.get("SLATED_NEEDS_BROWSER"):
    pytest.skip("NO BROWSER: install chromium to run these tests", allow_module_level=True)

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
SERVE = "from slated.cli import main; main()"


@contextmanager
def served(ledger: Path, *options: str) -> Iterator[tuple[str, str]]:
    """The address of ``slated serve`` over a ledger, and the token that it printed."""
    command = [sys.executable, "-c", SERVE, "serve", "--ledger", str(ledger), "--port", "0", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            address = re.search(r"http://\S+(?=/ )", process.stdout.readline())
            assert address
            token = process.stdout.readline().split()[-1] if "--edit" in options else ""
            yield address[0], token
        finally:
            process.terminate()


@pytest.fixture(scope="module")
def samples(sample_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    copy = tmp_path_factory.mktemp("browser") / "a.db"
    shutil.copy(sample_ledger, copy)
    with served(copy, "--edit") as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield found
        found.close()


@pytest.fixture
def page(browser: Browser, samples: tuple[str, str]) -> Iterator[Page]:
    context = browser.new_context(base_url=samples[0], java_script_enabled=False)
    page = context.new_page()
    page.set_default_timeout(15_000)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    yield page
    context.close()
    assert {urlsplit(url).netloc for url in asked} <= {urlsplit(samples[0]).netloc}


def find(page: Page, words: str, name: str | re.Pattern[str]) -> None:
    """To an event, from the search field of any page."""
    page.goto("/")
    page.get_by_placeholder("Event, person").fill(words)
    page.keyboard.press("Enter")
    page.get_by_role("region", name="Events").get_by_role("link", name=name).first.click()


def rows(page: Page) -> list[list[str]]:
    """The table beside the slip chart."""
    table = page.get_by_role("table", name=re.compile("Reports on"))
    return [
        [cell.inner_text().strip() for cell in row.locator("th, td").all()]
        for row in table.locator("tbody tr").all()
    ]


def test_an_event_is_found_by_search_and_its_chart_read_as_a_table(page: Page) -> None:
    find(page, "etiopia egypt sumit", re.compile("^second .*Ethiopia.* summit$"))
    expect(page.get_by_role("img", name=re.compile("Slip chart of second .* summit"))).to_be_visible()
    told = rows(page)
    assert len(told) >= 7
    assert told[-1][:2] == ["17 Jan 2023", "The Harbour Courier"]
    assert told[-1][3] == "from 1 Mar 2023"
    assert told[0][3] == "26 May 2023"


def test_a_quote_leads_to_its_words_in_the_article(page: Page) -> None:
    find(page, "Meridian", re.compile("Meridian"))
    report = page.locator("section.report").first
    said = report.locator("mark").first.inner_text()
    report.get_by_role("link", name=re.compile("Read it in the")).first.click()
    assert page.url.endswith("#told")
    told = "".join(page.locator(".k-told").all_inner_texts())
    assert re.sub(r"\s", "", said) in re.sub(r"\s", "", told)
    expect(page.get_by_role("complementary", name="What was found")).to_contain_text("Time expressions")


def test_the_day_is_changed_and_kept_from_page_to_page(page: Page) -> None:
    page.goto("/")
    page.get_by_label("As of").fill("2023-03-30")
    page.get_by_role("button", name="Look").click()
    expect(page.get_by_role("status")).to_contain_text("As it stood on 30 Mar 2023")
    page.get_by_role("link", name=re.compile("second .*summit")).first.click()
    assert "as_of=2023-03-30" in page.url
    assert all(dt.datetime.strptime(row[0], "%d %b %Y").date() <= dt.date(2023, 3, 30) for row in rows(page))
    page.get_by_role("link", name="Back to the latest").click()
    assert "as_of" not in page.url


def test_the_slate_is_filtered_by_its_form(page: Page) -> None:
    page.goto("/?show=all")
    page.get_by_text("Filter", exact=True).click()
    page.get_by_label("Place").fill("nairobi")
    page.get_by_label("occurred").check()
    page.get_by_role("button", name="Show").click()
    assert "place=nairobi" in page.url
    assert page.locator("li.line").count() >= 1
    expect(page.locator("li.line .status").first).to_contain_text("occurred")


def test_a_calendar_is_subscribed_to(page: Page, tmp_path: Path) -> None:
    page.goto("/?show=all&place=nairobi")
    with page.expect_download() as download:
        page.get_by_role("link", name="calendar").click()
    download.value.save_as(tmp_path / "a.ics")
    entries: Any = icalendar.Calendar.from_ical((tmp_path / "a.ics").read_bytes()).walk("VEVENT")
    assert entries
    assert all(entry["uid"].endswith("@slated") and "DTSTART" in entry for entry in entries)


def test_an_outcome_is_ruled_with_the_token(page: Page, samples: tuple[str, str]) -> None:
    find(page, "rail workers", "walk out")
    page.get_by_role("link", name="Sign in to rule").click()
    page.get_by_label("Token").fill(samples[1])
    page.get_by_role("button", name="Sign in").click()
    find(page, "rail workers", "walk out")
    page.get_by_text("Rule on this event").click()
    form = page.get_by_role("form", name="How it ended")
    form.get_by_label("Outcome").select_option("occurred")
    form.get_by_label("First day").fill("2023-05-15")
    form.get_by_label("Who rules").fill("A. Editor")
    form.get_by_label("Why").fill("I saw it <b>myself</b>")
    form.get_by_role("button").click()
    expect(page.locator(".state")).to_contain_text("occurred")
    expect(page.get_by_text("I saw it <b>myself</b>")).to_be_visible()


PAGES = ["/", "/?show=all&as_of=2023-04-15", "EVENT", "ARTICLE", "/search?q=egypt", "/actors/egypt", "/outlets/Delta%20Post",
         "/changes?since=2023-03-01", "/about", "/edit", "/rulings", "/events/none"]  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_shuts_anybody_out(browser: Browser, samples: tuple[str, str], scheme: Any) -> None:
    """axe-core finds nothing serious; nothing is wider than a phone; nothing breaks the page's own policy."""
    context = browser.new_context(
        base_url=samples[0], color_scheme=scheme, viewport={"width": 390, "height": 800}, bypass_csp=True
    )
    page = context.new_page()
    found = page.request.get("/api/slate?show=all&text=summit").json()["lines"][0]["id"]
    article = page.request.get(f"/api/events/{found}").json()["reports"][0]["document_id"]
    for path in PAGES:
        page.goto({"EVENT": f"/events/{found}", "ARTICLE": f"/articles/{article}"}.get(path, path))
        violations = Axe().run(page).response["violations"]
        grave = [
            (v["id"], v["nodes"][0]["html"]) for v in violations if v["impact"] in ("serious", "critical")
        ]
        assert not grave, (path, grave)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
    context.close()


def test_the_page_keeps_its_own_policy_and_takes_the_keyboard(
    browser: Browser, samples: tuple[str, str]
) -> None:
    page = browser.new_page(base_url=samples[0])
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.locator("li.line a").first.click()
    page.wait_for_load_state()
    assert said == []
    page.close()


@pytest.mark.skipif(not SEEDS.is_dir(), reason="no labelled corpora beside the checkout")
def test_the_summit_of_the_seeds(browser: Browser, tmp_path: Path) -> None:
    with Ledger(tmp_path / "seeds.db") as ledger:
        ledger.read([SEEDS], jobs=1)
    with served(tmp_path / "seeds.db") as (address, _):
        context = browser.new_context(base_url=address, java_script_enabled=False)
        page = context.new_page()
        page.set_default_timeout(15_000)
        find(page, "second summit", re.compile("^second .*US.* summit$"))
        told = rows(page)
        assert [row[0] for row in told] == ["11 Jan 2019", "8 Oct 2018", told[-1][0]]
        assert told[0][3] == "20 Feb – 10 Mar 2019"
        assert "Vietnam (likely)" in told[0][4]
        page.goto(page.url + "?as_of=2018-10-31")
        reports = page.get_by_role("table", name=re.compile("Reports on")).locator("tbody tr")
        expect(reports).to_have_count(2, timeout=60_000)  # a page that is being made asks again by itself
        context.close()


def test_the_chart_keeps_its_labels_on_a_phone(browser: Browser, samples: tuple[str, str]) -> None:
    page = browser.new_page(base_url=samples[0], viewport={"width": 390, "height": 800})
    found = page.request.get("/api/slate?show=all&text=summit").json()["lines"][0]["id"]
    page.goto(f"/events/{found}")
    expect(page.locator("svg.slip text", has_text=re.compile("^reported$"))).to_be_visible()
    page.close()
