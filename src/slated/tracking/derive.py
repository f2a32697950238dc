"""A tracked event derived from what its articles tell, from the start or from where it was left.

Nothing that is said later changes what was derived up to a day. So what an event came to before the
last day of its reports is kept as its progress; with new articles only the reports from that day
on are made (again), and a new article costs by its own size and not by that of its event.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Protocol

from slated.model import (
    Article,
    EventMention,
    EventPlace,
    Participant,
    Reading,
    Report,
    Span,
    TrackedEvent,
    Window,
)
from slated.model.readings import Standing, Status
from slated.model.spans import TextPart
from slated.tracking.context import Sketch, in_context, sketch_of
from slated.tracking.fit import Known, fit_of, known_by
from slated.tracking.gather import Account
from slated.tracking.gist import Gist, gist_of
from slated.tracking.moves import is_move
from slated.tracking.origins import first_hand
from slated.tracking.profile import Profile
from slated.tracking.report import make_report
from slated.tracking.revise import GRACE, Consensus, follow, outcome_of
from slated.tracking.title import title_of
from slated.tracking.worth import is_event

Telling = tuple[str, tuple[int, ...]]
"""An article that tells of an event: its document, and the mentions (indices) that do, in order."""

Characters = tuple[int, int, TextPart]
Traced = Mapping[Characters, str]
"""The last article that names a place in these characters."""


class TrackInput(Protocol):
    """An article and its reading (``document_stage.ReadArticle`` is one)."""

    @property
    def article(self) -> Article:
        """The article."""
        ...

    @property
    def reading(self) -> Reading:
        """What was found in it."""
        ...


@dataclass(frozen=True, slots=True)
class Seen:
    """The day from which outcomes are judged (None: unknown), and the grace before a lapse."""

    day: dt.date | None
    grace: dt.timedelta = GRACE


@dataclass(frozen=True, slots=True)
class Sources:
    """What events are derived from: articles and origins by document id, and the day of judgement."""

    articles: Mapping[str, TrackInput]
    origins: Mapping[str, str]
    seen: Seen


@dataclass(frozen=True, slots=True)
class FirstWord:
    """The first report (its source id) that gave an event a status."""

    status: Status
    source_id: str


@dataclass(frozen=True, slots=True)
class HeldPlace:
    """A place of the consensus and, where it has a span, what stands there and in which article."""

    name: str
    key: str
    standing: Standing
    document_id: str | None = None
    start: int = 0
    end: int = 0
    part: TextPart = "text"
    text: str = ""

    @classmethod
    def of(cls, place: EventPlace, traced: Traced) -> HeldPlace:
        """The place, traced to where it stands."""
        span = place.span
        if span is None:
            return cls(place.name, place.key, place.standing)
        cells = (span.start, span.end, span.part, span.text)
        return cls(place.name, place.key, place.standing, traced[characters(span)], *cells)

    @property
    def place(self) -> EventPlace:
        """The place."""
        traced = self.document_id is not None
        span = Span(self.start, self.end, self.text, self.part) if traced else None
        return EventPlace(self.name, self.key, self.standing, span)


@dataclass(frozen=True, slots=True)
class Progress:
    """What an event came to before ``until``, the last day that a report of it has.

    ``known`` is what the reports rest upon beside their articles: where an event is known by
    something else than before, its reports are all made anew. ``revisions``, ``contradictions``
    and ``moved`` count.
    """

    until: dt.date | None = None
    known: Known = field(default_factory=Known)
    gist: Gist = field(default_factory=Gist)
    sketches: tuple[Sketch, ...] = ()
    status: Status | None = None
    window: Window | None = None
    places: tuple[HeldPlace, ...] = ()
    first: tuple[FirstWord, ...] = ()
    revisions: int = 0
    contradictions: int = 0
    moved: int = 0

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many reports, revisions and contradictions it came to."""
        return len(self.sketches), self.revisions, self.contradictions

    def takes(self, profile: Profile, days: Iterable[dt.date | None]) -> bool:
        """True where reports of these days can be added to an event that now has this profile."""
        later = all(day is None or (self.until is not None and day >= self.until) for day in days)
        return later and known_by(profile) == self.known


START = Progress()


@dataclass(frozen=True, slots=True)
class Derived:
    """An event, of whose reports, revisions and contradictions only those after ``before`` stand here.

    ``worth`` says whether it is worth an entry, ``traced`` where its places stand, and
    ``progress`` is what later reports go on from.
    """

    event: TrackedEvent
    worth: bool
    before: Progress
    progress: Progress
    traced: Traced


def tellings_of(accounts: Iterable[Account]) -> list[Telling]:
    """What each article tells of an event, of whose accounts (in canonical order) these are."""
    grouped = groupby(accounts, key=lambda a: a.document_id)
    return [(document, tuple(sorted(m for a in those for m in a.mentions))) for document, those in grouped]


