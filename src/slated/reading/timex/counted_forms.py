"""Forms that count: a day from the date beside it, a weekday within a month or back from now."""

from __future__ import annotations

import datetime as dt

from slated.reading.timex.calendar import DAY, move, nth_weekday, period
from slated.reading.timex.day_forms import (
    calendar_day,
    day_of_nth,
    month_of,
    nearest,
    stated_year,
    weekday,
    weekday_near,
    weekday_number,
)
from slated.reading.timex.numbers import count_of, nth_of, word_marks, word_values
from slated.reading.timex.patterns import Found
from slated.reading.timex.sense import Context, Piece, Sense, on_day, without_window

_RECENT = 7  # days: "later in the day" is of the day named before where that is so near
_MOST_WEEKS = 50


def day_beside(found: Found, context: Context) -> Sense | None:
    """ "the day after the June 8 vote", "the eve of Friday's match"."""
    named = weekday(found, context) if not found.has("month") and found.has("weekday") else None
    day = named or calendar_day(found, context)
    if day is None or day.window is None or day.window.earliest is None:
        return day
    shift = word_values("beside").get(found.word("beside"), -1)
    return on_day(day.window.earliest + shift * DAY)


def weekday_in_month(found: Found, context: Context) -> Sense | None:
    """ "the first Monday in May", "the last Friday of next month"."""
    number = -1 if found.has("final") else nth_of(found.word("nth"))
    day_number = weekday_number(found.word("weekday"))
    if not -1 <= number <= 5:
        return None
    if not found.has("month"):
        base = context.anchor_day if found.has("following") or found.has("previous") else context.today
        if base is None:
            return without_window("XXXX-XX-XX", "day")
        first = period("month", base, _shift(found)).earliest
        assert first is not None, "a month has a first day"
        return _in_month(first.year, first.month, number, day_number)
    year = stated_year(found, context)
    if year is not None:
        return _in_month(year, month_of(found), number, day_number)
    if context.today is None:
        return without_window("XXXX-XX-XX", "day")
    years = range(context.today.year - 1, context.today.year + 2)
    senses = [s for y in years if (s := _in_month(y, month_of(found), number, day_number))]
    days = [s.window.earliest for s in senses if s.window and s.window.earliest]
    return on_day(nearest(days, context.today, context.direction_at(found))) if days else None


def _shift(found: Found) -> int:
    if found.has("next") or found.has("following"):
        return 1
    return -1 if found.has("last") or found.has("previous") else 0


def _in_month(year: int, month: int, number: int, weekday: int) -> Sense | None:
    """None where the month has no fifth such day."""
    day = nth_weekday(year, month, number, weekday)
    return on_day(day) if day.month == month else None


def weekday_ago(found: Found, context: Context) -> Sense | None:
    """ "two Fridays ago": counted back from the last one before today."""
    count = count_of(found.tokens("count"))
    number = word_values("weekdays")[found.word("weekdays")]
    if context.today is None or count is None or not 1 <= count <= _MOST_WEEKS or number is None:
        return without_window("PAST_REF")
    last = weekday_near(context.today, number, -1, exact=False)
    return on_day(last - dt.timedelta(days=7 * (int(count) - 1)))


def this_time(found: Found, context: Context) -> Sense | None:
    """ "this time next year": the day a year from now."""
    if context.today is None:
        return without_window("XXXX")
    unit = word_marks("unit")[found.word("unit")]
    if unit not in "DWMY":
        return None
    return on_day(move(context.today, unit, 1 if found.has("next") else -1))


def same_day(found: Found, context: Context) -> Sense | None:
    """ "later in the day": the day named just before, where it is near; else today."""
    today, anchor = context.today, context.anchor
    if today is None:
        return without_window("XXXX-XX-XX", "day")
    named = context.anchor_day if anchor and anchor.grain == "day" else None
    near = named is not None and abs((named - today).days) <= _RECENT
    del found
    return on_day(named if named is not None and near else today)


def nth_pair(found: Found, context: Context) -> tuple[Piece, ...] | None:
    """ "the 18th and 19th"."""
    first = day_of_nth(found, context, nth_of(found.word("first")))
    second = day_of_nth(found, context, nth_of(found.word("second")))
    if first is None or second is None:
        return None
    at = found.captured["second"][0]
    return Piece(found.first, found.captured["first"][1], first), Piece(at, found.last, second)
