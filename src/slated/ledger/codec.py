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
from functools import cache
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
    _put_noun(row, "", type(noun), noun)
    return row


def from_row(cls: type[Noun], row: Mapping[str, Any], words: Words) -> Noun:
    """The noun whose columns ``to_row`` made; spans are cut from ``words``."""
    return cast(Noun, _take_noun(row, "", cls, words))


def dumps(value: Any) -> str:
    """A nested value as JSON text."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def loads(kind: Any, text: str | None, words: Words) -> Any:
    """The value of type ``kind`` whose JSON text ``dumps`` made."""
    return None if text is None else _decoder(kind)(json.loads(text), words)


def _put_noun(row: Row, prefix: str, cls: Any, noun: Any) -> None:
    for name, kind in _kinds(cls).items():
        value = None if noun is None else getattr(noun, name)
        if kind is Span or kind is Window:
            inner = _inner(prefix, name)
            for cell in _ENDS[kind]:
                row[inner + cell] = None if value is None else _cell(getattr(value, cell))
        elif is_dataclass(kind):
            _put_noun(row, f"{prefix}{name}_", kind, value)
        else:
            row[prefix + name] = _cell(value)


def _take_noun(row: Mapping[str, Any], prefix: str, cls: Any, words: Words) -> Any:
    kinds = _kinds(cls)
    if prefix and row[prefix + _mark(cls)] is None:
        return None
    return cls(**{name: _take(row, prefix, name, kind, words) for name, kind in kinds.items()})


def _take(row: Mapping[str, Any], prefix: str, name: str, kind: Any, words: Words) -> Any:
    if kind is Span:
        part, start, end = (row[_inner(prefix, name) + cell] for cell in _ENDS[Span])
        return None if start is None else words.span(start, end, part)
    if kind is Window:
        return _window([row[_inner(prefix, name) + cell] for cell in _ENDS[Window]], words)
    if is_dataclass(kind):
        return _take_noun(row, f"{prefix}{name}_", kind, words)
    value = row[prefix + name]
    if kind is dt.date:
        return _day(value)
    if kind is bool:
        return bool(value)
    return loads(kind, value, words) if get_origin(kind) is tuple else value


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
    if isinstance(value, Span):
        return [value.start, value.end] + (["title"] if value.part == "title" else [])
    if isinstance(value, Window):
        return [_iso(value.earliest), _iso(value.latest)]
    if isinstance(value, Counter):
        return [[_plain(key), times] for key, times in value.items()]
    if is_dataclass(value):
        plain = {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
        return {name: v for name, v in plain.items() if v is not None and v != []}
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    return _iso(value) if isinstance(value, dt.date) else value


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
    return lambda v, words: v


def _many(one: Decoder) -> Decoder:
    return lambda values, words: tuple(one(v, words) for v in values)


def _counted(one: Decoder) -> Decoder:
    return lambda pairs, words: Counter({one(key, words): times for key, times in pairs})


def _nested(cls: Any) -> Decoder:
    decoders = {name: _decoder(kind) for name, kind in _kinds(cls).items()}
    absent = {n: k for n, k in _kinds(cls).items() if get_origin(k) is not Counter}
    empty = {n: () if get_origin(k) is tuple else None for n, k in absent.items()}
    counts = [n for n in decoders if n not in absent]

    def decode(v: Any, words: Words) -> Any:
        return cls(
            **(
                {n: Counter() for n in counts}
                | empty
                | {name: decoders[name](part, words) for name, part in v.items()}
            )
        )

    return decode


def _window(bounds: Any, words: Words) -> Window | None:
    earliest, latest = bounds
    return Window(_day(earliest), _day(latest)) if earliest or latest else None


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
