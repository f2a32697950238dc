"""Forms that name a month, a quarter, a season, a year or something longer."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from slated.model import Window
from slated.reading.timex.calendar import (
    DAY,
    FIRST_YEAR,
    LAST_YEAR,
    month_window,
    months_window,
    move,
    part_of,
    period,
    season_window,
    year_window,
)
from slated.reading.timex.day_forms import calendar_day, stated_year
from slated.reading.timex.numbers import full_year, nth_of, word_marks, word_values, year_of
from slated.reading.timex.patterns import Found
from slated.reading.timex.sense import Context, Direction, Sense, named_period, on_day, without_window

_RESULTS = 100  # days after a quarter in which its results are news
_FAR = 300  # days: a bare month this far off on one side is meant on the other
# what may follow "the week before" where no noun does ("the week before the vote")
_AFTER_BESIDE = frozenset(
    {"and", "but", "or", "when", "in", "at", "on", "by", "he", "she", "it", "they", "was"}
)
_GRAIN = {
    "D": "day",
    "W": "week",
    "M": "month",
    "Y": "year",
    "E": "decade",
    "C": "century",
    "Q": "quarter",
    "K": "weekend",
}


def grain_of(unit: str) -> str | None:
    """The grain of a unit's letter, None for units that name no period (hours, fortnights)."""
    return _GRAIN.get(unit)


def nearest_period(candidates: list[Window], today: dt.date, direction: Direction) -> Window:
    """The period on the side that ``direction`` names; else the one nearest to ``today``."""

    def distance(window: Window) -> int:
        first, last = window.earliest, window.latest
        assert first is not None and last is not None
        return max((first - today).days, (today - last).days, 0)

    # of two as near, the one that has been
    close = min(candidates, key=lambda w: distance(w) * (1.2 if w.earliest and w.earliest > today else 1))
    if direction == 0:
        return close
    side = [
        w for w in candidates if w.earliest and w.latest and _on_side(w.earliest, w.latest, today, direction)
    ]
    chosen = min(side, key=distance, default=close)
    return chosen if distance(chosen) <= _FAR else close


def _on_side(first: dt.date, last: dt.date, today: dt.date, direction: Direction) -> bool:
    return last >= today if direction > 0 else first <= today


def narrowed(sense: Sense, found: Found, context: Context) -> Sense:
    """The sense of a period cut to the part of it that the words name ("late", "the end of")."""
    if sense.window is None or sense.grain is None:
        return sense
    today = context.today
    if found.has("rest"):
        return replace(sense, window=_rest(sense.window, today, 1))
    if found.has("later") or (found.has("part") and found.word("part") == ""):
        earlier = found.word("later") == "earlier"
        return replace(sense, window=_rest(sense.window, today, -1 if earlier else 1))
    marks = (word_marks(kind).get(found.word(kind)) for kind in ("part", "edge", "opening", "closing"))
    mark = next(filter(None, marks), None)
    if mark is None or sense.grain in {"day", "weekend"}:
        return sense
    edge = found.has("edge") or found.word("stretch") in {"days", "weeks"}
    return replace(sense, mod=mark, window=part_of(sense.window, sense.grain, mark, edge))


def so_far(sense: Sense, found: Found, context: Context) -> Sense:
    """A period that holds today, said of what is past, ends today ("they met in May", in May)."""
    window, today = sense.window, context.today
    if not window or not today or not context.exact or not window.earliest or not window.latest:
        return sense
    if not window.earliest <= today < window.latest or context.direction_at(found) >= 0:
        return sense
    return replace(sense, window=Window(window.earliest, today))


def _rest(window: Window, today: dt.date | None, direction: Direction) -> Window:
    """What lies before (``direction`` -1) or after today of a period that holds today."""
    first, last = window.earliest, window.latest
    if today is None or first is None or last is None or not first <= today <= last:
        return window
    return Window(first, today) if direction < 0 else Window(today, last)


