"""The tracked events of an earlier day, without tracking everything anew.

Most events stand on a day as they stand now: those that nothing was told of later. They are kept
(but for lapses, which depend on the day alone). The others are derived by their reports up to the
day. The outcome is that of ``tracking.derive``, which tracks all articles up to the day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection, func, or_, select

from slated.ledger import schema, tracking
from slated.ledger.derived import load_events
from slated.ledger.deriving import UNTRACKED, load_some
from slated.ledger.kept_rulings import load_rulings
from slated.ledger.originals import origins_of
from slated.ledger.past_join import join_past
from slated.ledger.past_threads import PastThreads
from slated.ledger.ruled import held_articles, settled_by
from slated.ledger.slate import ENDED
from slated.model import Ruling, TrackedEvent
from slated.tracking.derive import Seen, Sources
from slated.tracking.link import Thread
from slated.tracking.revise import follow, outcome_of
from slated.tracking.rulings import rule_event, rule_threads
from slated.tracking.track import apart, tracked

_Group = tuple[tuple[tuple[str, tuple[int, ...]], ...], tuple[Ruling, ...]]


@dataclass(frozen=True, slots=True)
class PastEvents:
    """The events of a day: the ids of those that stand as they are now, and the others whole."""

    kept: frozenset[str]
    changed: tuple[TrackedEvent, ...]


def past_events(connection: Connection, day: dt.date) -> PastEvents:
    """The events as the articles up to a day told them.

    Makes temporary tables in the connection, which has to be of a ledger that is up to date.
    """
    threads = PastThreads(connection, day)
    deriving = _Deriving(connection, day, threads)
    opened = threads.unsettled() | settled_by(threads, deriving.standing, deriving.told)
    while True:
        changed = deriving.events(opened)
        kept = threads.kept(opened)
        claimed = kept.intersection(event.event_id for event in changed)
        if not claimed:
            break
        opened |= threads.of_events(claimed)  # of two with one id the earlier keeps it
    lapsing = _other_lapses(connection, kept, deriving.seen)
    return PastEvents(kept.difference(event.event_id for event in lapsing), (*changed, *lapsing))


class _Deriving:
    """Events derived by what was told up to a day; a group that comes up again is not derived again.

    ``standing`` are today's rulings, ``told`` the articles that they hold on to.
    """

    def __init__(self, connection: Connection, day: dt.date, threads: PastThreads) -> None:
        self._connection = connection
        self._threads = threads
        self.standing = [r for r in load_rulings(connection) if r.stands]
        self.told = held_articles(connection, self.standing)
        self._rulings = [r for r in self.standing if r.made is None or r.made <= day]
        self._then = {
            document: read
            for document, read in self.told.items()
            if (read.article.creation_time.day or day) <= day
        }
        self.seen = Seen(day, tracking.grace(connection))
        self._known: dict[_Group, TrackedEvent | None] = {}

    def events(self, opened: set[str]) -> tuple[TrackedEvent, ...]:
        """The events of the open threads; ``opened`` grows where it has to."""
        groups, ruled = rule_threads(join_past(self._threads, opened), self._rulings, self._then)
        fresh = [group for group in groups if _group(group, ruled) not in self._known]
        sources = self._sources({a.document_id for group in fresh for a in group.accounts})
        for group in fresh:
            made, ruling = tracked(group, sources), ruled.get(group.key, ())
            event = rule_event(made.event, ruling) if ruling or made.worth else None
            self._known[_group(group, ruled)] = event
        found: dict[str, TrackedEvent] = {}
        for group in groups:
            event = self._known[_group(group, ruled)]
            if event is not None:
                named = apart(event, group.key, found)
                found[named.event_id] = named
        return tuple(found.values())

    def _sources(self, documents: Collection[str]) -> Sources:
        read = load_some(self._connection, documents, UNTRACKED)
        origins = origins_of(self._connection, documents) | self._threads.origins
        return Sources({r.article.document_id: r for r in read}, origins, self.seen)


def _group(group: Thread, ruled: Mapping[str, tuple[Ruling, ...]]) -> _Group:
    return tuple((a.key, a.mentions) for a in group.accounts), ruled.get(group.key, ())


def _other_lapses(connection: Connection, kept: Collection[str], seen: Seen) -> list[TrackedEvent]:
    """Kept events that had not lapsed by the day, or that have by a day later than the ledger's last."""
    assert seen.day is not None
    table = schema.tracked_events
    limit = (seen.day - seen.grace).isoformat() if seen.day.toordinal() > seen.grace.days else ""
    last = func.max(func.coalesce(table.c.latest, ""), func.coalesce(table.c.last_reported, ""))
    query = select(table.c.event_id).where(
        or_(
            (table.c.status == "lapsed") & (last >= limit),
            table.c.status.not_in(ENDED) & (table.c.latest < limit) & (last < limit),
        )
    )
    found = [event_id for event_id in connection.scalars(query) if event_id in kept]
    events = [_seen_from(event, seen) for event in load_events(connection, found)]
    return [event for event in events if event is not None]


def _seen_from(event: TrackedEvent, seen: Seen) -> TrackedEvent | None:
    """The event with the outcome that it has by the day; None where that is the one it has now."""
    held = follow(event.reports)
    by = next((r.source_id for r in event.reports if r.status == held.status), None)
    last = max((r.published for r in event.reports if r.published), default=None)
    outcome = outcome_of(held, by, last, seen.day, seen.grace)
    if outcome == event.outcome:
        return None
    status = outcome.status if outcome else held.status or event.reports[-1].status
    return replace(event, status=status, outcome=outcome)
