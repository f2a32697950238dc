"""The creation time of a text that bears no date, from the text's own anchors.

A year alone says little: most years that news names are past ones. Two anchors tell more: a year tied
to a near time ("last week's forum 2018"), and a date that stamps a quoted post or an agency's picture.
From there month-days narrow the interval: a text speaks after the last day that has been, and before
the first that comes.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from slated.model import Article, CreationTime, Timex
from slated.reading.timex.calendar import DAY
from slated.reading.timex.cues import tense_from_words
from slated.reading.timex.read import read_times

_UNKNOWN = CreationTime(None, None, "unknown", "", 0.0)
_FIRST, _LAST = 1980, 2060  # years that a news text on the web may speak from
_WEEK = dt.timedelta(days=7)
_MONTH = dt.timedelta(days=31)  # in which a text speaks after a day that it stamps or gives by date
_GAP = dt.timedelta(days=21)  # a day without tense this long after the last past one is a coming one
_CLOSE = dt.timedelta(days=3)  # two days given by date so close: the page tells this week by date
_NEAR = dt.timedelta(days=200)  # month-days further off belong to another year
_BESIDE = 60  # characters: "last week's Defence Forum 2018" ties the year to the week
# what ties a year to a near time before it: "'s Defence Forum 2018", " at the 2018 forum"
_TIE = re.compile(r"(?:['’]s)?(?:\s+[A-Z][\w.&-]*)*\s+|\s+(?:at|during)\s+the\s+")
_HANDLE = re.compile(r"\(@\w+\)\s*$")
_LABEL = re.compile(r"\b(?:published|posted|updated|modified)(?:\s+on)?\W{0,12}$", re.IGNORECASE)
_AGENCY = re.compile(r"\.?\s+(?:REUTERS|AFP|AP Photo|Yonhap|EPA|Xinhua)\b(?![^\n]{0,60}\bFile\b)")
_FULL_DATE = re.compile(r"[\d/-]{8,10}|.*\d.*(?:19|20)\d\d.*|.*[a-z.]\s(?:19|20)\d\d", re.DOTALL)
_MONTH_NAMED = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Base:
    """The days from which the text may speak by one anchor, the anchor's words, and how sure it is."""

    first: dt.date
    last: dt.date
    words: str
    confidence: float

    @property
    def is_year(self) -> bool:
        """True where only the year is known so far."""
        return self.last - self.first > _NEAR

    @property
    def middle(self) -> dt.date:
        return self.first + (self.last - self.first) // 2


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A window that the text names, which way its clause looks, and its words."""

    first: dt.date
    last: dt.date
    looks: str | None
    words: str


def infer_creation_time(article: Article) -> CreationTime:
    """The interval from which a text without a date may speak, by its own anchors.

    Method ``inferred``, the words it rests on as evidence; ``unknown`` where no anchor gives the year.
    """
    text = f"{article.title}\n\n{article.text}" if article.title else article.text
    timexes = read_times(text, _UNKNOWN).timexes
    base = _tied_year(text, timexes) or _stamp(text, timexes) or _bracket(text, timexes)
    if base is None:
        return _UNKNOWN
    known = CreationTime(base.middle, base.middle, "inferred", "")
    anchors = tuple(_anchors(text, read_times(text, known).timexes, base))
    return _interval(base, anchors, text)


def _tied_year(text: str, timexes: Sequence[Timex]) -> _Base | None:
    """A year that stands close behind a near relative time."""
    for index, timex in enumerate(timexes):
        if timex.type != "DATE" or timex.window is None or not timex.value[:4].isdigit():
            continue
        year = int(timex.value[:4])
        words = _tied(text, timexes[max(0, index - 2) : index], timex)
        if words and _FIRST <= year <= _LAST and timex.mod not in {"ON_OR_BEFORE", "BEFORE"}:
            return _Base(dt.date(year, 1, 1), dt.date(year, 12, 31), words, 0.5)
    return None


def _tied(text: str, before: Sequence[Timex], timex: Timex) -> str | None:
    """The words from a near relative time to the year, where one stands close before it."""
    for near in before:
        recent = near.value in {"XXXX-WXX", "XXXX-XX"}
        if recent and _TIE.fullmatch(text[near.span.end : timex.span.start][:_BESIDE]):
            return text[near.span.start : timex.span.end]
    return None


def _stamp(text: str, timexes: Sequence[Timex]) -> _Base | None:
    """The latest date, year and all, that stamps a quoted post or a picture of the day."""
    stamped = [t for t in timexes if _is_stamp(text, t)]
    days = [(t.window.earliest, t.span.text) for t in stamped if t.window and t.window.earliest]
    if not days:
        return None
    day, words = max(days)
    # a post late in the day bears the next one in zones ahead
    return _Base(day - DAY, day + _WEEK, words, 0.5)


def _is_stamp(text: str, timex: Timex) -> bool:
    window = timex.window
    if window is None or window.earliest is None or window.earliest != window.latest:
        return False
    if not _FULL_DATE.fullmatch(timex.span.text) or not _FIRST <= window.earliest.year <= _LAST:
        return False
    before, after = text[max(0, timex.span.start - 60) : timex.span.start], text[timex.span.end :][:100]
    return bool(_HANDLE.search(before) or _LABEL.search(before) or _AGENCY.match(after))


def _bracket(text: str, timexes: Sequence[Timex]) -> _Base | None:
    """A day that has been and a month or day soon after it, both with their year: the text speaks between."""
    dated = [t for t in timexes if t.window and t.window.earliest and _FULL_DATE.fullmatch(t.span.text)]
    days = [
        (t.window.earliest, t.span.text)
        for t in dated
        if _single_day(t)
        and t.window
        and t.window.earliest
        and tense_from_words(text, t.span.start, t.span.end) == "past"
    ]
    if not days:
        return None
    first, words = max(days)
    for other in dated:
        window = other.window
        if window is None or window.earliest is None or window.latest is None:
            continue
        if first < window.earliest <= first + 2 * _MONTH:
            limit = window.earliest - DAY if _single_day(other) else window.latest
            if "next month" in text.lower():
                limit = min(limit, window.earliest.replace(day=1) - DAY)
            return _Base(first, limit, f"{words}; {other.span.text}", 0.4) if first <= limit else None
    return None


def _single_day(timex: Timex) -> bool:
    return timex.window is not None and timex.window.earliest == timex.window.latest


def _anchors(text: str, timexes: Sequence[Timex], base: _Base) -> Iterator[_Anchor]:
    """Days and months near the base that stand by date, not by weekday or "last week"."""
    for timex in timexes:
        named = any(c.isdigit() for c in timex.span.text) or len(timex.value) == 7
        absolute = (
            timex.type in {"DATE", "TIME"} and named and timex.value[4:5] == "-" and "W" not in timex.value
        )
        words = timex.span.text
        if not absolute or timex.window is None or not _month_named(words) or not _MONTH_NAMED.search(words):
            continue
        first = timex.window.earliest or timex.window.latest or dt.date.min
        # a bound leaves one end open: the end that is named counts
        last = timex.window.latest or first
        if abs(first - base.middle) <= _NEAR and _in_same_year(first, base):
            looks = (
                "future"
                if timex.mod == "ON_OR_AFTER"
                else tense_from_words(text, timex.span.start, timex.span.end)
            )
            yield _Anchor(first, last, looks, timex.span.text)


def _in_same_year(day: dt.date, base: _Base) -> bool:
    """Of a base that is a whole year, only that year's days."""
    return day.year == base.first.year if base.is_year else True


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


