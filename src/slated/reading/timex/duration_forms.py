"""Forms that say how long, how often, how long ago, or only vaguely when."""

from __future__ import annotations

import datetime as dt
import math

from slated.model import Window
from slated.reading.timex.calendar import move, period
from slated.reading.timex.numbers import about_mod, count_of, least_of, word_marks, word_values
from slated.reading.timex.patterns import Found
from slated.reading.timex.period_forms import grain_of
from slated.reading.timex.sense import Context, Direction, Sense, named_period, without_window

# what a rate is counted in: "$3 million a year", "ten seats a week"
_RATES = frozenset(
    {
        "million",
        "billion",
        "trillion",
        "thousand",
        "hundred",
        "cents",
        "times",
        "once",
        "twice",
        "seats",
        "flights",
    }
)
_CLOCK = {"h": "H", "m": "M", "s": "S"}
# units that TIMEX3 values count in another unit: factor and unit
_COUNTED_IN = {"F": (2, "W"), "K": (2, "D"), "E": (10, "Y"), "C": (100, "Y"), "Q": (3, "M")}


def unit_of(found: Found) -> str:
    """The letter of the captured unit."""
    word = found.word("unit") or found.word("units")
    return word_marks("unit").get(word) or word_marks("units").get(word) or word_marks("second")[word]


def duration_value(count: float | None, unit: str) -> str:
    """The TIMEX3 value of a duration: P3W, PT2H, PXM, P2Y6M."""
    if unit in _CLOCK:
        return _clock_duration(count, _CLOCK[unit])
    if count is None:
        return f"PX{unit if unit not in 'FK' else 'W'}"
    factor, letter = _COUNTED_IN.get(unit, (1, unit))
    count *= factor
    whole = int(count)
    if count != whole and letter == "Y":
        return f"P{whole}Y{round((count - whole) * 12)}M" if whole else f"P{round(count * 12)}M"
    return f"P{whole if count == whole else f'{count:g}'}{letter}"


def _clock_duration(count: float | None, letter: str) -> str:
    if count is None:
        return f"PTX{letter}"
    whole = int(count)
    if count != whole and letter in "HM":
        lower = "M" if letter == "H" else "S"
        return (f"PT{whole}{letter}" if whole else "PT") + f"{round((count - whole) * 60)}{lower}"
    return f"PT{whole if count == whole else f'{count:g}'}{letter}"


def duration(found: Found, context: Context) -> Sense | None:
    """ "three weeks", "two-day", "the next three or four weeks", "the past two months", "years"."""
    unit = unit_of(found)
    counted = found.has("count")
    count = count_of(found.tokens("count")) if counted else None
    if count == 0 or _is_fraction(found, unit):
        return None
    mod = about_mod(found)
    if counted and found.has("half_more") and count is not None:
        count += 0.5
    if found.has("or_two"):
        count = float(word_values("small")[found.word("or_two")])
    pointed: Direction = -1 if found.has("past") else 1 if found.has("ahead") else 0
    length = _in_days(count, unit)
    window = _reach(context.today, length, pointed)
    least = _least(found) if length and counted and unit not in _CLOCK else None
    value = duration_value(count, unit)
    return Sense("DURATION", value, mod, window, None, length, pointed, least=least)


def _least(found: Found) -> float | None:
    return 1 if found.has("or_two") else least_of(found.tokens("count"))


def _in_days(count: float | None, unit: str) -> tuple[float, str] | None:
    """The length in units of the calendar; hours count from half a day on, as whole days."""
    if count is None:
        return None
    if unit in _CLOCK:
        return (math.ceil(count / 24), "D") if unit == "h" and count >= 12 else None
    return count, unit


def _is_fraction(found: Found, unit: str) -> bool:
    """ "three-quarters", "a quarter of the market", "$3 a year"."""
    if found.word_at(0) in {"-", "–"} and found.word_at(1) in {"ago", "earlier"}:
        return True
    if unit == "Q" and (
        found.word_at(0) == "of" or (found.word("units") == "quarters" and "-" in found.text)
    ):
        return True
    before = found.word_at(-1)
    if found.word("count") not in {"a", "an"} or not found.has("unit") or found.has("about"):
        return False
    return before.isdigit() or before in _RATES or before in word_marks("units")


