from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from slated.cli.app import run
from slated.cli.options import Settings
from tests.ledger.pages import PAGES, write_pages

Told = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled")
    assert (
        run(["read", str(write_pages(folder / "p.jsonl")), "--ledger", str(folder / "a.db")], Settings()) == 0
    )
    return folder / "a.db"


def slated(*arguments: object) -> int:
    return run([str(argument) for argument in arguments], Settings())


def fails(told: Told, code: int, *arguments: object) -> str:
    """The one line on standard error of a command that fails with this exit code."""
    told.readouterr()
    assert slated(*arguments) == code
    seen = told.readouterr()
    assert seen.out == ""
    assert seen.err.count("\n") == 1
    assert seen.err.startswith("slated: ")
    assert "Traceback" not in seen.err
    return seen.err


def test_reading_tells_what_was_read(tmp_path: Path, capsys: Told) -> None:
    pages = write_pages(tmp_path / "p.jsonl")
    assert slated("read", pages, tmp_path / "none.html", "--ledger", tmp_path / "a.db") == 1
    first = capsys.readouterr().out
    assert first.startswith("4 documents read, 1 not read\n")
    assert f"not read: {tmp_path / 'none.html'}: " in first
    assert slated("read", pages, "--ledger", tmp_path / "a.db") == 0
    assert capsys.readouterr().out.startswith("0 documents read, 4 already known, 0 not read\n")
    assert slated("read", pages, "--ledger", tmp_path / "a.db", "--json") == 0
    assert json.loads(capsys.readouterr().out)["known"] == 4


def test_reading_nothing_readable_fails(tmp_path: Path, capsys: Told) -> None:
    assert slated("read", tmp_path / "none.html", "--ledger", tmp_path / "a.db") == 1
    assert "none.html" in capsys.readouterr().out


def test_events_as_json_hold_the_contract(filled: Path, capsys: Told) -> None:
    assert slated("events", "--ledger", filled, "--json") == 0
    events: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    assert events
    keys = "id title event_class participants status window places outcome first_reported last_reported"
    assert set(events[0]) == {*keys.split(), "reports", "revisions", "contradictions", "rulings"}
    keys = "source_id document_id published outlet url status window previous places sources hedge"
    assert set(events[0]["reports"][0]) == {*keys.split(), "condition", "evidence", "origin"}


def test_events_as_a_table_fit_eighty_columns_without_colour(filled: Path, capsys: Told) -> None:
    assert slated("events", "--ledger", filled) == 0
    out = capsys.readouterr().out
    assert "2023-05-09" in out
    assert all(len(line) <= 80 for line in out.splitlines())
    assert "\x1b" not in out


def test_filters_restrict_what_is_listed(filled: Path, capsys: Told) -> None:
    def ids(*arguments: str) -> set[str]:
        assert slated("events", "--ledger", filled, "--json", *arguments) == 0
        return {event["id"] for event in json.loads(capsys.readouterr().out)}

    everything = ids()
    strike = ids("--text", "strike")
    assert strike and strike < everything
    assert ids("--from", "2023-04-01", "--to", "2023-04-03") <= everything
    assert ids("--status", "occurred") | ids("--status", "lapsed", "--status", "scheduled") <= everything
    assert ids("--class", "no-such-class") == set()
    assert ids("--as-of", "2023-02-01") == set()
    assert ids("--place", "Atlantis") == ids("--actor", "Nobody At All") == set()


def test_nothing_found_is_said(filled: Path, capsys: Told) -> None:
    assert slated("events", "--ledger", filled, "--text", "no such words") == 0
    assert capsys.readouterr().out == "no tracked events\n"


def test_an_event_is_shown_with_its_words_and_its_chart(filled: Path, capsys: Told) -> None:
    assert slated("events", "--ledger", filled, "--json", "--text", "summit") == 0
    event = json.loads(capsys.readouterr().out)[0]
    assert slated("show", event["id"][:6], "--ledger", filled) == 0
    out = capsys.readouterr().out
    assert event["title"] in out
    assert "day of report" in out
    assert PAGES[0][3] in " ".join(out.split())
    assert all(len(line) <= 80 for line in out.splitlines())
    assert slated("show", event["id"], "--ledger", filled, "--json") == 0
    assert json.loads(capsys.readouterr().out) == event