def _interval(base: _Base, anchors: Sequence[_Anchor], text: str) -> CreationTime:
    earliest, latest, rest = base.first, base.last, [base.words]
    days = sorted((a for a in anchors if a.first == a.last), key=lambda a: a.first)
    past = _last_past(days) if base.is_year else None
    if past is not None:
        by_date = _tells_week_by_date(days, past, text)
        earliest = past.first + DAY if by_date else past.first
        latest = min(past.first + (_WEEK if by_date else _MONTH), max(latest, earliest))
        rest.append(past.words)
    elif base.is_year and (seen := [a for a in anchors if a.looks == "past" and a.first != a.last]):
        latest_seen = max(seen, key=lambda a: a.first)
        if base.first < latest_seen.first <= base.last:
            earliest = latest_seen.first
            rest.append(latest_seen.words)
    for coming in anchors:
        # of a coming day one speaks until the day before, of a coming month until its end
        limit = coming.first - DAY if coming.first == coming.last else coming.last
        if coming.looks == "future" and coming.words != base.words and earliest <= limit < latest:
            latest = limit
            rest.append(coming.words)
    return CreationTime(earliest, latest, "inferred", "; ".join(dict.fromkeys(rest)), base.confidence)


def _tells_week_by_date(days: Sequence[_Anchor], past: _Anchor, text: str) -> bool:
    """True where the page gives its newest days by date and "last week" by that name."""
    close = [d for d in days if d.first < past.first and past.first - d.first <= _CLOSE]
    return bool(close) or "last week" in text.lower()


def _last_past(days: Sequence[_Anchor]) -> _Anchor | None:
    """The latest day that has been: a day without tense counts where it follows closely on another."""
    last: _Anchor | None = None
    for anchor in days:
        if anchor.looks == "future":
            continue
        if anchor.looks == "past" or last is None or anchor.first - last.first <= _GAP:
            last = anchor
    return last