def _reach(today: dt.date | None, length: tuple[float, str] | None, pointed: Direction) -> Window | None:
    """The days that "the next three weeks" or "the past two months" reach over."""
    if today is None or length is None or pointed == 0:
        return None
    count, unit = length
    if count > 5000 or not in_calendar(today, count, unit):
        return None
    other = move(today, unit, count * pointed)
    return Window(None, other) if pointed > 0 else Window(other, today)


def length_ahead(day: dt.date, count: float, unit: str) -> dt.date:
    """The day that lies a duration ahead of ``day``."""
    return move(day, unit, count)


def in_calendar(day: dt.date, count: float, unit: str) -> bool:
    """True where a day that many units before or after ``day`` is still in the calendar."""
    years = {"Y": 1.0, "E": 10.0, "C": 100.0, "Q": 0.25, "M": 1 / 12}.get(unit, 1 / 52) * count
    return 1000 + years < day.year < 2999 - years


def ago(found: Found, context: Context) -> Sense | None:
    """ "two weeks ago", "a year earlier", "three days later": a period as coarse as the unit."""
    unit = unit_of(found)
    count = count_of(found.tokens("count")) if found.has("count") else None
    mod = about_mod(found)
    sign = 1 if found.word("after") else -1
    base = context.today if found.has("ago") else context.anchor_day
    if unit == "Y" and context.quarter and context.quarter.earliest and count == 1 and sign < 0:
        return named_period("quarter", period("quarter", move(context.quarter.earliest, "Y", -1)), mod)
    # "a day later than planned" is counted from another day, which is not told
    if found.word_at(0) == "than" or base is None or count is None or not in_calendar(base, count, unit):
        return without_window("PAST_REF" if sign < 0 else "FUTURE_REF", None, mod)
    if unit in _CLOCK:
        if unit == "h" and count % 24 == 0 and 0 < count <= 240:
            return named_period("day", period("day", base, round(sign * count / 24)), mod)
        return named_period("day", Window.on(base), mod) if count < 12 else None
    day = move(base, unit, sign * count)
    grain = grain_of(unit) or "week"
    if not found.has("ago"):
        grain = _kept_grain(context, unit, grain)
    if grain in {"decade", "century"} or count != int(count):
        grain = "year"
    if grain == "weekend":
        grain = "week"
    return named_period(grain, period(grain, day), mod)


def _kept_grain(context: Context, unit: str, grain: str) -> str:
    """A year before a quarter is a quarter: the anchor's grain where it is finer than the unit's."""
    anchor = context.anchor.grain if context.anchor else None
    if anchor in {"month", "day"} and unit in {"M", "W"}:
        return anchor or grain
    return grain


def repeated(found: Found, context: Context) -> Sense | None:
    """ "daily", "every Tuesday", "twice a year", "Saturdays"."""
    del context
    if found.has("set_word"):
        return Sense("SET", word_marks("set_word")[found.word("set_word")])
    if found.has("weekday") or found.has("weekdays"):
        number = (
            word_values("weekday").get(found.word("weekday"))
            or word_values("weekdays")[found.word("weekdays")]
        )
        return Sense("SET", f"XXXX-WXX-{number}")
    if found.has("month"):
        return Sense("SET", f"XXXX-{word_values('month')[found.word('month')]:02d}")
    if found.has("season"):
        return Sense("SET", f"XXXX-{word_marks('season')[found.word('season')]}")
    if found.has("daypart"):
        return Sense("SET", f"XXXX-XX-XXT{word_marks('daypart')[found.word('daypart')]}")
    count = count_of(found.tokens("count")) if found.has("every") and found.has("count") else 1
    return Sense("SET", duration_value(count, unit_of(found)))


def vague(found: Found, context: Context) -> Sense | None:
    """ "now", "recently", "the near future": TIMEX3's three references."""
    del context
    if found.has("soon") and (
        found.word_at(0) in {"as", "after"} or found.word_at(-1) in {"as", "how", "too"}
    ):
        return None
    named = word_marks("now") | word_marks("soon")
    return Sense("DATE", named.get(found.word("now") or found.word("soon")) or found.constants["value"])
