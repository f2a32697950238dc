"""The pages that people open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from itertools import groupby
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, Response

from slated.ledger.view import NameKind
from slated.model import Change, TrackedEvent
from slated.outputs.plain_words import days_moved
from slated.outputs.slip_points import MOST_DRAWN
from slated.outputs.slip_svg import slip_svg
from slated.web.addresses import address, link_to
from slated.web.asked import Asked, AsOf, PageNumber, Words, asked, event_classes
from slated.web.charts import png_of
from slated.web.editor import key_for
from slated.web.excerpts import excerpts
from slated.web.marks import (
    dated_by,
    marks_of,
    mention_words,
    paragraphs,
    statement_words,
    timex_words,
    title_pieces,
    told_mark,
    within,
)
from slated.web.record import Record
from slated.web.sentences import sentence_with
from slated.web.site import render, style
from slated.web.weeks import weeks

router = APIRouter(include_in_schema=False)
_LINES = 60  # events on a page of the slate
_REPORTS = 20  # reports with their words on a page of an event
_TOLD = 40
_CHANGES = 300
_LETTERS = 120_000  # of an article, with its marks
_MONTH = dt.timedelta(days=30)  # of changes where no day is asked for
_FILTERS = {
    "text": "words", "actor": "actor", "place": "place", "outlet": "outlet", "status": "status",
    "class": "class", "from": "from", "to": "to",
}  # fmt: skip
_RECENT = dt.timedelta(days=7)  # changes that are marked where no day is asked for

KINDS: dict[str, NameKind] = {"actors": "actor", "sources": "source", "places": "place", "outlets": "outlet"}
"""The names that have pages, by how these begin."""
AskedOf = Annotated[Asked, Depends(asked)]


def record_of(request: Request) -> Record:
    """The ledger behind the pages."""
    record: Record = request.app.state.record
    return record


TheRecord = Annotated[Record, Depends(record_of)]


@router.get("/")
def slate(record: TheRecord, query: AskedOf) -> HTMLResponse:
    """What is ahead, by week."""
    view = record.view(query.as_of)
    standing = view.standing()
    day = standing.last_day
    since = query.since or (day - _RECENT if day and day.toordinal() > 7 else None)
    found = view.sheet(query.wanted, query.part, day, (query.page - 1) * _LINES, _LINES)
    by_week, axis = weeks(found.lines, query.part, day, since)
    return _page(
        "slate.html", query.as_of, query=query, standing=standing, since=since, weeks=by_week, axis=axis,
        total=found.total, pages=_pages(found.total, _LINES), classes=event_classes(), filters=_FILTERS,
    )  # fmt: skip


@router.get("/events/{wanted}")
def event(
    request: Request, record: TheRecord, wanted: str, as_of: AsOf = None, page: PageNumber = 1
) -> HTMLResponse:
    """An event: its slip chart, its reports with their words, what moved and how it ended."""
    view = record.view(as_of)
    found = view.event(wanted)
    newest = found.reports[::-1]
    shown = newest[(page - 1) * _REPORTS : page * _REPORTS]
    texts = view.texts([report.document_id for report in shown])
    reports = [(report, excerpts(texts[report.document_id], report)) for report in shown]
    return _page(
        "event.html", as_of, event=found, key=key_for(request),
        own_address=f"{request.base_url}events/{found.event_id}",
        chart=slip_svg(found), reports=reports, newest=newest, drawn=MOST_DRAWN,
        origins=len({report.origin for report in found.reports}), days_moved=days_moved(found.revisions),
        outlet_of=_outlets(found), page=page, pages=_pages(len(newest), _REPORTS),
    )  # fmt: skip


def _outlets(event: TrackedEvent) -> dict[str, str]:
    """Who stands behind each report of an event, by source id."""
    return {report.source_id: report.outlet or report.source_id for report in event.reports}


@router.get("/events/{wanted}/slip.svg")
def slip_file(record: TheRecord, wanted: str, as_of: AsOf = None) -> Response:
    """The slip chart as a file of its own."""
    found = record.view(as_of).event(wanted)
    return Response(slip_svg(found, standalone=True), media_type="image/svg+xml")


@router.get("/events/{wanted}/slip.png")
def slip_picture(record: TheRecord, wanted: str, as_of: AsOf = None) -> Response:
    """The slip chart as a picture."""
    found = record.view(as_of).event(wanted)
    return Response(png_of(slip_svg(found, standalone=True)), media_type="image/png")


@router.get("/articles/{document_id}")
def article(
    record: TheRecord,
    document_id: str,
    as_of: AsOf = None,
    start: Annotated[int, Query(ge=0, le=10**9)] = 0,
    end: Annotated[int, Query(ge=0, le=10**9)] = 0,
    part: str = "text",
) -> HTMLResponse:
    """An article, with all that was found in it marked and explained."""
    read, events = record.view(as_of).article(document_id)
    marks = marks_of(read, events)
    told = told_mark(read, part, start, end)
    if told:
        marks.append(told)
    tracked = {index: e for e in events for index in e.mentions}
    mentions = [
        (i, m, mention_words(m, None), tracked.get(i))
        for i, m in enumerate(read.reading.mentions)
        if not m.doubtful
    ]
    shown, whole = within(paragraphs(read, marks), _LETTERS)
    return _page(
        "article.html", as_of, article=read.article, dated=dated_by(read.article.creation_time),
        whole=whole, reading=read.reading, events=events,
        title=title_pieces(read, marks), paragraphs=shown, mentions=mentions,
        timexes=[(i, t, timex_words(t)) for i, t in enumerate(read.reading.timexes)],
        statements=[(i, s, statement_words(s)) for i, s in enumerate(read.reading.statements)],
    )  # fmt: skip


@router.get("/changes")
def changes(record: TheRecord, query: AskedOf) -> HTMLResponse:
    """What changed since a day, the latest first."""
    found, since = changes_asked(record, query)
    shown = found[:_CHANGES]
    days = [(day, list(those)) for day, those in groupby(shown, key=lambda change: change.day)]
    return _page(
        "changes.html", query.as_of, query=query, since=since, days=days, total=len(found), shown=len(shown)
    )


def changes_asked(record: Record, query: Asked) -> tuple[list[Change], dt.date | None]:
    """The changes that a request asks for, the latest first, and since when."""
    view = record.view(query.as_of)
    day = view.standing().last_day
    since = query.since or (day - _MONTH if day and day.toordinal() > _MONTH.days else day)
    found = view.changes(since, query.wanted) if since else []
    return found[::-1], since


@router.get("/search")
def search(
    record: TheRecord,
    q: Annotated[Words, Query()] = None,
    as_of: AsOf = None,
    page: PageNumber = 1,
) -> HTMLResponse:
    """Names and sentences that hold the words."""
    view = record.view(as_of)
    names = view.names_like(q, 30) if q else []
    events = view.lines([hit.key for hit in names if hit.kind == "event"])
    hits = view.articles_with(q, (page - 1) * _TOLD, _TOLD) if q else []
    sentences = [(hit, sentence_with(hit.text, q or "")) for hit in hits]
    named = {(hit.kind, hit.key): hit for hit in reversed(names) if hit.kind != "event"}
    return _page(
        "search.html", as_of, q=q or "", events=events, names=[*named.values()][::-1], sentences=sentences,
        page=page, more=len(hits) == _TOLD,
    )  # fmt: skip


def _page_of(kind: NameKind) -> Callable[..., HTMLResponse]:
    def page_of_name(record: TheRecord, key: str, as_of: AsOf = None, page: PageNumber = 1) -> HTMLResponse:
        """What bears a name: the events it is part of, what it said would happen, what became of it."""
        view = record.view(as_of)
        names = view.names(kind, key)
        first = (page - 1) * _TOLD
        sheet = view.part_of(kind, key, first, _TOLD)
        told, said = view.told_by(kind, names, first, _TOLD)
        return _page(
            "name.html", as_of, kind=kind, key=key, names=names, lines=sheet.lines, total=sheet.total,
            told=told, said=said, page=page, pages=_pages(max(sheet.total, said), _TOLD),
            day=view.standing().last_day,
        )  # fmt: skip

    return page_of_name


for plural, named in KINDS.items():
    router.add_api_route(f"/{plural}/{{key:path}}", _page_of(named), response_class=HTMLResponse)


@router.get("/about")
def about(request: Request) -> HTMLResponse:
    """How the record leaves."""
    return _page("about.html", None, base=str(request.base_url).rstrip("/"))


@router.get("/icon.svg")
def icon() -> Response:
    """The mark that a browser shows for the pages."""
    return Response(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" '
        'fill="#2458c8"/><path d="M8 22v-6m8 2v-8m8 4V6" stroke="#fff" stroke-width="4" '
        'stroke-linecap="round"/></svg>',
        media_type="image/svg+xml",
    )


@router.get("/style.css")
def style_sheet() -> Response:
    """The style sheet."""
    return Response(style(), media_type="text/css", headers={"cache-control": "max-age=300"})


def _page(template: str, as_of: dt.date | None, **context: Any) -> HTMLResponse:
    def link(path: str, anchor: str = "", **params: object) -> str:
        return link_to(as_of, path, params, anchor)

    return HTMLResponse(render(template, as_of=as_of, link=link, at=address, **context))


def _pages(total: int, count: int) -> int:
    return max(-(-total // count), 1)
