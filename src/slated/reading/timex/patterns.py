"""The pattern language of ``data/time_patterns.toml``, compiled to expressions over symbols.

``<kind>`` is one word of that kind, captured under the kind's name, ``<name:kind>`` captured under
another; ``{macro}`` is a macro, ``{name:macro}`` captures all of its words; ``( a | b )`` chooses,
``?`` makes what precedes it optional, anything else is a literal word. There is no repetition, so
a match costs no more than the length of its pattern and a text is read in linear time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from slated.reading.timex.words import BREAK, OTHER, Lexicon, Token, Words

_ELEMENT = re.compile(r"<(?:(\w+):)?(\w+)>|\{(?:(\w+):)?(\w+)\}|\(|\)|\||\?|[^\s()|?]+")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern of at most ``longest`` words, and the form that reads what it matches."""

    form: str
    expression: re.Pattern[str]
    first: frozenset[str]
    longest: int
    names: tuple[str, ...]
    constants: dict[str, str]


@dataclass(frozen=True, slots=True)
class Found:
    """A match: tokens ``first`` to ``last`` (half-open), and the captured tokens by name."""

    words: Words
    form: str
    first: int
    last: int
    captured: dict[str, tuple[int, int]]
    constants: dict[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """All of its words, lower case, with single spaces between."""
        return " ".join(t.word for t in self.words.tokens[self.first : self.last])

    @property
    def before_noun(self) -> bool:
        """True where an article before and a word after make it part of a noun's name."""
        return self.word_at(-1) in {"the", "a", "an"} and self.word_at(0).isalpha()

    def has(self, name: str) -> bool:
        """True where something was captured under ``name``."""
        return name in self.captured

    def tokens(self, name: str) -> Sequence[Token]:
        """The tokens captured under ``name``, none where nothing was."""
        first, last = self.captured.get(name, (0, 0))
        return self.words.tokens[first:last]

    def word(self, name: str) -> str:
        """The words captured under ``name``, lower case, with single spaces between."""
        return " ".join(t.word for t in self.tokens(name))

    def word_at(self, offset: int) -> str:
        """The word ``offset`` tokens before (negative: -1 is the one before) or after the match."""
        place = self.first + offset if offset < 0 else self.last + offset
        return self.words.tokens[place].word if 0 <= place < len(self.words.tokens) else ""

    def raw_at(self, offset: int) -> str:
        """As ``word_at``, in the text's own letters."""
        place = self.first + offset if offset < 0 else self.last + offset
        tokens = self.words.tokens
        return self.words.text[tokens[place].start : tokens[place].end] if 0 <= place < len(tokens) else ""

    def symbol_at(self, offset: int) -> str:
        """The symbol of the word that ``word_at`` gives, empty outside of the text."""
        place = self.first + offset if offset < 0 else self.last + offset
        return self.words.symbols[place] if 0 <= place < len(self.words.symbols) else ""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of an expression, the symbols that it may begin with, how long and whether it may be empty."""

    expression: str
    first: frozenset[str]
    longest: int
    empty: bool = False


class Compiler:
    """Turns pattern texts into expressions; literals become kinds of the lexicon."""

    def __init__(self, lexicon: Lexicon, macros: dict[str, str]) -> None:
        self._lexicon = lexicon
        self._macros = macros

    def learn(self, says: str) -> None:
        """Enter the literal words of ``says`` into the lexicon."""
        for match in _ELEMENT.finditer(says):
            token = match.group()
            if match.group(4):
                self.learn(self._macros[match.group(4)])
            elif not match.group(2) and token not in {"(", ")", "|", "?"}:
                self._lexicon.add_literal(token)

    def compile(self, form: str, says: str, constants: dict[str, str]) -> Pattern:
        """The pattern that ``says`` describes; raises KeyError for an unknown kind or macro."""
        names: list[str] = []
        whole = self._choice(list(_ELEMENT.finditer(says)), names)
        return Pattern(
            form, re.compile(whole.expression), whole.first, whole.longest, tuple(names), constants
        )

    def _choice(self, elements: list[re.Match[str]], names: list[str]) -> _Piece:
        """Read elements up to a closing bracket; they are taken off the front of the list."""
        options: list[_Piece] = [_Piece("", frozenset(), 0, empty=True)]
        while elements and elements[0].group() != ")":
            element = elements.pop(0)
            if element.group() == "|":
                options.append(_Piece("", frozenset(), 0, empty=True))
                continue
            piece = self._piece(element, elements, names)
            if elements and elements[0].group() == "?":
                elements.pop(0)
                piece = _Piece(f"(?:{piece.expression})?", piece.first, piece.longest, empty=True)
            options[-1] = _after(options[-1], piece)
        return _Piece(
            "|".join(o.expression for o in options),
            frozenset().union(*(o.first for o in options)),
            max(o.longest for o in options),
            any(o.empty for o in options),
        )

    def _piece(self, element: re.Match[str], elements: list[re.Match[str]], names: list[str]) -> _Piece:
        name, kind, macro_name, macro = element.groups()
        if element.group() == "(":
            inner = self._choice(elements, names)
            if not elements or elements.pop(0).group() != ")":
                raise ValueError("a bracket is not closed")
            return replace(inner, expression=f"(?:{inner.expression})")
        if macro:
            if macro_name:
                names.append(macro_name)
            inner = self._choice(list(_ELEMENT.finditer(self._macros[macro])), names)
            return replace(inner, expression=f"({'' if macro_name else '?:'}{inner.expression})")
        if kind:
            names.append(name or kind)
            return self._one_of(kind, "(", ")")
        return self._one_of(f"={element.group()}")

    def _one_of(self, kind: str, left: str = "", right: str = "") -> _Piece:
        if not kind.startswith("=") and kind not in self._lexicon.kinds:
            raise KeyError(kind)
        symbols = self._lexicon.symbols_of(kind)
        # a kind of which there is no word matches nothing
        return _Piece(f"{left}[{symbols}]{right}" if symbols else "(?!)", frozenset(symbols), 1)


def _after(before: _Piece, piece: _Piece) -> _Piece:
    first = before.first | piece.first if before.empty else before.first
    longest = before.longest + piece.longest
    return _Piece(before.expression + piece.expression, first, longest, before.empty and piece.empty)


class Grammar:
    """All patterns, by the symbols that they may begin with."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self._starting: dict[str, tuple[Pattern, ...]] = {}
        for pattern in patterns:
            for symbol in pattern.first:
                self._starting[symbol] = (*self._starting.get(symbol, ()), pattern)
        # no pattern holds a word of no kind, so none reaches beyond such a run
        longest = max((p.longest for p in patterns), default=1)
        self._run = re.compile(f"[^{OTHER}{BREAK}]{{1,{longest}}}")
        # the same few runs of words ("on <weekday>") stand in every text
        self._matching = lru_cache(maxsize=8192)(self._match_all)
        self._begins = re.compile(f"[{''.join(sorted(self._starting))}]")

    def start_from(self, words: Words, at: int) -> int | None:
        """The first token from ``at`` on with which a pattern may begin, or None."""
        match = self._begins.search(words.symbols, at)
        return match.start() if match else None

    def exact(self, words: Words, first: int, last: int) -> Found | None:
        """The first pattern that covers tokens ``first`` to ``last`` (half-open) and no others."""
        for pattern in self._starting.get(words.symbols[first], ()):
            if match := pattern.expression.fullmatch(words.symbols, first, last):
                return _found(words, match, pattern)
        return None

    def matches(self, words: Words, at: int) -> list[Found]:
        """Every pattern's match from token ``at``, the longest first, then in order."""
        run = self._run.match(words.symbols, at)
        return [_found(words, m, pattern, at) for m, pattern in self._matching(run.group())] if run else []

    def _match_all(self, run: str) -> list[tuple[re.Match[str], Pattern]]:
        """Every pattern's match from the beginning of a run of symbols, the longest first, then in order."""
        found = [
            (match, pattern)
            for pattern in self._starting.get(run[0], ())
            if (match := pattern.expression.match(run))
        ]
        return sorted(found, key=lambda pair: -pair[0].end())


def _found(words: Words, match: re.Match[str], pattern: Pattern, shift: int = 0) -> Found:
    captured: dict[str, tuple[int, int]] = {}
    for number, name in enumerate(pattern.names, 1):
        first, last = match.span(number)
        if first >= 0 and name not in captured:
            captured[name] = (first + shift, last + shift)
    first, last = match.start() + shift, match.end() + shift
    return Found(words, pattern.form, first, last, captured, pattern.constants)
