from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slated.intake.decode import decode, looks_binary

GERMAN = "Die Gespräche über die Zölle sollen im März in Köln weitergehen, hieß es. " * 5


@pytest.mark.parametrize(
    ("content", "charset"),
    [
        (GERMAN.encode(), None),
        (codecs.BOM_UTF8 + GERMAN.encode(), None),
        (codecs.BOM_UTF16_LE + GERMAN.encode("utf-16-le"), None),
        (GERMAN.encode("cp1252"), "iso-8859-1"),
        (b"<meta charset='iso-8859-1'>" + GERMAN.encode("latin-1"), None),
        (b'<?xml version="1.0" encoding="ISO-8859-15"?>' + GERMAN.encode("iso-8859-15"), None),
        (GERMAN.encode("cp1252"), None),
        (b"<meta charset=utf-8>" + GERMAN.encode("cp1252"), None),
        (GERMAN.encode("cp1252"), "no-such-charset"),
        (GERMAN.encode("cp1252"), "hex"),
        (b"<meta charset=latin-1>" + GERMAN.encode(), None),
    ],
)
def test_the_encoding_is_found(content: bytes, charset: str | None) -> None:
    assert GERMAN.strip() in decode(content, charset)


def test_a_latin_1_page_is_read_as_windows_writes_it() -> None:
    assert decode(b"<meta charset=iso-8859-1>\x93soon\x94") == "<meta charset=iso-8859-1>“soon”"


def test_korean_is_found_by_its_declared_charset() -> None:
    assert "회담" in decode('<meta charset="euc-kr">정상 회담'.encode("euc-kr"))


def test_a_bad_byte_does_not_spoil_utf8() -> None:
    words = "Die Gespräche über die Zölle, „ohne Vorbedingungen“".encode()
    assert decode(words + b"\xff" + words) == f"{words.decode()}\N{REPLACEMENT CHARACTER}{words.decode()}"


@given(st.binary(max_size=400), st.sampled_from([None, "utf-8", "latin-1", "utf-16", "zlib", "idna", ""]))
def test_no_bytes_crash(content: bytes, charset: str | None) -> None:
    assert isinstance(decode(content, charset), str)


@given(st.text(max_size=300))
def test_utf8_comes_back_as_it_was(words: str) -> None:
    assert decode(b"x" + words.encode()) == "x" + words


def test_binary_is_told_from_text() -> None:
    assert looks_binary(b"PK\x03\x04\x14\0\0\0")
    assert looks_binary(b"%PDF-1.4")
    assert not looks_binary("Gespräche".encode("cp1252"))
    assert not looks_binary(codecs.BOM_UTF16_LE + "Plain".encode("utf-16-le"))
    assert not looks_binary(b"")
