"""The ledger as a day's articles told it: what ``LedgerView`` shows, over events derived for that day."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from slated.document_stage import ReadArticle
from slated.errors import UnknownArticle, UnknownEvent, UnknownName
from slated.ledger import search, slate, tracking
from slated.ledger.asking import choose
from slated.ledger.diary import changes_among
from slated.ledger.filters import EventFilter, folded
from slated.ledger.lines import EventLine, Latest, latest_of, line_of
from slated.ledger.view import EventOfArticle, LedgerView, Standing, Told
from slated.model import Change, Report, TrackedEvent


class PastView(LedgerView):
    """The ledger as of a day; ``events`` are those that its articles up to that day tell of."""

    def __init__(self, now: LedgerView, day: dt.date, events: Iterable[TrackedEvent]) -> None:
        super().__init__(now.database)
        self.day = day
        self._events = {event.event_id: event for event in events}
        self._lines = [line_of(event) for event in self._events.values()]

    def standing(self) -> Standing:
        """How the ledger stood: only its articles up to the day count."""
        return self._standing(self.day, len(self._events))

    def sheet(
        self, wanted: EventFilter, part: slate.Part, day: dt.date | None, first: int, count: int
    ) -> slate.Sheet:
        """A page of the list of events; see ``slate.sheet``."""
        ids = {event.event_id for event in self._events.values() if wanted.matches(event)}
        found = [
            line
            for line in self._lines
            if line.event_id in ids and (part == "all" or slate.is_ahead(line, day) == (part == "ahead"))
        ]
        return _cut(sorted(found, key=lambda line: slate.order(line, part, day)), first, count)

    def changes(self, since: dt.date, wanted: EventFilter) -> list[Change]:
        """What changed on that day or later in the events that are wanted, by day."""
        with self.database.reading() as connection:
            grace = tracking.grace(connection)
        return changes_among((e for e in self._events.values() if wanted.matches(e)), since, grace)

    def lines(self, wanted: Sequence[str]) -> list[EventLine]:
        """The lines of these events, in the order of the ids."""
        return [line_of(self._events[event_id]) for event_id in wanted if event_id in self._events]

    def latest(self, wanted: Sequence[str]) -> dict[str, Latest]:
        """The latest report of each of these events."""
        return {event.event_id: latest_of(event) for event in self.events(wanted)}

    def events(self, wanted: Sequence[str]) -> list[TrackedEvent]:
        """These events whole, in the order of the ids."""
        return [self._events[event_id] for event_id in wanted if event_id in self._events]

    def event(self, wanted: str) -> TrackedEvent:
        """The event meant by an id, its tail or words of its title; raises ``UnknownEvent``."""
        try:
            return self._events[choose(wanted, [(e.event_id, e.title) for e in self._events.values()])]
        except UnknownEvent:
            self._tell_if_later(wanted)
            raise

    def _tell_if_later(self, wanted: str) -> None:
        """Raise ``UnknownEvent`` in words of its own where the event was first told of after the day."""
        later = super().event(wanted)
        first = next((report.published for report in later.reports if report.published), None)
        if first is not None and first > self.day:
            raise UnknownEvent(
                f"by {self.day} nobody had told of {later.title!r}: the first report of it is of {first}"
            )

    def article(self, document_id: str) -> tuple[ReadArticle, tuple[EventOfArticle, ...]]:
        """An article with its reading, and the events it reports on; raises ``UnknownArticle``."""
        read, _ = super().article(document_id)
        day = read.article.creation_time.day
        if day is not None and day > self.day:
            raise UnknownArticle(f"the article {document_id!r} was published after {self.day}")
        events = sorted(self._events.values(), key=lambda event: event.event_id)
        return read, tuple(
            EventOfArticle(event.event_id, event.title, event.status, report.mentions)
            for event in events
            for report in event.reports
            if report.document_id == document_id
        )

    def names_like(self, question: str, count: int = 20) -> list[search.NameHit]:
        """Names of events, actors, sources, places and outlets, spelt about so."""
        wanted = folded(question).strip()
        found = Counter(chain.from_iterable(map(_names, self._events.values())))
        hits = [
            search.NameHit(kind, key, name, uses, search.likeness(wanted, folded(name)))
            for (kind, key, name), uses in found.items()
        ]
        return search.likest(hits, count) if wanted else []

    def articles_with(self, question: str, first: int = 0, count: int = 20) -> list[search.WordHit]:
        """Articles up to the day that hold the words."""
        return self._articles_with(question, first, count, self.day)

    def names(self, kind: search.NameKind, key: str) -> list[str]:
        """How the actor, source, place or outlet with this key is spelt; raises ``UnknownName``."""
        found = Counter(chain.from_iterable(map(_names, self._events.values())))
        spelt = sorted((-uses, name) for (k, own, name), uses in found.items() if (k, own) == (kind, key))
        if not spelt:
            raise UnknownName(f"up to {self.day} the ledger knows no {kind} {key!r}")
        return [name for _, name in spelt]

    def of_actor(self, key: str, first: int, count: int) -> slate.Sheet:
        """The events of which an actor is part, the latest first."""
        return self._where(lambda event: any(p.key == key for p in event.participants), first, count)

    def at_place(self, key: str, first: int, count: int) -> slate.Sheet:
        """The events for which a place is or was named, the latest first."""
        return self._where(lambda e: any(p.key == key for r in e.reports for p in r.places), first, count)

    def told_by_source(self, names: Sequence[str], first: int, count: int) -> tuple[list[Told], int]:
        """What sources of these names said of which events, the latest first, and how much there is."""
        told = [
            _told(report, source.name, event)
            for event, report in self._reports()
            for source in report.sources
            if source.name in names
        ]
        return _latest_first(told, first, count)

    def told_by_outlet(self, outlet: str, first: int, count: int) -> tuple[list[Told], int]:
        """What an outlet reported of which events, the latest first, and how much there is."""
        told = [_told(report, None, event) for event, report in self._reports() if report.outlet == outlet]
        return _latest_first(told, first, count)

    def _reports(self) -> Iterable[tuple[TrackedEvent, Report]]:
        return ((event, report) for event in self._events.values() for report in event.reports)

    def _where(self, wanted: Callable[[TrackedEvent], bool], first: int, count: int) -> slate.Sheet:
        lines = [line_of(event) for event in self._events.values() if wanted(event)]
        return _cut(sorted(lines, key=lambda line: slate.order(line, "past", None)), first, count)


def _cut(lines: Sequence[EventLine], first: int, count: int) -> slate.Sheet:
    return slate.Sheet(tuple(lines[first : first + count]), len(lines))


def _names(event: TrackedEvent) -> Iterable[tuple[search.NameKind, str, str]]:
    yield "event", event.event_id, event.title
    yield from (("actor", p.key, p.name) for p in event.participants)
    for report in event.reports:
        yield from (("place", p.key, p.name) for p in report.places)
        yield from (("source", s.name, s.name) for s in report.sources if s.kind != "narrator")
        if report.outlet:
            yield "outlet", report.outlet, report.outlet


def _told(report: Report, source: str | None, event: TrackedEvent) -> Told:
    window = report.window.window if report.window else None
    said = (_iso(window.earliest), _iso(window.latest)) if window else (None, None)
    line = line_of(event)
    return Told(report.document_id, _iso(report.published), report.outlet, source, said, report.status, line)


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _latest_first(told: list[Told], first: int, count: int) -> tuple[list[Told], int]:
    told.sort(key=lambda t: (t.document_id, t.event.event_id))
    told.sort(key=lambda t: t.published or "", reverse=True)
    return told[first : first + count], len(told)
