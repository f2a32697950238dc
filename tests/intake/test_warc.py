from __future__ import annotations

import datetime as dt
import gzip
from pathlib import Path

import pytest

from slated.intake import PAGE_LIMIT, Refusal, find_captures
from slated.model import Capture


def record(number: int, page: bytes, headers: bytes = b"", status: bytes = b"200 OK") -> bytes:
    response = b"HTTP/1.1 %s\r\nContent-Type: text/html; charset=iso-8859-1\r\n%s\r\n%s" % (
        status,
        headers,
        page,
    )
    return (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:%032d>\r\n"
        b"WARC-Target-URI: https://example.org/%d\r\nWARC-Date: 2019-01-11T10:00:00Z\r\n"
        b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
    ) % (number, number, len(response), response)


PAGES = [record(n, b"<p>Page %d, caf\xe9.</p>" % n) for n in range(3)]


def read(folder: Path, content: bytes, name: str = "crawl.warc") -> tuple[list[Capture], list[Refusal]]:
    path = folder / name
    path.write_bytes(content)
    found = list(find_captures([str(path)]))
    captures = [one for one in found if isinstance(one, Capture)]
    return captures, [one for one in found if isinstance(one, Refusal)]


@pytest.mark.parametrize("packed", [False, True])
def test_every_page_is_a_capture(tmp_path: Path, packed: bool) -> None:
    content = b"".join(gzip.compress(page) if packed else page for page in PAGES)
    captures, refusals = read(tmp_path, content, "crawl.warc.gz" if packed else "crawl.warc")
    assert refusals == []
    assert [capture.source_id for capture in captures] == ["crawl:1", "crawl:2", "crawl:3"]
    assert captures[2].content == "<p>Page 2, café.</p>"
    assert captures[2].url == "https://example.org/2"
    assert captures[2].captured == dt.date(2019, 1, 11)


def test_what_is_no_page_is_passed_over(tmp_path: Path) -> None:
    captures, refusals = read(tmp_path, record(1, b"Gone", status=b"404 Not Found") + PAGES[0])
    assert (len(captures), refusals) == (1, [])


def test_packed_and_chunked_pages_are_unpacked(tmp_path: Path) -> None:
    packed = record(1, gzip.compress(b"<p>Packed</p>"), b"Content-Encoding: gzip\r\n")
    chunked = record(
        2, b"4\r\n<p>C\r\n8\r\nhunks</p\r\n1\r\n>\r\n0\r\n\r\n", b"Transfer-Encoding: chunked\r\n"
    )
    captures, refusals = read(tmp_path, packed + chunked)
    assert ([capture.content for capture in captures], refusals) == (["<p>Packed</p>", "<p>Chunks</p>"], [])


def test_a_page_that_cannot_be_unpacked_does_not_stop_the_others(tmp_path: Path) -> None:
    bad = record(1, b"no gzip at all", b"Content-Encoding: gzip\r\n")
    bomb = record(2, gzip.compress(b"a" * (PAGE_LIMIT + 1)), b"Content-Encoding: gzip\r\n")
    captures, refusals = read(tmp_path, bad + bomb + PAGES[0])
    assert len(captures) == 1
    assert [refusal.origin.rsplit(", ")[1] for refusal in refusals] == ["record 1", "record 2"]
    assert refusals[0].reason.startswith("response cannot be unpacked")
    assert "larger than the limit" in refusals[1].reason


@pytest.mark.parametrize(
    "kept", [len(PAGES[0]) + 40, len(PAGES[0]) + 300, len(PAGES[0]) + len(PAGES[1]) - 10]
)
def test_a_file_that_breaks_off_is_told(tmp_path: Path, kept: int) -> None:
    captures, refusals = read(tmp_path, b"".join(PAGES)[:kept])
    assert len(captures) == 1
    assert [refusal.reason for refusal in refusals] == ["the file breaks off here"]


@pytest.mark.parametrize("cut", [3, 40, 150])
def test_a_packed_file_that_breaks_off_is_told(tmp_path: Path, cut: int) -> None:
    packed = [gzip.compress(page) for page in PAGES]
    captures, refusals = read(tmp_path, b"".join(packed)[: len(packed[0]) + cut], "crawl.warc.gz")
    assert len(captures) == 1
    assert "the compressed file breaks off" in [refusal.reason for refusal in refusals]


def test_rubbish_is_told_where_it_starts(tmp_path: Path) -> None:
    captures, refusals = read(tmp_path, PAGES[0] + b"rubbish\r\n\r\n" + PAGES[1])
    assert len(captures) == 1
    assert refusals[0].origin.endswith("record 2")
    assert refusals[0].reason.startswith("not WARC from here on")
