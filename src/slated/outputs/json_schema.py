"""The JSON as a JSON Schema (draft 2020-12): what the commands print and the HTTP API answers.

The schema allows keys that it does not name, since new ones may be added.
"""

from __future__ import annotations

from typing import Any, get_args

from slated.model import diary, documents, readings, rulings, tracked

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def _of(kind: str, description: str | None = None) -> Schema:
    return {"type": kind} | ({"description": description} if description else {})


def _maybe(schema: Schema) -> Schema:
    if "$ref" in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    choices = {"enum": [*schema["enum"], None]} if "enum" in schema else {}
    return {**schema, **choices, "type": [schema["type"], "null"]}


def _among(kind: Any) -> Schema:
    return {"type": "string", "enum": list(get_args(kind))}


def _list(of: Schema) -> Schema:
    return {"type": "array", "items": of}


def _object(**properties: Schema) -> Schema:
    named = {name.rstrip("_"): schema for name, schema in properties.items()}
    return {"type": "object", "properties": named, "required": list(named)}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


TEXT, WHOLE = _of("string"), _of("integer")
DAY = {"type": "string", "format": "date", "description": "An ISO day."}
_BOUNDS = {"earliest": _maybe(DAY), "latest": _maybe(DAY)}
_SPAN: dict[str, Schema] = {"start": WHOLE, "end": WHOLE, "text": TEXT}
_NO_SPAN: dict[str, Schema] = {"start": _maybe(WHOLE), "end": _maybe(WHOLE), "text": _maybe(TEXT)}


def definitions() -> dict[str, Schema]:
    """Every record and part of one, by its name."""
    found = {
        "window": _object(**_BOUNDS),
        "span": _object(**_SPAN),
        "hedge": _object(text=TEXT, grade=TEXT),
        "place": _object(name=TEXT, standing=_among(readings.Standing)),
        "source": _object(name=TEXT, kind=_among(readings.SourceKind)),
        "participant": _object(name=TEXT, role=TEXT),
        "stated_window": _object(**_BOUNDS, text=TEXT),
    }
    found["stated_window"]["properties"]["alternatives"] = _list(_ref("window"))
    found |= _of_articles() | _of_events() | _of_lists()
    in_title = {"type": "string", "enum": ["title"]}
    source = found["statement"]["properties"]["source"]
    for span in (found["span"], found["timex"], found["mention"], source):
        span["properties"]["in"] = in_title
    return found


def _said() -> dict[str, Schema]:
    """What a mention and a report both say."""
    return {
        "window": _maybe(_ref("stated_window")),
        "previous": _maybe(_ref("stated_window")),
        "places": _list(_ref("place")),
        "sources": _list(_ref("source")),
        "hedge": _maybe(_ref("hedge")),
        "status": _among(readings.Status),
    }


def _of_articles() -> dict[str, Schema]:
    source = _object(**_NO_SPAN, kind=_among(readings.SourceKind), name=TEXT)
    return {
        "timex": _object(**_SPAN, type=_among(readings.TimexType), value=TEXT, mod=_maybe(TEXT), **_BOUNDS),
        "statement": _object(
            source=_maybe(source),
            cue=_maybe(_ref("span")),
            content=_ref("span"),
            mode=_among(readings.StatementMode),
        ),
        "mention": _object(
            trigger=_ref("span"),
            event_class=TEXT,
            title=TEXT,
            participants=_list(_ref("participant")),
            condition=_maybe(_ref("span")),
            statement=_maybe(WHOLE),
            **_said(),
        ),
        "article": _object(
            source_id=TEXT,
            document_id=TEXT,
            url=_maybe(TEXT),
            outlet=_maybe(TEXT),
            title=_maybe(TEXT),
            language=TEXT,
            dct=_object(**_BOUNDS, method=_among(documents.CreationMethod), evidence=TEXT),
            text=TEXT,
            timexes=_list(_ref("timex")),
            statements=_list(_ref("statement")),
            mentions=_list(_ref("mention")),
        ),
    }