def new_year(found: Found, context: Context) -> Sense | None:
    """ "the new year": the one that is near, the next from spring on or where it lies ahead."""
    if context.today is None:
        return without_window("XXXX", "year")
    ahead = context.today.month > 1 and context.direction_at(found) > 0
    number = context.today.year + int(ahead or context.today.month > 3)
    return narrowed(named_period("year", year_window(number)), found, context)


def year(found: Found, context: Context) -> Sense | None:
    """ "2018", "early 2021", "'98", "nineteen ninety-six", "1950-53"."""
    number = year_of(found)
    if number is None or not 1400 <= number <= 2100:
        return None
    if found.has("to_year"):
        return _years(number, found.word("to_year"))
    if not found.has("part") and not found.has("edge") and not _may_be_year(found, number):
        return None
    return so_far(narrowed(named_period("year", year_window(number)), found, context), found, context)


def _years(first: int, digits: str) -> Sense | None:
    last = int(digits) if len(digits) == 4 else first - first % 100 + int(digits)
    if not first < last <= LAST_YEAR or len(digits) not in {2, 4}:
        return None
    return Sense("DATE", f"{first}/{last}", None, year_window(first, last - first + 1), "years")


def _may_be_year(found: Found, number: int) -> bool:
    """True where a bare four-digit number can be a year by what stands around it."""
    before, after = found.word_at(-1), found.word_at(0)
    if found.has("spelled_year"):
        return number >= 1910 or (before in word_values("preposition") or before == "year")
    if found.word("year").startswith(("'", "’", "‘")):
        return before in word_values("preposition") or before in {"class", "and", "or", "of"}
    if before in {"#", "no", "no.", "number", "flight", "room", "/", "_", "="} or after in {"/", "%"}:
        return False
    if number > 2060 or number < 1700:
        return before in word_values("preposition") and not after.isalpha()
    return after not in word_marks("units") and after not in word_values("not_after_year")


def fiscal_year(found: Found, context: Context) -> Sense | None:
    """ "fiscal 2019", "the current fiscal year": taken as the calendar year of that name."""
    number = year_of(found)
    if number is None:
        if context.today is None:
            return without_window("XXXX", "year")
        shift = word_values("last").get(found.word("last"), word_values("next").get(found.word("next"), 0))
        number = context.today.year + shift - int(found.has("latest"))
    if not FIRST_YEAR < number < LAST_YEAR:
        return None
    return narrowed(named_period("year", year_window(number)), found, context)


