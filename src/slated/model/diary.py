"""What a list shows of tracked events, and what changed in the record."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from slated.model.readings import EventPlace
from slated.model.tracked import Move, TrackedStatus
from slated.model.windows import Window

ChangeKind = Literal["new", "dated", "moved", "place", "status", "called_off", "took_place", "lapsed"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A tracked event as a list shows it, its reports only counted.

    ``moved`` is how often its window moved, ``origins`` how many first-hand sources stand behind
    its ``reports``; places go without their spans.
    """

    event_id: str
    title: str
    event_class: str
    status: TrackedStatus
    window: Window | None
    places: tuple[EventPlace, ...]
    first_reported: dt.date | None
    last_reported: dt.date | None
    reports: int
    origins: int
    moved: int


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed in the record on a day.

    ``new``: first reported. ``dated``: a window where none was known. ``moved``: earlier, later,
    narrowed or widened (``move``), by so many ``days``. ``place``: one named or changed.
    ``called_off``, ``took_place``, ``lapsed``: how it ended. ``status``: any other status.
    ``before`` and ``after`` are the cell's values in words, ``by`` those on whose word.
    """

    day: dt.date
    kind: ChangeKind
    event_id: str
    title: str
    before: str | None
    after: str | None
    move: Move | None = None
    days: int | None = None
    by: tuple[str, ...] = ()
