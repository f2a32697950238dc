"""From articles and their readings to tracked events."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Protocol

from slated.model import Article, EventMention, Participant, Reading, Report, Ruling, TrackedEvent
from slated.tracking.context import in_context
from slated.tracking.fit import fit_of
from slated.tracking.gather import gather
from slated.tracking.join import join
from slated.tracking.link import Thread, link
from slated.tracking.memory import MemoryStore
from slated.tracking.origins import copies, first_hand
from slated.tracking.report import make_report
from slated.tracking.revise import GRACE, follow, outcome_of
from slated.tracking.rulings import rule_event, rule_threads
from slated.tracking.title import slug_words, title_of
from slated.tracking.worth import is_event


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


@dataclass(frozen=True, slots=True)
class Seen:
    """The day from which outcomes are judged (None: unknown), and the grace before a lapse."""

    day: dt.date | None
    grace: dt.timedelta = GRACE


def track(
    articles: Iterable[TrackInput],
    as_of: dt.date | None = None,
    rulings: Sequence[Ruling] = (),
    grace: dt.timedelta = GRACE,
) -> tuple[TrackedEvent, ...]:
    """The tracked events of the articles, by id; the order of the articles changes nothing.

    ``as_of`` is the day from which outcomes are judged (the latest publication day by default).
    Articles that were published after it are left out, and so are rulings made after it. An event
    lapses ``grace`` after its last day and the last word of it.
    """
    known = {a.article.document_id: a for a in articles if _is_known(a.article, as_of)}
    store = MemoryStore()
    link(
        store,
        [account for key in sorted(known) for account in gather(known[key].article, known[key].reading)],
    )
    origins = copies(a.article for a in known.values())
    days = [a.article.creation_time.day for a in known.values()]
    today = as_of or max((d for d in days if d is not None), default=None)
    standing = [r for r in rulings if r.stands and (as_of is None or r.made is None or r.made <= as_of)]
    threads, ruled = rule_threads(join(store.threads()), standing, known)
    events: dict[str, TrackedEvent] = {}
    for t in threads:
        if t.key in ruled or is_event(t.profile, mentions_of(t, known), articles_of(t)):
            event = rule_event(tracked(t, known, origins, Seen(today, grace)), ruled.get(t.key, ()))
            event = apart(event, t.key, events)
            events[event.event_id] = event
    return tuple(events[event_id] for event_id in sorted(events))


def apart(event: TrackedEvent, key: str, taken: Collection[str]) -> TrackedEvent:
    """The event, its id made longer by the key of its thread where another one has that id."""
    if event.event_id not in taken:
        return event
    return replace(event, event_id="-".join((*event.event_id.split("-")[:-1], key)))


def mentions_of(thread: Thread, articles: Mapping[str, TrackInput]) -> tuple[EventMention, ...]:
    """All mentions of a thread's accounts, article by article."""
    return tuple(articles[a.document_id].reading.mentions[i] for a in thread.accounts for i in a.mentions)


def articles_of(thread: Thread) -> int:
    """How many articles tell of a thread."""
    return len({a.document_id for a in thread.accounts})


def _is_known(article: Article, as_of: dt.date | None) -> bool:
    day = article.creation_time.day
    return as_of is None or day is None or day <= as_of


def tracked(
    thread: Thread,
    articles: Mapping[str, TrackInput],
    origins: Mapping[str, str],
    seen: Seen,
) -> TrackedEvent:
    """The tracked event of a thread, as seen from a day; articles and origins by document id."""
    reports = first_hand(reports_of(thread, articles, origins))
    mentions = mentions_of(thread, articles)
    held = follow(reports)
    outcome = outcome_of(held, reports, seen.day, seen.grace)
    return TrackedEvent(
        event_id=event_id(thread, articles),
        title=title_of(thread.profile, mentions),
        event_class=_event_class(mentions),
        participants=_participants(thread, mentions),
        status=outcome.status if outcome else held.status or reports[-1].status,
        window=held.window,
        places=held.places,
        reports=reports,
        revisions=tuple(held.revisions),
        contradictions=tuple(held.contradictions),
        outcome=outcome,
    )


def event_id(thread: Thread, articles: Mapping[str, TrackInput]) -> str:
    """A readable id that derives from the first report alone: its title for it, and a digest."""
    first = thread.accounts[0]
    reading = articles[first.document_id].reading
    mentions = [reading.mentions[i] for i in first.mentions]
    return "-".join((*slug_words(first.told, mentions, reading.actors), first.key[:4]))


def reports_of(
    thread: Thread, articles: Mapping[str, TrackInput], origins: Mapping[str, str]
) -> tuple[Report, ...]:
    """One report an article, in order of publication."""
    reports = []
    readings = []
    fit = fit_of(thread.profile)
    for document_id, accounts in groupby(thread.accounts, key=lambda a: a.document_id):
        mentions = tuple(sorted(m for account in accounts for m in account.mentions))
        source = articles[document_id]
        reports.append(make_report(source.article, source.reading, mentions, fit, origins[document_id]))
        readings.append(source.reading)
    return in_context(reports, readings)


def _event_class(mentions: Iterable[EventMention]) -> str:
    classes = Counter(m.event_class for m in mentions)
    return max(sorted(classes), key=classes.__getitem__)


def _participants(thread: Thread, mentions: Iterable[EventMention]) -> tuple[Participant, ...]:
    """The parties that enough accounts name, the most often named first, each once."""
    keys = {p.key for p in thread.profile.core}
    named = [p for m in mentions for p in m.participants]
    times = Counter(p for p in named if p.key in keys)
    ranked = sorted(times, key=lambda p: (-times[p], str(p)))
    seen: dict[str, Participant] = {}
    for participant in ranked:
        seen.setdefault(participant.key, participant)
    return tuple(seen.values())
