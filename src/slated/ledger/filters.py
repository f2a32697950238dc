"""Which tracked events are wanted."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from slated.model import Entry, EventPlace, TrackedEvent, Window


@dataclass(frozen=True, slots=True)
class EventFilter:
    """What a tracked event must be like; what is None or empty does not restrict.

    ``text`` words that its title or evidence all hold; ``actor`` and ``place`` words of a name
    among its participants or places; ``outlet`` words of the name of an outlet that reports on it;
    ``start`` and ``end`` (inclusive) days that its window
    meets, or, where it has no window, days among which it was last reported.
    """

    text: str | None = None
    actor: str | None = None
    place: str | None = None
    status: frozenset[str] = frozenset()
    event_class: frozenset[str] = frozenset()
    start: dt.date | None = None
    end: dt.date | None = None
    outlet: str | None = None

    def matches(self, event: TrackedEvent) -> bool:
        """True where the event is wanted."""
        return (
            (not self.status or event.status in self.status)
            and (not self.event_class or event.event_class in self.event_class)
            and _named(self.actor, _actor_names(event))
            and _named(self.place, (place.name for place in _places(event)))
            and _named(self.outlet, (report.outlet or "" for report in event.reports))
            and _holds(self.text, event)
            and self._in_time(event)
        )

    @property
    def needs_words(self) -> bool:
        """True where names or words are asked for, which only whole events hold."""
        return any(words is not None for words in (self.text, self.actor, self.place, self.outlet))

    def matches_entry(self, entry: Entry) -> bool:
        """True where the entry's event is wanted, as far as ``needs_words`` is not asked for."""
        if self.status and entry.status not in self.status:
            return False
        if self.event_class and entry.event_class not in self.event_class:
            return False
        if self.start is None and self.end is None:
            return True
        window = entry.window or (Window.on(entry.last_reported) if entry.last_reported else None)
        return window is not None and window.meets(Window(self.start, self.end))

    def _in_time(self, event: TrackedEvent) -> bool:
        if self.start is None and self.end is None:
            return True
        wanted = Window(self.start, self.end)
        days = [report.published for report in event.reports if report.published]
        window = event.window or (Window.on(max(days)) if days else None)
        return window is not None and window.meets(wanted)


def folded(text: str) -> str:
    """Lower case, without accents, hyphens read as spaces: how names are compared."""
    plain = unicodedata.normalize("NFKD", text.casefold()).replace("-", " ")
    return "".join(c for c in plain if not unicodedata.combining(c))


def _named(wanted: str | None, names: Iterable[str]) -> bool:
    return wanted is None or any(folded(wanted) in folded(name) for name in names)


def _actor_names(event: TrackedEvent) -> Iterable[str]:
    yield from (participant.name for participant in event.participants)
    yield from (source.name for report in event.reports for source in report.sources)


def _places(event: TrackedEvent) -> Iterable[EventPlace]:
    yield from event.places
    for report in event.reports:
        yield from report.places


def _holds(wanted: str | None, event: TrackedEvent) -> bool:
    if wanted is None:
        return True
    words = folded(wanted).split()
    texts = [event.title, *(span.text for report in event.reports for span in report.evidence)]
    return any(all(word in text for word in words) for text in map(folded, texts))
