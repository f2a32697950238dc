"""Events derived by what people ruled, where a ruling (or its undoing) touches them and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection

from slated.document_stage import ReadArticle
from slated.ledger.deriving import Changes, Due, derive_groups, load_some
from slated.ledger.kept_rulings import load_rulings
from slated.ledger.past_join import join_past
from slated.ledger.past_threads import Mention, PastThreads
from slated.model import Ruling
from slated.tracking.rulings import mention_at, rule_threads

_UNASKED = frozenset({"blocks", "timexes", "phrases", "actors", "statements"})


def derive_ruled(connection: Connection, ruling: Ruling) -> None:
    """Derive what a ruling that was made or undone just now changes, in a ledger that is up to date."""
    rulings = [r for r in load_rulings(connection) if r.stands]
    told = held_articles(connection, [*rulings, ruling])
    threads = PastThreads(connection, None)
    touched = threads.with_members(threads.holding(held_mentions([ruling], told)))
    opened = touched | settled_by(threads, rulings, told)
    groups, ruled = rule_threads(join_past(threads, opened), rulings, told)
    home = {
        (account.document_id, mention): name
        for name, thread in threads.load(opened).items()
        for account in thread.accounts
        for mention in account.mentions
    }
    parts = [frozenset(home[a.document_id, m] for a in g.accounts for m in a.mentions) for g in groups]
    due = [Due(g, those, ruled.get(g.key, ())) for g, those in zip(groups, parts, strict=True)]
    derive_groups(connection, due, opened, Changes(touched, touched, {}))


def settled_by(threads: PastThreads, rulings: Iterable[Ruling], told: Mapping[str, ReadArticle]) -> set[str]:
    """The threads that are of the events they are of by rulings, and not by how they were joined."""
    held = threads.holding(held_mentions(rulings, told))
    return threads.ruled() | threads.with_members(held)


def held_articles(connection: Connection, rulings: Iterable[Ruling]) -> dict[str, ReadArticle]:
    """The articles that rulings hold on to, with their mentions, by document id."""
    documents = {anchor.document_id for ruling in rulings for anchor in ruling.anchors}
    return {read.article.document_id: read for read in load_some(connection, documents, _UNASKED)}


def held_mentions(rulings: Iterable[Ruling], told: Mapping[str, ReadArticle]) -> set[Mention]:
    """The mentions that the anchors of rulings stand for now."""
    found: set[Mention] = set()
    for anchor in {anchor for ruling in rulings for anchor in ruling.anchors}:
        read = told.get(anchor.document_id)
        index = mention_at(read.reading, anchor) if read is not None else None
        if index is not None:
            found.add((anchor.document_id, index))
    return found
