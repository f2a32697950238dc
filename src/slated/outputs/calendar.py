"""The slate as an iCalendar file (RFC 5545), to import or to subscribe to.

An event's window is an all-day span (DTEND exclusive). Where a side is open, the span is the one
day that is known, and the summary says "from" or "by". What has no day is left out; what was
called off stays on the days it last had. SEQUENCE counts revisions and the outcome, DTSTAMP is
the day of the latest report: the same record gives the same file.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from icalendar import Calendar, Event

from slated.ledger.lines import EventLine, Latest
from slated.model import Window
from slated.outputs.markup import clean
from slated.outputs.occurrence import ICALENDAR, NAMES, iptc_of
from slated.outputs.phrases import places_words
from slated.outputs.plain_words import day_long, move_words, window_long, window_of

_LONGEST = 1000  # characters of quoted words
_ASK_AGAIN = dt.timedelta(hours=1)


def calendar(
    lines: Iterable[EventLine], latest: Mapping[str, Latest], name: str, base: str | None = None
) -> bytes:
    """The calendar of the events that have a day; ``base``: the address that their pages begin with."""
    made = Calendar()
    made.add("prodid", "-//slated//the record of what is ahead//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", clean(name))
    made.add("refresh-interval", _ASK_AGAIN, parameters={"VALUE": "DURATION"})
    for line in lines:
        window = _days(line)
        if window is not None:
            made.add_component(_entry(line, window, latest.get(line.event_id), base))
    written: bytes = made.to_ical()
    return written


def _days(line: EventLine) -> Window | None:
    """The window, or the one that it had until it was called off."""
    if line.window is not None or line.status != "cancelled":
        return line.window
    former = [r.before for r in line.revisions if r.what == "window" and r.before]
    return window_of(former[-1]) if former else None


def _entry(line: EventLine, window: Window, told: Latest | None, base: str | None) -> Event:
    entry = Event()
    first = window.earliest or window.latest
    last = window.latest or window.earliest
    assert first is not None
    assert last is not None
    grade = told.grade if told else None
    entry.add("uid", f"{line.event_id}@slated")
    entry.add("dtstamp", _midnight(line.last_reported or first))
    entry.add("sequence", len(line.revisions) + (line.status in ("occurred", "cancelled", "lapsed")))
    entry.add("dtstart", first)
    if last < dt.date.max:
        entry.add("dtend", last + dt.timedelta(days=1))
    entry.add("summary", clean(_prefix(window) + line.title))
    entry.add("status", ICALENDAR[line.status])
    entry.add("transp", "TRANSPARENT")
    entry.add("categories", [line.event_class])
    if places := places_words(line.places):
        entry.add("location", clean(places))
    entry.add("description", clean("\n".join(_description(line, window, told, base))))
    if base:
        entry.add("url", f"{base}/events/{line.event_id}")
    entry.add("x-slated-window", str(window))
    entry.add("x-slated-status", line.status)
    entry.add("x-iptc-eventoccurstatus", iptc_of(line.status, grade))
    return entry


def _description(line: EventLine, window: Window, told: Latest | None, base: str | None) -> Iterable[str]:
    grade = told.grade if told else None
    yield f"{line.status.replace('_', ' ')}; {window_long(window)}"
    if line.status != "occurred":
        yield NAMES[iptc_of(line.status, grade)]
    if moved := move_words(line):
        yield moved
    yield f"{line.reports} report{'' if line.reports == 1 else 's'} of {line.origins} origin" + (
        "" if line.origins == 1 else "s"
    )
    if told:
        words = " ".join(told.words.split())[:_LONGEST]
        yield f"“{words}” ({told.outlet or told.source_id}, {day_long(told.published)})"
        if told.url:
            yield told.url
    if base:
        yield f"{base}/events/{line.event_id}"


def _prefix(window: Window) -> str:
    if window.latest is None:
        return "from: "
    return "by: " if window.earliest is None else ""


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), dt.UTC)
