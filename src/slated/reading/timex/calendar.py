"""The calendar: periods as windows of days, and their TIMEX3 values.

A *grain* is the length of a period: ``day``, ``week`` (Monday to Sunday), ``weekend``, ``month``,
``quarter``, ``half``, ``season``, ``year``, ``decade``, ``century``.
"""

from __future__ import annotations

import calendar
import datetime as dt

from slated.model import Window

DAY = dt.timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 1000, 2999
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SOUTH = {"SP": "FA", "SU": "WI", "FA": "SP", "WI": "SU"}


def day_or_none(year: int, month: int, day: int) -> dt.date | None:
    """The day, or None where the calendar has no such day (February 30)."""
    if not FIRST_YEAR <= year <= LAST_YEAR or not 1 <= month <= 12:
        return None
    return dt.date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None


def month_window(year: int, month: int) -> Window:
    """The days of a month; ``month`` may run past a year's end (13 is the next January)."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return Window(dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1]))


def months_window(year: int, month: int, count: int) -> Window:
    """``count`` months from the first of ``month`` on."""
    return Window(month_window(year, month).earliest, month_window(year, month + count - 1).latest)


def year_window(year: int, count: int = 1) -> Window:
    """``count`` whole years."""
    return Window(dt.date(year, 1, 1), dt.date(year + count - 1, 12, 31))


def week_window(day: dt.date) -> Window:
    """The week, Monday to Sunday, that holds ``day``."""
    monday = day - dt.timedelta(days=day.weekday())
    return Window(monday, monday + dt.timedelta(days=6))


def season_window(year: int, season: str, south: bool = False) -> Window:
    """The three months of a season (``SP``, ``SU``, ``FA``, ``WI``); a winter ends in the next year."""
    return months_window(year, _SEASONS[_SOUTH[season] if south else season], 3)


def period(grain: str, day: dt.date, shift: int = 0) -> Window:
    """The period of ``grain`` that holds ``day``, moved by ``shift`` periods."""
    if grain == "day":
        return Window.on(day + shift * DAY)
    if grain == "week":
        return week_window(day + shift * 7 * DAY)
    if grain == "weekend":
        # on the first three days of a week "the weekend" that is near is the one before
        saturday = day - dt.timedelta(days=day.weekday()) + dt.timedelta(days=5 + 7 * shift)
        return Window(saturday, saturday + DAY)
    if grain == "month":
        return month_window(day.year, day.month + shift)
    if grain in {"quarter", "half"}:
        size = 3 if grain == "quarter" else 6
        return months_window(day.year, (day.month - 1) // size * size + 1 + shift * size, size)
    size = {"year": 1, "decade": 10, "century": 100}[grain]
    first = day.year - day.year % size if size == 10 else day.year - (day.year - 1) % size
    return year_window(first + shift * size, size)


def value_of(grain: str, day: dt.date) -> str:
    """The TIMEX3 value of the period of ``grain`` that begins on ``day``."""
    if grain == "day":
        return day.isoformat()
    if grain in {"week", "weekend"}:
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02d}" + ("-WE" if grain == "weekend" else "")
    if grain == "month":
        return f"{day.year}-{day.month:02d}"
    if grain == "quarter":
        return f"{day.year}-Q{(day.month + 2) // 3}"
    if grain == "half":
        return f"{day.year}-H{(day.month + 5) // 6}"
    return {"year": f"{day.year}", "decade": f"{day.year // 10}X", "century": f"{day.year // 100}XX"}[grain]


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day of the month, ``months`` later; the month's last day where it has no such day."""
    year, month = day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def move(day: dt.date, unit: str, count: float) -> dt.date:
    """``day`` moved by ``count`` units (TIMEX3 letters, ``F`` a fortnight, ``K`` a weekend)."""
    months = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}.get(unit)
    if months:
        return add_months(day, round(count * months))
    days = {"D": 1, "W": 7, "F": 14, "K": 7}.get(unit, 0)
    return day + dt.timedelta(days=round(count * days))


def part_of(window: Window, grain: str, part: str, edge: bool = False) -> Window:
    """The early (``START``), ``MID`` or late (``END``) part of a closed period.

    Of a month the first ten days, the 11th to the 20th, and the 20th to its end; of a week Monday
    to Wednesday, Tuesday to Thursday, Thursday to Sunday; of a decade its years 0 to 3, 4 to 6 and
    7 to 9; of other periods thirds. ``edge`` narrows
    to the very beginning or end ("the end of the year" is December; of a week, Friday to Sunday).
    """
    first, last = window.earliest, window.latest
    assert first is not None and last is not None, "only closed periods have parts"
    if grain == "month":
        return {
            "START": Window(first, first + 9 * DAY),
            "MID": Window(first + 10 * DAY, first + 19 * DAY),
            "END": Window(first + 19 * DAY, last),
        }[part]
    if grain == "week":
        start, end = {"START": (0, 2), "MID": (1, 3), "END": (4 if edge else 3, 6)}[part]
        return Window(first + start * DAY, first + end * DAY)
    if grain == "decade":
        start, end = {"START": (0, 3), "MID": (4, 6), "END": (7, 9)}[part]
        return year_window(first.year + start, end - start + 1)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    third = months // 3
    if third == 0:
        return window
    if edge and part != "MID":
        third = 1 if months <= 12 else 12
    if part == "MID":
        return months_window(first.year, first.month + third, months - 2 * third)
    start_month = first.month if part == "START" else first.month + months - third
    return months_window(first.year, start_month, third)


def easter(year: int) -> dt.date:
    """Western Easter Sunday (the anonymous Gregorian computus, Meeus 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    j, k = c // 4, c % 4
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * j - k - h + m + 32) % 7
    n = (h - m + r + 90) // 25
    return dt.date(year, n, (h - m + r + n + 19) % 32)


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> dt.date:
    """The ``nth`` (1 to 5, or -1 the last) ``weekday`` (Monday 1) of a month."""
    if nth < 0:
        last = month_window(year, month).latest
        assert last is not None
        return last - dt.timedelta(days=(last.isoweekday() - weekday) % 7)
    first = dt.date(year, month, 1)
    return first + dt.timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
