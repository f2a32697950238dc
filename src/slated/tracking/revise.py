"""Consensus over time: revisions where the reports move it, and the outcome."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from slated.model import Contradiction, EventPlace, Outcome, Report, Revision, Window
from slated.model.readings import Status
from slated.model.tracked import Move
from slated.tracking.disagree import contradictions_of
from slated.tracking.moves import MOVED, move_of
from slated.tracking.places import merge_places
from slated.tracking.weigh import PHASES

T = TypeVar("T")

GRACE = dt.timedelta(days=14)
"""How long after its last day, and after the last word of it, an event is open before it lapses."""

_ENDED = frozenset({"occurred", "cancelled"})
_LOOSE = frozenset({"postponed", "in_doubt"})
"""Statuses in which a vaguer word widens a window."""


@dataclass(slots=True)
class Consensus:
    """What is held of an event after the reports so far."""

    status: Status | None = None
    window: Window | None = None
    places: tuple[EventPlace, ...] = ()
    revisions: list[Revision] = field(default_factory=list)
    contradictions: list[Contradiction] = field(default_factory=list)

    @property
    def begun(self) -> bool:
        """True once anything was reported."""
        return self.status is not None


def follow(reports: Sequence[Report], held: Consensus | None = None) -> Consensus:
    """The consensus after all reports (in order of publication), with the revisions on the way.

    ``held`` is that after the reports of earlier days, which is gone on from.

    Reports of one day are weighed together, copies of one origin as one; a majority of origins
    moves a cell, an even split moves nothing.
    """
    held = Consensus() if held is None else held
    by_day: dict[dt.date | None, list[Report]] = defaultdict(list)
    for report in reports:
        by_day[report.published].append(report)
    for day, told in by_day.items():
        on_day = _last_words(told)
        held.contradictions += contradictions_of(day, on_day)
        begun = held.begun
        _move_status(held, day, on_day)
        _move_window(held, day, on_day, begun)
        _move_places(held, day, on_day, begun)
    return held


def _last_words(reports: Sequence[Report]) -> list[Report]:
    """The reports of a day without those that the same outlet replaced by a later one."""
    last = {report.outlet: report for report in reports if report.outlet}
    return [r for r in reports if not r.outlet or last[r.outlet] is r]


def _move_status(held: Consensus, day: dt.date | None, reports: Sequence[Report]) -> None:
    status = _majority([(r.status, r) for r in reports], held.status)
    if status is None or status == held.status or not _may_follow(held.status, status, day, reports):
        return
    if held.status is not None:
        brought = [r for r in reports if r.status == status]
        held.revisions.append(
            Revision(day, "status", held.status, status, _ids(brought), by=word_of(brought))
        )
    held.status = status


def _may_follow(before: Status | None, after: Status, day: dt.date | None, reports: Sequence[Report]) -> bool:
    """False where an event that ended would be reopened by a passing word.

    What took place or was called off is open again where a report puts it on days still to come,
    or where two origins speak of it as ahead on one day.
    """
    if before not in _ENDED or PHASES[after] not in ("ahead", "moved"):
        return True
    telling = [r for r in reports if r.status == after]
    windows = [r.window.window for r in telling if r.window and r.window.window]
    if any(day is None or w.latest is None or w.latest > day for w in windows):
        return True
    return len({r.origin for r in telling}) > 1


def _move_window(held: Consensus, day: dt.date | None, reports: Sequence[Report], begun: bool) -> None:
    stated = [(r.window.window, r) for r in reports if r.window and r.window.window]
    if held.status == "cancelled" or (held.status == "postponed" and not stated):
        brought = [r for r in reports if r.status == held.status]
        if held.window is not None and brought:
            _revise_window(held, day, None, brought)
        return
    window = _majority(stated, held.window)
    if window is None or window == held.window:
        return
    brought = [r for w, r in stated if w == window]
    if held.window is None and not begun:
        held.window = window
    elif held.window is None or moves(held.window, window) or _loosened(held.window, window, brought):
        _revise_window(held, day, window, brought)


def _revise_window(
    held: Consensus, day: dt.date | None, window: Window | None, brought: Sequence[Report]
) -> None:
    before = str(held.window) if held.window else None
    after = str(window) if window else None
    move, days = move_of(held.window, window)
    held.revisions.append(Revision(day, "window", before, after, _ids(brought), move, days, word_of(brought)))
    held.window = window


def moves(before: Window, after: Window) -> bool:
    """True where the new window is elsewhere or narrower; a vaguer word for the same moves nothing."""
    return move_of(before, after)[0] in MOVED


def _loosened(before: Window, after: Window, reports: Sequence[Report]) -> bool:
    """True where the days are put off or in doubt and the word for them is wider now."""
    return move_of(before, after)[0] == "widened" and any(r.status in _LOOSE for r in reports)


def _ids(reports: Sequence[Report]) -> tuple[str, ...]:
    return tuple(r.source_id for r in reports)


def word_of(reports: Sequence[Report]) -> tuple[str, ...]:
    """On whose word reports rest: the nearest source of each, the outlet where it speaks for itself."""
    nearest = ((next((s.name for s in r.sources if s.kind != "narrator"), None), r) for r in reports)
    return tuple(dict.fromkeys(name or r.outlet or r.source_id for name, r in nearest))


def _move_places(held: Consensus, day: dt.date | None, reports: Sequence[Report], begun: bool) -> None:
    stated = [r for r in reports if r.places]
    if not stated:
        return
    after = merge_places((r.places, 1.0) for r in stated)
    known = {p.key: p.standing for p in held.places}
    new = [p for p in after if known.get(p.key) != p.standing]
    if not new:
        return
    if begun:
        brought = [r for r in stated if {p.key for p in r.places} & {p.key for p in new}]
        named = "stated" in {p.standing for p in after} and "stated" not in known.values()
        before = _words(held.places) if held.places else None
        move: Move = "named" if named or not held.places else "changed"
        held.revisions.append(
            Revision(day, "place", before, _words(after), _ids(brought), move, None, word_of(brought))
        )
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


def outcome_of(
    held: Consensus, by: str | None, last: dt.date | None, as_of: dt.date | None, grace: dt.timedelta = GRACE
) -> Outcome | None:
    """How the event ended, as seen from ``as_of``, or None while it is open.

    ``by`` is the first report of how it stands, ``last`` the day of the last one. Lapsed: its last
    day and the last word of it both lie more than ``grace`` before ``as_of``.
    """
    if held.status in ("occurred", "cancelled"):
        return Outcome("occurred" if held.status == "occurred" else "cancelled", held.window, by)
    lapses = lapse_day(held.window, last, grace)
    return Outcome("lapsed", held.window, None) if lapses and as_of and as_of >= lapses else None


def lapse_day(
    window: Window | None, last_report: dt.date | None, grace: dt.timedelta = GRACE
) -> dt.date | None:
    """The day from which an open event counts as lapsed; None where its window has no last day."""
    if window is None or window.latest is None:
        return None
    last = max(window.latest, last_report) if last_report else window.latest
    return last + grace + dt.timedelta(days=1) if last < dt.date.max - grace else None
