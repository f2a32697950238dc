"""Rulings: what people say of the record, which stands above what was derived from the pages."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from slated.model.spans import TextPart
from slated.model.windows import Window

RulingKind = Literal["merge", "split", "rename", "outcome", "reject"]
RuledOutcome = Literal["occurred", "cancelled", "lapsed", "open"]


@dataclass(frozen=True, slots=True)
class Merge:
    """These events (two or more, named as ``Ledger.event`` takes them) are one."""

    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Split:
    """These reports of an event speak of another one, which is then tracked by itself.

    A report is named by its source id, document id, address, or its outlet where only one report
    is that outlet's. ``words`` leaves out mentions of those reports whose evidence lacks them.
    """

    event: str
    reports: tuple[str, ...]
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Rename:
    """The event goes by this title; its id stays."""

    event: str
    title: str


@dataclass(frozen=True, slots=True)
class SetOutcome:
    """How the event ended, and when; ``open``: it has not ended, whatever was derived."""

    event: str
    status: RuledOutcome
    window: Window | None = None


@dataclass(frozen=True, slots=True)
class Reject:
    """These reports do not speak of the event, nor of any; named as in ``Split``."""

    event: str
    reports: tuple[str, ...]
    words: str | None = None


RuleAct = Merge | Split | Rename | SetOutcome | Reject


@dataclass(frozen=True, slots=True)
class Anchor:
    """A mention that a ruling holds on to, known by where it stands and by its words.

    ``group`` tells sides apart: of a merge the events in their order; of a split or a rejection 0
    for what stays and 1 for what goes. ``start`` and ``end`` are characters (half-open) of the part.
    """

    group: int
    document_id: str
    part: TextPart
    start: int
    end: int
    words: str
    capture_id: str | None = None


@dataclass(frozen=True, slots=True)
class Ruling:
    """One word of a person on the record: who, why, and what was ruled.

    ``number`` is its place among the ledger's rulings. ``made`` is the day from which it counts
    (None: always). ``events`` are ids as they were when it was made, ``reports`` source ids;
    ``title``, ``status`` and ``window`` what a rename or an outcome sets. ``undone_by`` and
    ``undone_why`` are set once it was undone. ``anchors`` let it find its events again after
    articles were read anew; the copies that events carry go without.
    """

    number: int
    kind: RulingKind
    by: str
    why: str
    made: dt.date | None
    events: tuple[str, ...]
    reports: tuple[str, ...] = ()
    title: str | None = None
    status: RuledOutcome | None = None
    window: Window | None = None
    undone_by: str | None = None
    undone_why: str | None = None
    anchors: tuple[Anchor, ...] = ()

    @property
    def stands(self) -> bool:
        """True unless it was undone."""
        return self.undone_by is None
