"""Which tracked events a page of the slate shows, found in the store without loading the others."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, and_, case, func, not_, or_, select

from slated.ledger import schema, search
from slated.ledger.filters import EventFilter
from slated.ledger.lines import EventLine, load_lines
from slated.model import Window

Part = Literal["ahead", "past", "all"]
ENDED = ("occurred", "cancelled", "lapsed")
_EVENTS = schema.tracked_events
_LAST = "9999-12-31"  # orders what has no day behind what has one


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of a list: its lines, and how many the whole list has."""

    lines: tuple[EventLine, ...]
    total: int


def sheet(
    connection: Connection, wanted: EventFilter, part: Part, day: dt.date | None, cut: tuple[int, int]
) -> Sheet:
    """The lines number ``cut[0]`` to ``cut[1]`` (half-open) of the events that are wanted.

    ``ahead`` of ``day`` come in the order of their days, those without one last; ``past`` the
    other way round; ``all`` by their days.
    """
    condition = and_(*_conditions(connection, wanted), _in_part(part, day))
    total = connection.scalar(select(func.count()).select_from(_EVENTS).where(condition)) or 0
    first, last = cut
    query = select(_EVENTS.c.event_id).where(condition).order_by(*_order(part, day))
    ids = list(connection.scalars(query.offset(first).limit(last - first)))
    return Sheet(tuple(load_lines(connection, ids)), total)


def ids_of(connection: Connection, wanted: EventFilter) -> frozenset[str]:
    """The ids of all events that are wanted."""
    return frozenset(
        connection.scalars(select(_EVENTS.c.event_id).where(and_(True, *_conditions(connection, wanted))))
    )


def is_ahead(line: EventLine, day: dt.date | None) -> bool:
    """True for what has not ended and whose last day, where it has one, is not before ``day``."""
    last = line.window.latest if line.window else None
    return line.status not in ENDED and (day is None or last is None or last >= day)


def order(line: EventLine, part: Part, day: dt.date | None) -> tuple[Any, ...]:
    """The key that puts lines in the order in which ``sheet`` gives them."""
    first, last = _ends(line.window)
    reported = line.last_reported.isoformat() if line.last_reported else ""
    if part == "past":
        return (_down(last or first or reported), line.event_id)
    when = first or last
    if part == "ahead" and when and day:
        when = max(when, day.isoformat())
    return (when or _LAST, last or _LAST, _down(reported), line.event_id)


def _in_part(part: Part, day: dt.date | None) -> ColumnElement[bool]:
    if part == "all":
        return _EVENTS.c.event_id.is_not(None)
    live: ColumnElement[bool] = _EVENTS.c.status.not_in(ENDED)
    if day is not None:
        live = and_(live, or_(_EVENTS.c.latest.is_(None), _EVENTS.c.latest >= day.isoformat()))
    return live if part == "ahead" else not_(live)


def _order(part: Part, day: dt.date | None) -> list[ColumnElement[Any]]:
    first, last, reported = _EVENTS.c.earliest, _EVENTS.c.latest, func.coalesce(_EVENTS.c.last_reported, "")
    if part == "past":
        return [func.coalesce(last, first, reported).desc(), _EVENTS.c.event_id.asc()]
    when: ColumnElement[Any] = func.coalesce(first, last)
    if part == "ahead" and day:
        when = case((when < day.isoformat(), day.isoformat()), else_=when)
    ordered = [func.coalesce(when, _LAST), func.coalesce(last, _LAST)]
    return [*ordered, reported.desc(), _EVENTS.c.event_id.asc()]


def _conditions(connection: Connection, wanted: EventFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.status:
        conditions.append(_EVENTS.c.status.in_(sorted(wanted.status)))
    if wanted.event_class:
        conditions.append(_EVENTS.c.event_class.in_(sorted(wanted.event_class)))
    if wanted.start or wanted.end:
        conditions.append(_in_time(Window(wanted.start, wanted.end)))
    if wanted.actor is not None:
        conditions.append(_among(search.events_of_actor(connection, wanted.actor)))
    if wanted.place is not None:
        conditions.append(_among(search.events_at_place(connection, wanted.place)))
    if wanted.outlet is not None:
        conditions.append(_among(search.events_of_outlet(connection, wanted.outlet)))
    if wanted.text is not None:
        conditions.append(_among(search.events_that_say(connection, wanted.text)))
    return conditions


def _among(ids: Sequence[str]) -> ColumnElement[bool]:
    """True for these ids, given as one JSON text: a database takes only so many parameters."""
    listed = func.json_each(json.dumps(ids)).table_valued("value")
    return _EVENTS.c.event_id.in_(select(listed.c.value))


def _in_time(wanted: Window) -> ColumnElement[bool]:
    first, last = _ends(wanted)
    undated = and_(_EVENTS.c.earliest.is_(None), _EVENTS.c.latest.is_(None))
    begins, ends = _EVENTS.c.earliest, _EVENTS.c.latest
    reported = _EVENTS.c.last_reported
    dated = [not_(undated)]
    told = [undated, reported.is_not(None)]
    if last:
        dated.append(or_(begins.is_(None), begins <= last))
        told.append(reported <= last)
    if first:
        dated.append(or_(ends.is_(None), ends >= first))
        told.append(reported >= first)
    return or_(and_(*dated), and_(*told))


def _ends(window: Window | None) -> tuple[str | None, str | None]:
    if window is None:
        return None, None
    first, last = window.earliest, window.latest
    return (first.isoformat() if first else None), (last.isoformat() if last else None)


def _down(text: str) -> tuple[int, ...]:
    """A key that puts ISO days the other way round."""
    return tuple(-ord(letter) for letter in text) or (0,)
