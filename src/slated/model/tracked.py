"""Tracked events: what the articles together say of one real-world event."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from slated.model.readings import EventPlace, Hedge, Participant, Source, Status
from slated.model.rulings import Ruling
from slated.model.spans import Span
from slated.model.windows import StatedWindow, Window

TrackedStatus = Literal[
    "proposed", "expected", "scheduled", "in_doubt", "postponed", "cancelled", "occurred", "lapsed"
]
RevisedCell = Literal["status", "window", "place"]
Move = Literal["earlier", "later", "narrowed", "widened", "set", "dropped", "named", "changed"]


@dataclass(frozen=True, slots=True)
class Report:
    """What one article says of one tracked event.

    ``mentions`` are indices into the article's reading. ``evidence`` holds the words that the
    cells rest on. ``published`` is the day from which the article speaks (None: unknown).
    ``origin`` names the first-hand source behind the report: reports with one origin are copies.
    """

    source_id: str
    document_id: str
    published: dt.date | None
    outlet: str | None
    url: str | None
    status: Status
    window: StatedWindow | None
    previous: StatedWindow | None
    places: tuple[EventPlace, ...]
    sources: tuple[Source, ...]
    hedge: Hedge | None
    condition: str | None
    evidence: tuple[Span, ...]
    mentions: tuple[int, ...]
    origin: str


@dataclass(frozen=True, slots=True)
class Revision:
    """A change of one cell from what was last reported.

    ``before`` and ``after`` are the cell's values in words (ISO days for windows: "2018-10-01.."
    with an open side left empty); ``reports`` are source ids of the reports that brought it and
    ``by`` those on whose word they rest. ``move`` says what became of a window (earlier, later,
    narrowed, widened, set where none was known, dropped) or a place (named, changed). ``days``
    is by how many days a window moved, first day to first day, or shrank or grew; None where a
    side is open.
    """

    as_of: dt.date | None
    what: RevisedCell
    before: str | None
    after: str | None
    reports: tuple[str, ...]
    move: Move | None = None
    days: int | None = None
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Say:
    """One side of a contradiction: a cell's value in words, and the reports (source ids) that give it."""

    value: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Reports of one day that cannot all be right: days that do not meet, other phases, a place ruled out."""

    as_of: dt.date | None
    what: RevisedCell
    says: tuple[Say, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it ended, when, and on which report's word (a source id; None for lapsed).

    ``ruling`` is the number of the ruling that says so, where a person set it.
    """

    status: Literal["occurred", "cancelled", "lapsed"]
    window: Window | None
    report: str | None
    ruling: int | None = None


@dataclass(frozen=True, slots=True)
class TrackedEvent:
    """One real-world event across articles: its reports in order of publication.

    ``event_id`` is stable: it derives from the first report and not from the order of reading.
    ``status``, ``window`` and ``places`` are the latest consensus (postponed with no window: no
    new date is known); ``contradictions`` are days on which reports disagree; ``rulings`` are those that
    people made on it.
    """

    event_id: str
    title: str
    event_class: str
    participants: tuple[Participant, ...]
    status: TrackedStatus
    window: Window | None
    places: tuple[EventPlace, ...]
    reports: tuple[Report, ...]
    revisions: tuple[Revision, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    outcome: Outcome | None = None
    rulings: tuple[Ruling, ...] = ()
