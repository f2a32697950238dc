"""Rulings in the ledger: made, listed, undone, and handed on to tracking."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection, func, insert, select, update

from slated.errors import BadRuling
from slated.ledger import schema
from slated.ledger.codec import Words, from_row, to_row
from slated.ledger.database import rows_of
from slated.ledger.facts import load
from slated.ledger.filters import folded
from slated.model import (
    Anchor,
    EventMention,
    Merge,
    Reject,
    Rename,
    Report,
    Ruling,
    SetOutcome,
    Split,
    TrackedEvent,
)
from slated.model.rulings import RuleAct, RulingKind

_NO_WORDS = Words("", "")
_KINDS: dict[type[RuleAct], RulingKind] = {
    Merge: "merge",
    Split: "split",
    Rename: "rename",
    SetOutcome: "outcome",
    Reject: "reject",
}
_AT_ONCE = 200  # documents in one query


def load_rulings(connection: Connection) -> list[Ruling]:
    """All rulings in their order, their anchors in the articles that their captures give now."""
    rows = rows_of(connection, select(schema.rulings).order_by(schema.rulings.c.number))
    found = [from_row(Ruling, row, _NO_WORDS) for row in rows]
    documents = {a.document_id for r in found for a in r.anchors}
    moved = _moved(connection, documents, {a.capture_id for r in found for a in r.anchors if a.capture_id})
    if not moved:
        return found
    return [replace(r, anchors=tuple(_followed(a, moved) for a in r.anchors)) for r in found]


def _moved(connection: Connection, documents: Iterable[str], captures: Iterable[str]) -> dict[str, str]:
    """Captures whose article is another one now: capture id -> document id."""
    known = _pairs(connection, "articles", "document_id", documents)
    if not set(documents) - set(known):
        return {}
    return _pairs(connection, "captures", "capture_id", captures)


def _pairs(connection: Connection, name: str, key: str, wanted: Iterable[str]) -> dict[str, str]:
    """The document ids of rows, by their key."""
    table = schema.metadata.tables[name]
    asked = sorted(wanted)
    found: dict[str, str] = {}
    for first in range(0, len(asked), _AT_ONCE):
        query = select(table.c[key], table.c.document_id)
        rows = connection.execute(query.where(table.c[key].in_(asked[first : first + _AT_ONCE])))
        found |= {row[0]: row[1] for row in rows}
    return found


def _followed(anchor: Anchor, moved: Mapping[str, str]) -> Anchor:
    document = moved.get(anchor.capture_id or "")
    return replace(anchor, document_id=document) if document else anchor


def add_ruling(
    connection: Connection,
    act: RuleAct,
    events: Sequence[TrackedEvent],
    words: tuple[str, str, dt.date | None],
) -> Ruling:
    """Write a ruling on these events; ``words`` are who, why and the day from which it counts."""
    by, why, made = (words[0].strip(), words[1].strip(), words[2] or _last_day(connection))
    if not by or not why:
        raise BadRuling("a ruling needs to say who makes it and why")
    mentions = _evidence(connection, events)
    reports, anchors = _held(act, events, mentions)
    bare = Ruling(
        number=(connection.scalar(select(func.max(schema.rulings.c.number))) or 0) + 1,
        kind=_KINDS[type(act)],
        by=by,
        why=why,
        made=made,
        events=tuple(e.event_id for e in events),
        reports=reports,
        anchors=_with_captures(connection, anchors),
    )
    ruling = _with_values(bare, act)
    connection.execute(insert(schema.rulings), to_row(ruling))
    return ruling


def undo_ruling(connection: Connection, number: int, by: str, why: str) -> Ruling:
    """Mark a ruling as undone; raises ``BadRuling`` where there is none, or it is undone already."""
    table = schema.rulings
    found = next((r for r in load_rulings(connection) if r.number == number), None)
    if found is None:
        raise BadRuling(f"there is no ruling number {number}: `slated rule list` shows them")
    if not found.stands:
        raise BadRuling(f"ruling {number} was undone already, by {found.undone_by}: {found.undone_why}")
    if not by.strip() or not why.strip():
        raise BadRuling("undoing a ruling needs to say who does it and why")
    undone = replace(found, undone_by=by.strip(), undone_why=why.strip())
    values = {"undone_by": undone.undone_by, "undone_why": undone.undone_why}
    connection.execute(update(table).where(table.c.number == number).values(values))
    return undone


def _last_day(connection: Connection) -> dt.date | None:
    day = connection.scalar(select(func.max(schema.articles.c.published)))
    return dt.date.fromisoformat(day) if day else None


def _with_values(ruling: Ruling, act: RuleAct) -> Ruling:
    if isinstance(act, Rename):
        title = " ".join(act.title.split())
        if not title:
            raise BadRuling("an event cannot go without a title")
        return replace(ruling, title=title)
    if isinstance(act, SetOutcome):
        return replace(ruling, status=act.status, window=act.window)
    return ruling


Mentions = Mapping[tuple[str, int], EventMention]


def _evidence(connection: Connection, events: Sequence[TrackedEvent]) -> Mentions:
    """The mentions of the events, by document and index."""
    table = schema.articles
    wanted = sorted({r.document_id for e in events for r in e.reports})
    found: dict[tuple[str, int], EventMention] = {}
    for first in range(0, len(wanted), _AT_ONCE):
        some = select(table.c.document_id).where(table.c.document_id.in_(wanted[first : first + _AT_ONCE]))
        for read in load(connection, some):
            found |= {(read.article.document_id, i): m for i, m in enumerate(read.reading.mentions)}
    return found


def _held(
    act: RuleAct, events: Sequence[TrackedEvent], mentions: Mentions
) -> tuple[tuple[str, ...], list[Anchor]]:
    """The source ids of the reports that the act names, and the mentions that it holds on to."""
    if isinstance(act, Merge):
        if len({e.event_id for e in events}) < 2:
            raise BadRuling("a merge needs two events or more")
        return (), [a for group, e in enumerate(events) for a in _anchors(group, e.reports, mentions)]
    (event,) = events
    if not isinstance(act, Split | Reject):
        return (), list(_anchors(0, event.reports, mentions))
    named = named_reports(event, act.reports)
    goes = {a for a in _anchors(1, named, mentions) if _says(act.words, a, mentions)}
    if not goes:
        raise BadRuling(f"no mention in these reports holds the words {act.words!r}")
    where = {(a.document_id, a.part, a.start) for a in goes}
    every = _anchors(0, event.reports, mentions)
    stays = [a for a in every if (a.document_id, a.part, a.start) not in where]
    if isinstance(act, Split) and not stays:
        raise BadRuling("a split has to leave something of the event; these are all its mentions")
    return tuple(r.source_id for r in named), [*stays, *sorted(goes, key=lambda a: (a.document_id, a.start))]


def _anchors(group: int, reports: Iterable[Report], mentions: Mentions) -> list[Anchor]:
    held = []
    for report in reports:
        for index in report.mentions:
            t = mentions[report.document_id, index].trigger
            held.append(Anchor(group, report.document_id, t.part, t.start, t.end, t.text))
    return held


def _says(words: str | None, anchor: Anchor, mentions: Mentions) -> bool:
    if words is None:
        return True
    around = [
        m.evidence.text
        for (document, _), m in mentions.items()
        if document == anchor.document_id
        and (m.trigger.part, m.trigger.start, m.trigger.end) == (anchor.part, anchor.start, anchor.end)
    ]
    return any(folded(words) in folded(text) for text in around)


def named_reports(event: TrackedEvent, names: Sequence[str]) -> list[Report]:
    """The event's reports by these names; raises ``BadRuling`` where one names none, or several."""
    if not names:
        raise BadRuling("name at least one report, by its source id, document id, address or outlet")
    chosen: dict[str, Report] = {}
    for name in names:
        exact = [r for r in event.reports if name in (r.source_id, r.document_id, r.url)]
        found = exact or [r for r in event.reports if r.outlet and folded(r.outlet) == folded(name)]
        if not found:
            raise BadRuling(f"{event.title} ({event.event_id}) has no report {name!r}")
        if len(found) > 1:
            ids = ", ".join(r.source_id for r in found)
            raise BadRuling(f"{name!r} names {len(found)} reports of {event.title}: {ids}")
        chosen[found[0].document_id] = found[0]
    return list(chosen.values())


def _with_captures(connection: Connection, anchors: Sequence[Anchor]) -> tuple[Anchor, ...]:
    """The anchors, each with a capture that gave its article."""
    table = schema.captures
    first: dict[str, str] = {}
    documents = sorted({a.document_id for a in anchors})
    for start in range(0, len(documents), _AT_ONCE):
        query = select(table.c.document_id, func.min(table.c.capture_id)).group_by(table.c.document_id)
        rows = connection.execute(query.where(table.c.document_id.in_(documents[start : start + _AT_ONCE])))
        first |= {row[0]: row[1] for row in rows}
    return tuple(replace(a, capture_id=first.get(a.document_id)) for a in anchors)
