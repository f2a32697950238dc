"""Numbers and years in words and digits."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from slated.reading.lexicon import load_table
from slated.reading.timex.patterns import Found
from slated.reading.timex.words import Token

VAGUE = None


@cache
def word_values(kind: str) -> dict[str, int]:
    """The words of a kind with their whole-number values."""
    return {word: int(value) for word, value in load_table("time_words")[kind].items()}


@cache
def word_marks(kind: str) -> dict[str, str]:
    """The words of a kind with their values as text."""
    return {word: str(value) for word, value in load_table("time_words")[kind].items()}


@cache
def _phrase_mods() -> dict[str, str]:
    return {words: str(mod) for words, mod in load_table("time_patterns")["mods"].items()}


def about_mod(found: Found) -> str | None:
    """The TIMEX3 mod of the words before a count ("about", "less than"), if any."""
    words = found.word("about")
    return word_marks("about").get(words) or _phrase_mods().get(words)


@cache
def _small_numbers() -> dict[str, int]:
    return word_values("small") | word_values("teen") | word_values("tens") | word_values("article_one")


def least_of(tokens: Sequence[Token]) -> float | None:
    """The lower of two numbers ("three or four"), else what ``count_of`` gives."""
    words = [t.word for t in tokens]
    at = next((words.index(joiner) for joiner in ("or", "to", "–", "-") if joiner in words[:-1]), None)
    least, most = count_of(tokens[:at]) if at else None, count_of(tokens)
    return least if least is not None and most is not None and least < most else most


def count_of(tokens: Sequence[Token]) -> float | None:
    """The number that the tokens state, None where they leave it open ("several").

    Of two numbers ("three or four") the larger counts. ``half`` and ``and a half`` are read.
    """
    words = [t.word for t in tokens]
    for joiner in ("or", "to", "–"):
        if joiner in words:
            return count_of(tokens[words.index(joiner) + 1 :])
    if "-" in words and words[0].isdigit():
        return count_of(tokens[words.index("-") + 1 :])
    if "couple" in words:
        return 2
    if "dozen" in words:
        return 12
    if any(w in word_marks("vague") or w in {"handful", "dozens"} for w in words):
        return VAGUE
    return _plain_count(words)


def _plain_count(words: list[str]) -> float | None:
    total, half = 0.0, 0.0
    whole = [w for w in words if w not in {"-", "and", "of"}]
    if "/" in whole:
        cut = whole.index("/")
        top, bottom = whole[cut - 1], whole[cut + 1]
        half = int(top) / int(bottom) if bottom != "0" else 0.0
        whole = whole[: cut - 1]
    if "half" in whole:
        cut = whole.index("half")
        half = 0.5
        whole = [w for w in whole[:cut] if w not in {"a", "an"} or cut > 1]
        if len(whole) > 1 and whole[-1] in {"a", "an"}:
            whole.pop()
    for word in whole:
        if word in word_values("power"):
            total = max(total, 1) * word_values("power")[word]
        elif word.replace(",", "").replace(".", "", 1).isdigit():
            total += float(word.replace(",", ""))
        elif word in _small_numbers() and not (word in {"a", "an"} and total):
            total += _small_numbers()[word]
    return total + half


def year_of(found: Found) -> int | None:
    """The year captured under ``year`` or ``spelled_year``; two digits are of 1950 to 2049."""
    if found.has("year"):
        digits = found.word("year").lstrip("'’‘")
        return full_year(int(digits)) if len(digits) == 2 else int(digits)
    words = [t.word for t in found.tokens("spelled_year") if t.word not in {"-", "and"}]
    if not words:
        return None
    if words[0] == "two":
        return 2000 + sum(_small_numbers()[w] for w in words[2:])
    return _small_numbers()[words[0]] * 100 + sum(_small_numbers()[w] for w in words[1:])


def full_year(two_digits: int) -> int:
    """The year of which only the last two digits are given."""
    return 1900 + two_digits if two_digits >= 50 else 2000 + two_digits


def nth_of(words: str) -> int:
    """The number of an ordinal: "8th", "eighth"."""
    return word_values("nth").get(words) or int("".join(c for c in words if c.isdigit()) or 0)
