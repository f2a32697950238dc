"""Tracking what is new gives what tracking everything anew gives."""

from __future__ import annotations

import datetime as dt
import os
import random
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from slated.document_stage import ReadArticle
from slated.ledger import Ledger, schema, tracking
from slated.ledger.codec import Words, dumps, loads
from slated.ledger.database import Database
from slated.ledger.facts import CaptureRecord, keep
from slated.model import Merge, Reject, Rename, SetOutcome, Split, TrackedEvent
from slated.tracking import track
from slated.tracking.gather import Account, gather
from tests.ledger.pages import rows
from tests.tracking.conftest import Wired, wired

WIRE = (
    "The harbour board said on Friday that crews had begun to clear the silted channel, that tugs "
    "would wait outside until the depth was measured again, and that nobody expected ships of more "
    "than nine metres before the dredger from the north arrives and the pilots have been trained anew. "
)


def stories() -> list[Wired]:
    """Summits, visits, hearings and copies, told over half a year by many outlets."""
    chance = random.Random(7)
    told: list[Wired] = []
    pairs = [("ruritania", "freedonia"), ("anna berg", "otto falk"), ("sylvania", "ruritania")]
    for n in range(60):
        day = dt.date(2031, 1, 5) + dt.timedelta(days=3 * n + chance.randrange(3))
        ahead = day + dt.timedelta(days=chance.choice((10, 20, 40)))
        meeting = {
            "parties": pairs[chance.randrange(3)],
            "head": chance.choice(("summit", "meeting", "talks")),
            "status": chance.choice(("expected", "scheduled", "scheduled", "postponed", "cancelled")),
            "window": chance.choice((str(ahead), f"{ahead.replace(day=1)}..{ahead.replace(day=28)}")),
            "places": {chance.choice(("Zenda", "Strelsau")): chance.choice(("stated", "candidate"))},
        }
        hearing = {
            "parties": (chance.choice(("anna berg", "ida marr", "rufus firefly", "otto falk")),),
            "head": chance.choice(("hearing", "testify", "visit")),
            "event_class": chance.choice(("hearing", "visit")),
            "status": chance.choice(("expected", "occurred")),
            "window": str(day + dt.timedelta(days=chance.randrange(-3, 9))),
        }
        chosen = chance.choice(([meeting], [hearing], [meeting, hearing], [meeting, meeting]))
        one = wired(f"{n:02}", None if n == 30 else str(day), *chosen)
        if n % 6 == 0:
            text = one.article.text.ljust(200) + WIRE + f"Read {n} more."
            one = replace(one, article=replace(one.article, text=text))
        told.append(one)
    return told


def put_in(database: Database, told: Sequence[Wired], reader: str = "r") -> None:
    with database.writing() as connection:
        reads = [ReadArticle(t.article, t.reading) for t in told]
        records = [CaptureRecord(f"c-{r.article.document_id}", "o", "text", None) for r in reads]
        tracking.take_in(connection, keep(connection, list(zip(records, reads, strict=True)), reader))
    tracking.bring_up_to_date(database)


def by_id(events: Sequence[TrackedEvent]) -> list[TrackedEvent]:
    return sorted(events, key=lambda e: e.event_id)


