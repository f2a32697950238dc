"""The report: one page that holds everything it needs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from slated.errors import OutputError
from slated.ledger import EventFilter, Ledger
from slated.web.report import write_report
from tests.web.test_pages import Page, summit


def test_a_report_of_a_ledger_asks_for_nothing_else(sample_ledger: Path, tmp_path: Path) -> None:
    with Ledger(sample_ledger) as ledger:
        assert write_report(ledger, tmp_path / "r.html") == len(ledger.events())
    page = Page((tmp_path / "r.html").read_text("utf-8"))
    tags = {tag for tag, _ in page.elements}
    assert {"svg", "style", "blockquote"} <= tags
    assert not tags & {"script", "link", "img", "iframe"}
    assert len(re.findall("second .*Ethiopia.* summit", page.words)) >= 2


def test_a_report_of_one_event(sample_ledger: Path, tmp_path: Path) -> None:
    with Ledger(sample_ledger) as ledger:
        event = ledger.event(summit(sample_ledger))
        assert write_report(ledger, tmp_path / "r.html", event) == 1
        assert write_report(ledger, tmp_path / "some.html", wanted=EventFilter(text="talks")) > 1
    text = (tmp_path / "r.html").read_text("utf-8")
    assert text.count("<svg") == 1
    assert event.title in text


def test_what_comes_from_pages_is_never_markup(hostile_ledger: Path, tmp_path: Path) -> None:
    with Ledger(hostile_ledger) as ledger:
        write_report(ledger, tmp_path / "r.html")
    page = Page((tmp_path / "r.html").read_text("utf-8"))
    for tag, attributes in page.elements:
        assert tag not in ("script", "img", "b"), tag
        assert not [name for name in attributes if name.startswith("on")]
        assert not (attributes.get("href") or "").startswith("javascript:")


def test_a_folder_that_is_not_there(sample_ledger: Path, tmp_path: Path) -> None:
    with Ledger(sample_ledger) as ledger, pytest.raises(OutputError, match="cannot be written"):
        write_report(ledger, tmp_path / "none" / "r.html")
