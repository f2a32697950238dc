"""Cells of the record in few words, for people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

from slated.model import EventPlace, Revision, Source, StatedWindow, Window


def window_words(window: Window | None) -> str:
    """The days of a window, as short as they can be told apart.

    >>> window_words(Window(dt.date(2019, 1, 16), dt.date(2019, 1, 21)))
    '2019-01-16 to 21'
    """
    if window is None:
        return ""
    first, last = window.earliest, window.latest
    if first is None:
        return f"by {last}"
    if last is None:
        return f"from {first}"
    if first == last:
        return first.isoformat()
    return f"{first} to {_rest(first, last)}"


def stated_words(stated: StatedWindow | None, say: Callable[[Window], str] = window_words) -> str:
    """The days that a text gives, its other choices after "or"; its own words where it fixes none.

    ``say`` writes a window.
    """
    if stated is None:
        return ""
    if stated.window is None:
        return f"“{stated.text}”"
    return " or ".join(say(window) for window in (stated.window, *stated.alternatives))


def places_words(places: Iterable[EventPlace]) -> str:
    """Where: what is stated or leads, else the candidates; never what is ruled out."""
    standing: dict[str, list[str]] = {}
    for place in places:
        names = standing.setdefault(place.standing, [])
        if place.name not in names:
            names.append(place.name)
    if "stated" in standing:
        return ", ".join(standing["stated"])
    likely = [f"{name} (likely)" for name in standing.get("leading", [])]
    return ", ".join(likely or [f"{name}?" for name in standing.get("candidate", [])])


def all_places_words(places: Iterable[EventPlace]) -> str:
    """Every place with how it stands."""
    words = {"stated": "", "leading": " (likely)", "candidate": " (possible)", "ruled_out": " (ruled out)"}
    return ", ".join(dict.fromkeys(place.name + words[place.standing] for place in places))


def sources_words(sources: Sequence[Source], outlet: str | None) -> str:
    """On whose word, nearest first."""
    names = dict.fromkeys(outlet or "the article" if s.kind == "narrator" else s.name for s in sources)
    return ", ".join(names)


def revision_words(revision: Revision) -> str:
    """What moved: "when: 2023-05-20 -> 2023-06-12, 23 days later (a diplomat)"."""
    change = f"{revision.what}: {revision.before or 'not known'} -> {revision.after or 'not known'}"
    by = f" ({', '.join(revision.by)})" if revision.by else ""
    return change + (f", {how}" if (how := move_words(revision.move, revision.days)) else "") + by


def move_words(move: str | None, days: int | None) -> str:
    """How a cell moved; nothing for what its values show by themselves."""
    if move in ("earlier", "later"):
        return f"{days} day{'' if days == 1 else 's'} {move}" if days is not None else move
    return move if move in ("narrowed", "widened", "dropped") else ""


def day_words(day: dt.date | None) -> str:
    """An ISO day, or that it is not known."""
    return day.isoformat() if day else "no date"


def _rest(first: dt.date, last: dt.date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{last:%d}"
    return f"{last:%m-%d}" if first.year == last.year else last.isoformat()
