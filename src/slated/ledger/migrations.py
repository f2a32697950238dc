"""Named migrations, applied once each, in the transaction that also records them.

A migration is a file ``data/NNN_what_it_does.sql``: statements that end a line with ``;``, in SQL
that SQLite and PostgreSQL both understand. A file that has been released is never edited.
"""

from __future__ import annotations

from importlib import resources

from sqlalchemy import Connection, insert, inspect, select, text

from slated.errors import NewerLedger, NotALedger
from slated.ledger import schema


def known_migrations() -> dict[str, tuple[str, ...]]:
    """The migrations that this program knows, in order: name -> statements."""
    folder = resources.files("slated.ledger").joinpath("data")
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".sql")), key=lambda f: f.name)
    return {f.name.removesuffix(".sql"): _statements(f.read_text(encoding="utf-8")) for f in files}


def bring_up_to_date(connection: Connection, name: str) -> bool:
    """Apply what is missing, within the caller's transaction; True where anything was.

    Raises ``NewerLedger`` where the ledger has migrations that this program does not know, and
    ``NotALedger`` where the database holds tables and is no ledger. ``name`` is for messages.
    """
    known = known_migrations()
    missing = [migration for migration in known if migration not in set(applied_migrations(connection, name))]
    if not missing:
        return False
    schema.migrations.create(connection, checkfirst=True)
    for migration in missing:
        for statement in known[migration]:
            connection.execute(text(statement))
        position = list(known).index(migration)
        connection.execute(insert(schema.migrations), {"position": position, "name": migration})
    return True


def applied_migrations(connection: Connection, name: str) -> list[str]:
    """The names of the migrations that made this ledger; raises as ``bring_up_to_date``."""
    tables = set(inspect(connection).get_table_names())
    if schema.migrations.name not in tables:
        if tables:
            raise NotALedger(f"{name} is a database, but not a slated ledger")
        return []
    columns = {column["name"] for column in inspect(connection).get_columns(schema.migrations.name)}
    if columns != {"position", "name"}:
        raise NotALedger(f"{name} is a database, but not a slated ledger")
    table = schema.migrations
    applied = list(connection.scalars(select(table.c.name).order_by(table.c.position)))
    unknown = [migration for migration in applied if migration not in known_migrations()]
    if unknown:
        raise NewerLedger(f"{name} was written by a newer slated ({unknown[0]}): update slated to open it")
    return applied


def _statements(script: str) -> tuple[str, ...]:
    lines = [line for line in script.splitlines() if not line.startswith("--")]
    return tuple(part.strip() for part in "\n".join(lines).split(";\n") if part.strip().rstrip(";"))
