"""What changed in an event's record since a day, read off its revisions, outcome and rulings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from slated.model import Change, Outcome, Revision, Ruling, TrackedEvent, Window
from slated.model.diary import ChangeKind
from slated.tracking.revise import GRACE, lapse_day

ENDS: dict[str, ChangeKind] = {"cancelled": "called_off", "occurred": "took_place", "lapsed": "lapsed"}
"""What a status comes to that ends an event: of one that is new itself, only that is told."""


@dataclass(frozen=True, slots=True)
class Standing:
    """An event as far as changes are read off it."""

    event_id: str
    title: str
    status: str
    window: Window | None
    first_reported: dt.date | None
    last_reported: dt.date | None
    outcome: Outcome | None = None
    revisions: tuple[Revision, ...] = ()
    rulings: tuple[Ruling, ...] = ()


def standing_of(event: TrackedEvent) -> Standing:
    """What changes are read off, of an event."""
    days = [r.published for r in event.reports if r.published]
    return Standing(
        event.event_id,
        event.title,
        event.status,
        event.window,
        min(days, default=None),
        max(days, default=None),
        event.outcome,
        event.revisions,
        event.rulings,
    )


def changes_of(event: Standing, since: dt.date, grace: dt.timedelta = GRACE) -> Iterator[Change]:
    """What changed on ``since`` or later; of an event that is new itself, that and how it ended."""

    def change(day: dt.date, kind: ChangeKind, before: str | None, after: str | None) -> Change:
        return Change(day, kind, event.event_id, event.title, before, after)

    is_new = event.first_reported is not None and event.first_reported >= since
    if event.first_reported is not None and is_new:
        yield change(event.first_reported, "new", None, str(event.window) if event.window else None)
    for revision in event.revisions:
        found = _of_revision(event, revision)
        if found is not None and found.day >= since and (not is_new or found.kind in ENDS.values()):
            yield found
    for ruling in event.rulings:
        if ruling.kind == "outcome" and ruling.status and ruling.made and ruling.made >= since:
            kind = ENDS.get(ruling.status, "status")
            after = str(ruling.window) if ruling.window else None
            made = change(ruling.made, kind, None, after if kind != "status" else ruling.status)
            yield Change(made.day, made.kind, made.event_id, made.title, None, made.after, by=(ruling.by,))
    ended = event.outcome
    if ended is not None and ended.status == "lapsed" and ended.ruling is None:
        day = lapse_day(ended.window, event.last_reported, grace)
        if day is not None and day >= since:
            yield change(day, "lapsed", str(ended.window) if ended.window else None, None)


def in_order(changes: Iterator[Change]) -> list[Change]:
    """By day, then event."""
    return sorted(changes, key=lambda c: (c.day, c.event_id, c.kind))


def _of_revision(event: Standing, revision: Revision) -> Change | None:
    """The change that a revision is; None where it has no day, or another one tells it."""
    kind: ChangeKind
    before, after = revision.before, revision.after
    if revision.as_of is None or revision.move == "dropped":  # the status that dropped it is told
        return None
    if revision.what == "window":
        kind = "dated" if revision.move == "set" else "moved"
    elif revision.what == "place":
        kind = "place"
    else:
        kind = ENDS.get(revision.after or "", "status")
    if kind == "took_place" and event.outcome and event.outcome.status == "occurred" and event.window:
        after = str(event.window)
    return Change(
        revision.as_of,
        kind,
        event.event_id,
        event.title,
        before,
        after,
        revision.move,
        revision.days,
        revision.by,
    )