def test_extract_prints_a_line_a_document_in_their_order(tmp_path: Path, capsys: Told) -> None:
    assert slated("extract", write_pages(tmp_path / "p.jsonl"), "--json") == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["source_id"] for line in lines] == ["a1", "a2", "a3", "a4"]
    keys = "source_id document_id url outlet title language dct text timexes statements mentions"
    assert set(lines[0]) == set(keys.split())
    for line in lines:
        for timex in line["timexes"]:
            words = line["title"] if timex.get("in") == "title" else line["text"]
            assert words[timex["start"] : timex["end"]] == timex["text"]


def test_extract_goes_past_what_cannot_be_read(tmp_path: Path, capsys: Told) -> None:
    pages = write_pages(tmp_path / "p.jsonl")
    assert slated("extract", tmp_path / "none.html", pages) == 1
    seen = capsys.readouterr()
    assert len(seen.out.splitlines()) == 4
    assert "none.html" in seen.err
    assert slated("extract", tmp_path / "none.html") == 1


def test_export_writes_every_table_twice(filled: Path, tmp_path: Path, capsys: Told) -> None:
    assert slated("export", tmp_path / "out", "--ledger", filled) == 0
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert {"articles.csv", "articles.jsonl", "tracked_events.csv", "reports.jsonl"} <= names
    assert len((tmp_path / "out" / "articles.jsonl").read_text().splitlines()) == 4


def test_a_longer_grace_is_kept_and_lets_events_lapse_later(tmp_path: Path, capsys: Told) -> None:
    ledger = tmp_path / "a.db"
    slated("read", write_pages(tmp_path / "p.jsonl"), "--ledger", ledger)

    def lapsed(*more: object) -> bool:
        capsys.readouterr()
        assert slated("events", "--text", "strike", "--status", "lapsed", "--ledger", ledger, *more) == 0
        return capsys.readouterr().out != "no tracked events\n"

    assert lapsed()
    assert not lapsed("--as-of", "2023-04-16")
    assert slated("rebuild", "--grace", 60, "--ledger", ledger) == 0
    assert not lapsed()
    assert slated("rebuild", "--ledger", ledger) == 0
    assert not lapsed()
    assert slated("rebuild", "--grace", 0, "--ledger", ledger) == 0
    assert lapsed("--as-of", "2023-04-16")


def test_rebuilding_tells_how_many(filled: Path, capsys: Told) -> None:
    assert slated("rebuild", "--ledger", filled, "--json") == 0
    assert json.loads(capsys.readouterr().out)["events"] > 0


def test_the_demonstration_shows_events_and_a_chart(tmp_path: Path, capsys: Told) -> None:
    assert slated("demo", "--ledger", tmp_path / "demo.db") == 0
    out = capsys.readouterr().out
    assert "sample pages read" in out
    assert "day of report" in out
    assert (tmp_path / "demo.db").exists()
    assert slated("demo", "--json") == 0
    assert len(json.loads(capsys.readouterr().out)) > 3


