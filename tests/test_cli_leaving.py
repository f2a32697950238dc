"""The record as files, from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import icalendar
import pytest
from jsonschema import Draft202012Validator

from slated.cli.app import run
from slated.cli.options import Settings
from tests.ledger.pages import write_pages

Told = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled")
    assert slated("read", write_pages(folder / "p.jsonl"), "--ledger", folder / "a.db") == 0
    return folder / "a.db"


def slated(*arguments: object) -> int:
    return run([str(argument) for argument in arguments], Settings())


def test_a_report_a_calendar_and_the_schema(filled: Path, tmp_path: Path, capsys: Told) -> None:
    files = {name: tmp_path / name for name in ("r.html", "c.ics", "s.json")}
    options = ("--report", files["r.html"], "--calendar", files["c.ics"], "--schema", files["s.json"])
    assert slated("export", "--ledger", filled, *options) == 0
    told = capsys.readouterr().out.splitlines()
    assert len(told) == 3
    entries = icalendar.Calendar.from_ical(files["c.ics"].read_bytes()).walk("VEVENT")
    assert told[1].startswith(f"{len(entries)} event")
    assert files["r.html"].read_text("utf-8").count("<article") == int(told[0].split()[0])
    slated("events", "--ledger", filled, "--json")
    schema = json.loads(files["s.json"].read_text("utf-8"))
    Draft202012Validator(schema).validate(json.loads(capsys.readouterr().out))


def test_one_event_alone(filled: Path, tmp_path: Path, capsys: Told) -> None:
    options = ("--report", tmp_path / "r.html", "--calendar", tmp_path / "c.ics")
    assert slated("export", "--ledger", filled, "--event", "strike", *options) == 0
    assert "1 event written" in capsys.readouterr().out
    assert (tmp_path / "c.ics").read_bytes().count(b"BEGIN:VEVENT") == 1


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        ((), 2, "say what to write"),
        (("--parquet",), 2, "say what to write"),
        (("--report", "none/r.html"), 1, "cannot be written"),
        (("--calendar", "none/c.ics"), 1, "cannot be written"),
        (("--report", "r.html", "--event", "nothing-0000"), 1, "nothing-0000"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    filled: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Told,
    options: tuple[str, ...],
    code: int,
    words: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert slated("export", "--ledger", filled, *options) == code
    error = capsys.readouterr().err
    assert words in error
    assert error.count("\n") == 1


def test_serving_needs_a_ledger_and_a_free_address(tmp_path: Path, filled: Path, capsys: Told) -> None:
    assert slated("serve", "--ledger", tmp_path / "none.db") == 1
    assert "there is no ledger" in capsys.readouterr().err
    assert slated("serve", "--ledger", filled, "--host", "203.0.113.7", "--port", "1") == 2
    assert "cannot be had" in capsys.readouterr().err
