"""Words from pages, made safe to stand in XML and HTML."""

from __future__ import annotations

import html
import re

# what XML 1.0 cannot hold: control characters, lone surrogates, two non-characters
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(words: str) -> str:
    """The words without characters that no XML file may hold."""
    return _NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", words)


def escape(words: str) -> str:
    """The words as they may stand in an element or a quoted attribute."""
    return html.escape(clean(words))
