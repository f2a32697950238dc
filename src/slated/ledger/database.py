"""A ledger's database: opened, brought up to date, read and written in transactions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Select, insert
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from slated.errors import LedgerError, NotALedger
from slated.ledger import schema
from slated.ledger.codec import Row
from slated.ledger.interrupts import uninterrupted
from slated.ledger.migrations import applied_migrations, bring_up_to_date, known_migrations
from slated.ledger.sqlite import WRITES, open_sqlite


class Database:
    """Transactions over one ledger; every failure of the store leaves as a ``LedgerError``."""

    def __init__(self, where: str | Path, create: bool = True) -> None:
        """Open the ledger at ``where`` (a path or ``sqlite:///path``), making it where allowed."""
        self.name = str(where)
        path = _path(self.name)
        self.files = frozenset(Path(f"{path.absolute()}{end}") for end in ("", "-wal", "-shm"))
        self._engine, self.writable = open_sqlite(path, create)
        self._held: Connection | None = None
        try:
            self._prepare(create)
        except BaseException:
            self.close()
            raise

    def _prepare(self, create: bool) -> None:
        with self.reading() as connection:
            applied = applied_migrations(connection, self.name)
        if not applied and not create:
            raise NotALedger(f"{self.name} is empty: `slated read PATH...` makes it a ledger")
        if len(applied) < len(known_migrations()):
            with self.writing() as connection:
                bring_up_to_date(connection, self.name)

    @contextmanager
    def reading(self, prepare: Callable[[Any], None] | None = None) -> Iterator[Connection]:
        """A connection that sees the ledger as it stood when it was opened.

        ``prepare`` is given the driver's own connection first, for what no transaction may hold.
        """
        with _told_clearly(self.name), self._connected() as connection:
            if prepare is not None:
                prepare(connection.connection.dbapi_connection)
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is kept whole or not at all."""
        if not self.writable:
            raise LedgerError(f"the ledger {self.name} may not be written (read-only file or folder)")
        with _told_clearly(self.name), self._connected() as opened:
            self._hold()
            connection = opened.execution_options(**{WRITES: True})
            with connection.begin():
                yield connection

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        """A connection, opened and let go whole: the pool prints what interrupts it there."""
        with uninterrupted():
            connection = self._engine.connect()
        try:
            yield connection
        finally:
            with uninterrupted():
                connection.close()

    def _hold(self) -> None:
        """Keep a connection open from now on: when its last one closes, SQLite clears its log away.

        That is writing all of it into the file, which is not to be done after every transaction.
        """
        if self._held is None:
            self._held = self._engine.connect()
            self._held.exec_driver_sql("SELECT count(*) FROM sqlite_master")
            self._held.rollback()

    def close(self) -> None:
        """Let go of the file."""
        if self._held is not None:
            self._held.close()
            self._held = None
        self._engine.dispose()


def add_rows(connection: Connection, rows: dict[str, list[Row]]) -> None:
    """Insert rows, by table name."""
    for table, those in rows.items():
        if those:
            connection.execute(insert(schema.metadata.tables[table]), those)


def rows_of(connection: Connection, query: Select[*tuple[Any, ...]]) -> Iterator[Row]:
    """The rows that a query finds, by column name."""
    found = connection.execute(query)
    names = list(found.keys())
    return (dict(zip(names, row, strict=True)) for row in found)


def _path(where: str) -> Path:
    scheme, found, path = where.partition("://")
    if not found:
        return Path(where)
    if scheme == "sqlite":
        return Path(path.removeprefix("/"))
    raise LedgerError(f"a ledger is a file or sqlite:///FILE: {where} is neither")


@contextmanager
def _told_clearly(name: str) -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        reason = str(error.orig)
        if "not a database" in reason or "malformed" in reason:
            raise NotALedger(f"{name} is not a slated ledger or is damaged ({reason})") from error
        raise LedgerError(f"the ledger {name} cannot be used: {reason}") from error
    except SQLAlchemyError as error:
        raise LedgerError(f"the ledger {name} cannot be used: {error}") from error
