from __future__ import annotations

import datetime as dt
import io
import json

import pytest

from slated.intake.jsonl import read_jsonl
from slated.intake.limits import PAGE_LIMIT
from slated.intake.refusal import Refusal
from slated.model import Capture


def read(*lines: str | bytes) -> list[Capture | Refusal]:
    content = b"\n".join(line.encode() if isinstance(line, str) else line for line in lines)
    return list(read_jsonl(io.BytesIO(content), "news.jsonl", "news"))


def test_a_line_gives_a_capture_with_all_that_it_says() -> None:
    line = {
        "id": 17,
        "text": "  Kept \n as it is. ",
        "url": "https://example.org/a",
        "title": " A  title ",
        "published": "2018-03-06T22:10:00-05:00",
        "outlet": "The Example",
        "language": "en",
    }
    assert read(json.dumps(line)) == [
        Capture(
            "news.jsonl, line 1",
            "17",
            "text",
            "  Kept \n as it is. ",
            "https://example.org/a",
            "A title",
            dt.date(2018, 3, 6),
            "The Example",
            "en",
        )
    ]


@pytest.mark.parametrize("kind", ["text", "html", "crawl"])
def test_the_key_names_the_kind(kind: str) -> None:
    (capture,) = read(json.dumps({kind: "Words."}))
    assert isinstance(capture, Capture)
    assert (capture.kind, capture.source_id) == (kind, "news:1")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": "cut off', "not JSON"),
        ("[1, 2]", "not a JSON object"),
        ("[" * 100_000, "not JSON"),
        ('{"id": "a"}', "needs one of text, html or crawl, has none"),
        ('{"text": "a", "html": "b"}', "needs one of text, html or crawl, has text and html"),
        ('{"text": 3}', "text is no string"),
        ('{"text": "  "}', "text is empty"),
        ('{"text": "a", "id": ["b"]}', "id is no string"),
        ('{"text": "a", "published": "soon"}', "published 'soon' is no date (want YYYY-MM-DD)"),
        ('{"text": "a", "published": "2018-02-30"}', "published '2018-02-30' is no date (want YYYY-MM-DD)"),
        (b'{"text": "' + b"a" * PAGE_LIMIT + b'"}', "larger than the limit of 8 MB for one document"),
    ],
)
def test_a_bad_line_in_the_middle_is_told_by_its_number(line: str | bytes, reason: str) -> None:
    found = read('{"text": "first"}', "", line, '{"text": "last"}')
    assert [one.content for one in found if isinstance(one, Capture)] == ["first", "last"]
    assert [one for one in found if isinstance(one, Refusal)] == [Refusal("news.jsonl, line 3", reason)]


@pytest.mark.parametrize(
    "written",
    [
        "2019-01-11",
        "20190111",
        "2019-01-11 16:15",
        "Fri, 11 Jan 2019 23:59:00 -0800",
        "January 11, 2019",
        "11 Jan 2019",
    ],
)
def test_the_day_is_taken_as_written(written: str) -> None:
    (capture,) = read(json.dumps({"text": "a", "published": written}))
    assert isinstance(capture, Capture)
    assert capture.published == dt.date(2019, 1, 11)


def test_half_characters_and_bad_bytes_do_not_crash() -> None:
    half, bad = read(r'{"text": "a \ud83d b"}', b'{"text": "a \xff b"}')
    assert isinstance(half, Capture) and half.content.encode() == b"a ? b"
    assert isinstance(bad, Capture) and bad.content == "a \N{REPLACEMENT CHARACTER} b"
