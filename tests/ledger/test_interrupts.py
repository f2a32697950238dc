from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.pool import Pool

from slated.ledger.database import Database
from slated.ledger.interrupts import uninterrupted


def interrupt(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGINT)


@pytest.fixture(autouse=True)
def _as_in_a_terminal() -> Iterator[None]:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_ctrl_c_waits_until_the_block_is_left() -> None:
    done = []
    with pytest.raises(KeyboardInterrupt), uninterrupted():
        interrupt()
        done.append(True)
    assert done
    with pytest.raises(KeyboardInterrupt):
        interrupt()


def test_what_fails_inside_fails_as_ever() -> None:
    with pytest.raises(ValueError, match="no"), uninterrupted():
        raise ValueError("no")
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_where_ctrl_c_is_ignored_it_stays_so() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with uninterrupted():
        interrupt()
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN


def test_other_threads_are_left_alone() -> None:
    left = []

    def run() -> None:
        with uninterrupted():
            left.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert left == [signal.default_int_handler]


def test_ctrl_c_while_a_connection_is_let_go_prints_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    database = Database(tmp_path / "a.db")
    event.listen(Pool, "reset", interrupt)
    try:
        with pytest.raises(KeyboardInterrupt), database.reading() as connection:
            connection.exec_driver_sql("select 1")
    finally:
        event.remove(Pool, "reset", interrupt)
    assert not caplog.records
    database.close()
