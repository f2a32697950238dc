"""A file that holds one page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Literal

from slated.intake.decode import decode, looks_binary
from slated.intake.limits import TooLarge, read_bounded
from slated.intake.refusal import Refusal
from slated.model import Capture


def read_page(
    stream: BinaryIO, origin: str, stem: str, kind: Literal["html", "crawl"]
) -> Iterator[Capture | Refusal]:
    """The one page in the stream."""
    try:
        content = read_bounded(stream)
    except TooLarge as too_large:
        yield Refusal(origin, str(too_large))
        return
    if not content.strip():
        yield Refusal(origin, "empty file")
    elif looks_binary(content):
        yield Refusal(origin, "binary, not a page")
    else:
        yield Capture(origin, stem, kind, decode(content))
