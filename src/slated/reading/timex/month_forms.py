"""Forms that name a month or a part of one."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from slated.model import Window
from slated.reading.timex.calendar import DAY, month_window, nth_weekday
from slated.reading.timex.day_forms import month_of, stated_year
from slated.reading.timex.numbers import count_of, nth_of, word_marks, word_values
from slated.reading.timex.patterns import Found
from slated.reading.timex.period_forms import narrowed, nearest_period, so_far
from slated.reading.timex.sense import Context, Sense, named_period, without_window

_AFTER_THAT = frozenset(
    {"when", "after", "as", "and", "but", "in", "at", "by", "to", "with", "the", "he", "she", "it"}
)


def month(found: Found, context: Context) -> Sense | None:
    """ "October", "late February", "next March", "May of this year"."""
    alone = found.form == "month" and not any(
        found.has(n) for n in ("pointing", "part", "edge", "later", "year", "spelled_year", "rel")
    )
    if alone and _is_other_word(found):
        return None
    number, year, today = month_of(found), stated_year(found, context), context.today
    if found.has("that") and found.word_at(0).isalpha() and found.word_at(0) not in _AFTER_THAT:
        # "said that December sales fell"
        return None
    if year is None and (found.has("that") or found.has("following") or found.has("previous")):
        today = context.anchor_day
    if year is not None:
        window = month_window(year, number)
    elif today is None:
        return without_window(f"XXXX-{number:02d}", "month")
    else:
        window = _pointed_month(found, context, today, number)
    return so_far(narrowed(named_period("month", window), found, context), found, context)


def _pointed_month(found: Found, context: Context, today: dt.date, number: int) -> Window:
    months = [month_window(y, number) for y in (today.year - 1, today.year, today.year + 1)]
    if found.has("that"):
        return nearest_period(months, today, 0)
    this = today.replace(day=1)
    if found.has("last") or found.has("previous"):
        return [w for w in months if w.earliest and w.earliest < this][-1]
    if found.has("this") and not found.has("next"):
        return months[1]
    if found.has("next") or found.has("following"):
        return next(w for w in months if w.earliest and w.earliest > this)
    return nearest_period(months, today, context.direction_at(found))


def part_of_month(found: Found, context: Context) -> Sense | None:
    """ "the first week of April", "the second half of May", "the last weekend in June"."""
    whole = month(found, context)
    if whole is None or whole.window is None or whole.window.earliest is None:
        return whole
    number = -1 if found.has("final") else 2 if found.has("latter") else nth_of(found.word("nth"))
    window = _slice(whole.window.earliest, number, found)
    return replace(whole, window=window) if window else None


def _slice(first: dt.date, number: int, found: Found) -> Window | None:
    """The numbered week, weekend, half or few days of the month that begins on ``first``."""
    last = month_window(first.year, first.month).latest
    assert last is not None
    if found.has("half"):
        middle = first + 14 * DAY
        return {1: Window(first, middle), 2: Window(middle + DAY, last), -1: Window(middle + DAY, last)}.get(
            number
        )
    if found.has("count"):
        size = {"D": 1, "W": 7}.get(word_marks("units").get(found.word("size"), ""), 0)
        return _first_days(first, number, int(count_of(found.tokens("count")) or 0) * size)
    unit = word_marks("unit").get(found.word("unit"), "D")
    if found.has("few_days"):
        days = found.word("few_days") == "days"
        return (
            {1: Window(first, first + 4 * DAY), -1: Window(last - 4 * DAY, last)}.get(number)
            if days
            else None
        )
    if number > 5 or unit not in "DWK":
        return None
    if unit == "K":
        saturday = nth_weekday(first.year, first.month, number, 6)
        return Window(saturday, saturday + DAY)
    size = 7 if unit == "W" else 1
    start = last - (size - 1) * DAY if number < 0 else first + (number - 1) * size * DAY
    return Window(start, min(start + (size - 1) * DAY, last))


def _first_days(first: dt.date, number: int, days: int) -> Window | None:
    """The first (1) or last (-1) so many days of the month that begins on ``first``."""
    last = month_window(first.year, first.month).latest
    assert last is not None, "a month has a last day"
    if number not in {1, -1} or not 1 <= days <= last.day:
        return None
    return Window(first, first + (days - 1) * DAY) if number > 0 else Window(last - (days - 1) * DAY, last)


def _is_other_word(found: Found) -> bool:
    """True for "may" and "march" where nothing around makes a month of them."""
    word = found.word("month")
    if word not in word_values("month_or_word"):
        return False
    before, after = found.word_at(-1), found.word_at(0)
    if after.isalpha() and found.raw_at(0)[0].isupper() and len(word) == 3:
        return True
    if before in word_values("month") or before in word_values("preposition"):
        return False
    if word == "march" and after in {"for", "on"} and found.raw_at(1)[:1].isupper():
        # "the annual March for Peace"
        return True
    if before in {"or", "and", "-", "–"} and found.word_at(-2) in word_values("month"):
        return False
    if after in {"'s", "’s"}:
        return False
    # a capital within running text: "the May meeting", but not "Prime Minister May"
    return not (before in {"the", "'s", "’s"} or (before.isalpha() and found.raw_at(-1).islower()))
