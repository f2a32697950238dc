"""Days as carriers write them."""

from __future__ import annotations

import datetime as dt
import re

ISO = re.compile(r"\s*(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)")
WORDED = ("%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y")


def carried_day(written: str) -> dt.date | None:
    """The day in an ISO 8601 or RFC 2822 time or a plain English date, None where it is none.

    The day is taken as written, in the writer's own time zone.
    """
    iso = ISO.match(written)
    if iso:
        return _day(*(int(part) for part in iso.groups()))
    for pattern in WORDED:
        try:
            return dt.datetime.strptime(written.strip(), pattern).date()
        except ValueError:
            continue
    from email.utils import parsedate  # costs a tenth of the start-up time, and few need it

    mail = parsedate(written)
    return _day(*mail[:3]) if mail else None


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
