"""Nouns to rows and back, by one rule for every dataclass of the model.

A plain field is a column; a nested noun's columns carry its field's name before theirs
(``hedge_text``), a span's are ``_part``, ``_start`` and ``_end``, a window's ``_earliest`` and
``_latest``; fields called ``span`` and ``window`` of those types go without a prefix of their
own. Tuples are JSON text, in which a span is ``[start, end]`` or ``[start, end, "title"]``. Days
are ISO. Words are stored once, in the article: spans are cut from it again when they are read.
"""

from __future__ import annotations

import datetime as dt
import json
import types
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache, lru_cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from slated.model import Span, Window

Noun = TypeVar("Noun")
Row = dict[str, Any]
_ENDS: dict[Any, tuple[str, ...]] = {Span: ("part", "start", "end"), Window: ("earliest", "latest")}


@dataclass(frozen=True, slots=True)
class Words:
    """An article's text and title: what spans point into."""

    text: str
    title: str

    def span(self, start: int, end: int, part: str | None) -> Span:
        """The span of these characters (half-open) of the part, which is the text by default."""
        words = self.title if part == "title" else self.text
        return Span(start, end, words[start:end], "title" if part == "title" else "text")


def to_row(noun: Any) -> Row:
    """The columns of a noun."""
    row: Row = {}
    for put in _putters(cast(Any, type(noun)), ""):
        put(row, noun)
    return row


def from_row(cls: type[Noun], row: Mapping[str, Any], words: Words) -> Noun:
    """The noun whose columns ``to_row`` made; spans are cut from ``words``."""
    return cast(Noun, _taker(cast(Any, cls), "")(row, words))