def derive(
    profile: Profile, tellings: Sequence[Telling], sources: Sources, before: Progress = START
) -> Derived:
    """The event of that profile, by what ``before`` came to and what these articles tell (in order).

    Its id is left to the caller.
    """
    known = known_by(profile)
    told = _told(tellings, sources, known, before)
    progress, held = _follow(told, replace(before, known=known))
    reports = told.reports
    late = told.mentions[len(progress.sketches) - len(before.sketches) :]
    gist = progress.gist.joined(gist_of(m for those in late for m in those))
    by = next((w.source_id for w in _first_words(before, reports) if w.status == held.status), None)
    last = max((r.published for r in reports if r.published), default=None)
    outcome = outcome_of(held, by, last, sources.seen.day, sources.seen.grace)
    event = TrackedEvent(
        event_id="",
        title=title_of(profile, gist.wording),
        event_class=max(sorted(gist.classes), key=gist.classes.__getitem__),
        participants=_participants(known, gist),
        status=outcome.status if outcome else held.status or reports[-1].status,
        window=held.window,
        places=held.places,
        reports=reports,
        revisions=tuple(held.revisions),
        contradictions=tuple(held.contradictions),
        outcome=outcome,
    )
    worth = is_event(profile, gist.signs, len(before.sketches) + len(reports))
    return Derived(event, worth, before, progress, _traced(before, reports))


@dataclass(frozen=True, slots=True)
class _Told:
    """Reports, as sketches too, and the mentions that they are made of."""

    reports: tuple[Report, ...]
    sketches: tuple[Sketch, ...]
    mentions: tuple[tuple[EventMention, ...], ...]


def _told(tellings: Sequence[Telling], sources: Sources, known: Known, before: Progress) -> _Told:
    """One report an article, in order of publication."""
    fit = fit_of(known)
    those = [sources.articles[document] for document, _ in tellings]
    bare = [
        make_report(read.article, read.reading, mentions, fit, sources.origins[document])
        for read, (document, mentions) in zip(those, tellings, strict=True)
    ]
    read_by_others = in_context(bare, [read.reading for read in those], before.sketches)
    return _Told(
        first_hand(read_by_others),
        tuple(sketch_of(report, read.reading) for report, read in zip(bare, those, strict=True)),
        tuple(
            tuple(read.reading.mentions[m] for m in mentions)
            for read, (_, mentions) in zip(those, tellings, strict=True)
        ),
    )


def _follow(told: _Told, before: Progress) -> tuple[Progress, Consensus]:
    """What the event comes to before its last day, and what is held in the end."""
    held = Consensus(before.status, before.window, tuple(p.place for p in before.places))
    days = [r.published for r in told.reports if r.published is not None]
    until = max(days, default=None)
    early = sum(day < until for day in days) if until is not None else 0
    follow(told.reports[:early], held)
    traced = _traced(before, told.reports[:early])
    progress = replace(
        before,
        until=until,
        gist=before.gist.joined(gist_of(m for those in told.mentions[:early] for m in those)),
        sketches=_fading((*before.sketches, *told.sketches[:early]), until),
        status=held.status,
        window=held.window,
        places=tuple(HeldPlace.of(place, traced) for place in held.places),
        first=tuple(_first_words(before, told.reports[:early])),
        revisions=before.revisions + len(held.revisions),
        contradictions=before.contradictions + len(held.contradictions),
        moved=before.moved + sum(is_move(r) for r in held.revisions),
    )
    return progress, follow(told.reports[early:], held)


def _fading(sketches: Iterable[Sketch], until: dt.date | None) -> tuple[Sketch, ...]:
    return tuple(sketch.fading(until) if until is not None else sketch for sketch in sketches)


def _first_words(before: Progress, reports: Iterable[Report]) -> list[FirstWord]:
    first = {word.status: word for word in before.first}
    for report in reports:
        first.setdefault(report.status, FirstWord(report.status, report.source_id))
    return list(first.values())


def _traced(before: Progress, reports: Sequence[Report]) -> Traced:
    found = {(p.start, p.end, p.part): p.document_id for p in before.places if p.document_id is not None}
    for report in reports:
        found |= {characters(p.span): report.document_id for p in report.places if p.span is not None}
    return found


def characters(span: Span) -> Characters:
    """Where a span lies."""
    return span.start, span.end, span.part


def _participants(known: Known, gist: Gist) -> tuple[Participant, ...]:
    """The parties that enough accounts name, the most often named first, each once."""
    keys = {p.key for p in known.core}
    times = {p: n for p, n in gist.participants.items() if p.key in keys}
    seen: dict[str, Participant] = {}
    for participant in sorted(times, key=lambda p: (-times[p], str(p))):
        seen.setdefault(participant.key, participant)
    return tuple(seen.values())