def this_period(found: Found, context: Context) -> Sense | None:
    """ "next week", "last year", "the end of the month", "later this year", "that day"."""
    unit = word_marks("unit")[found.word("unit") or found.word("bare") or "quarter"]
    grain = grain_of(unit)
    if grain is None or (grain == "day" and not any(map(found.has, ("that", "bare", "beside")))):
        return None
    today = context.today
    related = any(map(found.has, ("that", "following", "previous", "beside")))
    if found.has("beside") and found.word_at(0).isalnum() and found.word_at(0) not in _AFTER_BESIDE:
        return None
    if found.has("bare") and found.word_at(0) in {"-", "–"}:
        return None
    if found.has("bare") and found.word_at(0) in {"ended", "ending"}:
        return Sense("DURATION", "P3M" if unit == "Q" else f"P1{unit}")
    if grain == "quarter" and (found.has("bare") or found.has("latest") or found.has("that")):
        named = None if found.has("latest") else context.quarter
        window = named or (period("quarter", today, -1) if today else None)
        return narrowed(named_period(grain, window), found, context) if window else without_window("XXXX-QX")
    if related:
        today = context.anchor_day
    if today is None:
        return without_window(
            {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX"}.get(grain, "XXXX"), grain
        )
    window = period(grain, today, _shift(found, grain, today, context))
    sense = narrowed(named_period(grain, window), found, context)
    if sense.mod or found.has("later") or found.has("rest") or related:
        return sense
    return _seen_from_now(sense, found, context, unit)


def _shift(found: Found, grain: str, today: dt.date, context: Context) -> int:
    if found.has("before_last") or found.has("after_next"):
        return -2 if found.has("before_last") else 2
    if found.has("beside"):
        return word_values("beside")[found.word("beside")]
    if found.has("next") and not (found.has("this") and grain == "weekend"):
        return 1
    if found.has("last") and not found.has("this"):
        return -1
    if found.has("following"):
        return 1
    if found.has("previous"):
        return -1
    if found.has("latest") and grain in {"quarter", "month"}:
        return -1
    if found.has("ahead"):
        return 1
    if grain == "weekend" and not found.has("pointing"):
        direction = context.direction_at(found)
        return -1 if direction <= 0 and today.weekday() < 5 else 0
    return 0


def _seen_from_now(sense: Sense, found: Found, context: Context, unit: str) -> Sense:
    """A current period capped at today by the tense; "the past week" and "the next year" reach from today."""
    today = context.today
    if today is None or sense.window is None:
        return sense
    the_last = found.word("pointing").startswith("the last") and found.word_at(0) != "of"
    if found.has("pointing") and (found.word("last") == "past" or the_last):
        begin = period("week", today - DAY).earliest if unit == "W" else move(today, unit, -1)
        return replace(sense, window=Window(begin, today))
    if found.has("next") and found.word("pointing").startswith("the next"):
        return replace(sense, window=Window(None, move(today, unit, 1)))
    if found.has("this") or found.has("current"):
        direction = context.direction_at(found)
        return replace(sense, window=_rest(sense.window, today, direction)) if direction else sense
    return sense


def year_end(found: Found, context: Context) -> Sense | None:
    """ "year-end", the last day of the year; "the year's end", its last month; "month-end", its last days."""
    if context.today is None:
        return without_window("XXXX", "year")
    if found.has("month_unit"):
        grain = grain_of(word_marks("month_unit")[found.word("month_unit")]) or "month"
        whole = named_period(grain, period(grain, context.today))
        assert whole.window is not None, "a period has days"
        return replace(whole, mod="END", window=part_of(whole.window, grain, "END", edge=True))
    this_year = context.today.year
    if found.has("stuck"):
        return on_day(dt.date(this_year, 12, 31))
    whole = named_period("year", year_window(this_year))
    return replace(whole, mod="END", window=month_window(this_year, 12))


def quarter(found: Found, context: Context) -> Sense | None:
    """ "the third quarter of 1984", "next year's first half", "first-quarter", "H2 2031"."""
    half_code = found.word("quarter_code").startswith("h")
    number = (
        int(found.word("quarter_code")[1:] or 0) if found.has("quarter_code") else nth_of(found.word("nth"))
    )
    half = found.has("half") or found.has("last_half") or half_code
    if found.has("last_half"):
        number = 2
    size = 6 if half else 3
    if not 1 <= number <= 12 // size:
        return None
    year, today = stated_year(found, context), context.today
    if found.has("same_year") and today is not None:
        year = today.year
    if half_code and year is None:  # "H2" alone is hydrogen as often
        return None
    if year is not None:
        window = months_window(year, (number - 1) * size + 1, size)
    elif today is None:
        return without_window(f"XXXX-{'H' if half else 'Q'}{number}")
    else:
        spans = [
            months_window(y, (number - 1) * size + 1, size) for y in range(today.year - 1, today.year + 2)
        ]
        direction = context.direction_at(found)
        begun = [w for w in spans if w.earliest and w.earliest <= today][-1]
        # what is said ahead of a quarter just over is of its results
        fresh = begun.latest is not None and (today - begun.latest).days < _RESULTS
        window = nearest_period(spans, today, 1) if direction > 0 and not fresh else begun
    sense = narrowed(named_period("half" if half else "quarter", window), found, context)
    return so_far(sense, found, context)


def season(found: Found, context: Context) -> Sense | None:
    """ "this summer", "the winter of 1994", "next spring"; southern where the words say so."""
    mark = word_marks("season")[found.word("season")]
    south = word_marks("hemisphere").get(found.word("hemisphere")) == "south"
    year, today = stated_year(found, context), context.today
    if found.has("same_year") and today is not None:
        year = today.year
    if year is not None:
        window = season_window(year, mark, south)
    elif today is None:
        return without_window(f"XXXX-{mark}")
    else:
        window = _pointed_season(
            found,
            context,
            today,
            [season_window(y, mark, south) for y in range(today.year - 2, today.year + 3)],
        )
    assert window.earliest is not None
    sense = Sense("DATE", f"{window.earliest.year}-{mark}", None, window, "season")
    return so_far(narrowed(sense, found, context), found, context)


# words before and after a bare season that make a time of it: "by summer,", "in spring"
_SEASON_OPENS = frozenset({"in", "by", "until", "till", "before", "since", "come", "from", "late", "early"})
_SEASON_ENDS = frozenset(
    {"and", "or", "but", "to", "with", "after", "when", "as", "at", "for", "if", "because"}
)


def bare_season(found: Found, context: Context) -> Sense | None:
    """ "in spring", "by summer", where no noun follows."""
    if found.word_at(-1) not in _SEASON_OPENS or (
        found.word_at(0).isalnum() and found.word_at(0) not in _SEASON_ENDS
    ):
        return None
    return season(found, context)


def _pointed_season(found: Found, context: Context, today: dt.date, spans: list[Window]) -> Window:
    past = [w for w in spans if w.latest and w.latest < today]
    ahead = [w for w in spans if w.earliest and w.earliest > today]
    if found.has("last") and not found.has("this"):
        return past[-1]
    if found.has("last"):
        return [w for w in spans if w.earliest and w.earliest <= today][-1]
    if found.has("next"):
        return ahead[0]
    if found.has("this"):
        spans = [
            w for w in spans if w.earliest and w.latest and today.year in {w.earliest.year, w.latest.year}
        ]
    return nearest_period(spans, today, context.direction_at(found))


def decade(found: Found, context: Context) -> Sense | None:
    """ "the 1980s", "the early '90s", "the nineties"."""
    if found.has("decade_year") and not found.word("decade_year").endswith("0"):
        return None
    if found.has("tens_decade"):
        first = 1900 + word_values("tens_decade")[found.word("tens_decade")]
    else:
        digits = (found.word("decade") or found.word("decade_year")).strip("'’‘s")
        if len(digits) == 2 and found.word_at(-1) in {"his", "her", "their", "my", "your", "our", "in"}:
            return None
        first = int(digits) if len(digits) == 4 else full_year(int(digits))
        first = first - 100 if len(digits) == 2 and first > 2020 else first
    sense = named_period("decade", year_window(first, 10))
    return narrowed(replace(sense, value=f"{first // 10}X"), found, context)


def century(found: Found, context: Context) -> Sense | None:
    """ "the 20th century", "the mid-19th century"."""
    number = nth_of(found.word("nth") or found.word("digit_nth"))
    if not 11 <= number <= 25:
        return None
    sense = named_period("century", year_window((number - 1) * 100 + 1, 100))
    return narrowed(replace(sense, value=f"{number - 1}XX"), found, context)


def week_of(found: Found, context: Context) -> Sense | None:
    """ "the week of March 6": the week, Monday to Sunday, that holds the day."""
    day = calendar_day(found, context)
    if day is None or day.window is None or day.window.earliest is None:
        return day
    grain = "weekend" if found.has("weekend") else "week"
    return named_period(grain, period(grain, day.window.earliest))


def year_ago(found: Found, context: Context) -> Sense | None:
    """ "the year-ago quarter", "the year-earlier period": a year before the last period named."""
    stated = year_of(found)
    today = context.today
    if today is None:
        return without_window("XXXX")
    base, grain = today, "year"
    if context.quarter and context.quarter.earliest:
        base, grain = context.quarter.earliest, "quarter"
    if found.has("nth") and 1 <= nth_of(found.word("nth")) <= 4:
        base, grain = dt.date(base.year, nth_of(found.word("nth")) * 3 - 2, 1), "quarter"
    elif grain == "year" and "quarter" in found.word("what"):
        base, grain = move(today, "Q", -1), "quarter"
    target = stated if stated is not None else base.year - 1
    if not FIRST_YEAR < target < LAST_YEAR:
        return None
    base = base.replace(year=target, day=1)
    return named_period(grain, period(grain, base))