def dumps(value: Any) -> str:
    """A nested value as JSON text."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def loads(kind: Any, text: str | None, words: Words) -> Any:
    """The value of type ``kind`` whose JSON text ``dumps`` made."""
    return None if text is None else decode(kind, json.loads(text), words)


def decode(kind: Any, plain: Any, words: Words) -> Any:
    """The value of type ``kind`` whose plain form ``dumps`` writes as JSON."""
    return _decoder(kind)(plain, words)


Putter = Callable[[Row, Any], None]
Taker = Callable[[Mapping[str, Any], Words], Any]


@cache
def _putters(cls: Any, prefix: str) -> tuple[Putter, ...]:
    """What puts each field of a noun of the class (or of None in its place) into its columns."""
    return tuple(_putter(prefix, name, kind) for name, kind in _kinds(cls).items())


def _putter(prefix: str, name: str, kind: Any) -> Putter:
    column = prefix + name
    if kind is Span or kind is Window:
        columns = [(cell, _inner(prefix, name) + cell) for cell in _ENDS[kind]]
    elif is_dataclass(kind):
        nested = _putters(cast(Any, kind), f"{column}_")

        def put_nested(row: Row, noun: Any) -> None:
            value = None if noun is None else getattr(noun, name)
            for put in nested:
                put(row, value)

        return put_nested
    else:

        def put_cell(row: Row, noun: Any) -> None:
            row[column] = None if noun is None else _cell(getattr(noun, name))

        return put_cell

    def put_ends(row: Row, noun: Any) -> None:
        value = None if noun is None else getattr(noun, name)
        for cell, where in columns:
            row[where] = None if value is None else _cell(getattr(value, cell))

    return put_ends


@cache
def _taker(cls: Any, prefix: str) -> Taker:
    """What makes a noun of the class from the columns with this prefix, None where they hold none."""
    takers = [(name, _take(prefix, name, kind)) for name, kind in _kinds(cls).items()]
    mark = prefix + _mark(cls) if prefix else ""

    def take(row: Mapping[str, Any], words: Words) -> Any:
        if mark and row[mark] is None:
            return None
        return cls(**{name: taken(row, words) for name, taken in takers})

    return take


def _take(prefix: str, name: str, kind: Any) -> Taker:
    column = prefix + name
    if kind is Span:
        part, start, end = (_inner(prefix, name) + cell for cell in _ENDS[Span])
        return lambda row, words: None if row[start] is None else words.span(row[start], row[end], row[part])
    if kind is Window:
        first, last = (_inner(prefix, name) + cell for cell in _ENDS[Window])
        return lambda row, words: _window((row[first], row[last]), words)
    if is_dataclass(kind):
        return _taker(cast(Any, kind), f"{column}_")
    if kind is dt.date:
        return lambda row, words: _day(row[column])
    if kind is bool:
        return lambda row, words: bool(row[column])
    if get_origin(kind) is tuple:
        return lambda row, words: () if row[column] == "[]" else loads(kind, row[column], words)
    return lambda row, words: row[column]


def _inner(prefix: str, name: str) -> str:
    return prefix if name in ("span", "window") else f"{prefix}{name}_"


@cache
def _mark(cls: Any) -> str:
    """The field that is never None where a noun of the class is there."""
    return next(n for n, kind in _kinds(cls).items() if kind is str or get_origin(kind) is Literal)


def _cell(value: Any) -> Any:
    if isinstance(value, tuple):
        return dumps(value)
    return _iso(value) if isinstance(value, dt.date) else value


@cache
def _kinds(cls: type) -> dict[str, Any]:
    hints = get_type_hints(cls)
    return {f.name: _without_none(hints[f.name]) for f in fields(cls)}


def _without_none(kind: Any) -> Any:
    if get_origin(kind) in (types.UnionType, Union):
        return next(arg for arg in get_args(kind) if arg is not type(None))
    return kind


def _plain(value: Any) -> Any:
    return _encoder(cast(Any, type(value)))(value)


@cache
def _encoder(cls: Any) -> Callable[[Any], Any]:
    """What makes the plain value of a value of the class."""
    if cls is Span:
        return lambda v: [v.start, v.end] + (["title"] if v.part == "title" else [])
    if cls is Window:
        return lambda v: [_iso(v.earliest), _iso(v.latest)]
    if issubclass(cls, Counter):
        # a counter made of a set has another order every time
        return lambda v: sorted(([_plain(key), times] for key, times in v.items()), key=json.dumps)
    if is_dataclass(cls):
        return _plain_noun(tuple(f.name for f in fields(cls)))
    if issubclass(cls, tuple):
        return lambda v: [_plain(each) for each in v]
    return _iso if issubclass(cls, dt.date) else lambda v: v


def _plain_noun(names: tuple[str, ...]) -> Callable[[Any], Any]:
    def plain(noun: Any) -> Any:
        cells = ((name, _plain(getattr(noun, name))) for name in names)
        return {name: v for name, v in cells if v is not None and v != []}

    return plain


Decoder = Callable[[Any, Words], Any]


@cache
def _decoder(kind: Any) -> Decoder:
    kind = _without_none(kind)
    if kind is Span:
        return lambda v, words: words.span(v[0], v[1], v[2] if len(v) > 2 else None)
    if kind is Window:
        return _window
    if kind is dt.date:
        return lambda v, words: _day(v)
    if get_origin(kind) is tuple:
        return _many(_decoder(get_args(kind)[0]))
    if get_origin(kind) is Counter:
        return _counted(_decoder(get_args(kind)[0]))
    if is_dataclass(kind):
        return _nested(kind)
    return _as_it_is


def _many(one: Decoder) -> Decoder:
    return lambda values, words: tuple(one(v, words) for v in values)


def _counted(one: Decoder) -> Decoder:
    def decode(pairs: Any, words: Words) -> Counter[Any]:
        counter = _no_count()
        dict.update(counter, pairs if one is _as_it_is else [(one(key, words), n) for key, n in pairs])
        return counter

    return decode


def _no_count() -> Counter[Any]:
    """An empty counter; its own constructor takes ten times as long, and profiles are full of them."""
    return Counter.__new__(Counter)


def _as_it_is(value: Any, words: Words) -> Any:
    return value


def _nested(cls: Any) -> Decoder:
    kinds = _kinds(cls)
    cells = tuple((name, _decoder(kind), _nothing(kind)) for name, kind in kinds.items())

    def decode(v: Any, words: Words) -> Any:
        return cls(*[part(v[name], words) if name in v else nothing() for name, part, nothing in cells])

    return decode


def _nothing(kind: Any) -> Callable[[], Any]:
    """What gives the value of a cell that is left out."""
    if get_origin(kind) is Counter:
        return _no_count
    return tuple if get_origin(kind) is tuple else lambda: None


def _window(bounds: Any, words: Words) -> Window | None:
    earliest, latest = bounds
    return _days(earliest, latest) if earliest or latest else None


@lru_cache(maxsize=8192)
def _days(earliest: str | None, latest: str | None) -> Window:
    return Window(_day(earliest), _day(latest))


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


@lru_cache(maxsize=8192)
def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
