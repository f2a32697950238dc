"""Whatever is in a file: captures and refusals come out, nothing is raised."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slated.intake import Refusal, find_captures
from slated.intake.kinds import EXTENSIONS

SCRAPS = st.sampled_from(
    [
        b"WARC/1.0\r\n", b"WARC-Type: response\r\n", b"Content-Length: 12\r\n", b"\r\n\r\n",
        b"Content-Type: application/http; msgtype=response\r\n", b"HTTP/1.1 200 OK\r\n",
        b"<rss><channel><item>", b"</item>", b"<description>A</description>", b"&#x110000;", b"\x1f\x8b\x08",
        b'{"text": "a"}\n', b'{"html": 3}\n', b"\0", b"\xff\xfe", b"<p>", b"charset=utf-7 ",
    ]
)  # fmt: skip
CONTENT = st.lists(st.one_of(SCRAPS, st.binary(max_size=20)), max_size=12).map(b"".join)


@pytest.mark.parametrize("extension", [*EXTENSIONS, ".jsonl.gz"])
@given(content=CONTENT)
def test_nothing_is_raised(extension: str, content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"any{extension}")
        path.write_bytes(content)
        found = list(find_captures([folder]))
    assert found
    assert all("\n" not in one.reason for one in found if isinstance(one, Refusal))
