"""A cheap guess at the language of a text."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from slated.articles.words import load_table

SAMPLE = 2000
LEAST_SHARE = 0.08
WORD = re.compile(r"[^\W\d_]+")
UNDETERMINED = "und"  # ISO 639-2

# Scripts that decide by themselves. Han alone is Chinese; Han with kana is Japanese.
SCRIPTS = (
    ("ko", re.compile(r"[\uac00-\ud7a3]")),
    ("ja", re.compile(r"[\u3041-\u30fa]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ar", re.compile(r"[\u0620-\u06d3]")),
    ("he", re.compile(r"[\u05d0-\u05ea]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("th", re.compile(r"[\u0e01-\u0e5b]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("cyrillic", re.compile(r"[\u0400-\u04ff]")),
)


def guess_language(text: str) -> str:
    """The ISO 639-1 code of the language of ``text``, ``und`` where nothing tells.

    By script where the script decides, else by the share of each language's commonest words
    among the words of the first 2,000 characters (at least 8 %).
    """
    sample = text[:SAMPLE]
    script = _script(sample) if not sample.isascii() else None
    if script and script != "cyrillic":
        return script
    counts = Counter(WORD.findall(sample.lower()))
    total = sum(counts.values())
    shares = {
        code: sum(counts[word] for word in words) / total if total else 0.0
        for code, words in _common_words().items()
        if (code in CYRILLIC) == (script == "cyrillic")
    }
    best = max(shares, key=lambda code: shares[code])
    return best if shares[best] >= LEAST_SHARE else UNDETERMINED


CYRILLIC = frozenset({"ru", "uk", "bg", "sr"})


def _script(sample: str) -> str | None:
    letters = sum(c.isalpha() for c in sample)
    counts = {code: len(pattern.findall(sample)) for code, pattern in SCRIPTS}
    # Japanese is mostly Han with some kana between, so a little kana decides.
    if counts["ja"] > 0.1 * (counts["ja"] + counts["zh"]):
        counts["ja"] += counts["zh"]
    code = max(counts, key=lambda code: counts[code])
    return code if counts[code] > 0.4 * letters and counts[code] else None


@cache
def _common_words() -> dict[str, frozenset[str]]:
    return {code: frozenset(words) for code, words in load_table("languages").items()}
