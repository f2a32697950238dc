"""Words of a text as symbols: one character for each set of kinds that a word may be.

The grammar then is a set of regular expressions over those characters. A symbol stands for the
*set* of kinds of a word ("second" is a unit and an ordinal), so no choice is made too early.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from slated.reading.lexicon import load_words

OTHER = "x"
BREAK = "|"

_TOKEN = re.compile(
    r"[A-Za-z]{2,}(?=[ ,])"  # most words, which would be tried by all that follow
    r"|\n[ \t\r]*\n\s*"
    r"|https?://[^\s)\]]+|www\.[^\s)\]]+"
    r"|\d{4}-\d\d-\d\d(?![\d-])"
    r"|\d{1,2}/\d{1,2}/\d{4}(?![\d/])|\d{1,2}/\d{1,2}/\d\d(?![\d/])"
    r"|\d{1,2}:\d\d(?::\d\d)?(?![\d:])|\d{1,2}\.\d\d(?=\s?[ap]\.?m\b)"
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d])|\d+\.\d+(?:\.\d+)*"
    r"|['’‘]\d\ds\b|['’‘]\d\d(?![\w%]|\.\d)"
    r"|\d+(?:st|nd|rd|th|ST|ND|RD|TH)\b|\d+s\b|\d+"
    r"|[ap]\. ?m\.?(?=\W|$)|[AP]\. ?M\.?(?=\W|$)"
    r"|(?:[A-Za-z]\.){2,}"
    r"|['’]s\b|['’](?=\s)"
    r"|o['’]clock\b"
    r"|[qQ][1-4]\b|[hH][12]\b"
    r"|[^\W\d_]+"
    r"|\S",
)
_MONEY = frozenset("$£€¥#")
_NUMERIC = {
    "digits": re.compile(r"\d{1,6}"),
    "day": re.compile(r"0?[1-9]|[12]\d|3[01]"),
    "year": re.compile(r"1[0-9]\d\d|20\d\d"),
    "short_year": re.compile(r"['’‘]\d\d"),
    "day_nth": re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)", re.I),
    "digit_nth": re.compile(r"\d{1,2}(?:st|nd|rd|th)", re.I),
    "decade": re.compile(r"(?:1[5-9]|20)\d0s|['’‘]?\d0s"),
    "clock": re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d(?::\d\d)?"),
    "military": re.compile(r"(?:[01]\d|2[0-3])[0-5]\d"),
    "dotted": re.compile(r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:19|20)\d\d"),
    "dotted_clock": re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d"),
    "iso": re.compile(r"\d{4}-\d\d-\d\d"),
    "slash": re.compile(r"\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)"),
    "decimal": re.compile(r"\d{1,4}\.\d{1,2}"),
    "thousands": re.compile(r"\d{1,3}(?:,\d{3})+"),
}
_BEFORE_VERBS = load_words("time_tense")["modal"] | {"to", "not"}
_STOPPED = 6  # characters: the longest abbreviation that keeps its full stop ("thurs.")


class Token(NamedTuple):
    """Characters ``start`` to ``end`` of a text; ``word`` is them in lower case."""

    start: int
    end: int
    word: str


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a text and the symbol of each, a character a token."""

    text: str
    tokens: list[Token]
    symbols: str


