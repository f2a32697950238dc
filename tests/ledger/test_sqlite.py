from __future__ import annotations

from pathlib import Path

import pytest

from slated.errors import LedgerError, NotALedger
from slated.ledger import Ledger
from tests.ledger.pages import write_pages


@pytest.mark.parametrize("content", [b"not a database\n", b"x", b"\x00" * 5000, b"<html>" * 100])
def test_a_file_of_another_kind_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(content)
    with pytest.raises(NotALedger):
        Ledger(path)
    assert path.read_bytes() == content


def test_a_damaged_ledger_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    Ledger(path).close()
    path.write_bytes(path.read_bytes()[:100] + b"\xff" * 9000)
    with pytest.raises(LedgerError):
        Ledger(path)


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(NotALedger, match="folder"):
        Ledger(tmp_path)


def test_looking_makes_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="there is no ledger"):
        Ledger(tmp_path / "a.db", create=False)
    assert not list(tmp_path.iterdir())


def test_an_empty_file_becomes_a_ledger_only_by_reading(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.touch()
    with pytest.raises(NotALedger, match="empty"):
        Ledger(path, create=False)
    Ledger(path).close()
    Ledger(path, create=False).close()


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="folder"):
        Ledger(tmp_path / "nowhere" / "a.db")


@pytest.mark.parametrize("where", ["mysql://host/x", "sqlite:x", "postgres://"])
def test_an_address_of_another_kind_is_told(
    where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    if "://" in where:
        with pytest.raises(LedgerError, match="neither"):
            Ledger(where)
    else:
        Ledger(where).close()
        assert (tmp_path / where).exists()


def test_a_sqlite_address_is_its_file(tmp_path: Path) -> None:
    Ledger(f"sqlite:///{tmp_path / 'a.db'}").close()
    assert (tmp_path / "a.db").exists()


def test_a_name_with_odd_characters_is_a_name(tmp_path: Path) -> None:
    path = tmp_path / "a b?#%é.db"
    Ledger(path).close()
    assert path.exists()


def test_a_ledger_that_may_only_be_read_can_be_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.db"
    with Ledger(path) as ledger:
        ledger.read([write_pages(tmp_path / "pages.jsonl")], jobs=1)
        events = ledger.events()
    monkeypatch.setattr("slated.ledger.sqlite.os.access", lambda *_: False)  # root may write anything
    with Ledger(path, create=False) as ledger:
        assert ledger.events() == events
        with pytest.raises(LedgerError, match="may not be written"):
            ledger.rebuild()


def test_one_reads_while_another_writes(tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.db") as one, Ledger(tmp_path / "a.db") as other:
        one.read([write_pages(tmp_path / "pages.jsonl")], jobs=1)
        assert len(list(other.readings())) == 4
