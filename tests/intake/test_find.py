from __future__ import annotations

import gzip
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from slated.intake import PAGE_LIMIT, Refusal, find_captures
from slated.model import Capture

PAGE = "<html><body><p>The council meets on Monday.</p></body></html>"


def captures_in(found: list[Capture | Refusal]) -> list[Capture]:
    return [one for one in found if isinstance(one, Capture)]


def refusals_in(found: list[Capture | Refusal]) -> list[Refusal]:
    return [one for one in found if isinstance(one, Refusal)]


def found_in(*paths: Path | str) -> list[Capture | Refusal]:
    return list(find_captures([str(path) for path in paths]))


@pytest.mark.parametrize(
    ("name", "kind", "stem"),
    [
        ("a.html", "html", "a"),
        ("b.HTM", "html", "b"),
        ("c.txt", "crawl", "c"),
        ("d.e.md", "crawl", "d.e"),
        ("f.html.gz", "html", "f"),
    ],
)
def test_a_file_is_one_capture_named_by_its_stem(tmp_path: Path, name: str, kind: str, stem: str) -> None:
    content = gzip.compress(PAGE.encode()) if name.endswith(".gz") else PAGE.encode()
    (tmp_path / name).write_bytes(content)
    (capture,) = captures_in(found_in(tmp_path / name))
    assert (capture.kind, capture.source_id, capture.content) == (kind, stem, PAGE)
    assert capture.origin == str(tmp_path / name)


def test_a_folder_is_read_with_all_below_it_in_sorted_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("c.txt", "b/z.txt", "b/a.txt", "a.txt", ".git/x.txt", "notes.docx"):
        (tmp_path / name).write_text("Some words.", "utf-8")
    found = found_in(tmp_path)
    assert [capture.source_id for capture in captures_in(found)] == ["a", "a", "z", "c"]
    (refusal,) = refusals_in(found)
    assert refusal.origin.endswith("notes.docx")
    assert "unknown extension '.docx'" in refusal.reason


def test_nothing_is_read_before_its_turn(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One.", "utf-8")
    found = find_captures([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])
    assert isinstance(next(found), Capture)
    (tmp_path / "b.txt").write_text("Two.", "utf-8")
    assert isinstance(next(found), Capture)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.html", b"", "empty file"),
        ("blank.txt", b" \n\n", "empty file"),
        ("empty.jsonl", b"\n", "empty file"),
        ("empty.xml", b"", "empty file"),
        ("empty.warc", b"", "empty file"),
        ("image.html", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "binary, not a page"),
        ("paper.txt", b"%PDF-1.7\n1 0 obj", "binary, not a page"),
        ("sheet.xls", b"abc", "unknown extension '.xls'"),
        (
            "cut.txt.gz",
            gzip.compress(os.urandom(9000).hex().encode())[:-400],
            "the compressed file breaks off",
        ),
        ("bad.jsonl.gz", b"\x1f\x8b\x08 rubbish rubbish", "the compressed file is damaged"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(content)
    refusals = refusals_in(found_in(tmp_path / name))
    assert any(reason in refusal.reason for refusal in refusals), refusals
    assert all("\n" not in str(refusal) and refusal.origin.startswith(str(tmp_path)) for refusal in refusals)


def test_a_missing_path_is_refused_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One.", "utf-8")
    found = found_in(tmp_path / "nowhere", "bad\0name", tmp_path / "a.txt")
    assert isinstance(found[0], Refusal) and found[0].reason == "no such file or folder"
    assert isinstance(found[1], Refusal)
    assert isinstance(found[2], Capture)


def test_a_page_of_50_megabytes_is_refused_without_being_held(tmp_path: Path) -> None:
    with (tmp_path / "big.html").open("wb") as big:
        big.truncate(50 * 2**20)
    (refusal,) = refusals_in(found_in(tmp_path / "big.html"))
    assert refusal.reason == f"larger than the limit of {PAGE_LIMIT // 2**20} MB for one document"


def test_a_small_file_that_unpacks_to_much_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bomb.txt.gz").write_bytes(gzip.compress(b"a" * (PAGE_LIMIT + 1)))
    (refusal,) = refusals_in(found_in(tmp_path / "bomb.txt.gz"))
    assert "larger than the limit" in refusal.reason


def test_a_folder_without_rights_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    locked = tmp_path / "locked"
    locked.mkdir()
    (tmp_path / "z.txt").write_text("Last.", "utf-8")

    def no_entry(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    original = Path.iterdir
    monkeypatch.setattr(Path, "iterdir", lambda path: no_entry(path) if path == locked else original(path))
    found = found_in(tmp_path)
    assert refusals_in(found) == [Refusal(str(locked), "no right to read it")]
    assert len(captures_in(found)) == 1


def test_a_pipe_in_a_folder_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert refusals_in(found_in(tmp_path)) == [Refusal(str(tmp_path / "pipe.txt"), "not a regular file")]


def test_links_do_not_lead_round_in_circles(tmp_path: Path) -> None:
    (tmp_path / "up").symlink_to(tmp_path)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    assert [refusal.reason for refusal in refusals_in(found_in(tmp_path))] == [
        "no such file",
        "a link to a folder, not followed",
    ]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b'{"text": "Clean words."}\n', "text"),
        (b"<!doctype html><p>Words.", "html"),
        (b"A headline\n\nWords.", "crawl"),
        (
            b"<?xml version='1.0'?><rss><channel><item><description>A</description></item></channel></rss>",
            "html",
        ),
        (gzip.compress(b"A headline\n\nWords."), "crawl"),
    ],
)
def test_standard_input_is_told_by_its_first_characters(content: bytes, kind: str) -> None:
    (capture,) = captures_in(list(find_captures(["-"], io.BytesIO(content))))
    assert capture.kind == kind
    assert capture.source_id.startswith("stdin")


def test_no_standard_input_is_said() -> None:
    assert list(find_captures(["-"], None)) == [Refusal("-", "no standard input")]


def test_importing_intake_loads_no_reader() -> None:
    heavy = "'feedparser', 'fastwarc', 'charset_normalizer', 'lxml'"
    code = f"import sys, slated.intake; print([name for name in ({heavy}) if name in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"
