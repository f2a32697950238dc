"""The ledger's tables, as SQLAlchemy Core sees them.

Facts (captures, articles and what was read in them) are written once; rulings are what people
say of the record, numbered in their order; the derived tables (tracked events and all that hangs
on them) can be made again from facts and rulings at any time. Their rows
have natural keys, no clock and no counter, so that the same pages give the same rows. Days are
ISO text, offsets characters (half-open), nested parts JSON text (see ``codec``). The migrations
create these tables; a test holds the two to each other.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Boolean, Column, Float, Integer, MetaData, Table, Text

metadata = MetaData()


def _key(name: str, kind: type[Text] | type[Integer] = Text) -> Column[object]:
    return Column(name, kind, primary_key=True, nullable=False)


def _text(*names: str) -> Iterator[Column[str]]:
    return (Column(name, Text, nullable=False) for name in names)


def _maybe(*names: str) -> Iterator[Column[str]]:
    return (Column(name, Text) for name in names)


def _span(prefix: str = "", optional: bool = False) -> Iterator[Column[object]]:
    yield Column(f"{prefix}part", Text, nullable=optional)
    yield Column(f"{prefix}start", Integer, nullable=optional)
    yield Column(f"{prefix}end", Integer, nullable=optional)


def _stated(prefix: str) -> Iterator[Column[str]]:
    return _maybe(*(f"{prefix}{cell}" for cell in ("earliest", "latest", "text", "alternatives")))


def _of_document() -> Iterator[Column[object]]:
    yield _key("document_id")
    yield _key("position", Integer)


def _of_event() -> Iterator[Column[object]]:
    yield _key("event_id")
    yield _key("position", Integer)


def _of_ruling() -> Iterator[Column[str]]:
    yield from _text("kind", "by", "why")
    yield from _maybe("made")
    yield from _text("events", "reports")
    yield from _maybe("title", "status", "earliest", "latest", "undone_by", "undone_why")


migrations = Table("migrations", metadata, _key("position", Integer), *_text("name"))
state = Table("state", metadata, _key("name"), *_text("value"))

captures = Table(
    "captures", metadata, _key("capture_id"), *_text("document_id", "origin", "kind"), *_maybe("captured")
)
articles = Table(
    "articles",
    metadata,
    _key("document_id"),
    *_text("source_id"),
    *_maybe("url", "outlet", "title", "byline"),
    *_text("language", "text"),
    *_maybe("published", "creation_time_earliest", "creation_time_latest"),
    *_text("creation_time_method", "creation_time_evidence"),
    Column("creation_time_confidence", Float, nullable=False),
    Column("opinion", Boolean, nullable=False),
    *_text("reader_version"),
)
blocks = Table(
    "blocks",
    metadata,
    *_of_document(),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    *_text("kind"),
)
timexes = Table(
    "timexes",
    metadata,
    *_of_document(),
    *_span(),
    *_text("type", "value"),
    *_maybe("mod", "earliest", "latest"),
)
phrases = Table("phrases", metadata, *_of_document(), *_span(), *_stated("when_"), *_text("timexes"))
actors = Table(
    "actors", metadata, *_of_document(), *_text("name", "key", "kind", "spans", "roles"), *_maybe("state")
)
statements = Table(
    "statements",
    metadata,
    *_of_document(),
    *_maybe("source_name", "source_kind"),
    *_span("source_", optional=True),
    *_span("cue_", optional=True),
    *_span("content_"),
    *_text("mode", "kind"),
    Column("within", Integer),
)
mentions = Table(
    "mentions",
    metadata,
    *_of_document(),
    *_span("trigger_"),
    *_text("event_class", "title", "head"),
    *_span("evidence_"),
    *_text("status", "participants", "places"),
    *_stated("window_"),
    *_stated("previous_"),
    *_maybe("hedge_text", "hedge_grade"),
    *_span("condition_", optional=True),
    Column("statement", Integer),
    *_text("sources"),
    Column("ordinal", Integer),
    *_text("modifiers"),
    Column("anaphor", Boolean, nullable=False),
    Column("refers_to", Integer),
    Column("confidence", Float, nullable=False),
)

rulings = Table("rulings", metadata, _key("number", Integer), *_of_ruling(), *_text("anchors"))

tracked_events = Table(
    "tracked_events",
    metadata,
    _key("event_id"),
    *_text("title", "event_class", "status"),
    *_maybe("earliest", "latest", "first_reported", "last_reported"),
    *(Column(name, Integer, nullable=False) for name in ("reports", "origins", "moved")),
)
event_participants = Table(
    "event_participants", metadata, *_of_event(), *_text("name", "key", "role", "kind"), *_maybe("state")
)
event_places = Table(
    "event_places", metadata, *_of_event(), *_text("name", "key", "standing"), *_maybe("document_id"),
    *_span(optional=True),
)  # fmt: skip
reports = Table(
    "reports",
    metadata,
    *_of_event(),
    *_text("document_id"),
    *_maybe("published"),
    *_text("status"),
    *_stated("window_"),
    *_stated("previous_"),
    *_maybe("hedge_text", "hedge_grade", "condition"),
    *_text("evidence", "mentions", "origin"),
)
report_places = Table(
    "report_places",
    metadata,
    *_of_event(),
    _key("place", Integer),
    *_text("name", "key", "standing"),
    *_span(optional=True),
)
report_sources = Table(
    "report_sources",
    metadata,
    *_of_event(),
    _key("source", Integer),
    *_text("name", "kind"),
    *_span(optional=True),
)
revisions = Table(
    "revisions", metadata, *_of_event(), *_maybe("as_of"), *_text("what"), *_maybe("before", "after"),
    *_text("reports"), *_maybe("move"), Column("days", Integer), *_text("by"),
)  # fmt: skip
contradictions = Table("contradictions", metadata, *_of_event(), *_maybe("as_of"), *_text("what", "says"))
outcomes = Table(
    "outcomes",
    metadata,
    _key("event_id"),
    *_text("status"),
    *_maybe("earliest", "latest", "report"),
    Column("ruling", Integer),
)
event_rulings = Table(
    "event_rulings", metadata, *_of_event(), Column("number", Integer, nullable=False), *_of_ruling()
)

accounts = Table(
    "accounts", metadata, _key("account"), *_text("thread", "day", "document_id"),
    Column("first", Integer, nullable=False), *_text("reasons", "told"),
)  # fmt: skip
account_keys = Table(
    "account_keys", metadata, _key("account"), _key("role"), _key("key"), *_text("day", "thread")
)
account_persons = Table(
    "account_persons", metadata, _key("account"), _key("person"), *_text("day", "document_id"),
    Column("first", Integer, nullable=False), _key("state"),
)  # fmt: skip
thread_keys = Table("thread_keys", metadata, _key("thread"), _key("role"), _key("key"))
thread_groups = Table("thread_groups", metadata, _key("thread"), _key("family"), *_maybe("event_id"))
threads = Table("threads", metadata, _key("thread"), *_text("told"))
progress = Table("progress", metadata, _key("family"), *_text("told"))
originals = Table("originals", metadata, _key("document_id"), *_text("day", "origin"), *_maybe("signature"))
original_bands = Table("original_bands", metadata, _key("document_id"), _key("band"))

FACTS = (captures, articles, blocks, timexes, phrases, actors, statements, mentions)
OF_DOCUMENT = (blocks, timexes, phrases, actors, statements, mentions)
RULED = (rulings,)
DERIVED = (
    tracked_events,
    event_participants,
    event_places,
    reports,
    report_places,
    report_sources,
    revisions,
    contradictions,
    outcomes,
    event_rulings,
)
LINKED_BY = "linked_by"
"""The state that names the tracker whose accounts and threads are kept."""
LINKED = (
    accounts,
    account_keys,
    account_persons,
    threads,
    thread_keys,
    thread_groups,
    progress,
    originals,
    original_bands,
)
