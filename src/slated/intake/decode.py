"""Bytes -> characters."""

from __future__ import annotations

import codecs
import re

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})""", re.IGNORECASE)
DECLARATION_WITHIN = 4096
SAMPLE = 64 * 1024
# What browsers do (WHATWG Encoding): pages that declare these mean the wider Windows sets.
WIDER = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949"}
BINARY_SHARE = 0.1
CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\r\x0c\x1b") + b"\x7f"


def decode(content: bytes, charset: str | None = None) -> str:
    """The characters of ``content``; bytes that fit no encoding become U+FFFD, never an error.

    In order: a byte order mark, valid UTF-8, ``charset`` (what the carrier says), the charset
    that a page declares in its first 4 KB, charset-normalizer's guess on the first 64 KB,
    UTF-8 with the bad bytes replaced. UTF-8 goes before the declared charsets because text in
    another encoding is almost never valid UTF-8, while wrong declarations are common.
    """
    for mark, name in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as broken:
        bad_utf8 = broken
    declared = [charset] if charset else []
    declared += [m.group(1).decode("ascii") for m in DECLARED.finditer(content[:DECLARATION_WITHIN])]
    for name in declared:
        decoded = _decoded_as(content, name)
        if decoded is not None:
            return decoded
    if _mostly_utf8(content, bad_utf8):
        return content.decode("utf-8", "replace")
    return content.decode(_guess(content, bad_utf8.start), "replace")


def looks_binary(content: bytes) -> bool:
    """True for images, archives and the like: NUL or many control characters at the start."""
    head = content[:4096]
    if not head or any(head.startswith(mark) for mark, _ in BYTE_ORDER_MARKS):
        return False
    if head.startswith(b"%PDF-"):
        return True
    return b"\0" in head or (len(head) - len(head.translate(None, CONTROLS))) > BINARY_SHARE * len(head)


def _decoded_as(content: bytes, charset: str) -> str | None:
    try:
        name = codecs.lookup(charset).name
    except (LookupError, ValueError):
        return None
    if name == "utf-8" or name.startswith(("utf-16", "utf-32")):
        return None
    try:
        return content.decode(WIDER.get(name, name), "replace")
    except (LookupError, ValueError):  # a codec that is none of text: "hex", "idna"
        return None


def _mostly_utf8(content: bytes, first: UnicodeDecodeError) -> bool:
    """True where well-formed multi-byte characters far outnumber the broken ones near the break."""
    near = content[max(0, first.start - SAMPLE) : first.start + SAMPLE].decode("utf-8", "replace")
    bad = near.count("\N{REPLACEMENT CHARACTER}")
    good = sum(c > "\x7f" for c in near) - bad
    return good > 4 * bad


def _guess(content: bytes, first_bad: int) -> str:
    from charset_normalizer import from_bytes

    start = max(0, first_bad - SAMPLE // 2)
    best = from_bytes(content[start : start + SAMPLE]).best()
    return best.encoding if best is not None else "utf-8"
