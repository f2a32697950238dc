"""Bad input of every kind is told in one line, and costs nothing else."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from slated.cli.app import run
from slated.cli.options import Settings

GOOD = "The port of Durban will close on May 5, 2023 for repairs, the harbour master said."
NOISE = random.Random(7).randbytes(50_000)


def write(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def read(capsys: pytest.CaptureFixture[str], *paths: Path) -> tuple[int, dict[str, str]]:
    """How many of the paths' documents were read, and the refusals: file or line -> reason."""
    folder = paths[0].parent if paths[0].is_file() else paths[0]
    capsys.readouterr()
    run(["read", *map(str, paths), "--ledger", str(folder / "a.db"), "--json", "--jobs", "1"], Settings())
    seen = capsys.readouterr()
    assert "Traceback" not in seen.err
    summary = json.loads(seen.out)
    return summary["read"], {r["origin"].split("/")[-1]: r["reason"] for r in summary["refused"]}


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.html", "", "empty file"),
        ("a.txt", "", "empty file"),
        ("a.jsonl", "", "empty file"),
        ("a.html", NOISE, "binary"),
        ("a.txt", NOISE, "binary"),
        ("a.xyz", GOOD, "unknown extension"),
        ("a.html", "<html><body><article>" + f"<p>{GOOD}</p>" * 600_000, "larger than the limit"),
        ("a.html", "<div>" * 100_000, "no article text"),
        ("a.jsonl", "not json\n", "not JSON"),
    ],
    ids=lambda value: str(value)[:12],
)
def test_what_is_no_page_is_refused_with_a_reason_and_the_rest_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes | str, reason: str
) -> None:
    write(tmp_path, name, content)
    write(tmp_path, "good.txt", GOOD)
    count, refused = read(capsys, tmp_path)
    assert count == 1
    assert len(refused) == 1
    told = next(iter(refused.values()))
    assert reason in told
    assert not told.startswith(str(tmp_path))


def test_a_bad_line_in_the_middle_costs_that_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [json.dumps({"id": str(n), "text": f"{GOOD} Berth {n} stays open."}) for n in range(3)]
    lines.insert(1, '{"id": "torn", "te')
    assert read(capsys, write(tmp_path, "a.jsonl", "\n".join(lines))) == (3, {"a.jsonl, line 2": "not JSON"})


@pytest.mark.parametrize(
    "content",
    [
        GOOD.encode() + b" The m\xe9tro of Lyon \xff\xfe\xc3\x28 will close too.",
        GOOD.encode("utf-16"),
        b"\xef\xbb\xbf" + GOOD.encode(),
    ],
)
def test_broken_and_other_encodings_are_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    assert read(capsys, write(tmp_path, "a.txt", content)) == (1, {})


def test_letters_that_no_encoding_has_are_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = json.dumps({"id": "a", "text": f"{GOOD} \ud800 and \x00 and \U0001f642."})
    count, refused = read(capsys, write(tmp_path, "a.jsonl", line))
    assert count + len(refused) == 1
    assert run(["events", "--ledger", str(tmp_path / "a.db"), "--json"], Settings()) == 0


def test_a_folder_without_rights_costs_that_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "locked").mkdir()
    write(tmp_path, "good.txt", GOOD)
    listed = Path.iterdir

    def refuse(path: Path) -> object:  # rights do not hold for everyone who runs tests
        if path.name == "locked":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert read(capsys, tmp_path) == (1, {"locked": "no right to read it"})


def test_a_very_long_word_takes_no_long_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    count, refused = read(capsys, write(tmp_path, "a.txt", GOOD + " " + "a" * 1_000_000))
    assert count + len(refused) == 1


def test_the_ledger_among_the_pages_is_no_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, "good.txt", GOOD)
    assert read(capsys, tmp_path) == (1, {})
    assert read(capsys, tmp_path) == (0, {})
