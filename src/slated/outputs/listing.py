"""The JSON of lists: what pages show in lines rather than whole."""

from __future__ import annotations

import datetime as dt
from typing import Any

from slated.ledger.lines import EventLine
from slated.ledger.search import NameHit, WordHit
from slated.ledger.view import EventOfArticle, Standing, Told
from slated.outputs.contract import revision_record, window_record

Record = dict[str, Any]


def standing_record(standing: Standing) -> Record:
    """How the ledger stands."""
    return {
        "articles": standing.articles,
        "events": standing.events,
        "last_day": _iso(standing.last_day),
        "behind": standing.behind,
    }


def line_record(line: EventLine) -> Record:
    """An event in a line: its reports are only counted."""
    return {
        "id": line.event_id,
        "title": line.title,
        "event_class": line.event_class,
        "participants": [{"name": p.name, "role": p.role} for p in line.participants],
        "status": line.status,
        "window": window_record(line.window),
        "places": [{"name": place.name, "standing": place.standing} for place in line.places],
        "first_reported": _iso(line.first_reported),
        "last_reported": _iso(line.last_reported),
        "reports": line.reports,
        "origins": line.origins,
        "revisions": [revision_record(revision) for revision in line.revisions],
    }


def told_record(told: Told) -> Record:
    """What was said of an event, and how it stands now."""
    earliest, latest = told.said
    return {
        "document_id": told.document_id,
        "published": told.published,
        "outlet": told.outlet,
        "source": told.source,
        "status": told.said_status,
        "window": {"earliest": earliest, "latest": latest} if earliest or latest else None,
        "event": line_record(told.event),
    }


def name_record(hit: NameHit) -> Record:
    """A name that is meant, or nearly."""
    return {"kind": hit.kind, "key": hit.key, "name": hit.name, "uses": hit.uses}


def hit_record(hit: WordHit, sentence: str) -> Record:
    """An article that holds words, and the sentence that does."""
    return {
        "document_id": hit.document_id,
        "title": hit.title,
        "outlet": hit.outlet,
        "published": hit.published,
        "sentence": sentence,
    }


def event_of_article_record(event: EventOfArticle) -> Record:
    """An event that an article reports on."""
    return {
        "id": event.event_id,
        "title": event.title,
        "status": event.status,
        "mentions": list(event.mentions),
    }


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
