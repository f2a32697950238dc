"""The sample pages that the package ships: invented stories, told by invented outlets, of 2023."""

from __future__ import annotations

from pathlib import Path


def sample_pages() -> Path:
    """The folder of sample pages, HTML and crawled text, as ``slated demo`` reads it."""
    return Path(__file__).parent / "pages"
