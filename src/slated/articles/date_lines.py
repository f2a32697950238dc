"""Date lines as readers see them: "Posted on : 2019-01-11 16:15 KST Modified on : 2019-10-19"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from slated.articles.draft import Clue
from slated.articles.words import load_table

DateRole = Literal["posted", "plain", "modified"]
CONFIDENCE: dict[DateRole, float] = {"posted": 0.95, "plain": 0.9, "modified": 0.5}
LONGEST_LINE = 160
EARLIEST_YEAR, LATEST_YEAR = 1900, 2100

TIME = re.compile(
    r"(?:\bT|\b)\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\.\d{1,6})?\s?(?:[ap]\.?m\b\.?)?"
    r"|\b\d{1,2}\s?[ap]\.?m\b\.?|[+-]\d{2}:?\d{2}\b",
    re.IGNORECASE,
)
SEGMENT_BREAK = re.compile(r"\s*[|•·/]\s+|\s+[–—-]{1,2}\s+|\t+|\s{2,}|;\s")
WORD = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class VisibleDate:
    """A day in a date line, and the part that the words before it give it."""

    day: dt.date
    role: DateRole
    start: int
    end: int


def read_date_line(line: str, cue_above: DateRole | None = None) -> tuple[VisibleDate, ...]:
    """The days of a line that is there to say when the page was made; none for any other line.

    ``cue_above`` is the role that a line of its own before this one gives ("Posted:").
    A day needs a year. Days that may be read in two ways (08/10/2018) are left out; with dots or
    hyphens the day comes first.
    """
    if len(line) > LONGEST_LINE or not any(c.isdigit() for c in line):
        return ()
    found = tuple(_dates(line, cue_above))
    if not found or not _is_date_line(line, found):
        return ()
    return found


def cue_of(line: str) -> DateRole | None:
    """The role that a line of cue words alone gives to the line below it ("Last updated:")."""
    words = [word.rstrip(".") for word in WORD.findall(line.lower())]
    if not words or len(line) > 40 or any(word not in _small_words() for word in words):
        return None
    return next((role for word in words if (role := _cues().get(word))), None)


def date_clues(lines: Sequence[str]) -> tuple[Clue, ...]:
    """The clues in header lines, the posted day before a plain one before a modified one."""
    dates: list[tuple[DateRole, dt.date, str]] = []
    cue: DateRole | None = None
    for line in lines:
        dates.extend((date.role, date.day, line) for date in read_date_line(line, cue))
        cue = cue_of(line)
    rank = {"posted": 0, "plain": 1, "modified": 2}
    best = sorted(dates, key=lambda found: rank[found[0]])
    return tuple(Clue(day, day, "visible", line, CONFIDENCE[role]) for role, day, line in best)


def day_in(words: str) -> dt.date | None:
    """The first full date in some words, in any of the forms known here."""
    return next((date.day for date in _dates(words, None)), None)


def _dates(line: str, cue_above: DateRole | None) -> Iterator[VisibleDate]:
    role: DateRole = cue_above or "plain"
    behind = 0
    for match in _date_pattern().finditer(line):
        day = _day_of(match)
        if day is None:
            continue
        role = _role_of(line[behind : match.start()]) or (role if behind == 0 else "plain")
        yield VisibleDate(day, role, match.start(), match.end())
        behind = match.end()


def _role_of(words: str) -> DateRole | None:
    roles = [_cues()[word] for word in WORD.findall(words.lower()) if word in _cues()]
    return roles[-1] if roles else None


def _is_date_line(line: str, found: tuple[VisibleDate, ...]) -> bool:
    """True where dates, times and their cue words make up a whole segment of the line."""
    bare = line
    for date in reversed(found):
        bare = f"{bare[: date.start]}\0{bare[date.end :]}"
    bare = TIME.sub(" ", bare)
    for segment in SEGMENT_BREAK.split(bare):
        if "\0" in segment:
            words = WORD.findall(segment.lower().replace("\0", " "))
            if all(word.rstrip(".") in _small_words() for word in words):
                return True
            before = segment.split("\0")[0]
            if (_role_of(before) or before.lower().startswith("by ")) and len(words) <= 10:
                return True
    return False


def _day_of(match: re.Match[str]) -> dt.date | None:
    parts = match.groupdict()
    year = parts["y1"] or parts["y2"] or parts["y3"] or parts["y4"] or parts["y5"]
    if parts["y5"]:
        return _numeric(int(year), int(parts["n1"]), int(parts["n2"]), parts["s5"])
    month_word = parts["m2"] or parts["m3"]
    month = _months()[month_word.lower().rstrip(".")] if month_word else int(parts["m1"] or parts["m4"])
    return _valid(int(year), month, int(parts["d1"] or parts["d2"] or parts["d3"] or parts["d4"]))


def _numeric(year: int, first: int, second: int, mark: str) -> dt.date | None:
    """Days written with dots or hyphens put the day first; with slashes both orders are in use."""
    if first > 12 or first == second or mark != "/":
        return _valid(year, second, first) or _valid(year, first, second)
    return _valid(year, first, second) if second > 12 else None


def _valid(year: int, month: int, day: int) -> dt.date | None:
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


@cache
def _date_pattern() -> re.Pattern[str]:
    months = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    return re.compile(
        r"(?<!\d)(?P<y1>\d{4})\s?(?P<s>[-/.])\s?(?P<m1>\d{1,2})\s?(?P=s)\s?(?P<d1>\d{1,2})(?!\d)"
        rf"|\b(?P<m2>{months})\b\.?\s{{0,2}}(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,3}}(?P<y2>\d{{4}})(?!\d)"
        r"|(?<!\d)(?P<d3>\d{1,2})(?:st|nd|rd|th|er|\.|º)?[\s-]{1,2}(?:de\s|of\s)?"
        rf"(?P<m3>{months})\b\.?,?[\s-]{{1,2}}(?:de\s|del\s)?(?P<y3>\d{{4}})(?!\d)"
        r"|(?<!\d)(?P<y4>\d{4})\s?[年년]\s?(?P<m4>\d{1,2})\s?[月월]\s?(?P<d4>\d{1,2})\s?[日일]"
        r"|(?<!\d)(?P<n1>\d{1,2})(?P<s5>[/.-])(?P<n2>\d{1,2})(?P=s5)(?P<y5>\d{4})(?!\d)",
        re.IGNORECASE,
    )


@cache
def _months() -> dict[str, int]:
    return {word: number for number, words in enumerate(load_table("dates")["months"], 1) for word in words}


@cache
def _cues() -> dict[str, DateRole]:
    roles: tuple[DateRole, ...] = ("posted", "modified")
    return {word: role for role in roles for word in load_table("dates")[role]}


@cache
def _small_words() -> frozenset[str]:
    table = load_table("dates")
    return frozenset((*table["posted"], *table["modified"], *table["beside_dates"], *table["zones"]))
