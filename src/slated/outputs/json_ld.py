"""An event as schema.org tells it: JSON-LD, for search engines and whatever reads web pages."""

from __future__ import annotations

from typing import Any

from slated.model import TrackedEvent
from slated.outputs.contract import to_json
from slated.outputs.occurrence import schema_org_of
from slated.outputs.phrases import places_words
from slated.outputs.plain_words import window_of

_KINDS = {"person": "Person", "organisation": "Organization", "state": "Country"}


def event_json_ld(event: TrackedEvent, address: str | None = None) -> dict[str, Any]:
    """The event as schema.org's Event; cells that are not known are left out.

    ``previousStartDate`` lists the first days that the window had before it moved.
    """
    former = [_first(r.before) for r in event.revisions if r.what == "window" and r.before]
    earlier = [day for day in dict.fromkeys(former) if day]
    window = event.window
    cells = {
        "@context": "https://schema.org",
        "@type": "Event",
        "identifier": event.event_id,
        "name": event.title,
        "url": address,
        "eventStatus": schema_org_of(event.status, bool(earlier)),
        "startDate": window.earliest.isoformat() if window and window.earliest else None,
        "endDate": window.latest.isoformat() if window and window.latest else None,
        "previousStartDate": earlier or None,
        "location": _place(event),
        "attendee": [{"@type": _KINDS.get(p.kind, "Thing"), "name": p.name} for p in event.participants]
        or None,
        "subjectOf": [{"@type": "NewsArticle", "url": r.url} for r in event.reports if r.url] or None,
    }
    return {name: value for name, value in cells.items() if value is not None}


def json_ld_script(event: TrackedEvent, address: str | None = None) -> str:
    """The JSON as it may stand in a page's script element: no word of it can close the element."""
    text = to_json(event_json_ld(event, address))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _place(event: TrackedEvent) -> dict[str, str] | None:
    words = places_words(event.places)
    return {"@type": "Place", "name": words} if words else None


def _first(words: str | None) -> str | None:
    window = window_of(words or "")
    return window.earliest.isoformat() if window and window.earliest else None
