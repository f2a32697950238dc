from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import slated.document_stage as stage
from slated.errors import BadRuling, UnknownEvent
from slated.ledger import Ledger
from slated.ledger import reading as ledger_reading
from slated.model import Merge, Reject, Rename, SetOutcome, Split, Window
from tests.ledger.pages import PAGES, rows, write_pages

LAST = dt.date(2023, 5, 10)
WHO: Any = {"by": "Ada", "why": "she was there"}


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    return write_pages(tmp_path / "p.jsonl")


@pytest.fixture
def ledger(tmp_path: Path, pages: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "a.db") as book:
        book.read([pages], jobs=1)
        yield book


def test_a_ruling_says_who_why_and_when(ledger: Ledger) -> None:
    event = ledger.event("strike")
    made = ledger.rule(Rename("strike", "  Durban   dock strike "), by=" Ada ", why="its name")
    assert (made.number, made.kind, made.by, made.made) == (1, "rename", "Ada", LAST)
    assert made.events == (event.event_id,)
    assert made.anchors
    assert ledger.rulings() == [made]
    renamed = ledger.event(event.event_id)
    assert renamed.title == "Durban dock strike"
    assert [r.number for r in renamed.rulings] == [1]


def test_rulings_survive_rebuilding_and_reading_anew(
    ledger: Ledger, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summit = ledger.event("summit")
    ledger.rule(Merge((summit.event_id, "strike")), **WHO)
    ledger.rule(SetOutcome(summit.event_id, "occurred", Window.on(dt.date(2023, 5, 9))), **WHO)
    before = ledger.events()
    assert {r.number for e in before for r in e.rulings} == {1, 2}
    ledger.rebuild()
    assert ledger.events() == before
    for module in (stage, ledger_reading):
        monkeypatch.setattr(module, "reader_version", lambda: "another reader")
    assert ledger.read([pages], jobs=1).read == len(PAGES)
    assert ledger.events() == before


def test_a_ruling_finds_its_event_in_an_article_that_became_another(
    ledger: Ledger, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3

    ledger.rule(Rename("strike", "Durban dock strike"), **WHO)
    ids = {read.article.source_id: read.article.document_id for read in ledger.readings()}
    ledger.close()
    connection = sqlite3.connect(tmp_path / "a.db")  # as if an older reader had made other articles
    connection.execute("update rulings set anchors = replace(anchors, ?, 'gone')", (ids["a3"],))
    connection.commit()
    connection.close()
    with Ledger(tmp_path / "a.db") as again:
        again.rebuild()
        assert again.event("durban dock strike").rulings


def test_a_split_leaves_a_rest_and_names_its_reports(ledger: Ledger) -> None:
    event = ledger.event("summit")
    ids = tuple(r.source_id for r in event.reports)
    assert len(ids) > 1
    with pytest.raises(BadRuling, match="leave something"):
        ledger.rule(Split(event.event_id, ids), **WHO)
    made = ledger.rule(Split(event.event_id, ("outlet of " + ids[-1],)), **WHO)
    assert made.reports == ids[-1:]
    parts = [e for e in ledger.events() if made.number in {r.number for r in e.rulings}]
    assert sorted(tuple(r.source_id for r in e.reports) for e in parts) == sorted([ids[:-1], ids[-1:]])


def test_a_rejected_report_is_gone_until_the_ruling_is_undone(ledger: Ledger) -> None:
    before = ledger.events()
    ledger.rule(Reject("strike", ("a3",), words="dock WORKERS"), **WHO)
    with pytest.raises(UnknownEvent):
        ledger.event("strike")
    undone = ledger.undo(1, by="Bo", why="it does")
    assert (undone.undone_by, undone.undone_why, undone.stands) == ("Bo", "it does", False)
    assert ledger.events() == before
    assert ledger.rulings() == [undone]
    with pytest.raises(BadRuling, match="undone already, by Bo"):
        ledger.undo(1, by="Ada", why="x")


def test_no_earlier_day_knows_of_a_ruling(ledger: Ledger) -> None:
    day = dt.date(2023, 4, 1)
    then = ledger.events(as_of=day)
    ledger.rule(Rename("strike", "X"), **WHO)
    assert ledger.events(as_of=day) == then
    ledger.rule(Rename("X", "Y"), by="Ada", why="so it was then", made=day)
    assert [e.title for e in ledger.events(as_of=day) if e.rulings] == ["Y"]


@pytest.mark.parametrize(
    ("act", "told"),
    [
        (Merge(("strike",)), "two events"),
        (Rename("strike", "  "), "without a title"),
        (Split("strike", ()), "at least one report"),
        (Reject("strike", ("zz",)), "has no report 'zz'"),
        (Reject("strike", ("a3",), words="Atlantis"), "holds the words 'Atlantis'"),
    ],
)
def test_what_cannot_be_ruled_is_told_and_changes_nothing(
    ledger: Ledger, tmp_path: Path, act: Any, told: str
) -> None:
    before = rows(tmp_path / "a.db")
    with pytest.raises(BadRuling, match=told):
        ledger.rule(act, **WHO)
    with pytest.raises(BadRuling, match="who makes it and why"):
        ledger.rule(Rename("strike", "X"), by="", why="x")
    with pytest.raises(BadRuling, match="no ruling number 4"):
        ledger.undo(4, **WHO)
    assert rows(tmp_path / "a.db") == before


def test_rulings_are_exported(ledger: Ledger) -> None:
    ledger.rule(Rename("strike", "X"), **WHO)
    tables = {name: list(found) for name, _, found in ledger.tables()}
    assert [r["title"] for r in tables["rulings"]] == ["X"]
    assert [r["number"] for r in tables["event_rulings"]] == [1]
