"""From articles and their readings to tracked events."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from typing import Protocol

from slated.model import Article, Participant, Reading, Report, TrackedEvent
from slated.tracking.gather import Account, gather, merged
from slated.tracking.link import Thread, link
from slated.tracking.report import make_report
from slated.tracking.revise import follow, outcome_of
from slated.tracking.title import title_of


class TrackInput(Protocol):
    """An article and its reading (``document_stage.ReadArticle`` is one)."""

    @property
    def article(self) -> Article:
        """The article."""
        ...

    @property
    def reading(self) -> Reading:
        """What was found in it."""
        ...


def track(articles: Iterable[TrackInput], as_of: dt.date | None = None) -> tuple[TrackedEvent, ...]:
    """The tracked events of the articles, by id; the order of the articles changes nothing.

    ``as_of`` is the day from which outcomes are judged (the latest publication day by default).
    Articles that were published after it are left out.
    """
    known = {a.article.document_id: a for a in articles if _is_known(a.article, as_of)}
    inputs = [known[key] for key in sorted(known)]
    accounts = [account for a in inputs for account in gather(a.article, a.reading)]
    days = [a.article.creation_time.day for a in inputs]
    today = as_of or max((d for d in days if d is not None), default=None)
    threads = link(accounts)
    return tuple(sorted((tracked(t, today) for t in threads), key=lambda e: e.event_id))


def _is_known(article: Article, as_of: dt.date | None) -> bool:
    day = article.creation_time.day
    return as_of is None or day is None or day <= as_of


def tracked(thread: Thread, as_of: dt.date | None) -> TrackedEvent:
    """The tracked event of a thread, as seen from ``as_of``."""
    reports = reports_of(thread)
    held = follow(reports)
    outcome = outcome_of(held, reports, as_of)
    return TrackedEvent(
        event_id=event_id(thread),
        title=title_of(thread),
        event_class=_event_class(thread),
        participants=_participants(thread),
        status=outcome.status if outcome else held.status or reports[-1].status,
        window=held.window,
        places=held.places,
        reports=reports,
        revisions=tuple(held.revisions),
        outcome=outcome,
    )


def reports_of(thread: Thread) -> tuple[Report, ...]:
    """One report an article, in order of publication."""
    ordered = sorted(thread.accounts, key=lambda a: a.order)
    by_article = [list(g) for _, g in groupby(ordered, key=lambda a: a.article.document_id)]
    return tuple(make_report(merged(group), group[0].article.document_id) for group in by_article)


def event_id(thread: Thread) -> str:
    """An id made of the first account's place: the article and where the event is first named."""
    first = min(thread.accounts, key=lambda a: a.order)
    trigger = first.reading.mentions[first.mentions[0]].trigger
    words = f"{first.article.document_id}|{trigger.part}|{trigger.start}"
    return hashlib.blake2b(words.encode(), digest_size=6).hexdigest()


def _event_class(thread: Thread) -> str:
    classes = [a.reading.mentions[i].event_class for a in thread.accounts for i in a.mentions]
    return max(sorted(set(classes)), key=classes.count)


def _participants(thread: Thread) -> tuple[Participant, ...]:
    """The parties that enough accounts name, the most often named first, each once."""
    keys = {p.key for p in thread.profile.core}
    named = [p for a in thread.accounts for i in a.mentions for p in a.reading.mentions[i].participants]
    times = Counter(p for p in named if p.key in keys)
    ranked = sorted(times, key=lambda p: (-times[p], str(p)))
    seen: dict[str, Participant] = {}
    for participant in ranked:
        seen.setdefault(participant.key, participant)
    return tuple(seen.values())


__all__ = ["Account", "TrackInput", "event_id", "reports_of", "track", "tracked"]
