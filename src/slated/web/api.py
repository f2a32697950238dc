"""The HTTP API: what the pages show, in the JSON that the commands print, in pages."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.dependencies.models import Dependant
from fastapi.responses import Response

from slated.errors import BadParameter
from slated.ledger.slate import Sheet
from slated.outputs.contract import article_record, change_record, event_record, to_json
from slated.outputs.json_schema import Schema, json_schema, page_of
from slated.outputs.listing import (
    event_of_article_record,
    hit_record,
    line_record,
    name_record,
    standing_record,
    told_record,
)
from slated.web.asked import AsOf, PageNumber, Words
from slated.web.pages import KINDS, AskedOf, TheRecord, changes_asked
from slated.web.sentences import sentence_with


def only_known(request: Request) -> None:
    """Raise ``BadParameter`` for a parameter that the address does not take: a typo finds nothing."""
    known = sorted(_names_of(request.scope["route"].dependant))
    for name in request.query_params:
        if name not in known:
            raise BadParameter(f"{name[:40]}: is no parameter here; known: {', '.join(known) or 'none'}")


def _names_of(asked: Dependant) -> set[str]:
    return {field.alias for field in asked.query_params}.union(*map(_names_of, asked.dependencies))


router = APIRouter(prefix="/api", tags=["record"], dependencies=[Depends(only_known)])
_MOST = 100
_NAMES: Schema = {"type": "array", "items": {"type": "string"}}
Count = Annotated[int, Query(ge=1, le=_MOST, description="How many on a page.")]
Named = Annotated[str, Path(min_length=1, max_length=300)]
_ERROR = {"application/json": {"schema": {"$ref": "#/$defs/error"}}}


def _answers(schema: Schema, *refusals: int) -> dict[int | str, dict[str, Any]]:
    words = {
        400: "A parameter makes no sense.",
        404: "It is not there.",
        414: "The address is too long.",
        503: "Ask again in a moment.",
    }
    found = {"description": "Found.", "content": {"application/json": {"schema": schema}}}
    refused: dict[int | str, dict[str, Any]] = {
        code: {"description": words[code], "content": _ERROR} for code in (400, *refusals, 414, 503)
    }
    return {200: found, **refused}


def _json(record: Any) -> Response:
    return Response(to_json(record).encode("utf-8", "replace"), media_type="application/json")


def _page(sheet: int, page: int, count: int, **lists: Any) -> Response:
    pages = max(-(-sheet // count), 1)
    return _json({"total": sheet, "page": page, "pages": pages} | lists)


@router.get("/standing", responses=_answers({"$ref": "#/$defs/standing"}))
def standing(record: TheRecord, as_of: AsOf = None) -> Response:
    """How large the ledger is, and up to which day it reaches."""
    return _json(standing_record(record.view(as_of).standing()))


@router.get("/slate", responses=_answers(page_of(lines="line")))
def slate(record: TheRecord, query: AskedOf, count: Count = 50) -> Response:
    """Events in a line each, as the slate lists them."""
    sheet = _sheet(record, query, count)
    return _page(sheet.total, query.page, count, lines=[line_record(line) for line in sheet.lines])


@router.get("/events", responses=_answers(page_of(events="event")))
def events(record: TheRecord, query: AskedOf, count: Count = 20) -> Response:
    """Events whole, as `slated events --json` prints them, in the slate's order."""
    sheet = _sheet(record, query, count)
    found = record.view(query.as_of).events([line.event_id for line in sheet.lines])
    return _page(sheet.total, query.page, count, events=[event_record(event) for event in found])


def _sheet(record: TheRecord, query: AskedOf, count: int) -> Sheet:
    view = record.view(query.as_of)
    day = view.standing().last_day
    return view.sheet(query.wanted, query.part, day, (query.page - 1) * count, count)


@router.get("/events/{wanted}", responses=_answers({"$ref": "#/$defs/event"}, 404))
def event(record: TheRecord, wanted: Named, as_of: AsOf = None) -> Response:
    """An event, by its id, the tail of its id or words of its title."""
    return _json(event_record(record.view(as_of).event(wanted)))


@router.get("/articles/{document_id}", responses=_answers({"$ref": "#/$defs/article"}, 404))
def article(record: TheRecord, document_id: Named, as_of: AsOf = None) -> Response:
    """An article with all that was found in it, and the events it reports on."""
    read, of = record.view(as_of).article(document_id)
    return _json(article_record(read) | {"events": [event_of_article_record(event) for event in of]})


@router.get("/changes", responses=_answers(page_of(changes="change")))
def changes(record: TheRecord, query: AskedOf, count: Count = 50) -> Response:
    """What changed, the latest first, as `slated changes --json` prints it; a month of it by default."""
    found, _ = changes_asked(record, query)
    shown = found[(query.page - 1) * count : query.page * count]
    return _page(len(found), query.page, count, changes=[change_record(change) for change in shown])


@router.get("/search", responses=_answers(page_of(names="name", articles="hit")))
def search(
    record: TheRecord,
    q: Annotated[Words, Query(description="A name, or words of a sentence.")] = None,
    as_of: AsOf = None,
    page: PageNumber = 1,
    count: Count = 20,
) -> Response:
    """Names, misspelt ones too, and articles that hold the words; `total` counts this page's."""
    view = record.view(as_of)
    names = view.names_like(q, count) if q and page == 1 else []
    hits = view.articles_with(q, (page - 1) * count, count) if q else []
    found = [hit_record(hit, "".join(p for p, _ in sentence_with(hit.text, q or "").pieces)) for hit in hits]
    return _page(len(hits), page, count, names=[name_record(hit) for hit in names], articles=found)


@router.get("/{kind}/{key:path}", responses=_answers(page_of(names=_NAMES, lines="line", told="told"), 404))
def name(
    record: TheRecord,
    kind: Literal["actors", "sources", "places", "outlets"],
    key: Named,
    as_of: AsOf = None,
    page: PageNumber = 1,
    count: Count = 50,
) -> Response:
    """An actor, source, place or outlet: the events it is part of, and what it said would happen."""
    view = record.view(as_of)
    one = KINDS[kind]
    names = view.names(one, key)
    first = (page - 1) * count
    sheet = view.part_of(one, key, first, count)
    told, said = view.told_by(one, names, first, count)
    lines = [line_record(line) for line in sheet.lines]
    total = max(sheet.total, said)
    return _page(total, page, count, names=names, lines=lines, told=[told_record(t) for t in told])


@router.get("/schema.json", include_in_schema=False)
def schema() -> Response:
    """The JSON Schema of articles and events."""
    return _json(json_schema())
