"""Search: full text over articles, and names by their parts, so that a typo still finds them.

The tables named ``search_...`` are kept by triggers (``data/003_search.sql``) and speak SQLite's
FTS5; only this file asks them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Literal

from sqlalchemy import Connection, text

from slated.ledger.codec import Row
from slated.ledger.filters import folded

NameKind = Literal["event", "actor", "source", "place", "outlet"]
LAID_OVER = "laid over"
"""Marks a connection in which the events of a day are laid over the ledger's (``past_view``)."""
_CANDIDATES = 300  # names compared letter by letter
_ARTICLES = 2000  # articles whose evidence is looked at for a word
_SCANNED = 3000  # names looked at where no piece of three letters fits
_ALIKE = 0.75  # from which share of common letters a name counts as meant
_WORD = re.compile(r"\w+")
_LONGEST = 200  # characters of a question that are looked at


@dataclass(frozen=True, slots=True)
class NameHit:
    """A name that is meant or nearly meant: ``key`` finds it, ``uses`` says how often it stands."""

    kind: NameKind
    key: str
    name: str
    uses: int
    likeness: float


@dataclass(frozen=True, slots=True)
class WordHit:
    """An article that holds all words; its title and outlet for a list."""

    document_id: str
    title: str | None
    outlet: str | None
    published: str | None
    text: str


def names_like(connection: Connection, question: str, count: int) -> list[NameHit]:
    """The names most like the question, the likest first; spelling and accents may differ."""
    wanted = folded(question[:_LONGEST]).strip()
    pieces = [word[i : i + 3] for word in wanted.split() for i in range(len(word) - 2)]
    if not pieces:
        return []
    rows = _matching(connection, " OR ".join(_quoted(piece) for piece in dict.fromkeys(pieces)))
    found = likest((_hit(row, wanted) for row in rows), count)
    return found or likest((_hit(row, wanted) for row in _beginning(connection, wanted)), count)


def likest(hits: Iterable[NameHit], count: int) -> list[NameHit]:
    """Those of the hits that are like enough, the likest first."""
    near = [hit for hit in hits if hit.likeness >= _ALIKE]
    return sorted(near, key=lambda hit: (-round(hit.likeness, 2), -hit.uses, hit.kind, hit.name))[:count]


def spelt(connection: Connection, kind: NameKind, key: str) -> list[NameHit]:
    """How the name with this key is spelt, most used first."""
    query = _everywhere(
        connection, 'SELECT kind, "key", name, uses FROM {0}search_names WHERE kind = :kind AND "key" = :key'
    )
    rows = connection.execute(text(f"{query} ORDER BY uses DESC, name"), {"kind": kind, "key": key})
    return [NameHit(k, own, name, uses, 1.0) for k, own, name, uses in rows]


def counted(connection: Connection, hits: Iterable[NameHit]) -> list[NameHit]:
    """The hits, each spelling once, with the number of times that it is used by the events as they are."""
    once = {(hit.kind, hit.key, hit.name): hit for hit in hits}
    return [replace(hit, uses=_uses(connection, hit)) for hit in once.values()]


def _uses(connection: Connection, hit: NameHit) -> int:
    given = {"key": hit.key, "name": hit.name}
    return connection.scalar(text(f"SELECT count(*) FROM {_WHERE_USED[hit.kind]}"), given) or 0


_WHERE_USED: dict[NameKind, str] = {
    "event": "tracked_events WHERE event_id = :key AND title = :name",
    "actor": 'event_participants WHERE "key" = :key AND name = :name',
    "source": "report_sources WHERE name = :name AND name = :key AND kind <> 'narrator'",
    "place": 'report_places WHERE "key" = :key AND name = :name',
    "outlet": "articles WHERE outlet = :name AND outlet = :key",
}


def articles_with(connection: Connection, question: str, first: int, count: int) -> list[WordHit]:
    """The articles that hold every word of the question (in any form), the most fitting first."""
    words = _WORD.findall(question[:_LONGEST])
    if not words:
        return []
    query = text(
        "SELECT document_id, articles.title, outlet, published, articles.text FROM search_words"
        " JOIN search_articles ON search_articles.number = search_words.rowid"
        " JOIN articles USING (document_id)"
        " WHERE search_words MATCH :words"
        " ORDER BY search_words.rank, document_id LIMIT :count OFFSET :first"
    )
    meant = " AND ".join(_quoted(word) for word in words)
    rows = connection.execute(query, {"words": meant, "count": count, "first": first})
    return [WordHit(*row) for row in rows]


def events_of_actor(connection: Connection, wanted: str) -> list[str]:
    """The ids of the events of which the words stand in a participant's or a source's name."""
    names = list(_containing(connection, wanted, ("actor", "source")))
    keys = [row["key"] for row in names if row["kind"] == "actor"]
    sources = [row["name"] for row in names if row["kind"] == "source"]
    found = _ids(connection, "event_participants", '"key"', keys)
    return sorted(found | _ids(connection, "report_sources", "name", sources))


def events_at_place(connection: Connection, wanted: str) -> list[str]:
    """The ids of the events of which the words stand in a place's name."""
    keys = [row["key"] for row in _containing(connection, wanted, ("place",))]
    return sorted(_ids(connection, "report_places", '"key"', keys))


