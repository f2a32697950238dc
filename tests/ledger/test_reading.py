from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest

import slated.document_stage as stage
from slated.articles import make_article
from slated.ledger import Ledger
from slated.ledger import reading as ledger_reading
from slated.model import Capture, Reading
from tests.ledger.pages import PAGES, rows, write_pages


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    return write_pages(tmp_path / "pages.jsonl")


def test_everything_is_read_and_counted(tmp_path: Path, pages: Path) -> None:
    told: list[int] = []
    with Ledger(tmp_path / "a.db") as ledger:
        summary = ledger.read([pages], jobs=1, progress=told.append)
        assert (summary.read, summary.known, summary.refused) == (4, 0, ())
        assert summary.mentions == sum(len(read.reading.mentions) for read in ledger.readings()) > 0
        assert summary.events == len(ledger.events()) > 0
        assert [read.article.source_id for read in ledger.readings()] != []
    assert told[-1] == 4


def test_reading_again_changes_nothing(tmp_path: Path, pages: Path) -> None:
    with Ledger(tmp_path / "a.db") as ledger:
        ledger.read([pages], jobs=1)
        before = rows(tmp_path / "a.db")
        summary = ledger.read([pages], jobs=1)
    assert (summary.read, summary.known) == (0, 4)
    assert rows(tmp_path / "a.db") == before


def test_the_same_pages_give_the_same_ledger(tmp_path: Path, pages: Path) -> None:
    for name in ("a.db", "b.db"):
        with Ledger(tmp_path / name) as ledger:
            ledger.read([pages], jobs=1)
    assert rows(tmp_path / "a.db") == rows(tmp_path / "b.db")


def test_in_parts_or_at_once_is_the_same(
    tmp_path: Path, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Ledger(tmp_path / "a.db") as ledger:
        ledger.read([pages], jobs=1)
    monkeypatch.setattr(ledger_reading, "_CHUNK", 1)
    with Ledger(tmp_path / "b.db") as ledger:
        for start in (2, 0):
            part = write_pages(tmp_path / "part.jsonl", PAGES[start : start + 2])
            ledger.read([part], jobs=1)
    without = ("captures",)  # these say in which file a page was found
    assert rows(tmp_path / "a.db", without=without) == rows(tmp_path / "b.db", without=without)


def test_what_cannot_be_read_is_told_and_stops_nothing(tmp_path: Path, pages: Path) -> None:
    with pages.open("a") as file:
        file.write("{not json\n")
    with Ledger(tmp_path / "a.db") as ledger:
        summary = ledger.read([pages, tmp_path / "missing.html"], jobs=1)
    assert summary.read == 4
    origins = [refusal.origin for refusal in summary.refused]
    assert origins == [f"{pages}, line 5", str(tmp_path / "missing.html")]
    assert all(refusal.reason for refusal in summary.refused)


def test_standard_input_is_a_path_called_dash(tmp_path: Path, pages: Path) -> None:
    with Ledger(tmp_path / "a.db") as ledger:
        assert ledger.read(["-"], stdin=io.BytesIO(pages.read_bytes()), jobs=1).read == 4


def test_a_newer_reader_reads_again(tmp_path: Path, pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger(tmp_path / "a.db") as ledger:
        ledger.read([pages], jobs=1)
        before = rows(tmp_path / "a.db", without=("articles",))
        monkeypatch.setattr(ledger_reading, "reader_version", lambda: "newer")
        summary = ledger.read([pages], jobs=1)
    assert (summary.read, summary.known) == (4, 0)
    assert rows(tmp_path / "a.db", without=("articles",)) == before


def test_a_newer_reader_that_cleans_otherwise_leaves_no_former_article(
    tmp_path: Path, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Ledger(tmp_path / "a.db") as ledger:
        ledger.read([pages], jobs=1)
        former = {read.article.document_id for read in ledger.readings()}
        monkeypatch.setattr(ledger_reading, "reader_version", lambda: "newer")
        monkeypatch.setattr(stage, "read_capture", _with_another_id)
        ledger.read([pages], jobs=1)
        now = {read.article.document_id for read in ledger.readings()}
    assert now == {f"x{document}" for document in former}


def _with_another_id(capture: Capture) -> stage.ReadArticle:
    article = make_article(capture)
    article = replace(article, document_id=f"x{article.document_id}")
    return stage.ReadArticle(article, Reading(article.document_id))


def test_a_copy_at_another_place_is_known(tmp_path: Path, pages: Path) -> None:
    copy = tmp_path / "copy.jsonl"
    copy.write_bytes(pages.read_bytes())
    with Ledger(tmp_path / "a.db") as ledger:
        ledger.read([pages], jobs=1)
        summary = ledger.read([copy], jobs=1)
    assert (summary.read, summary.known) == (0, 4)


def test_a_read_that_is_stopped_leaves_whole_chunks_and_goes_on_later(
    tmp_path: Path, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Ledger(tmp_path / "whole.db") as ledger:
        ledger.read([pages], jobs=1)
    monkeypatch.setattr(ledger_reading, "_CHUNK", 1)

    def stop(done: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with Ledger(tmp_path / "a.db") as ledger:
        with pytest.raises(KeyboardInterrupt):
            ledger.read([pages], jobs=1, progress=stop)
        assert len(list(ledger.readings())) == 2
        assert {r.source_id for event in ledger.events() for r in event.reports} <= {"a1", "a2"}
        assert ledger.read([pages], jobs=1).known == 2
    assert rows(tmp_path / "a.db") == rows(tmp_path / "whole.db")
