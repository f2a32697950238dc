"""Opening a ledger in a SQLite file: write-ahead log, real transactions, clear refusals."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.pool import NullPool

from slated.errors import LedgerError, NotALedger

_MAGIC = b"SQLite format 3\x00"
_CACHE = 65536  # KiB of pages that a connection keeps at most
_PATIENCE = 30.0  # seconds to wait for another writer
WRITES = "slated_writes"  # the execution option of a transaction that will write


def open_sqlite(path: Path, create: bool) -> tuple[Engine, bool]:
    """An engine over the file, and whether it may be written.

    Raises ``NotALedger`` where the file is not SQLite, ``LedgerError`` where it is missing and
    not to be created, or cannot be opened. A file that may only be read is opened as it stands.
    """
    _check(path, create)
    writable = _may_write(path)
    address = f"file:{quote(str(path.absolute()))}" + ("" if writable else "?mode=ro&immutable=1")

    def connect() -> sqlite3.Connection:
        return _connect(address, fresh=not path.exists() or path.stat().st_size == 0)

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)
    event.listen(engine, "begin", _begin)
    return engine, writable


def _check(path: Path, create: bool) -> None:
    try:
        if path.is_dir():
            raise NotALedger(f"{path} is a folder, not a ledger")
        if not path.exists():
            if not create:
                raise LedgerError(f"there is no ledger at {path}: `slated read PATH...` makes one")
            if not path.parent.is_dir():
                raise LedgerError(f"the folder of the ledger {path} does not exist")
            return
        with path.open("rb") as file:
            start = file.read(len(_MAGIC))
    except OSError as error:
        raise LedgerError(f"the ledger {path} cannot be opened: {error.strerror}") from error
    if start and start != _MAGIC:
        raise NotALedger(f"{path} is not a slated ledger (not a SQLite file)")


def _may_write(path: Path) -> bool:
    folder = os.access(path.parent, os.W_OK)
    return folder and (os.access(path, os.W_OK) if path.exists() else True)


def _connect(address: str, fresh: bool) -> sqlite3.Connection:
    # isolation_level None: the driver's own transactions would commit around DDL
    connection = sqlite3.connect(
        address, uri=True, isolation_level=None, timeout=_PATIENCE, check_same_thread=False
    )
    if fresh:  # the mode stays with the file, and somebody else's database is not ours to change
        connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute(f"PRAGMA cache_size=-{_CACHE}")
    return connection


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
