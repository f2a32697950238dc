"""Which mentions of an account say where the event is.

An account also holds the journeys to an event, the day's talks about it and what was held before:
their places are not the event's where its own mentions name any.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from slated.model import EventMention, Report, StatedWindow
from slated.model.readings import Status
from slated.tracking.families import family_of
from slated.tracking.weigh import PHASES, Weighed, say_of


def placing(weighed: Sequence[Weighed], status: Status, window: StatedWindow | None) -> list[Weighed]:
    """The mentions of which the places hold: of the event's kind, phase and days, if there are such.

    ``status`` and ``window`` are those of the report. A plain word ("the border") counts only where
    no mention gives a name.
    """
    kind = kind_of([w.mention for w in weighed])
    days = window.window if window is not None else None
    placed = [w for w in weighed if w.mention.places]
    placed = _those(placed, lambda w: _kind(w.mention) == kind)
    placed = _those(placed, lambda w: PHASES[w.status] == PHASES[status])
    placed = _those(
        placed,
        lambda w: days is None or w.window is None or w.window.window is None or w.window.window.meets(days),
    )
    return _those(placed, lambda w: any(not p.name.islower() for p in w.mention.places))


def is_placed(report: Report, mentions: Sequence[EventMention]) -> bool:
    """True where a mention of the event's own kind (of the article's ``mentions``) gives a place."""
    return bool(_own(report, mentions))


def is_surely_placed(report: Report, mentions: Sequence[EventMention]) -> bool:
    """True where such a mention is of the report's phase too."""
    return any(PHASES[m.status] == PHASES[report.status] for m in _own(report, mentions))


def _own(report: Report, mentions: Sequence[EventMention]) -> list[EventMention]:
    told = [mentions[i] for i in report.mentions]
    kind = kind_of(told)
    return [m for m in told if m.places and _kind(m) == kind]


def kind_of(mentions: Sequence[EventMention]) -> str:
    """The family that most of the mentions are of, the doubtful ones counting less."""
    counts: defaultdict[str, float] = defaultdict(float)
    for mention in mentions:
        counts[_kind(mention)] += say_of(mention)
    return max(sorted(counts), key=counts.__getitem__, default="")


def _kind(mention: EventMention) -> str:
    return family_of(mention.head, mention.event_class)


def _those(placed: list[Weighed], fits: Callable[[Weighed], bool]) -> list[Weighed]:
    return [w for w in placed if fits(w)] or placed
