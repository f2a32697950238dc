"""From articles and their readings to tracked events."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from slated.model import Article, Ruling, TrackedEvent
from slated.tracking.derive import Derived, Seen, Sources, TrackInput, derive, tellings_of
from slated.tracking.gather import gather
from slated.tracking.join import join
from slated.tracking.link import Thread, link
from slated.tracking.memory import MemoryStore
from slated.tracking.origins import copies
from slated.tracking.revise import GRACE
from slated.tracking.rulings import rule_event, rule_threads
from slated.tracking.title import slug_words


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
    sources = Sources(known, origins, Seen(today, grace))
    for t in threads:
        made = tracked(t, sources)
        if t.key in ruled or made.worth:
            event = apart(rule_event(made.event, ruled.get(t.key, ())), t.key, events)
            events[event.event_id] = event
    return tuple(events[event_id] for event_id in sorted(events))


def apart(event: TrackedEvent, key: str, taken: Collection[str]) -> TrackedEvent:
    """The event, its id made longer by the key of its thread where another one has that id."""
    if event.event_id not in taken:
        return event
    return replace(event, event_id="-".join((*event.event_id.split("-")[:-1], key)))


def _is_known(article: Article, as_of: dt.date | None) -> bool:
    day = article.creation_time.day
    return as_of is None or day is None or day <= as_of


def tracked(thread: Thread, sources: Sources) -> Derived:
    """The tracked event of a thread, from all that is told of it."""
    made = derive(thread.profile, tellings_of(thread.accounts), sources)
    return replace(made, event=replace(made.event, event_id=event_id(thread, sources.articles)))


def event_id(thread: Thread, articles: Mapping[str, TrackInput]) -> str:
    """A readable id that derives from the first report alone: its title for it, and a digest."""
    first = thread.accounts[0]
    reading = articles[first.document_id].reading
    mentions = [reading.mentions[i] for i in first.mentions]
    return "-".join((*slug_words(first.told, mentions, reading.actors), first.key[:4]))
