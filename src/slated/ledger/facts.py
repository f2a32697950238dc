"""Facts in the ledger: captures, articles and what was read in them."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, delete, select

from slated.document_stage import ReadArticle
from slated.ledger import schema
from slated.ledger.codec import Row, Words, from_row, to_row
from slated.ledger.database import add_rows, rows_of
from slated.model import (
    Actor,
    Article,
    Block,
    Capture,
    EventMention,
    Reading,
    Statement,
    TimePhrase,
    Timex,
)

_PARTS = {
    "timexes": Timex,
    "phrases": TimePhrase,
    "actors": Actor,
    "statements": Statement,
    "mentions": EventMention,
}
Part = TypeVar("Part")
_AT_ONCE = 200  # documents loaded with one round of queries


@dataclass(frozen=True, slots=True)
class CaptureRecord:
    """What is kept of a capture: its digest, where it was found, its kind and day."""

    capture_id: str
    origin: str
    kind: str
    captured: str | None

    @classmethod
    def of(cls, capture: Capture) -> CaptureRecord:
        """The record of a capture; captures that differ only in where they lie have one id."""
        carried = (
            capture.kind,
            capture.url,
            capture.title,
            capture.published,
            capture.outlet,
            capture.language,
        )
        digest = hashlib.sha256(repr(carried).encode("utf-8", "surrogatepass"))
        digest.update(capture.content.encode("utf-8", "surrogatepass"))
        day = capture.captured.isoformat() if capture.captured else None
        return cls(digest.hexdigest()[:24], capture.origin, capture.kind, day)


def reader_of_capture(connection: Connection, capture_id: str) -> str | None:
    """The version of the reader that last read this capture, or None where it is new."""
    joined = schema.captures.join(
        schema.articles, schema.captures.c.document_id == schema.articles.c.document_id
    )
    wanted = select(schema.articles.c.reader_version).select_from(joined)
    return connection.scalar(wanted.where(schema.captures.c.capture_id == capture_id))


def keep(
    connection: Connection, found: Iterable[tuple[CaptureRecord, ReadArticle]], reader_version: str
) -> list[ReadArticle]:
    """Write what was read; an article that is known by the same reader stays as it is.

    Returns the articles that are new or newly read.
    """
    fresh: list[ReadArticle] = []
    for capture, read in found:
        document = read.article.document_id
        _forget_former(connection, capture.capture_id, document)
        if reader_of_capture(connection, capture.capture_id) is None:
            add_rows(connection, {"captures": [to_row(capture) | {"document_id": document}]})
        known = _reader_of_document(connection, document)
        if known != reader_version:
            if known is not None:
                _forget(connection, document)
            add_rows(connection, _rows(read, reader_version))
            fresh.append(read)
    return fresh


def load(connection: Connection, wanted: Select[str], without: Collection[str] = ()) -> Iterator[ReadArticle]:
    """The articles whose document ids ``wanted`` selects, in order of their ids.

    ``without``: parts of articles and readings ("blocks", "timexes", ...) that are not needed.
    """
    documents = sorted(connection.scalars(wanted))
    for first in range(0, len(documents), _AT_ONCE):
        yield from _load_some(connection, documents[first : first + _AT_ONCE], without)


def all_documents() -> Select[str]:
    """The ids of every article."""
    return select(schema.articles.c.document_id)


def _rows(read: ReadArticle, reader_version: str) -> dict[str, list[Row]]:
    article = read.article
    day = article.creation_time.day
    row = to_row(article) | {"published": day.isoformat() if day else None, "reader_version": reader_version}
    del row["blocks"]
    parts: dict[str, Sequence[object]] = {"blocks": article.blocks}
    parts |= {name: getattr(read.reading, name) for name in _PARTS}
    return {"articles": [row]} | {
        name: [
            to_row(part) | {"document_id": article.document_id, "position": i} for i, part in enumerate(those)
        ]
        for name, those in parts.items()
    }


def _reader_of_document(connection: Connection, document: str) -> str | None:
    table = schema.articles
    return connection.scalar(select(table.c.reader_version).where(table.c.document_id == document))


def _forget_former(connection: Connection, capture_id: str, document: str) -> None:
    """Drop the article that the capture gave to an older reader, unless others still give it."""
    table = schema.captures
    former = connection.scalar(select(table.c.document_id).where(table.c.capture_id == capture_id))
    if former is None or former == document:
        return
    connection.execute(delete(table).where(table.c.capture_id == capture_id))
    if connection.scalar(select(table.c.capture_id).where(table.c.document_id == former).limit(1)) is None:
        _forget(connection, former)


def _forget(connection: Connection, document: str) -> None:
    """Drop an article; where there was one, what tracking keeps of it no longer holds."""
    for table in schema.OF_DOCUMENT:
        connection.execute(delete(table).where(table.c.document_id == document))
    gone = connection.execute(delete(schema.articles).where(schema.articles.c.document_id == document))
    if gone.rowcount:
        connection.execute(delete(schema.state).where(schema.state.c.name == schema.LINKED_BY))


def _load_some(
    connection: Connection, documents: Sequence[str], without: Collection[str]
) -> Iterator[ReadArticle]:
    table = schema.articles
    found = rows_of(connection, select(table).where(table.c.document_id.in_(documents)))
    articles = {row["document_id"]: row for row in found}
    words = {document: Words(row["text"], row["title"] or "") for document, row in articles.items()}
    blocks = _load_parts(connection, "blocks", Block, {} if "blocks" in without else words)
    parts: dict[str, dict[str, list[Any]]] = {
        name: _load_parts(connection, name, cls, words) for name, cls in _PARTS.items() if name not in without
    }
    for document in documents:
        article = from_row(Article, {**articles[document], "blocks": "[]"}, words[document])
        reading = Reading(document, **{name: tuple(those[document]) for name, those in parts.items()})
        yield ReadArticle(replace(article, blocks=tuple(blocks.get(document, ()))), reading)


def _load_parts(
    connection: Connection, name: str, cls: type[Part], words: dict[str, Words]
) -> dict[str, list[Part]]:
    if not words:
        return {}
    table = schema.metadata.tables[name]
    rows = select(table).where(table.c.document_id.in_(list(words)))
    parts: dict[str, list[Part]] = {document: [] for document in words}
    for row in rows_of(connection, rows.order_by(table.c.document_id, table.c.position)):
        document = row["document_id"]
        parts[document].append(from_row(cls, row, words[document]))
    return parts
