"""Which article is a copy of which, kept so that a new article is compared with its like alone."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable

from sqlalchemy import Connection, select, update

from slated.ledger import schema
from slated.ledger.codec import Row
from slated.ledger.database import add_rows
from slated.model import Article
from slated.tracking.origins import SIMILAR, as_text, bands_of, likeness, signature

_AT_ONCE = 400
UNDATED = "9999"
"""The day of what has none: after all others."""
Rank = tuple[str, str]
"""Publication (unknown last), then document: the order in which a text can be a copy of another."""


def add_originals(connection: Connection, articles: Iterable[Article]) -> set[str]:
    """Take new articles in; the known documents whose origin is another one than before.

    An article goes by the origin of the first one that it is a copy of, as ``tracking.origins``
    finds it over all articles at once.
    """
    rows: list[Row] = []
    waiting: list[Rank] = []
    for article in articles:
        day = article.creation_time.day
        document = article.document_id
        made = signature(article.text)
        row = {"document_id": document, "day": day.isoformat() if day else UNDATED, "origin": document}
        rows.append(row | {"signature": as_text(made) if made is not None else None})
        if made is not None:
            bands = [{"document_id": document, "band": band} for band in bands_of(made)]
            add_rows(connection, {"original_bands": bands})
            waiting.append((row["day"], document))
    add_rows(connection, {"originals": rows})
    return _settle(connection, waiting)


def _settle(connection: Connection, waiting: list[Rank]) -> set[str]:
    """Give each document its origin, in order, and those after it where that changes theirs."""
    heapq.heapify(waiting)
    changed: set[str] = set()
    seen: set[Rank] = set()
    fresh = set(waiting)
    while waiting:
        rank = heapq.heappop(waiting)
        if rank in seen:
            continue
        seen.add(rank)
        near = _near(connection, rank[1])
        before = [(other, origin) for other, origin in near if other < rank]
        news = _set_origin(connection, rank[1], min(before)[1] if before else rank[1])
        if news:
            changed.add(rank[1])
        if news or rank in fresh:
            for other, _ in near:
                if other > rank:
                    heapq.heappush(waiting, other)
    return changed


def origins_of(connection: Connection, documents: Collection[str]) -> dict[str, str]:
    """The origin of each document."""
    table = schema.originals
    asked = sorted(documents)
    found: dict[str, str] = {}
    for first in range(0, len(asked), _AT_ONCE):
        query = select(table.c.document_id, table.c.origin)
        rows = connection.execute(query.where(table.c.document_id.in_(asked[first : first + _AT_ONCE])))
        found |= {row[0]: row[1] for row in rows}
    return found


def past_origins(connection: Connection, day: str) -> dict[str, str]:
    """The origins of documents without a day where, by what was known on a day, they are others than now."""
    table = schema.originals
    query = select(table.c.document_id, table.c.origin).where(table.c.day == UNDATED)
    then: dict[str, str] = {}
    changed: dict[str, str] = {}
    for document, now in connection.execute(query.order_by(table.c.document_id)).all():
        near = [n for n in _near(connection, document) if n[0] < (UNDATED, document)]
        before = [(rank, origin) for rank, origin in near if rank[0] <= day or rank[0] == UNDATED]
        first = min(before, default=None)
        then[document] = then.get(first[0][1], first[1]) if first else document
        if then[document] != now:
            changed[document] = then[document]
    return changed


def _near(connection: Connection, document: str) -> list[tuple[Rank, str]]:
    """The documents of which one is a copy of the other, with their origins."""
    table, bands = schema.originals, schema.original_bands
    text = connection.scalar(select(table.c.signature).where(table.c.document_id == document))
    if text is None:
        return []
    ours = select(bands.c.band).where(bands.c.document_id == document)
    others = select(bands.c.document_id).where(bands.c.band.in_(ours), bands.c.document_id != document)
    columns = (table.c.day, table.c.document_id, table.c.origin, table.c.signature)
    rows = connection.execute(select(*columns).where(table.c.document_id.in_(others)))
    return [
        ((day, other), origin) for day, other, origin, signed in rows if likeness(text, signed) >= SIMILAR
    ]


def _set_origin(connection: Connection, document: str, origin: str) -> bool:
    """True where that is news."""
    table = schema.originals
    if connection.scalar(select(table.c.origin).where(table.c.document_id == document)) == origin:
        return False
    connection.execute(update(table).where(table.c.document_id == document).values(origin=origin))
    return True
