from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import inspect

from slated.errors import NewerLedger, NotALedger
from slated.ledger import Ledger, migrations, schema
from slated.ledger.database import Database


def test_the_migrations_make_the_tables_of_the_schema(tmp_path: Path) -> None:
    with Database(tmp_path / "a.db").reading() as connection:
        made = inspect(connection)
        tables = {name for name in made.get_table_names() if not name.startswith("search_")}
        assert tables == set(schema.metadata.tables)
        for name, table in schema.metadata.tables.items():
            columns = {c["name"]: (str(c["type"]), c["nullable"]) for c in made.get_columns(name)}
            assert columns == {c.name: (str(c.type), c.nullable) for c in table.columns}, name
            key = made.get_pk_constraint(name)["constrained_columns"]
            assert key == [c.name for c in table.primary_key.columns], name


def test_each_is_applied_once_and_recorded(tmp_path: Path) -> None:
    for _ in range(2):
        Ledger(tmp_path / "a.db").close()
    rows = sqlite3.connect(tmp_path / "a.db").execute("select position, name from migrations").fetchall()
    assert [name for _, name in sorted(rows)] == list(migrations.known_migrations())


def test_their_names_are_numbered_in_order() -> None:
    names = list(migrations.known_migrations())
    assert [int(name[:3]) for name in names] == list(range(1, len(names) + 1))


def test_a_migration_that_fails_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Ledger(tmp_path / "a.db").close()
    before = _schema(tmp_path / "a.db")
    known = migrations.known_migrations()
    worse = {**known, "999_worse": ("CREATE TABLE extra (a TEXT)", "CREATE TABLE extra (a TEXT)")}
    monkeypatch.setattr("slated.ledger.migrations.known_migrations", lambda: worse)
    monkeypatch.setattr("slated.ledger.database.known_migrations", lambda: worse)
    with pytest.raises(Exception, match="extra already exists"):
        Ledger(tmp_path / "a.db")
    assert _schema(tmp_path / "a.db") == before


def test_an_older_ledger_is_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Ledger(tmp_path / "a.db").close()
    more = {**migrations.known_migrations(), "999_more": ("CREATE TABLE extra (a TEXT)",)}
    monkeypatch.setattr("slated.ledger.migrations.known_migrations", lambda: more)
    monkeypatch.setattr("slated.ledger.database.known_migrations", lambda: more)
    Ledger(tmp_path / "a.db").close()
    assert "extra" in {name for name, _ in _schema(tmp_path / "a.db")}


def test_a_newer_ledger_is_refused_and_left_alone(tmp_path: Path) -> None:
    Ledger(tmp_path / "a.db").close()
    connection = sqlite3.connect(tmp_path / "a.db")
    connection.execute("insert into migrations values (99, '100_from_the_future')")
    connection.commit()
    connection.close()
    before = (tmp_path / "a.db").read_bytes()
    with pytest.raises(NewerLedger, match="100_from_the_future"):
        Ledger(tmp_path / "a.db")
    assert (tmp_path / "a.db").read_bytes() == before


@pytest.mark.parametrize("statement", ["create table things (a)", "create table migrations (a)"])
def test_the_database_of_another_program_is_refused_and_left_alone(tmp_path: Path, statement: str) -> None:
    connection = sqlite3.connect(tmp_path / "a.db")
    connection.execute(statement)
    connection.close()
    before = (tmp_path / "a.db").read_bytes()
    with pytest.raises(NotALedger, match="not a slated ledger"):
        Ledger(tmp_path / "a.db")
    assert (tmp_path / "a.db").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["a.db"]


def _schema(path: Path) -> list[tuple[str, str]]:
    connection = sqlite3.connect(path)
    found = connection.execute("select name, sql from sqlite_master order by name").fetchall()
    connection.close()
    return found