def events_of_outlet(connection: Connection, wanted: str) -> list[str]:
    """The ids of the events on which an outlet reports in whose name the words stand."""
    outlets = [row["name"] for row in _containing(connection, wanted, ("outlet",))]
    query = text(
        "SELECT DISTINCT event_id FROM reports WHERE document_id IN"
        " (SELECT document_id FROM articles WHERE outlet IN (SELECT value FROM json_each(:names)))"
    )
    return sorted(connection.scalars(query, {"names": json.dumps(outlets)}))


def events_that_say(connection: Connection, wanted: str) -> list[str]:
    """The ids of the events whose title or evidence holds all the words."""
    words = folded(wanted).split()
    found = {row["key"] for row in _containing(connection, wanted, ("event",))}
    query = text(
        "SELECT document_id, articles.title, articles.text FROM search_words"
        " JOIN search_articles ON search_articles.number = search_words.rowid"
        " JOIN articles USING (document_id) WHERE search_words MATCH :words LIMIT :count"
    )
    meant = " AND ".join(_quoted(word) + " *" for word in _WORD.findall(wanted[:_LONGEST]))
    if not meant:
        return []
    rows = connection.execute(query, {"words": meant, "count": _ARTICLES})
    holding = {document: (title or "", body) for document, title, body in rows}
    told = text(
        "SELECT event_id, document_id, evidence FROM reports"
        " WHERE document_id IN (SELECT value FROM json_each(:those))"
    )
    for event_id, document, evidence in connection.execute(told, {"those": json.dumps(list(holding))}):
        if event_id not in found and any(_holds(words, e, *holding[document]) for e in json.loads(evidence)):
            found.add(event_id)
    return sorted(found)


def _holds(words: Sequence[str], evidence: Sequence[int | str], title: str, body: str) -> bool:
    start, end = int(evidence[0]), int(evidence[1])
    said = folded((title if len(evidence) > 2 else body)[start:end])
    return all(word in said for word in words)


def _containing(connection: Connection, wanted: str, kinds: Sequence[NameKind]) -> Iterator[Row]:
    """The names of these kinds in which the words stand as they are asked for."""
    meant = folded(wanted[:_LONGEST])
    long_enough = [word for word in meant.split() if len(word) > 2]
    rows = _matching(connection, " AND ".join(map(_quoted, long_enough)), limit=-1) if long_enough else []
    if not long_enough:
        query = _everywhere(connection, 'SELECT kind, "key", name, uses FROM {0}search_names WHERE true')
        rows = [dict(row) for row in connection.execute(text(query)).mappings()]
    for row in rows:
        if row["kind"] in kinds and meant in folded(row["name"]):
            yield row


def _matching(connection: Connection, match: str, limit: int = _CANDIDATES) -> list[Row]:
    found = _everywhere(
        connection,
        'SELECT kind, search_names."key", search_names.name, uses, search_name_parts.rank AS likely'
        " FROM {0}search_name_parts AS search_name_parts"
        " JOIN {0}search_names AS search_names ON number = search_name_parts.rowid"
        " WHERE search_name_parts MATCH :match",
    )
    query = text(f"{found} ORDER BY likely LIMIT :limit")
    return [dict(row) for row in connection.execute(query, {"match": match, "limit": limit}).mappings()]


def _beginning(connection: Connection, wanted: str) -> list[Row]:
    """The most used names with a word of the same first letter: a short word's typo leaves no piece."""
    letter = re.sub(r"[%_\\]", "", wanted[:1])
    found = _everywhere(
        connection,
        'SELECT kind, "key", name, uses FROM {0}search_names WHERE ("key" LIKE :one OR "key" LIKE :other)',
    )
    query = text(f'{found} ORDER BY uses DESC, kind, "key", name LIMIT :limit')
    given = {"one": f"{letter}%", "other": f"% {letter}%", "limit": _SCANNED}
    return [dict(row) for row in connection.execute(query, given).mappings()] if letter else []


def _everywhere(connection: Connection, query: str) -> str:
    """A query of names that ends in conditions, over the names of a day too where one is laid over."""
    if LAID_OVER not in connection.info:
        return query.format("")
    kept = " AND (kind <> 'event' OR search_names.\"key\" IN (SELECT event_id FROM past.kept))"
    return f"{query.format('main.')}{kept} UNION ALL {query.format('past.')}"


def _ids(connection: Connection, table: str, column: str, values: Sequence[str]) -> set[str]:
    query = text(f"SELECT DISTINCT event_id FROM {table} WHERE {column} IN (SELECT value FROM json_each(:v))")
    return set(connection.scalars(query, {"v": json.dumps(list(values))}))


def _hit(row: Row, wanted: str) -> NameHit:
    return NameHit(row["kind"], row["key"], row["name"], row["uses"], likeness(wanted, folded(row["name"])))


def likeness(wanted: str, name: str) -> float:
    """How far (0 to 1) a name is what is wanted; both folded. Every word has to have its like.

    >>> likeness("presidnt lotfi", "president karim lotfy") > 0.8
    True
    """
    if wanted in name:
        return 1.0
    words = name.split()
    best = [max((_alike(part, word) for word in words), default=0.0) for part in wanted.split()]
    return min(best, default=0.0)


def _alike(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _ALIKE else 0.0


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'
