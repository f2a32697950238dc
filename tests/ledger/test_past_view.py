"""A day is seen as a ledger shows it that was given only the articles up to that day."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from slated.errors import UnknownArticle, UnknownEvent, UnknownName
from slated.ledger import EventFilter, Ledger, derived, deriving
from slated.ledger.database import Database
from slated.ledger.lines import latest_of
from slated.ledger.past_view import PastView, write_day
from slated.ledger.view import LedgerView
from slated.model import Merge, Rename, SetOutcome, Split, TrackedEvent
from slated.tracking import track
from tests.ledger.pages import rows
from tests.ledger.test_linking import put_in, stories
from tests.ledger.test_view import FILTERS
from tests.tracking.conftest import Wired, wired

DAYS = [dt.date(2031, 1, 20), dt.date(2031, 3, 3), dt.date(2031, 5, 11), dt.date(2031, 12, 1)]


def undated() -> list[Wired]:
    """Articles without a day, on events that others tell of too, and on one of their own."""
    summit = {"parties": ("ruritania", "freedonia"), "head": "summit", "window": "2031-03-20"}
    hearing = {"parties": ("ida marr",), "head": "hearing", "event_class": "hearing"}
    launch = {"parties": ("zeno",), "head": "launch", "event_class": "launch", "window": "2031-04-01"}
    return [wired(f"u{n}", None, one) for n, one in enumerate((summit, hearing, launch, hearing))]


@dataclass(frozen=True)
class Then:
    """A day as it is seen back, and as a ledger of its articles alone shows it."""

    day: dt.date
    back: PastView
    alone: LedgerView


@pytest.fixture(scope="module", params=DAYS, ids=str)
def then(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Then]:
    day: dt.date = request.param
    folder = tmp_path_factory.mktemp("then")
    told = [*stories(), *undated()]
    whole, part = Database(folder / "whole.db"), Database(folder / "part.db")
    put_in(whole, random.Random(3).sample(told, len(told)))
    put_in(part, [t for t in told if (t.article.creation_time.day or day) <= day])
    write_day(whole, day, folder / "day.db")
    yield Then(day, PastView(whole, day, folder / "day.db"), LedgerView(part))
    whole.close()
    part.close()


def last_day(then: Then) -> bool:
    """True where the ledger of the day alone ends on that day, so that lapses are judged alike."""
    return then.alone.standing().last_day == then.day


@pytest.mark.parametrize("wanted", FILTERS, ids=str)
def test_lists_are_the_same(then: Then, wanted: EventFilter) -> None:
    for part in ("ahead", "past", "all"):
        if last_day(then):
            assert then.back.sheet(wanted, part, then.day, 2, 9) == then.alone.sheet(
                wanted, part, then.day, 2, 9
            )
        else:
            found, expected = (v.sheet(wanted, "all", then.day, 0, 99) for v in (then.back, then.alone))
            assert {e.event_id for e in found.lines} == {e.event_id for e in expected.lines} or wanted.status


def test_what_names_lead_to_is_the_same(then: Then) -> None:
    def seen(view: LedgerView) -> list[Any]:
        return [
            view.names("actor", "ruritania"),
            view.names("place", "zenda"),
            [line.event_id for line in view.of_actor("ruritania", 0, 20).lines],
            [line.event_id for line in view.at_place("zenda", 0, 20).lines],
            [
                (t.document_id, t.published, t.said, t.event.event_id)
                for t in view.told_by_outlet("Wire", 1, 9)[0]
            ],
            view.told_by_outlet("Wire", 0, 1)[1],
            view.told_by("source", ["narrator"], 0, 5)[1],
            sorted((h.kind, h.name, h.uses) for h in view.names_like("ruritanja")),
            sorted((h.kind, h.name, h.uses) for h in view.names_like("otto fal")),
            [hit.document_id for hit in view.articles_with("summit", 0, 500)].sort(),
        ]

    assert seen(then.back) == seen(then.alone)


def test_events_and_articles_are_the_same(then: Then) -> None:
    lines = then.alone.sheet(EventFilter(), "all", None, 0, 500).lines
    for line in lines:
        found, expected = then.back.event(line.event_id), then.alone.event(line.event_id)
        assert found.reports == expected.reports
        assert found.title == expected.title
        if last_day(then):
            assert found == expected
        for report in expected.reports:
            assert [e.event_id for e in then.back.article(report.document_id)[1]] == [
                e.event_id for e in then.alone.article(report.document_id)[1]
            ]
    assert then.back.standing().articles == then.alone.standing().articles
    assert then.back.standing().last_day == then.day


def test_what_is_told_later_is_not_there_yet(then: Then) -> None:
    if then.day != DAYS[0]:
        return
    with pytest.raises(UnknownArticle, match="was published after 2031-01-20"):
        then.back.article(stories()[-1].article.document_id)
    with pytest.raises(UnknownArticle, match="holds no article"):
        then.back.article("nothing of the kind")
    with pytest.raises(UnknownName, match="up to 2031-01-20"):
        then.back.names("actor", "nobody")
    with pytest.raises(UnknownEvent, match="no tracked event"):
        then.back.event("nothing of the kind")


def test_changes_are_the_same(then: Then) -> None:
    since = then.day - dt.timedelta(days=30)
    for wanted in (EventFilter(), EventFilter(actor="berg")):
        if last_day(then):
            assert then.back.changes(since, wanted) == then.alone.changes(since, wanted)


@pytest.mark.parametrize("ruled", [False, True])
def test_every_day_is_as_if_tracked_from_its_articles(tmp_path: Path, ruled: bool) -> None:
    told = [*stories(), *undated()]
    database = Database(tmp_path / "a.db")
    put_in(database, told)
    database.close()
    with Ledger(tmp_path / "a.db") as ledger:
        if ruled:
            first, second, third = sorted(ledger.entries(), key=lambda e: (-e.reports, e.event_id))[:3]
            who: Any = {"by": "Ada", "why": "x"}
            ledger.rule(Rename(third.event_id, "the third"), **who, made=dt.date(2031, 2, 1))
            ledger.rule(Merge((first.event_id, second.event_id)), **who, made=dt.date(2031, 3, 1))
            reports = ledger.event(third.event_id).reports
            ledger.rule(Split(third.event_id, (reports[-1].source_id,)), **who, made=dt.date(2031, 1, 9))
            ledger.rule(SetOutcome(third.event_id, "open"), **who, made=dt.date(2031, 4, 1))
        for days in range(0, 260, 20):
            day = dt.date(2031, 1, 1) + dt.timedelta(days=days)
            expected = list(track(told, day, ledger.rulings()))
            assert sorted(ledger.events(as_of=day), key=lambda e: e.event_id) == expected, day
            assert sorted(e.event_id for e in ledger.entries(as_of=day)) == [e.event_id for e in expected]


def test_a_ruling_derives_only_what_it_is_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    database = Database(tmp_path / "a.db")
    put_in(database, [*stories(), *undated()])
    database.close()
    written: list[list[str]] = []
    write = derived.write_events

    def note(connection: Connection, events: Sequence[TrackedEvent]) -> None:
        written.append([event.event_id for event in events])
        write(connection, events)

    monkeypatch.setattr(deriving, "write_events", note)
    who: Any = {"by": "Ada", "why": "x"}
    with Ledger(tmp_path / "a.db") as ledger:
        first, second, third = sorted(ledger.entries(), key=lambda e: (-e.reports, e.event_id))[:3]
        ledger.rule(Rename(first.event_id, "the first"), **who)
        ledger.rule(SetOutcome(second.event_id, "occurred"), **who)
        ledger.undo(1, **who)
        assert written == [[first.event_id], [second.event_id], [first.event_id]]
        ledger.rule(Merge((second.event_id, third.event_id)), **who)
        assert len(written[-1]) == 1
        before = rows(tmp_path / "a.db")
        ledger.rebuild()
    assert rows(tmp_path / "a.db") == before


def test_the_latest_words_are_the_same(then: Then) -> None:
    lines = then.alone.sheet(EventFilter(), "all", None, 0, 500).lines
    ids = [line.event_id for line in lines]
    assert then.back.latest(ids) == then.alone.latest(ids)
    assert then.alone.latest(ids) == {i: latest_of(then.alone.event(i)) for i in ids}
