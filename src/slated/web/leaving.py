"""How the record leaves a running server: calendar, feed and description, at fixed addresses."""

from __future__ import annotations

import datetime as dt

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from slated.ledger.lines import EventLine
from slated.outputs.calendar import calendar
from slated.outputs.feed import feed
from slated.web.asked import Asked, AsOf
from slated.web.description import describe
from slated.web.pages import AskedOf, TheRecord, changes_asked

router = APIRouter(include_in_schema=False)
_LATELY = dt.timedelta(days=60)
_MOST = 1000  # events of a calendar
_ENTRIES = 200  # of a feed


@router.get("/calendar.ics")
def slate_calendar(request: Request, record: TheRecord, query: AskedOf) -> Response:
    """The events that fit the filters, as a calendar.

    Of what is ahead, it keeps what ended lately too: who subscribed learns that it was called off.
    """
    view = record.view(query.as_of)
    day = view.standing().last_day
    lines = view.sheet(query.wanted, query.part, day, 0, _MOST).lines
    if query.part == "ahead" and day is not None:
        past = view.sheet(query.wanted, "past", day, 0, _MOST // 2).lines
        lines = (*lines, *(line for line in past if _ended_lately(line, day)))
    latest = view.latest([line.event_id for line in lines])
    return _calendar(calendar(lines, latest, _name(query), str(request.base_url).rstrip("/")))


@router.get("/events/{wanted}/calendar.ics")
def event_calendar(request: Request, record: TheRecord, wanted: str, as_of: AsOf = None) -> Response:
    """One event as a calendar."""
    view = record.view(as_of)
    found = view.event(wanted)
    ids = [found.event_id]
    base = str(request.base_url).rstrip("/")
    return _calendar(calendar(view.lines(ids), view.latest(ids), found.title, base))


@router.get("/feed.atom")
def changes_feed(request: Request, record: TheRecord, query: AskedOf) -> Response:
    """What changed, to follow in a feed reader."""
    found, _ = changes_asked(record, query)
    base = str(request.base_url).rstrip("/")
    made = feed(found[:_ENTRIES], f"{_name(query)}: changes", str(request.url), base)
    return Response(made, media_type="application/atom+xml")


@router.get("/api/openapi.json")
def openapi(request: Request) -> JSONResponse:
    """The description of the HTTP API."""
    return JSONResponse(describe(request.app))


def _ended_lately(line: EventLine, day: dt.date) -> bool:
    last = line.window.latest if line.window else None
    return any(known is not None and known >= day - _LATELY for known in (last, line.last_reported))


def _calendar(written: bytes) -> Response:
    return Response(written, media_type="text/calendar; charset=utf-8")


def _name(query: Asked) -> str:
    words = [value for key, value in query.params if key not in ("as_of", "since", "show")]
    return "slated" + (f": {', '.join(words)}" if words else "")
