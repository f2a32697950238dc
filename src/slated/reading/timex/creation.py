"""The creation time of a text that bears no date, from the text's own anchors.

The year comes from the years that the text names, the days from its month-days: a news text speaks
from the week after the latest past day that it gives by date, and before the first coming one.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from slated.model import Article, CreationTime, Timex
from slated.reading.timex.calendar import DAY
from slated.reading.timex.cues import tense_from_words
from slated.reading.timex.read import read_times

_UNKNOWN = CreationTime(None, None, "unknown", "", 0.0)
_FIRST, _LAST = 1980, 2060  # years that a news text on the web may speak from
_WEEK = dt.timedelta(days=7)
_GAP = dt.timedelta(days=21)  # a day without tense this long after the last past one is a coming one
_BESIDE = 60  # characters: "last week's Defence Forum 2018" ties the year to the week


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A window that the text names, which way its clause looks, and its words."""

    first: dt.date
    last: dt.date
    looks: str | None
    words: str


def infer_creation_time(article: Article) -> CreationTime:
    """The interval from which a text without a date may speak, by its own anchors.

    Method ``inferred``, the words it rests on as evidence; ``unknown`` where the text names no year.
    """
    text = f"{article.title}\n\n{article.text}" if article.title else article.text
    timexes = read_times(text, _UNKNOWN).timexes
    found = _year(text, timexes)
    if found is None:
        return _UNKNOWN
    year, evidence = found
    middle = dt.date(year, 7, 2)
    anchors = list(
        _anchors(text, read_times(text, CreationTime(middle, middle, "inferred", "")).timexes, year)
    )
    return _interval(year, evidence, anchors)


def _year(text: str, timexes: tuple[Timex, ...]) -> tuple[int, str] | None:
    """The year that the text most speaks of as its own, and the words that name it."""
    weights: Counter[int] = Counter()
    words: dict[int, str] = {}
    for index, timex in enumerate(timexes):
        if timex.type not in {"DATE", "TIME"} or not timex.value[:4].isdigit() or timex.window is None:
            continue
        year = int(timex.value[:4])
        if not _FIRST <= year <= _LAST or timex.mod in {"ON_OR_BEFORE", "BEFORE"}:
            continue
        tied = _tied(text, timexes[max(0, index - 2) : index], timex)
        looks_ahead = tense_from_words(text, timex.span.start) == "future" or _ends(text, timex.span.start)
        weights[year] += 5 if tied else 0 if looks_ahead else 2
        words.setdefault(year, tied or timex.span.text)
    if not weights:
        return None
    year = max(weights, key=lambda y: (weights[y], y))
    return year, words[year]


def _tied(text: str, before: tuple[Timex, ...], timex: Timex) -> str | None:
    """The words from a near relative time to the year, where one stands close before it."""
    for near in before:
        recent = near.value in {"XXXX-WXX", "XXXX-XX"} or near.span.text.lower() in {"yesterday", "today"}
        if recent and timex.span.start - near.span.end < _BESIDE:
            return text[near.span.start : timex.span.end]
    return None


def _ends(text: str, place: int) -> bool:
    """ "his term ends in 2021": the year is one to come."""
    return any(
        w in {"ending", "ends", "end", "expires", "expiring"}
        for w in text[max(0, place - 25) : place].split()
    )


def _anchors(text: str, timexes: tuple[Timex, ...], year: int) -> Iterator[_Anchor]:
    """Days and months of the year that stand by date, not by weekday or "last week"."""
    for timex in timexes:
        named = any(c.isdigit() for c in timex.span.text) or len(timex.value) == 7
        absolute = (
            timex.type in {"DATE", "TIME"} and named and timex.value[4:5] == "-" and "W" not in timex.value
        )
        if not absolute or timex.window is None or not _month_named(timex.span.text):
            continue
        first, last = timex.window.earliest, timex.window.latest
        if (first or last or dt.date.min).year == year:
            looks = "future" if timex.mod == "ON_OR_AFTER" else tense_from_words(text, timex.span.start)
            # a bound leaves one end open: the end that is named counts
            yield _Anchor(first or last or dt.date.min, last or first or dt.date.min, looks, timex.span.text)


def _month_named(words: str) -> bool:
    """False for "ago", "last month" and the like, which lean on the creation time."""
    leaning = {
        "ago",
        "last",
        "this",
        "next",
        "earlier",
        "later",
        "past",
        "coming",
        "from",
        "same",
        "previous",
    }
    return not leaning & set(words.lower().split())


def _interval(year: int, evidence: str, anchors: list[_Anchor]) -> CreationTime:
    earliest, latest, rest = dt.date(year, 1, 1), dt.date(year, 12, 31), [evidence]
    past = _last_past(sorted((a for a in anchors if a.first == a.last), key=lambda a: a.first))
    seen = [a for a in anchors if a.looks == "past" and a.first != a.last]
    if past is not None:
        earliest, latest = past.first + DAY, past.first + _WEEK
        rest.append(past.words)
    elif seen:
        latest_seen = max(seen, key=lambda a: a.first)
        earliest = latest_seen.first
        rest.append(latest_seen.words)
    for coming in anchors:
        # of a coming day one speaks until the day before, of a coming month until its end
        limit = coming.first - DAY if coming.first == coming.last else coming.last
        if coming.looks == "future" and earliest <= limit < latest:
            latest = limit
            rest.append(coming.words)
    return CreationTime(earliest, latest, "inferred", "; ".join(rest), 0.6 if past is not None else 0.3)


def _last_past(days: list[_Anchor]) -> _Anchor | None:
    """The latest day that has been: a day without tense counts where it follows closely on another."""
    last: _Anchor | None = None
    for anchor in days:
        if anchor.looks == "future":
            continue
        if anchor.looks == "past" or last is None or anchor.first - last.first <= _GAP:
            last = anchor
    return last
