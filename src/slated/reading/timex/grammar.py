"""The English grammar of times: lexicon, patterns and the form that reads each."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from slated.model import Window
from slated.reading.lexicon import load_table
from slated.reading.timex import counted_forms, day_forms, duration_forms, month_forms, period_forms
from slated.reading.timex.calendar import DAY, add_months
from slated.reading.timex.holidays import holiday_names
from slated.reading.timex.patterns import Compiler, Found, Grammar, Pattern
from slated.reading.timex.sense import Context, Form, Piece, Sense
from slated.reading.timex.words import Lexicon, Words

_HALF_A_YEAR = 6  # months
_JOINTS = frozenset({"or", "and", "and/or", "/", "&"})
_NAMED = frozenset(
    {"weekday", "calendar_day", "day_pair", "pair_day", "day_list", "month", "season", "bare_season"}
)
FORMS: dict[str, Form] = {
    "calendar_day": day_forms.calendar_day,
    "day_pair": day_forms.day_pair,
    "pair_day": day_forms.pair_day,
    "day_list": day_forms.day_list,
    "nth_pair": counted_forms.nth_pair,
    "nth_weekday": counted_forms.weekday_in_month,
    "day_beside": counted_forms.day_beside,
    "weekday_ago": counted_forms.weekday_ago,
    "this_time": counted_forms.this_time,
    "same_day": counted_forms.same_day,
    "nth_of_month": day_forms.nth_of_month,
    "deictic_day": day_forms.deictic_day,
    "weekday": day_forms.weekday,
    "from_day": day_forms.from_day,
    "clock_time": day_forms.clock_time,
    "holiday": day_forms.holiday,
    "following_day": day_forms.following_day,
    "month": month_forms.month,
    "part_of_month": month_forms.part_of_month,
    "new_year": period_forms.new_year,
    "year": period_forms.year,
    "fiscal_year": period_forms.fiscal_year,
    "this_period": period_forms.this_period,
    "year_end": period_forms.year_end,
    "quarter": period_forms.quarter,
    "season": period_forms.season,
    "bare_season": period_forms.bare_season,
    "decade": period_forms.decade,
    "century": period_forms.century,
    "week_of": period_forms.week_of,
    "year_ago": period_forms.year_ago,
    "ago": duration_forms.ago,
    "duration": duration_forms.duration,
    "repeated": duration_forms.repeated,
    "vague": duration_forms.vague,
    "no_time": lambda found, context: (),
}


@cache
def english() -> tuple[Lexicon, Grammar, Grammar]:
    """The lexicon of English, the grammar of its times and the grammar of the bounds beside them."""
    words = dict(load_table("time_words"))
    lexicon = Lexicon(words, frozenset(words.pop("capitalised")))
    times = _declared(load_table("time_patterns"))
    times += [("holiday", says, {"holiday": name}) for says, name in _holiday_patterns()]
    bounds = _declared(load_table("time_bounds"))
    macros = load_table("time_patterns")["macros"] | load_table("time_bounds").get("macros", {})
    compiler = Compiler(lexicon, macros)
    for _, says, _ in times + bounds:
        compiler.learn(says)
    lexicon.close()
    return lexicon, Grammar(_compiled(compiler, times)), Grammar(_compiled(compiler, bounds))


def _declared(table: dict[str, Any]) -> list[tuple[str, str, dict[str, str]]]:
    return [
        (entry["form"], says, {k: str(v) for k, v in entry.items() if k not in {"form", "says"}})
        for entry in table["pattern"]
        for says in entry["says"]
    ]


def _holiday_patterns() -> Iterator[tuple[str, str]]:
    for called, name in holiday_names():
        words = " ".join(re.findall(r"['’]s\b|[a-z]+\.?|'", called))
        yield f"{{pointing:pointing}}? {words} ( ,? of? {{year}} | ,? of? {{rel_year}} )?", name
        if "'s" in words:
            yield words.replace("'s", "’s"), name


def _compiled(compiler: Compiler, declared: list[tuple[str, str, dict[str, str]]]) -> list[Pattern]:
    return [compiler.compile(form, says, constants) for form, says, constants in declared]


def read_pieces(words: Words, context: Context) -> list[Piece]:
    """Every time expression in the words, from left to right; the longest reading that makes sense."""
    grammar = english()[1]
    pieces: list[Piece] = []
    at = grammar.start_from(words, 0)
    while at is not None:
        step = at + 1
        for found in grammar.matches(words, at):
            made = FORMS[found.form](found, context)
            if made is None:
                continue
            new = (Piece(found.first, found.last, made),) if isinstance(made, Sense) else made
            new = tuple(_turning(found, piece) for piece in new)
            for piece in new:
                context = context.after(found.form, piece.sense)
            pieces.extend(new)
            step = found.last
            break
        at = grammar.start_from(words, step) if step < len(words.tokens) else None
    return _with_shared_years(words, pieces)


def _with_shared_years(words: Words, pieces: list[Piece]) -> list[Piece]:
    """The pieces: "March or April 2024" are of one year, "December or January 2024" of two."""
    shared = list(pieces)
    for k in range(len(shared) - 2, -1, -1):
        left, right = shared[k], shared[k + 1]
        gap = [t.word for t in words.tokens[left.last : right.first]]
        named = left.sense.turns == "year" and right.sense.turns is None
        if named and left.sense.grain == right.sense.grain and len(gap) == 1 and gap[0] in _JOINTS:
            shared[k] = replace(left, sense=_in_year_of(left.sense, right.sense))
    return shared


def _in_year_of(sense: Sense, later: Sense) -> Sense:
    """The sense, which names no year, in the year of ``later``, which does, or the one before: the nearer."""
    window, after = sense.window, later.window
    if window is None or after is None or not (window.earliest and window.latest and after.earliest):
        return sense
    years = after.earliest.year - window.earliest.year
    if window.earliest.month - after.earliest.month > _HALF_A_YEAR:
        years -= 1
    if window.earliest.year + years < dt.MINYEAR:
        return sense
    first = add_months(window.earliest, 12 * years)
    last = add_months(window.latest + DAY, 12 * years) - DAY
    if sense.grain == "month" and sense.mod is None and first.day == 1:
        last = add_months(first, 1) - DAY  # of this month only the days so far were meant
    value = f"{first.year:04d}{sense.value[4:]}"
    return replace(sense, value=value, window=Window(first, last), turns=None)


def _turning(found: Found, piece: Piece) -> Piece:
    """The piece, marked with how often its name comes round where nothing fixes which is meant."""
    fixed = ("year", "spelled_year", "rel", "pointing", "iso", "slash", "today")
    if found.form not in _NAMED or any(map(found.has, fixed)):
        return piece
    return replace(piece, sense=replace(piece.sense, turns="week" if found.form == "weekday" else "year"))