def test_changes_tell_what_is_new_and_what_moved(filled: Path, capsys: Told) -> None:
    assert slated("changes", "--since", "2023-03-10", "--ledger", filled, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert {c["kind"] for c in told} >= {"new", "moved", "lapsed"}
    (moved,) = [c for c in told if c["kind"] == "moved"]
    assert (moved["from"], moved["to"], moved["move"], moved["days"]) == (
        "2023-04-05",
        "2023-05-09",
        "later",
        34,
    )
    assert slated("changes", "--since", "2023-03-10", "--ledger", filled) == 0
    out = capsys.readouterr().out
    assert "34 days later" in out
    assert all(len(line) <= 80 for line in out.splitlines())
    assert slated("changes", "--since", "2023-03-10", "--as-of", "2023-03-12", "--ledger", filled) == 0
    assert "lapsed" not in capsys.readouterr().out
    assert slated("changes", "--since", "2024-01-01", "--ledger", filled) == 0
    assert capsys.readouterr().out == "nothing changed\n"


def test_a_ruling_is_made_shown_listed_and_undone(tmp_path: Path, capsys: Told) -> None:
    ledger = ["--ledger", tmp_path / "a.db"]
    pages = write_pages(tmp_path / "p.jsonl")
    assert slated("read", pages, *ledger) == 0
    who = ["--by", "Ada", "--why", "the union's own word"]
    assert slated("rule", "rename", "strike", "Durban dock strike", *who, *ledger) == 0
    assert slated("rule", "outcome", "durban dock", "occurred", "--when", "2023-04-02", *who, *ledger) == 0
    capsys.readouterr()
    assert slated("show", "durban dock strike", *ledger) == 0
    shown = capsys.readouterr().out
    assert "✓ occurred; 2023-04-02" in shown
    assert "is called “Durban dock strike”" in " ".join(shown.split())
    assert slated("rule", "undo", 2, "--by", "Bo", "--why", "wrong strike", *ledger, "--json") == 0
    assert json.loads(capsys.readouterr().out)["undone"] == {"by": "Bo", "why": "wrong strike"}
    assert slated("rule", "list", *ledger) == 0
    listed = capsys.readouterr().out.splitlines()
    assert listed[1] == "   Ada on 2023-05-10: the union's own word"
    assert listed[-1] == "   undone by Bo: wrong strike"
    assert slated("rule", "list", *ledger, "--json") == 0
    assert [r["kind"] for r in json.loads(capsys.readouterr().out)] == ["rename", "outcome"]


def test_a_ruling_that_makes_no_sense_is_told(filled: Path, capsys: Told) -> None:
    who = ["--by", "Ada", "--why", "x", "--ledger", filled]
    assert "'won' is none of occurred" in fails(capsys, 2, "rule", "outcome", "strike", "won", *who)
    assert "two events" in fails(capsys, 1, "rule", "merge", "strike", "strike", *who)
    assert "has no report 'zz'" in fails(capsys, 1, "rule", "reject", "strike", "--report", "zz", *who)
    assert "no ruling number 7" in fails(capsys, 1, "rule", "undo", "7", *who)
    assert "not ordered" in fails(
        capsys, 2, "rule", "outcome", "strike", "occurred", "--when", "2023-05-02..2023-05-01", *who
    )
    assert "--by" in fails(capsys, 2, "rule", "rename", "strike", "X", "--why", "x", "--ledger", filled)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["events", "--as-of", "2019-02-30"], "'2019-02-30' is no day"),
        (["events", "--as-of", "soon"], "'soon' is no day"),
        (["show", "x", "--as-of", "20190101"], "write it as YYYY-MM-DD"),
        (["events", "--from", "2019-02-02", "--to", "2019-01-01"], "is after"),
        (["changes", "--since", "2019-02-02", "--as-of", "2019-01-01"], "is after"),
        (["changes"], "--since"),
        (["rebuild", "--grace", "-3"], "--grace"),
        (["events", "--status", "perhaps"], "'perhaps' is none of proposed"),
        (["events", "--no-such-option"], "No such option"),
        (["no-such-command"], "No such command"),
        (["show"], "Missing argument"),
        (["read", "x", "--jobs", "0"], "--jobs"),
    ],
)
def test_what_makes_no_sense_is_told(filled: Path, capsys: Told, arguments: list[str], told: str) -> None:
    ledger = [] if arguments[0].startswith("no-") else ["--ledger", str(filled)]
    assert told in fails(capsys, 2, *arguments, *ledger)


@pytest.mark.parametrize("arguments", [[], ["rule"]])
def test_asked_nothing_it_tells_what_can_be_asked(capsys: Told, arguments: list[str]) -> None:
    assert slated(*arguments) == 2
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].startswith(" ".join(["Usage: slated", *arguments]))
    assert len(lines) > 8


def test_an_unknown_event_is_told(filled: Path, capsys: Told) -> None:
    assert "no tracked event is called 'zzz'" in fails(capsys, 1, "show", "zzz", "--ledger", filled)


@pytest.mark.parametrize("command", [["events"], ["show", "x"], ["rebuild"], ["export", "out"]])
def test_a_missing_ledger_is_told(tmp_path: Path, capsys: Told, command: list[str]) -> None:
    assert "there is no ledger at" in fails(capsys, 1, *command, "--ledger", tmp_path / "no.db")