class Lexicon:
    """Which kinds a word is of, and the symbol that stands for each set of kinds."""

    def __init__(self, kinds: dict[str, dict[str, int | str]], capitalised: frozenset[str]) -> None:
        self.kinds = kinds
        self._capitalised = capitalised
        self._kinds_of: dict[str, set[str]] = {}
        for kind, words in kinds.items():
            for word in words:
                self._kinds_of.setdefault(word, set()).add(kind)
        self._symbol_of: dict[frozenset[str], str] = {}
        self._stopped = frozenset(w for w in self._kinds_of if w.endswith(".") and w.count(".") == 1)
        self._seen: dict[str, tuple[str, str]] = {}
        self._plain: dict[str, tuple[str, str]] = {}  # of them, words that stand for themselves wherever
        for name in _NUMERIC:
            self.kinds.setdefault(name, {})

    def add_literal(self, word: str) -> str:
        """Make ``word`` a kind of its own, named ``=word``."""
        kind = f"={word}"
        self._kinds_of.setdefault(word, set()).add(kind)
        return kind

    def close(self) -> None:
        """Give every set of kinds its symbol; no literal may be added after."""
        for word in sorted(self._kinds_of):
            for capital in (False, True):
                self._symbol(self._kinds(word, capital))
        for sample in _SAMPLES:
            for word in {sample, sample.lower()}:
                self._symbol(self._kinds(word, capital=False))

    def symbols_of(self, kind: str) -> str:
        """All symbols whose words may be of ``kind``."""
        return "".join(s for kinds, s in self._symbol_of.items() if kind in kinds)

    def _kinds(self, word: str, capital: bool) -> frozenset[str]:
        kinds = set(self._kinds_of.get(word, ()))
        if not capital:
            kinds -= self._capitalised
        if any(c.isdigit() for c in word):
            kinds |= _numeric_kinds(word)
        return frozenset(kinds)

    def _symbol(self, kinds: frozenset[str]) -> str:
        if not kinds:
            return OTHER
        return self._symbol_of.setdefault(kinds, chr(0x100 + len(self._symbol_of)))

    def _lookup(self, raw: str) -> tuple[str, str]:
        """The word in lower case, and its symbol."""
        word = raw.lower()
        found = word, self._symbol_of.get(self._kinds(word, raw[0].isupper()), OTHER)
        if len(self._seen) < 50_000:
            self._seen[raw] = found
            if raw.isalpha() and word != "last":
                self._plain[raw] = found
        return found

    def read(self, text: str) -> Words:
        """The tokens of ``text``, with their symbols; linear in its length."""
        tokens: list[Token] = []
        symbols: list[str] = []
        seen = self._seen
        skip_to = 0
        for found in _TOKEN.finditer(text):
            start, end = found.span()
            if start < skip_to:
                continue
            raw = found.group()
            plain = self._plain.get(raw)
            if plain is not None and text[end : end + 1] != ".":
                tokens.append(Token(start, end, plain[0]))
                symbols.append(plain[1])
                continue
            if raw[0] == "\n":
                tokens.append(Token(start, end, "\n"))
                symbols.append(BREAK)
                continue
            if end - start < _STOPPED and text[end : end + 1] == "." and f"{raw.lower()}." in self._stopped:
                raw, end = f"{raw}.", end + 1
                skip_to = end
            word, symbol = seen.get(raw) or self._lookup(raw)
            if raw[0].isdigit() and (_is_amount(text, start, end)):
                symbol = OTHER
            if word == "last" and tokens and tokens[-1].word in _BEFORE_VERBS:
                symbol = OTHER  # "expected to last six weeks"
            tokens.append(Token(start, end, word))
            symbols.append(symbol)
        return Words(text, tokens, "".join(symbols))


def _is_amount(text: str, start: int, end: int) -> bool:
    """True where the number is money, a share or a part of a longer code."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return (
        (before in _MONEY and before != "")
        or after == "%"
        or (before == "." and text[start - 2 : start - 1].isdigit())
    )


@cache
def _numeric_kinds(word: str) -> frozenset[str]:
    return frozenset(kind for kind, shape in _NUMERIC.items() if shape.fullmatch(word))


# one word of each set of kinds that a number may have
_SAMPLES = [
    "0",
    "1",
    "9",
    "10",
    "12",
    "19",
    "20",
    "31",
    "32",
    "60",
    "99",
    "100",
    "999",
    "1000",
    "0830",
    "1130",
    "1500",
    "1968",
    "1998",
    "2018",
    "2065",
    "2101",
    "2230",
    "99999",
    "123456",
    "1234567",
    "00",
    "000",
    "01",
    "007",
    "1st",
    "2nd",
    "21st",
    "32nd",
    "01st",
    "123rd",
    "1990s",
    "1850s",
    "2000s",
    "90s",
    "95s",
    "'90s",
    "'95s",
    "'98",
    "10:30",
    "24:10",
    "30:30",
    "10:30:15",
    "10.30",
    "1998-01-01",
    "1/2/98",
    "1/2/1998",
    "1.5",
    "12.25",
    "1.123",
    "2.00",
    "0.5",
    "99.95",
    "1.2.3",
    "18.03.2019",
    "2,000",
    "1,000,000",
    "2,000.5",
]
