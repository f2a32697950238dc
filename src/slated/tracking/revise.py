"""Consensus over time: revisions where the reports move it, and the outcome."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from slated.model import EventPlace, Outcome, Report, Revision, Window
from slated.model.readings import Status
from slated.tracking.places import merge_places
from slated.tracking.timing import bounds

T = TypeVar("T")

GRACE = dt.timedelta(days=14)
"""How long after its last day an event may stay unmentioned before it counts as lapsed."""


@dataclass(slots=True)
class Consensus:
    """What is held of an event after the reports so far."""

    status: Status | None = None
    window: Window | None = None
    places: tuple[EventPlace, ...] = ()
    revisions: list[Revision] = field(default_factory=list)


def follow(reports: Sequence[Report]) -> Consensus:
    """The consensus after all reports (in order of publication), with the revisions on the way.

    Reports of one day are weighed together, copies of one origin as one; a majority of origins
    moves a cell, an even split moves nothing.
    """
    held = Consensus()
    by_day: dict[dt.date | None, list[Report]] = defaultdict(list)
    for report in reports:
        by_day[report.published].append(report)
    for day, told in by_day.items():
        on_day = _last_words(told)
        _move_status(held, day, on_day)
        _move_window(held, day, on_day)
        _move_places(held, day, on_day)
    return held


def _last_words(reports: Sequence[Report]) -> list[Report]:
    """The reports of a day without those that the same outlet replaced by a later one."""
    last = {report.outlet: report for report in reports if report.outlet}
    return [r for r in reports if not r.outlet or last[r.outlet] is r]


def _move_status(held: Consensus, day: dt.date | None, reports: Sequence[Report]) -> None:
    status = _majority([(r.status, r) for r in reports], held.status)
    if status is None or status == held.status:
        return
    if held.status is not None:
        by = tuple(r.source_id for r in reports if r.status == status)
        held.revisions.append(Revision(day, "status", held.status, status, by))
    held.status = status


def _move_window(held: Consensus, day: dt.date | None, reports: Sequence[Report]) -> None:
    stated = [(r.window.window, r) for r in reports if r.window and r.window.window]
    if held.status == "cancelled":
        if held.window is not None:
            by = tuple(r.source_id for r in reports if r.status == "cancelled")
            held.revisions.append(Revision(day, "window", str(held.window), None, by))
        held.window = None
        return
    window = _majority(stated, held.window)
    if window is None or window == held.window or (held.window and not moves(held.window, window)):
        return
    if held.window is not None:
        by = tuple(r.source_id for w, r in stated if w == window)
        held.revisions.append(Revision(day, "window", str(held.window), str(window), by))
    held.window = window


def moves(before: Window, after: Window) -> bool:
    """True where the new window is elsewhere or narrower; a vaguer word for the same moves nothing."""
    if not before.meets(after):
        return True
    (a, b), (c, d) = bounds(before), bounds(after)
    return c >= a and d <= b and (c, d) != (a, b)


def _move_places(held: Consensus, day: dt.date | None, reports: Sequence[Report]) -> None:
    stated = [r for r in reports if r.places]
    if not stated:
        return
    after = merge_places((r.places, 1.0) for r in stated)
    known = {p.key: p.standing for p in held.places}
    new = [p for p in after if known.get(p.key) != p.standing]
    if not new:
        return
    if held.places:
        by = tuple(r.source_id for r in stated if {p.key for p in r.places} & {p.key for p in new})
        held.revisions.append(Revision(day, "place", _words(held.places), _words(after), by))
    kept = [p for p in held.places if p.key not in {q.key for q in after} and p.standing == "ruled_out"]
    held.places = (*after, *kept)


def _words(places: Sequence[EventPlace]) -> str:
    return ", ".join(p.name if p.standing == "stated" else f"{p.name} ({p.standing})" for p in places)


def _majority(stated: Sequence[tuple[T, Report]], current: T | None) -> T | None:
    """What most origins say; None where they are split evenly and none says what is held."""
    voices: dict[T, set[str]] = defaultdict(set)
    for value, report in stated:
        voices[value].add(report.origin)
    counts = Counter({value: len(origins) for value, origins in voices.items()}).most_common()
    if not counts:
        return None
    best = [value for value, count in counts if count == counts[0][1]]
    if len(best) == 1:
        return best[0]
    return current if current in best else best[-1]


def outcome_of(held: Consensus, reports: Sequence[Report], as_of: dt.date | None) -> Outcome | None:
    """How the event ended, as seen from ``as_of``, or None while it is open.

    Lapsed: the last window passed more than ``GRACE`` before ``as_of`` with no report since.
    """
    last = max((r.published for r in reports if r.published), default=None)
    if held.status in ("occurred", "cancelled"):
        by = next(r.source_id for r in reports if r.status == held.status)
        return Outcome("occurred" if held.status == "occurred" else "cancelled", held.window, by)
    if as_of is None or held.window is None or held.window.latest is None:
        return None
    passed = held.window.latest + GRACE < as_of
    silent = last is None or last <= held.window.latest + GRACE
    return Outcome("lapsed", held.window, None) if passed and silent else None
