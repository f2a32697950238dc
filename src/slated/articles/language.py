"""A cheap guess at the language of a text."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from slated.articles.words import load_table

SAMPLE = 1000
LEAST_SHARE = 0.08
WORD = re.compile(r"[^\W\d_]+")
CYRILLIC = frozenset({"bg", "ru", "sr", "uk"})
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
    among the words of the first 1,000 characters (at least 8 %).
    """
    sample = text[:SAMPLE]
    script = None if _mostly_ascii(sample) else _script(sample)
    if script and script != "cyrillic":
        return script
    words = WORD.findall(sample.lower())
    shares = Counter(code for word in words for code in _languages_of().get(word, ()))
    of_script = {code: n for code, n in shares.items() if (code in CYRILLIC) == (script == "cyrillic")}
    best = max(of_script, key=lambda code: (of_script[code], code), default=UNDETERMINED)
    return best if of_script.get(best, 0) >= LEAST_SHARE * len(words) else UNDETERMINED


def _mostly_ascii(sample: str) -> bool:
    return len(sample.encode("ascii", "ignore")) > 0.75 * len(sample)


def _script(sample: str) -> str | None:
    letters = sum(map(str.isalpha, sample))
    counts = {code: len(pattern.findall(sample)) for code, pattern in SCRIPTS}
    # Japanese is mostly Han with some kana between, so a little kana decides.
    if counts["ja"] > 0.1 * (counts["ja"] + counts["zh"]):
        counts["ja"] += counts["zh"]
    code = max(counts, key=lambda code: counts[code])
    return code if counts[code] > 0.4 * letters and counts[code] else None


@cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    """The languages that a word is one of the commonest of."""
    codes: dict[str, list[str]] = {}
    for code, words in load_table("languages").items():
        for word in words:
            codes.setdefault(word, []).append(code)
    return {word: tuple(found) for word, found in codes.items()}
