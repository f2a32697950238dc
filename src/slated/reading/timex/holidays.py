"""Days that bear a name, from ``data/time_holidays.toml``."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any

from slated.reading.lexicon import load_table
from slated.reading.timex.calendar import DAY, FIRST_YEAR, LAST_YEAR, easter, nth_weekday


@cache
def holiday_names() -> tuple[tuple[str, str], ...]:
    """Every name and the first name of the same holiday."""
    return tuple((name, called[0]) for h in _table() for called in [h["called"]] for name in called)


def _table() -> list[dict[str, Any]]:
    holidays: list[dict[str, Any]] = load_table("time_holidays")["holiday"]
    return holidays


@cache
def holiday_in(name: str, year: int) -> dt.date | None:
    """The day of the holiday first called ``name`` in ``year``; None where the table has no such day."""
    holiday = next(h for h in _table() if h["called"][0] == name)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if "on" in holiday:
        month, day = (int(n) for n in holiday["on"].split("-"))
        return dt.date(year, month, day)
    if "nth" in holiday:
        month, nth, weekday = holiday["nth"]
        return nth_weekday(year, month, nth, weekday) + int(holiday.get("days", 0)) * DAY
    if "easter" in holiday:
        return easter(year) + int(holiday["easter"]) * DAY
    dates = (dt.date.fromisoformat(text) for text in holiday["dates"])
    return next((date for date in dates if date.year == year), None)
