"""How much of one document is taken."""

from __future__ import annotations

from typing import BinaryIO

PAGE_LIMIT = 8 * 2**20
"""The most bytes of one document: a page, a line of JSONL, a response in a WARC, a feed.

The largest news pages run to 3 MB. Files that hold many documents have no limit of their own.
"""


class TooLarge(Exception):
    """A document that exceeds ``PAGE_LIMIT``."""

    def __init__(self) -> None:
        super().__init__(f"larger than the limit of {PAGE_LIMIT // 2**20} MB for one document")


def read_bounded(stream: BinaryIO) -> bytes:
    """All that is left of a stream; raises ``TooLarge`` above the limit, having read no more."""
    content = stream.read(PAGE_LIMIT + 1)
    if len(content) > PAGE_LIMIT:
        raise TooLarge
    return content
