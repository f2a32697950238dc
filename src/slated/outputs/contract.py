"""The JSON that others lean on: one record for a read article, one for a tracked event.

A span is ``{"start", "end", "text"}`` in characters (half-open) of the record's ``text``, with
``"in": "title"`` where it points into the title. Days are ISO, inclusive, None where open or
unknown. A window of which the words give more than one choice carries ``alternatives``.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from typing import Any

from slated.document_stage import ReadArticle
from slated.model import (
    Change,
    Contradiction,
    EventMention,
    EventPlace,
    Hedge,
    Outcome,
    Participant,
    Report,
    Revision,
    Ruling,
    Source,
    Span,
    StatedWindow,
    Statement,
    Timex,
    TrackedEvent,
    Window,
)

Record = dict[str, Any]


def to_json(record: Any, indent: int | None = None, ascii_only: bool = False) -> str:
    """The record as JSON text, in the order of its keys; other letters escaped where asked."""
    return json.dumps(record, ensure_ascii=ascii_only, indent=indent)


def article_record(read: ReadArticle) -> Record:
    """What ``slated extract --json`` prints of a document."""
    article, reading = read.article, read.reading
    when = article.creation_time
    return {
        "source_id": article.source_id,
        "document_id": article.document_id,
        "url": article.url,
        "outlet": article.outlet,
        "title": article.title,
        "language": article.language,
        "dct": _bounds(when.window) | {"method": when.method, "evidence": when.evidence},
        "text": article.text,
        "timexes": [_timex(timex) for timex in reading.timexes],
        "statements": [_statement(statement) for statement in reading.statements],
        "mentions": [_mention(mention) for mention in reading.mentions if not mention.doubtful],
    }


def event_record(event: TrackedEvent) -> Record:
    """What ``slated events --json`` prints of a tracked event."""
    days = [report.published for report in event.reports if report.published]
    return {
        "id": event.event_id,
        "title": event.title,
        "event_class": event.event_class,
        "participants": _participants(event.participants),
        "status": event.status,
        "window": window_record(event.window),
        "places": _places(event.places),
        "outcome": _outcome(event.outcome),
        "first_reported": _day(min(days, default=None)),
        "last_reported": _day(max(days, default=None)),
        "reports": [_report(report) for report in event.reports],
        "revisions": [revision_record(revision) for revision in event.revisions],
        "contradictions": [_contradiction(found) for found in event.contradictions],
        "rulings": [ruling_record(ruling) for ruling in event.rulings],
    }


def change_record(change: Change) -> Record:
    """What ``slated changes --json`` prints of a change."""
    return {
        "day": _day(change.day),
        "kind": change.kind,
        "id": change.event_id,
        "title": change.title,
        "from": change.before,
        "to": change.after,
        "move": change.move,
        "days": change.days,
        "by": list(change.by),
    }


def ruling_record(ruling: Ruling) -> Record:
    """What ``slated rule --json`` prints of a ruling."""
    undone = {"by": ruling.undone_by, "why": ruling.undone_why}
    return {
        "number": ruling.number,
        "kind": ruling.kind,
        "by": ruling.by,
        "why": ruling.why,
        "made": _day(ruling.made),
        "events": list(ruling.events),
        "reports": list(ruling.reports),
        "title": ruling.title,
        "status": ruling.status,
        "window": window_record(ruling.window),
        "undone": None if ruling.stands else undone,
    }


def _report(report: Report) -> Record:
    return {
        "source_id": report.source_id,
        "document_id": report.document_id,
        "published": _day(report.published),
        "outlet": report.outlet,
        "url": report.url,
        "status": report.status,
        "window": _stated(report.window),
        "previous": _stated(report.previous),
        "places": _places(report.places),
        "sources": _sources(report.sources),
        "hedge": _hedge(report.hedge),
        "condition": report.condition,
        "evidence": [_span(span) for span in report.evidence],
        "origin": report.origin,
    }


def revision_record(revision: Revision) -> Record:
    """A change of one cell."""
    return {
        "as_of": _day(revision.as_of),
        "what": revision.what,
        "from": revision.before,
        "to": revision.after,
        "reports": list(revision.reports),
        "move": revision.move,
        "days": revision.days,
        "by": list(revision.by),
    }


def _contradiction(found: Contradiction) -> Record:
    return {
        "as_of": _day(found.as_of),
        "what": found.what,
        "says": [{"value": say.value, "reports": list(say.reports)} for say in found.says],
    }


def _outcome(outcome: Outcome | None) -> Record | None:
    if outcome is None:
        return None
    return {
        "status": outcome.status,
        "window": window_record(outcome.window),
        "report": outcome.report,
        "ruling": outcome.ruling,
    }


def _mention(mention: EventMention) -> Record:
    return {
        **({"in": "title"} if mention.trigger.part == "title" else {}),
        "trigger": _span(mention.trigger),
        "event_class": mention.event_class,
        "title": mention.title,
        "participants": _participants(mention.participants),
        "places": _places(mention.places),
        "window": _stated(mention.window),
        "previous": _stated(mention.previous),
        "status": mention.status,
        "hedge": _hedge(mention.hedge),
        "condition": _span(mention.condition) if mention.condition else None,
        "statement": mention.statement,
        "sources": _sources(mention.sources),
    }


def _statement(statement: Statement) -> Record:
    source = statement.source
    return {
        "source": _source_span(source) if source else None,
        "cue": _span(statement.cue) if statement.cue else None,
        "content": _span(statement.content),
        "mode": statement.mode,
    }


def _source_span(source: Source) -> Record:
    where = _span(source.span) if source.span else {"start": None, "end": None, "text": None}
    return where | {"kind": source.kind, "name": source.name}


def _timex(timex: Timex) -> Record:
    return (
        _span(timex.span)
        | {"type": timex.type, "value": timex.value, "mod": timex.mod}
        | _bounds(timex.window)
    )


def _span(span: Span) -> Record:
    record: Record = {"start": span.start, "end": span.end, "text": span.text}
    return record | {"in": "title"} if span.part == "title" else record


def _participants(participants: Iterable[Participant]) -> list[Record]:
    return [{"name": participant.name, "role": participant.role} for participant in participants]


def _places(places: Iterable[EventPlace]) -> list[Record]:
    return [{"name": place.name, "standing": place.standing} for place in places]


def _sources(sources: Iterable[Source]) -> list[Record]:
    return [{"name": source.name, "kind": source.kind} for source in sources]


def _hedge(hedge: Hedge | None) -> Record | None:
    return {"text": hedge.text, "grade": hedge.grade} if hedge else None


def _stated(stated: StatedWindow | None) -> Record | None:
    if stated is None:
        return None
    record = _bounds(stated.window) | {"text": stated.text}
    if stated.alternatives:
        record["alternatives"] = [_bounds(window) for window in stated.alternatives]
    return record


def window_record(window: Window | None) -> Record | None:
    """A window, or None."""
    return _bounds(window) if window else None


def _bounds(window: Window | None) -> Record:
    return {
        "earliest": _day(window.earliest) if window else None,
        "latest": _day(window.latest) if window else None,
    }


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
