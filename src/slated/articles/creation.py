"""The document creation time: a cascade of clues, best first, that keeps what it rests on."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Sequence

from slated.articles.draft import Clue
from slated.model import Capture, CreationTime

URL_DAY = re.compile(
    r"[/_-]((?:19|20)\d{2})[/_-]?(\d{1,2}|[a-z]{3})[/_-]?(\d{1,2})(?=[/_.-]|$)", re.IGNORECASE
)
URL_MONTH = re.compile(r"/((?:19|20)\d{2})/(\d{1,2}|[a-z]{3})/", re.IGNORECASE)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
CAPTURED_LATER_BY = dt.timedelta(days=1)  # the writer's day may be ahead of the capturer's


def creation_time(capture: Capture, clues: Sequence[Clue]) -> CreationTime:
    """What is given, else the page's metadata, its visible date line, its address, else unknown.

    A day after the capture cannot be right and is passed over. Nothing is guessed: a page
    without a clue is ``unknown``, and reading may then infer days from its text.
    """
    if capture.published is not None:
        return CreationTime(capture.published, capture.published, "given", capture.published.isoformat())
    ranked = [*clues, *url_clues(capture.url)]
    ranked.sort(key=lambda clue: clue.confidence <= WEAK)
    for clue in ranked:
        if capture.captured is None or clue.earliest <= capture.captured + CAPTURED_LATER_BY:
            return CreationTime(clue.earliest, clue.latest, clue.method, clue.evidence, clue.confidence)
    return CreationTime(None, None, "unknown", "", 0.0)


WEAK = 0.6  # a day of change or a bare day in the masthead, which the day in an address beats


def url_clues(url: str | None) -> tuple[Clue, ...]:
    """The day in an address (/2019/01/11/, /2019/may/1/, -20190111), else its month."""
    if not url:
        return ()
    for match in URL_DAY.finditer(url):
        day = _day(match.group(1), match.group(2), match.group(3))
        if day is not None:
            return (Clue(day, day, "url", match.group().strip("/_-"), 0.85),)
    month = URL_MONTH.search(url)
    first = _day(month.group(1), month.group(2), "1") if month else None
    if month is None or first is None:
        return ()
    last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    return (Clue(first, last, "url", month.group().strip("/"), 0.6),)


def _day(year: str, month: str, day: str) -> dt.date | None:
    number = MONTHS.index(month.lower()) + 1 if month.lower() in MONTHS else month
    try:
        return dt.date(int(year), int(number), int(day))
    except ValueError:
        return None