@pytest.mark.parametrize("seed", range(6))
def test_in_any_order_and_any_batches_it_is_as_if_tracked_at_once(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    told = stories()
    expected = list(track(told))
    assert len(expected) > 8
    order = told if seed == 0 else chance.sample(told, len(told))
    database = Database(tmp_path / "a.db")
    while order:
        size = chance.choice((1, 2, 5, 13))
        put_in(database, order[:size])
        order = order[size:]
    database.close()
    with Ledger(tmp_path / "a.db") as ledger:
        assert by_id(ledger.events()) == expected
        before = rows(tmp_path / "a.db")
        ledger.rebuild()
    assert rows(tmp_path / "a.db") == before


def test_under_rulings_too(tmp_path: Path) -> None:
    told = stories()
    database = Database(tmp_path / "a.db")
    put_in(database, told[:40])
    database.close()
    who: Any = {"by": "Ada", "why": "x"}
    with Ledger(tmp_path / "a.db") as ledger:
        first, second, third = sorted(ledger.entries(), key=lambda e: (-e.reports, e.event_id))[:3]
        ledger.rule(Rename(third.event_id, "the third"), **who)
        ledger.rule(Merge((first.event_id, second.event_id)), **who)
        reports = ledger.event(third.event_id).reports
        ledger.rule(Split(third.event_id, (reports[-1].source_id,)), **who)
        ledger.rule(SetOutcome(third.event_id, "open"), **who)
        ledger.rule(Reject(third.event_id, (reports[0].source_id,)), **who)
        assert by_id(ledger.events()) == list(track(told[:40], rulings=ledger.rulings()))
        ledger.undo(2, by="Ada", why="y")
        assert by_id(ledger.events()) == list(track(told[:40], rulings=ledger.rulings()))
    database = Database(tmp_path / "a.db")
    put_in(database, told[40:50])
    put_in(database, told[50:])
    database.close()
    with Ledger(tmp_path / "a.db") as ledger:
        assert by_id(ledger.events()) == list(track(told, rulings=ledger.rulings()))


def test_only_what_changed_is_derived_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from slated.ledger import derived, deriving

    told = stories()
    database = Database(tmp_path / "a.db")
    put_in(database, told)
    written: list[str] = []
    write = derived.write_events

    def note(connection: Connection, events: Sequence[TrackedEvent]) -> None:
        written.extend(e.event_id for e in events)
        write(connection, events)

    monkeypatch.setattr(deriving, "write_events", note)
    lone = {"parties": ("zeno",), "head": "launch", "event_class": "launch", "window": "2031-12-01"}
    put_in(database, [wired("late", "2031-07-30", lone)])
    assert len(written) == 1
    database.close()


def test_one_more_report_costs_by_itself_and_not_by_its_event(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from slated.ledger import deriving, shelf

    def plan(n: int) -> Wired:
        day = dt.date(2031, 1, 1) + dt.timedelta(days=n)
        return wired(f"{n:02}", str(day), {"status": "scheduled", "window": "2031-05-20"})

    database = Database(tmp_path / "a.db")
    put_in(database, [plan(n) for n in range(40)])
    asked: list[set[str]] = []
    brought: list[set[str]] = []
    load_some, accounts = deriving.load_some, shelf.LedgerShelf.accounts

    def note(connection: Connection, documents: Sequence[str], *without: Any) -> Any:
        asked.append(set(documents))
        return load_some(connection, documents, *without)

    def note_threads(kept: shelf.LedgerShelf, threads: Sequence[str]) -> Any:
        brought.append(set(threads))
        return accounts(kept, threads)

    monkeypatch.setattr(deriving, "load_some", note)
    monkeypatch.setattr(shelf.LedgerShelf, "accounts", note_threads)
    put_in(database, [plan(40)])
    database.close()
    assert set().union(*asked) == {"doc-39"}
    assert brought == []
    with Ledger(tmp_path / "a.db") as ledger:
        (event,) = ledger.events()
        assert [event] == list(track([plan(n) for n in range(41)]))


def test_an_article_that_was_read_anew_is_tracked_anew(tmp_path: Path) -> None:
    told = stories()[:20]
    database = Database(tmp_path / "a.db")
    put_in(database, told)
    plan = {"status": "scheduled", "window": "2031-09-09"}
    changed = replace(told[3], reading=wired("03", None, plan).reading)
    put_in(database, [replace(changed, article=replace(changed.article, text="summit  0.".ljust(99)))], "r2")
    database.close()
    with Ledger(tmp_path / "a.db") as ledger:
        assert by_id(ledger.events()) == list(track(ledger.readings()))


def test_accounts_are_kept_as_they_were() -> None:
    for told in stories():
        for account in gather(told.article, told.reading):
            kept: Account = loads(Account, dumps(account), Words("", ""))
            assert kept == account
            assert dumps(kept) == dumps(account)


def test_what_is_kept_for_tracking_is_not_exported(tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.db") as ledger:
        names = {name for name, _, _ in ledger.tables()}
    assert not names & {table.name for table in schema.LINKED}


@pytest.mark.parametrize("seed", range(4))
def test_as_of_a_day_it_is_what_a_ledger_of_the_articles_up_to_it_says(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    told = stories()
    database = Database(tmp_path / "whole.db")
    put_in(database, chance.sample(told, len(told)))
    database.close()
    days = sorted({day for t in told if (day := t.article.creation_time.day) is not None})
    with Ledger(tmp_path / "whole.db") as whole:
        busiest = max(whole.entries(), key=lambda e: e.reports)
        whole.rule(Rename(busiest.event_id, "named at last"), by="Ada", why="x")
        for day in chance.sample(days[:-1], 4):
            known = [t for t in told if (t.article.creation_time.day or day) <= day]
            early = Database(tmp_path / f"{day}.db")
            put_in(early, chance.sample(known, len(known)))
            early.close()
            since = day - dt.timedelta(days=30)
            with Ledger(tmp_path / f"{day}.db") as ledger:
                assert whole.events(as_of=day) == ledger.events() == ledger.events(as_of=day)
                assert whole.entries(as_of=day) == ledger.entries()
                assert whole.changes(since, day) == ledger.changes(since)


DIGEST = """
import hashlib, sys
from pathlib import Path
from slated.ledger.database import Database
from tests.ledger.pages import rows
from tests.ledger.test_linking import put_in, stories
path = Path(sys.argv[1])
database = Database(path)
put_in(database, stories())
database.close()
print(hashlib.sha256(repr(rows(path)).encode()).hexdigest())
"""


def test_no_order_of_a_set_shows_in_the_ledger(tmp_path: Path) -> None:
    told = set()
    for seed in ("1", "2"):
        command = [sys.executable, "-c", DIGEST, str(tmp_path / f"{seed}.db")]
        around = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
        told.add(subprocess.run(command, env=around, check=True, capture_output=True, text=True).stdout)
    assert len(told) == 1