def test_a_file_that_is_no_ledger_is_told(tmp_path: Path, capsys: Told) -> None:
    path = tmp_path / "a.db"
    path.write_text("words")
    pages = write_pages(tmp_path / "p.jsonl")
    assert "not a slated ledger" in fails(capsys, 1, "events", "--ledger", path)
    assert "not a slated ledger" in fails(capsys, 1, "read", pages, "--ledger", path)
    assert path.read_text() == "words"


def test_a_newer_ledger_is_told(tmp_path: Path, capsys: Told) -> None:
    slated("read", write_pages(tmp_path / "p.jsonl"), "--ledger", tmp_path / "a.db")
    connection = sqlite3.connect(tmp_path / "a.db")
    connection.execute("insert into migrations values (99, '100_future')")
    connection.commit()
    connection.close()
    assert "newer slated" in fails(capsys, 1, "events", "--ledger", tmp_path / "a.db")


def test_a_place_that_cannot_be_written_is_told(filled: Path, tmp_path: Path, capsys: Told) -> None:
    (tmp_path / "file").touch()
    assert "cannot be written" in fails(capsys, 1, "export", tmp_path / "file" / "x", "--ledger", filled)
    assert "does not exist" in fails(capsys, 1, "read", "x", "--ledger", tmp_path / "none" / "a.db")


def test_an_unexpected_error_is_one_line_unless_asked(
    filled: Path, capsys: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trip(*_: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr("slated.ledger.asking.entries", trip)
    told = fails(capsys, 1, "events", "--ledger", filled)
    assert told == "slated: unexpected ZeroDivisionError: oops (slated --debug shows where)\n"
    with pytest.raises(ZeroDivisionError):
        slated("--debug", "events", "--ledger", filled)


def test_a_full_disk_is_told(filled: Path, capsys: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("slated.outputs.tables._write", full)
    assert "No space left" in fails(capsys, 1, "export", filled.parent / "out", "--ledger", filled)


def start(*arguments: object, **more: Any) -> subprocess.Popen[str]:
    # what a shell runs in the background ignores Ctrl-C, and so would what it starts
    heeding = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    code = f"{heeding}; import sys; from slated.cli import main; main(sys.argv[1:])"
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **more,
    )


def many_pages(path: Path, number: int) -> Path:
    pages = [
        (
            f"p{n}",
            f"2023-03-{n % 28 + 1:02}",
            f"Summit {n}",
            f"{PAGES[0][3]} Port {n} will close on May {n % 28 + 1}.",
        )
        for n in range(number)
    ]
    return write_pages(path, pages)


@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_leaves_a_whole_ledger_and_says_so(tmp_path: Path, jobs: int) -> None:
    ledger = tmp_path / "a.db"
    pages = many_pages(tmp_path / "p.jsonl", 3000)
    reading = start("read", pages, "--ledger", ledger, "--jobs", jobs, start_new_session=True)
    while _articles(ledger) == 0:
        time.sleep(0.1)
        assert reading.poll() is None
    os.killpg(reading.pid, signal.SIGINT)
    _, err = reading.communicate(timeout=60)
    assert reading.returncode == 130
    assert err == "slated: stopped; what was read so far is kept\n"
    assert 0 < _articles(ledger) < 3000
    assert run(["events", "--ledger", str(ledger), "--as-of", "2023-03-01"], Settings()) == 0


def test_a_reader_that_goes_away_is_no_error(filled: Path) -> None:
    done = start("events", "--json", "--ledger", filled)
    assert done.stdout
    done.stdout.close()
    assert done.stderr
    assert done.stderr.read() == ""
    done.wait(60)
    done.stderr.close()


@pytest.mark.parametrize("arguments", [["demo"], ["demo", "--json"]])
def test_a_terminal_that_knows_only_ascii_gets_ascii(arguments: list[str]) -> None:
    asked = start(*arguments, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    out, err = asked.communicate(timeout=300)
    assert (asked.returncode, err) == (0, "")
    assert out.isascii()
    assert "--json" not in arguments or json.loads(out)


def _articles(ledger: Path) -> int:
    if not ledger.exists():
        return 0
    connection = sqlite3.connect(ledger)
    try:
        found: int = connection.execute("select count(*) from articles").fetchone()[0]
    except sqlite3.OperationalError:  # not yet made
        found = 0
    finally:
        connection.close()
    return found