def _standing() -> dict[str, Schema]:
    """What an event and a line of a list say alike."""
    return {
        "id": TEXT,
        "title": TEXT,
        "event_class": TEXT,
        "participants": _list(_ref("participant")),
        "status": _among(tracked.TrackedStatus),
        "window": _maybe(_ref("window")),
        "places": _list(_ref("place")),
        "first_reported": _maybe(DAY),
        "last_reported": _maybe(DAY),
    }


def _of_events() -> dict[str, Schema]:
    return {
        "report": _object(
            source_id=TEXT,
            document_id=TEXT,
            published=_maybe(DAY),
            outlet=_maybe(TEXT),
            url=_maybe(TEXT),
            condition=_maybe(TEXT),
            evidence=_list(_ref("span")),
            origin=TEXT,
            **_said(),
        ),
        "revision": _object(
            as_of=_maybe(DAY),
            what=_among(tracked.RevisedCell),
            from_=_maybe(TEXT),
            to=_maybe(TEXT),
            reports=_list(TEXT),
            move=_maybe(_among(tracked.Move)),
            days=_maybe(WHOLE),
            by=_list(TEXT),
        ),
        "contradiction": _object(
            as_of=_maybe(DAY),
            what=_among(tracked.RevisedCell),
            says=_list(_object(value=TEXT, reports=_list(TEXT))),
        ),
        "change": _object(
            day=DAY,
            kind=_among(diary.ChangeKind),
            id=TEXT,
            title=TEXT,
            from_=_maybe(TEXT),
            to=_maybe(TEXT),
            move=_maybe(_among(tracked.Move)),
            days=_maybe(WHOLE),
            by=_list(TEXT),
        ),
        "ruling": _object(
            number=WHOLE,
            kind=_among(rulings.RulingKind),
            by=TEXT,
            why=TEXT,
            made=_maybe(DAY),
            events=_list(TEXT),
            reports=_list(TEXT),
            title=_maybe(TEXT),
            status=_maybe(_among(rulings.RuledOutcome)),
            window=_maybe(_ref("window")),
            undone=_maybe(_object(by=TEXT, why=TEXT)),
        ),
        "outcome": _object(
            status={"type": "string", "enum": ["occurred", "cancelled", "lapsed"]},
            window=_maybe(_ref("window")),
            report=_maybe(TEXT),
            ruling=_maybe(WHOLE),
        ),
        "event": _object(
            **_standing(),
            outcome=_maybe(_ref("outcome")),
            reports=_list(_ref("report")),
            revisions=_list(_ref("revision")),
            contradictions=_list(_ref("contradiction")),
            rulings=_list(_ref("ruling")),
        ),
    }


def _of_lists() -> dict[str, Schema]:
    return {
        "line": _object(
            **_standing(),
            reports=WHOLE,
            origins=WHOLE,
            revisions=_list(_ref("revision")),
        ),
        "told": _object(
            document_id=TEXT,
            published=_maybe(DAY),
            outlet=_maybe(TEXT),
            source=_maybe(TEXT),
            status=_among(readings.Status),
            window=_maybe(_ref("window")),
            event=_ref("line"),
        ),
        "name": _object(kind=TEXT, key=TEXT, name=TEXT, uses=WHOLE),
        "hit": _object(
            document_id=TEXT,
            title=_maybe(TEXT),
            outlet=_maybe(TEXT),
            published=_maybe(DAY),
            sentence=TEXT,
        ),
        "event_of_article": _object(
            id=TEXT, title=TEXT, status=_among(tracked.TrackedStatus), mentions=_list(WHOLE)
        ),
        "standing": _object(articles=WHOLE, events=WHOLE, last_day=_maybe(DAY), behind=_of("boolean")),
        "error": _object(error=TEXT),
    }


def page_of(**lists: str | Schema) -> Schema:
    """The schema of a page of lists: each a name with the records that it lists, or its schema."""
    counted = {"total": WHOLE, "page": WHOLE, "pages": WHOLE}
    given = {n: _list(_ref(of)) if isinstance(of, str) else of for n, of in lists.items()}
    return _object(**counted, **given)


def json_schema() -> Schema:
    """One schema for a line of ``slated extract``, what ``slated show`` prints, or ``slated events``."""
    records = [_ref("article"), _ref("event"), _list(_ref("event"))]
    return {"$schema": DIALECT, "title": "slated", "anyOf": records, "$defs": definitions()}
