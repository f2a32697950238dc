"""Does the page itself say that it is an opinion piece?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from slated.articles.words import load_words

WORD = re.compile(r"[^\W\d_]+")
PREFIX = re.compile(r"\[?([^\W\d_]+(?:[ -][^\W\d_]+)?)\s?[:|\]/]")
PATH_DEPTH = 4


def says_opinion(url: str | None, title: str | None, labels: Iterable[str]) -> bool:
    """True by a section of the address, a label before the title, or a section or outlet name."""
    words = load_words("labels", "opinion")
    if any(not words.isdisjoint(WORD.findall(label.lower())) for label in labels):
        return True
    prefix = PREFIX.match(title or "")
    if prefix and not words.isdisjoint(WORD.findall(prefix.group(1).lower())):
        return True
    try:
        sections = urlsplit(url or "").path.lower().split("/")[1 : 1 + PATH_DEPTH]
    except ValueError:
        return False
    return not load_words("labels", "opinion_sections").isdisjoint(sections)
