from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from slated.document_stage import ReadArticle
from slated.ledger.codec import Words
from slated.ledger.database import Database
from slated.ledger.derived import derived_by, load_events, mark_derived, replace_events, titles
from slated.ledger.facts import CaptureRecord, all_documents, keep, load
from slated.model import Article, Block, CreationTime, Reading, Report, TrackedEvent
from tests.ledger.conftest import TEXT, TITLE

DAY = dt.date(2023, 4, 1)
GIVEN = CreationTime(DAY, DAY, "given", "2023-04-01")
ARTICLE = Article(
    "d1",
    "s1",
    "https://example.org/1",
    "Paper",
    TITLE,
    "A. Writer",
    "en",
    TEXT,
    GIVEN,
    (Block(0, 54, "paragraph"),),
)


@st.composite
def events(draw: st.DrawFn) -> TrackedEvent:
    bare = replace(draw(st.from_type(TrackedEvent)), reports=(), places=())
    reports = draw(st.lists(st.from_type(Report), min_size=1, max_size=2))
    ours = tuple(
        replace(r, source_id="s1", document_id="d1", url=ARTICLE.url, outlet="Paper") for r in reports
    )
    rulings = tuple(replace(ruling, anchors=()) for ruling in bare.rulings)
    return replace(bare, reports=ours, places=ours[-1].places, rulings=rulings)


@settings(max_examples=15, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.lists(events(), max_size=2, unique_by=lambda event: event.event_id))
def test_events_read_back_as_they_were_written(found: list[TrackedEvent]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(folder) / "a.db")
        with database.writing() as connection:
            keep(
                connection,
                [(CaptureRecord("c", "o", "text", None), ReadArticle(ARTICLE, Reading("d1")))],
                "r1",
            )
            replace_events(connection, found)
            replace_events(connection, found)
        with database.reading() as connection:
            loaded = load_events(connection)
            assert sorted(loaded, key=lambda e: e.event_id) == sorted(found, key=lambda e: e.event_id)
            assert titles(connection) == sorted((e.event_id, e.title) for e in found)
            assert [load_events(connection, [e.event_id])[0] for e in found] == found
        database.close()


@settings(max_examples=25, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.from_type(Reading))
def test_articles_read_back_as_they_were_written(reading: Reading) -> None:
    import tempfile

    read = ReadArticle(ARTICLE, replace(reading, document_id="d1"))
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(folder) / "a.db")
        with database.writing() as connection:
            keep(connection, [(CaptureRecord("c", "o", "text", None), read)], "r1")
        with database.reading() as connection:
            assert list(load(connection, all_documents())) == [read]
        database.close()


def test_a_ledger_notes_which_tracker_its_events_are_by(tmp_path: Path) -> None:
    database = Database(tmp_path / "a.db")
    with database.writing() as connection:
        assert derived_by(connection) is None
        mark_derived(connection, "t1")
        assert derived_by(connection) == "t1"
        mark_derived(connection, None)
        assert derived_by(connection) is None
    database.close()


def test_words_are_cut_and_not_kept_twice(tmp_path: Path) -> None:
    assert Words(TEXT, TITLE).span(0, 3, "text").text == "The"
