"""Forms that name a day, or a time of one."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from slated.model import Window
from slated.reading.timex.calendar import DAY, add_months, day_or_none, move
from slated.reading.timex.holidays import holiday_in
from slated.reading.timex.numbers import (
    about_mod,
    count_of,
    full_year,
    nth_of,
    word_marks,
    word_values,
    year_of,
)
from slated.reading.timex.patterns import Found
from slated.reading.timex.sense import Context, Direction, Piece, Sense, on_day, without_window

_MOST = 800  # units ahead: more is no date that news names
_FAR = 340  # days: a bare day this far off on one side is meant on the other


def month_of(found: Found) -> int:
    """The number of the captured month."""
    word = found.word("month")
    return word_values("month").get(word) or word_values("month_or_word")[word]


def stated_year(found: Found, context: Context) -> int | None:
    """The year that stands beside: "2018", "of last year", "that year"."""
    year = year_of(found)
    if year is None and found.has("rel"):
        word = found.word("rel")
        if word in word_values("that") or word in word_values("following") or word in word_values("previous"):
            day = context.anchor_day
            shift = word_values("following").get(word, word_values("previous").get(word, 0))
        else:
            day = context.today
            shift = word_values("last").get(word, word_values("next").get(word, 0))
        year = day.year + shift if day else None
    return year


def nearest(candidates: list[dt.date], today: dt.date, direction: Direction) -> dt.date:
    """The candidate on the side that ``direction`` names, unless it is far and another is near."""
    # of two as near, the one that has been
    close = min(candidates, key=lambda day: abs(day - today) * (1.2 if day > today else 1))
    if direction == 0:
        return close
    side = [day for day in candidates if (day - today).days * direction >= 0]
    chosen = min(side, key=lambda day: abs(day - today), default=close)
    return chosen if abs(chosen - today).days <= _FAR else close


def calendar_day(found: Found, context: Context) -> Sense | None:
    """ "Oct. 8, 2018", "Tuesday, June 12", "late 8 October", "2018-10-08", "10/8/2018"."""
    sense = _calendar_day(found, context)
    mod = word_marks("part").get(found.word("part"))
    return replace(sense, mod=mod) if sense and mod else sense


def _calendar_day(found: Found, context: Context) -> Sense | None:
    if found.has("iso"):
        return _written(*(int(n) for n in found.word("iso").split("-")))
    if found.has("dotted"):
        day, month, year = (int(n) for n in found.word("dotted").split("."))
        return _written(year, month, day)
    if found.has("slash"):
        month, day, year = (int(n) for n in found.word("slash").split("/"))
        year = year if year > 99 else full_year(year)
        return _written(year, month, day) or _written(year, day, month)
    if not found.has("month"):
        return None
    number = nth_of(found.word("day"))
    return _day_in_month(found, context, number)


def _written(year: int, month: int, day: int) -> Sense | None:
    date = day_or_none(year, month, day)
    return on_day(date) if date else None


def _day_in_month(found: Found, context: Context, number: int, named: int | None = None) -> Sense | None:
    """The day of that number; a weekday that is told is that of the day ``named``, or else its own."""
    month, year = month_of(found), stated_year(found, context)
    if year is not None:
        return _written(year, month, number)
    if context.today is None:
        valid = day_or_none(2000, month, number)
        return without_window(f"XXXX-{month:02d}-{number:02d}", "day") if valid else None
    years = range(context.today.year - 4, context.today.year + 5)
    days = [day for y in years if (day := day_or_none(y, month, number))]
    if found.has("weekday"):
        weekday = weekday_number(found.word("weekday"))
        told = {
            y for y in years if (d := day_or_none(y, month, named or number)) and d.isoweekday() == weekday
        }
        days = [day for day in days if day.year in told] or days
    if not days:
        return None
    direction = -1 if found.has("last") else 1 if found.has("next") else context.direction_at(found)
    return on_day(nearest(days, context.today, direction))


def day_pair(found: Found, context: Context) -> tuple[Piece, ...] | None:
    """ "Jan. 22-25", "April 24 and 25": two days, the second without its month."""
    number = nth_of(found.word("first"))
    first = _day_in_month(found, context, number)
    second = _day_in_month(found, context, nth_of(found.word("second")), number)
    if not first or not second or _precedes_noun(found, found.word("second")):
        return None
    at = found.captured["second"][0]
    return Piece(found.first, found.captured["first"][1], first), Piece(at, found.last, second)


def day_list(found: Found, context: Context) -> tuple[Piece, ...] | None:
    """ "March 18, 19 and 20": three days, two of them without their month."""
    names = ("first", "middle", "second")
    days = [_day_in_month(found, context, nth_of(found.word(name))) for name in names]
    spans = [found.captured[name] for name in names]
    firsts = [found.first, spans[1][0], spans[2][0]]
    lasts = [spans[0][1], spans[1][1], found.last]
    pieces = [Piece(f, t, day) for f, t, day in zip(firsts, lasts, days, strict=True) if day is not None]
    return (
        tuple(pieces)
        if len(pieces) == len(names) and not _precedes_noun(found, found.word("second"))
        else None
    )


def pair_day(found: Found, context: Context) -> tuple[Piece, ...] | None:
    """ "27 and 28 February": two days, the first without its month."""
    number = nth_of(found.word("first"))
    first = _day_in_month(found, context, number)
    second = _day_in_month(found, context, nth_of(found.word("second")), number)
    if not first or not second:
        return None
    at = found.captured["last_weekday" if found.has("last_weekday") else "second"][0]
    return Piece(found.first, found.captured["first"][1], first), Piece(at, found.last, second)


def _precedes_noun(found: Found, number: str) -> bool:
    """True where a bare number counts something that follows ("April 24 and 25 people")."""
    following = found.word_at(0)
    if not number.isdigit() or not following.isalpha():
        return False
    return found.symbol_at(0) == "x" and "-" not in {found.words.tokens[found.last - 2].word}


def nth_of_month(found: Found, context: Context) -> Sense | None:
    """ "the 15th", where nothing follows that it could count."""
    following = found.word_at(0)
    if following.isalnum() and found.symbol_at(0) == "x":
        return None
    if found.word_at(-1) not in {
        "on",
        "by",
        "until",
        "till",
        "before",
        "after",
        "since",
        "for",
        "from",
        "be",
    }:
        return None
    return day_of_nth(found, context, nth_of(found.word("day")))


def day_of_nth(found: Found, context: Context, number: int) -> Sense | None:
    """The day so numbered of the month last named, or of the one that is near."""
    base = context.anchor_day
    if base is None or context.today is None:
        return without_window(f"XXXX-XX-{number:02d}", "day")
    months = [add_months(base.replace(day=1), shift) for shift in (-1, 0, 1)]
    days = [day for m in months if (day := day_or_none(m.year, m.month, number))]
    direction = context.direction_at(found)
    if not days:
        return None
    if context.anchor and context.anchor.grain in {"day", "month"} and days:
        same = [d for d in days if (d.year, d.month) == (base.year, base.month)]
        if same and (direction <= 0 or same[0] >= context.today):
            return on_day(same[0])
    return on_day(nearest(days, context.today, direction))


def weekday_number(word: str) -> int:
    """Monday is 1."""
    return word_values("weekday").get(word) or word_values("weekday_short")[word]


def weekday_near(today: dt.date, weekday: int, direction: Direction, exact: bool) -> dt.date:
    """The weekday before (or on) ``today``, after it where ``direction`` is ahead.

    Where the creation time is one end of an interval, the day itself does not count.
    """
    if direction > 0:
        ahead = (weekday - today.isoweekday()) % 7
        return today + (ahead or (0 if exact else 7)) * DAY
    back = (today.isoweekday() - weekday) % 7
    return today - (back or (0 if exact else 7)) * DAY


def weekday(found: Found, context: Context) -> Sense | None:
    """ "Tuesday", "last Friday", "late Friday afternoon", "Wednesday of next week"."""
    number = weekday_number(found.word("weekday"))
    day = _weekday_day(found, context, number)
    if day is None:
        return without_window(f"XXXX-WXX-{number}", "day")
    return with_daypart(on_day(day, word_marks("part").get(found.word("part"))), found.word("daypart"))


def _weekday_day(found: Found, context: Context, number: int) -> dt.date | None:
    today = context.today
    if found.has("week_ahead"):
        return today + (7 - today.isoweekday() + number) * DAY if today else None
    if found.has("week_pointing"):
        base = today
        shift = word_values("last").get(found.word("last"), word_values("next").get(found.word("next"), 0))
        if found.has("following") or found.has("previous") or found.has("that"):
            base, shift = context.anchor_day, int(found.has("following")) - int(found.has("previous"))
        return base + (number - base.isoweekday() + 7 * shift) * DAY if base else None
    if found.has("following") or found.has("previous") or found.has("that"):
        anchor = context.anchor_day
        if anchor is None:
            return None
        if found.has("that"):
            return weekday_near(anchor, number, 1, exact=True)
        return weekday_near(anchor, number, 1 if found.has("following") else -1, exact=False)
    if today is None:
        return None
    return _pointed_weekday(found, context, today, number)


def _pointed_weekday(found: Found, context: Context, today: dt.date, number: int) -> dt.date:
    if found.has("last"):
        return weekday_near(today, number, -1, exact=False)
    if found.word("next") in {"coming", "upcoming"} or (found.has("next") and found.has("this")):
        return weekday_near(today, number, 1, exact=False)
    if found.has("next"):
        # the day of the next week, Monday to Sunday
        return today + (7 - today.isoweekday() + number) * DAY
    direction = context.direction_at(found)
    if found.has("this") and direction == 0:
        direction = 1
    if direction < 0 and context.exact and (number - today.isoweekday()) % 7 == 1 and _by_clock(found):
        return today + DAY
    return weekday_near(today, number, direction, context.exact)


def _by_clock(found: Found) -> bool:
    """True for "early Thursday", "Friday, local time" and the like.

    Nobody says so of a day six days ago. Where the morning of the coming day is past, the page was
    dated in a zone behind, or before it was last written.
    """
    if word_marks("part").get(found.word("part")) == "START" or found.word("ampm").startswith("a"):
        return True
    if word_marks("daypart").get(found.word("daypart")) == "MO" or found.word_at(-2) == "hours":
        return True
    return "local" in {found.word_at(0), found.word_at(1)}


def with_daypart(sense: Sense, daypart: str) -> Sense:
    """The sense of a day narrowed to its morning, afternoon, evening or night."""
    mark = word_marks("daypart").get(daypart)
    if mark is None:
        return sense
    return Sense("TIME", f"{sense.value}T{mark}", sense.mod, sense.window, sense.grain)


def deictic_day(found: Found, context: Context) -> Sense | None:
    """ "yesterday", "tonight", "this morning", "the day after tomorrow"."""
    word = found.word("overnight") or found.word("today") or found.word("before") or found.word("after")
    shift = word_values("today").get(word, 0)
    if found.has("before"):
        shift -= 1
    if found.has("after"):
        shift += 1
    base = context.anchor_day if found.has("that") else context.today
    daypart = {"tonight": "night", "overnight": "night"}.get(word, found.word("daypart"))
    if found.has("last") and found.has("daypart"):
        shift = -1
    if base is None:
        return without_window("XXXX-XX-XX", "day")
    sense = with_daypart(on_day(base + shift * DAY, word_marks("part").get(found.word("part"))), daypart)
    if word == "overnight":
        sense = Sense("TIME", f"{base - DAY}TNI", None, Window(base - DAY, base), "day")
    return sense


def from_day(found: Found, context: Context) -> Sense | None:
    """ "a week from Tuesday", "two months from now"."""
    count = count_of(found.tokens("count"))
    unit = (
        found.constants.get("unit")
        or word_marks("unit").get(found.word("unit"))
        or word_marks("units").get(found.word("units"), "")
    )
    base = context.today
    if base is not None and found.has("weekday"):
        base = weekday_near(base, weekday_number(found.word("weekday")), 1, context.exact)
    elif base is not None:
        base += word_values("today").get(found.word("today"), 0) * DAY
    if base is None or count is None or count > _MOST:
        return without_window("FUTURE_REF")
    day = on_day(move(base, unit, count))
    if about_mod(found) == "LESS_THAN":
        return replace(day, mod="LESS_THAN", window=Window(None, day.window.latest if day.window else None))
    return day


def following_day(found: Found, context: Context) -> Sense | None:
    """ "The following day", "the previous day", "the same day", by the last date named."""
    base = context.anchor_day
    if base is None:
        return None
    shift = int(found.has("following") or found.has("next")) - int(found.has("previous"))
    return with_daypart(on_day(base + shift * DAY), found.word("daypart"))


def holiday(found: Found, context: Context) -> Sense | None:
    """A day that bears a name: Thanksgiving, Easter Monday, Lunar New Year."""
    name = found.constants["holiday"]
    year = stated_year(found, context)
    today = context.today
    if year is None and today is not None and found.has("last"):
        days = [d for y in (today.year - 1, today.year) if (d := holiday_in(name, y)) and d < today]
        return on_day(days[-1]) if days else None
    if year is None and today is not None and found.has("next"):
        days = [d for y in (today.year, today.year + 1) if (d := holiday_in(name, y)) and d > today]
        return on_day(days[0]) if days else None
    if year is not None:
        day = holiday_in(name, year)
        return on_day(day) if day else None
    if today is None:
        return without_window("XXXX-XX-XX", "day")
    days = [d for y in (today.year - 1, today.year, today.year + 1) if (d := holiday_in(name, y))]
    return on_day(nearest(days, today, context.direction_at(found))) if days else None


def clock_time(found: Found, context: Context) -> Sense | None:
    """ "6:24 p.m. EDT", "noon on Friday", "midnight Thursday"."""
    clock = _clock_value(found)
    if clock is None or (found.has("military") and found.word_at(-1) == "("):
        return None
    if found.word_at(0) == "(" and found.word_at(3) == ")" and found.word_at(4) in word_values("weekday"):
        # "10:35 a.m. (0735 GMT) Friday"
        found = replace(found, captured=found.captured | {"weekday": (found.last + 4, found.last + 5)})
    day: Sense | None
    if found.has("month") or found.has("iso") or found.has("slash"):
        day = calendar_day(found, context)
    elif found.has("weekday"):
        day = weekday(found, context)
    elif found.has("today"):
        day = deictic_day(found, context)
    else:
        base = context.anchor_day if context.anchor and context.anchor.grain == "day" else context.today
        day = on_day(base) if base else without_window("XXXX-XX-XX", "day")
    if day is None:
        return None
    return Sense("TIME", f"{day.value[:10]}T{clock}", None, day.window, "day")


def _clock_value(found: Found) -> str | None:
    if found.has("hour_word"):
        return word_marks("hour_word")[found.word("hour_word")]
    if found.has("military"):
        return f"{found.word('military')[:2]}:{found.word('military')[2:]}"
    hour, _, minute = found.word("clock").replace(".", ":").partition(":")
    hour = hour or found.word("hour") or str(word_values("small").get(found.word("small"), ""))
    if not hour.isdigit() or int(hour) > 24:
        return None
    number = int(hour)
    ampm = found.word("ampm").replace(" ", "")
    if ampm:
        if not 1 <= number <= 12:
            return None
        number = number % 12 + word_values("ampm")[ampm]
    elif found.word("daypart") in {"afternoon", "evening"} and number < 12:
        number += 12
    return f"{number:02d}:{minute[:2] or '00'}"
