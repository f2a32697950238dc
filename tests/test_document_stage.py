from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import slated.document_stage as stage
from slated.errors import BadDocument
from slated.intake import Refusal
from slated.model import Capture

TEXT = "The port of Durban will close on May 5 for repairs, the harbour master said on Monday."


def capture(text: str = TEXT, name: str = "a") -> Capture:
    return Capture(f"{name}.txt", name, "text", text, published=dt.date(2023, 4, 1))


def test_a_capture_becomes_an_article_and_its_reading() -> None:
    read = stage.read_capture(capture())
    assert read.article.text == TEXT
    assert read.reading.document_id == read.article.document_id
    assert [timex.window for timex in read.reading.timexes if timex.value == "2023-05-05"]


def test_reading_twice_gives_the_same() -> None:
    assert stage.read_capture(capture()) == stage.read_capture(capture())


def test_a_document_without_text_is_refused() -> None:
    result = stage.try_capture(capture(""))
    assert isinstance(result, Refusal)
    assert result.origin == "a.txt"
    assert result.reason


def test_a_refusal_is_passed_on() -> None:
    refusal = Refusal("x", "no such file")
    assert stage.try_capture(refusal) is refusal


def test_what_trips_the_program_costs_one_document(monkeypatch: pytest.MonkeyPatch) -> None:
    def trip(given: Capture) -> stage.ReadArticle:
        raise ZeroDivisionError("of\ntwo lines")

    monkeypatch.setattr(stage, "read_capture", trip)
    assert stage.try_capture(capture()) == Refusal("a.txt", "cannot be read: ZeroDivisionError: of two lines")


def test_extract_gives_readings_in_order_and_tells_refusals(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(f"Port to close\n\nPosted on : 2023-04-01\n\n{TEXT}\n")
    told: list[Refusal] = []
    found = list(stage.extract([capture(name="a"), tmp_path / "none.txt", page], jobs=1, refused=told.append))
    assert [read.article.source_id for read in found] == ["a", "page"]
    assert [refusal.origin for refusal in told] == [str(tmp_path / "none.txt")]


def test_extract_raises_where_nobody_listens_to_refusals(tmp_path: Path) -> None:
    with pytest.raises(BadDocument, match=r"none\.txt"):
        list(stage.extract(tmp_path / "none.txt", jobs=1))


def test_workers_give_what_one_core_gives() -> None:
    captures = [capture(f"{TEXT} Berth {n} stays open until June {n % 28 + 1}.", str(n)) for n in range(40)]
    assert list(stage.read_all(captures, jobs=2)) == list(stage.read_all(captures, jobs=1))


def test_a_text_is_read_as_of_its_day() -> None:
    read = stage.read_text(TEXT, dt.date(2023, 4, 1), "Port to close")
    assert read.article.title == "Port to close"
    assert read.article.creation_time.day == dt.date(2023, 4, 1)


def test_versions_are_digests_of_code() -> None:
    assert len(stage.reader_version()) == len(stage.tracker_version()) == 16
    assert stage.reader_version() != stage.tracker_version()


def test_the_worker_that_died_is_told() -> None:
    assert stage.give_up(capture()).origin == "a.txt"
