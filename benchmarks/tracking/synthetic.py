"""A synthetic ledger with known truth: does tracking stay right and fast as it grows?

    python benchmarks/tracking/synthetic.py [--articles 100000] [--events 3000] [--years 5] [--seed 1]

Makes articles on events that slip, are called off, set again and held, with twins on purpose
(numbered summits of one pair, other witnesses, yearly editions, visits of either side), places
them in the store a thousand at a time, and prints the time of the first and the last thousand
and how well the threads fit the truth (each event paired with the thread it shares most with).
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from slated.model import (
    Article,
    Block,
    CreationTime,
    EventMention,
    EventPlace,
    Participant,
    Reading,
    Span,
    StatedWindow,
    Window,
)
from slated.model.readings import Status
from slated.tracking.gather import gather
from slated.tracking.join import join
from slated.tracking.link import link
from slated.tracking.memory import MemoryStore

START = dt.date(2031, 1, 1)
BATCH = 1000
KINDS = (
    ("meeting", ("summit", "meeting", "meet")),
    ("visit", ("visit", "trip", "travel")),
    ("hearing", ("hearing", "testimony", "testify")),
    ("launch", ("launch", "liftoff")),
    ("vote", ("vote",)),
    ("meeting", ("forum",)),
)
SYLLABLES = [
    "ka",
    "lo",
    "mi",
    "ren",
    "tas",
    "vu",
    "bel",
    "dor",
    "fin",
    "gar",
    "hul",
    "jor",
    "pel",
    "qui",
    "sal",
    "tor",
    "ulm",
    "wen",
    "yar",
    "zod",
]


@dataclass(frozen=True)
class Event:
    """One invented event: its days as they were planned over time, the last one the day held."""

    number: int
    event_class: str
    heads: tuple[str, ...]
    parties: tuple[Participant, ...]
    place: str
    ordinal: int | None
    told_from: dt.date
    days: tuple[dt.date, ...]

    @property
    def held(self) -> dt.date:
        """The day on which it took place."""
        return self.days[-1]


@dataclass(frozen=True)
class Written:
    """An article with its reading."""

    article: Article
    reading: Reading


def name_of(chance: random.Random, words: int) -> str:
    """An invented name of so many words."""
    return " ".join("".join(chance.sample(SYLLABLES, 3)).title() for _ in range(words))


def invent(chance: random.Random, events: int, years: int) -> list[Event]:
    """The events, twins among them: one pair meets several times, one forum comes every year."""
    states = [name_of(chance, 1) for _ in range(60)]
    people = [(name_of(chance, 2), chance.choice(states)) for _ in range(900)]
    made: list[Event] = []
    while len(made) < events:
        kind, heads = chance.choice(KINDS)
        series = chance.choice((1, 1, 1, 2, 3)) if heads[0] in ("summit", "forum", "visit") else 1
        parties = _parties(chance, states, people, heads[0])
        first = START + dt.timedelta(days=chance.randrange(365 * years - 200))
        for edition in range(series):
            told = first + dt.timedelta(days=edition * 330)
            day = told + dt.timedelta(days=chance.randrange(20, 120))
            days = [day]
            for _ in range(chance.choice((0, 0, 1, 1, 2))):
                day += dt.timedelta(days=chance.randrange(7, 60))
                days.append(day)
            ordinal = edition + 1 if series > 1 and heads[0] == "summit" else None
            place = name_of(chance, 1)
            made.append(Event(len(made), kind, heads, parties, place, ordinal, told, tuple(days)))
    return made[:events]


def _parties(
    chance: random.Random, states: list[str], people: list[tuple[str, str]], head: str
) -> tuple[Participant, ...]:
    if head == "summit":
        two = chance.sample(states, 2)
        return tuple(Participant(s, s.lower(), "agent", "state", s.upper()) for s in two)
    if head == "forum":
        name = name_of(chance, 2)
        return (Participant(name, name.lower(), "agent", "organisation", None),)
    name, state = chance.choice(people)
    return (Participant(name, name.lower(), "agent", "person", state.upper()),)


def write(chance: random.Random, events: list[Event], articles: int) -> Iterator[tuple[Written, list[int]]]:
    """The articles in order of publication, each with the numbers of the events it speaks of."""
    open_on: dict[int, list[Event]] = defaultdict(list)
    for event in events:
        for week in range((event.told_from - START).days // 7, (event.held - START).days // 7 + 4):
            open_on[week].append(event)
    weeks = sorted(open_on)
    total = sum(len(open_on[w]) for w in weeks)
    number = 0
    for week in weeks:
        share = round(articles * len(open_on[week]) / total)
        days = sorted(chance.randrange(7) for _ in range(share))
        for day in days:
            spoken = chance.sample(open_on[week], min(len(open_on[week]), chance.choice((1, 1, 2, 3))))
            published = START + dt.timedelta(days=week * 7 + day)
            told = [e for e in spoken if e.told_from <= published]
            if told:
                yield _written(chance, number, published, told), [e.number for e in told]
                number += 1


def _written(chance: random.Random, number: int, day: dt.date, events: list[Event]) -> Written:
    mentions = [_mention(chance, 100 * i, day, event) for i, event in enumerate(events)]
    text = " ".join(chance.choice(SYLLABLES) for _ in range(20))
    name = f"{number:07d}"
    created = CreationTime(day, day, "given", str(day))
    article = Article(
        name, name, None, "Outlet", None, None, "en", text, created, (Block(0, len(text), "paragraph"),)
    )
    return Written(article, Reading(name, mentions=tuple(mentions)))


def _mention(chance: random.Random, at: int, day: dt.date, event: Event) -> EventMention:
    head = chance.choice(event.heads)
    planned = event.days[min(len(event.days) - 1, (day - event.told_from).days // 30)]
    status: Status = "scheduled"
    window: Window | None = Window.on(planned)
    if day > event.held:
        status, window = "occurred", Window.on(event.held)
    elif planned < day:
        status, window = "postponed", None
    elif chance.random() < 0.3:
        status, window = "expected", Window(planned.replace(day=1), planned.replace(day=28))
        window = window if planned.day <= 28 else Window.on(planned)
    if chance.random() < 0.15:
        window = None
    placed = (EventPlace(event.place, event.place.lower(), "stated"),) if chance.random() < 0.6 else ()
    return EventMention(
        trigger=Span(at, at + len(head), head),
        event_class=event.event_class,
        title=head,
        head=head,
        evidence=Span(at, at + len(head), head),
        status=status,
        participants=event.parties,
        places=placed,
        window=StatedWindow(window, str(window)) if window else None,
        ordinal=event.ordinal if chance.random() < 0.7 else None,
    )


def link_f1(threads: dict[str, set[int]], truth: dict[str, set[int]]) -> float:
    """F1 over (article, event) pairs, each event paired with one thread, best first."""
    pairs = Counter((t, e) for name, ts in threads.items() for t in ts for e in truth[name])
    event_size = Counter(e for events in truth.values() for e in events)
    thread_size = Counter(t for ts in threads.values() for t in ts)
    ranked = sorted(pairs, key=lambda p: (-2 * pairs[p] / (thread_size[p[0]] + event_size[p[1]]), p))
    used_t, used_e, hit, found = set(), set(), 0, 0
    for t, e in ranked:
        if t not in used_t and e not in used_e:
            used_t.add(t)
            used_e.add(e)
            hit += pairs[t, e]
            found += thread_size[t]
    return 2 * hit / (found + sum(event_size.values()))


def main(argv: list[str]) -> None:
    """Make, place, time and score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--events", type=int, default=3_000)
    parser.add_argument("--years", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(argv)
    chance = random.Random(given.seed)
    events = invent(chance, given.events, given.years)
    store, truth, spent = MemoryStore(), {}, []
    batch: list[Written] = []
    for written, numbers in write(chance, events, given.articles):
        truth[written.article.document_id] = set(numbers)
        batch.append(written)
        if len(batch) == BATCH:
            spent.append(_place(store, batch))
            batch = []
    spent.append(_place(store, batch))
    found: dict[str, set[int]] = {name: set() for name in truth}
    threads = join(store.threads())
    for i, thread in enumerate(threads):
        for account in thread.accounts:
            found[account.document_id].add(i)
    full = spent[:-1] or spent
    print(f"{len(truth)} articles, {len(events)} events, {len(threads)} threads")
    print(f"first {BATCH}: {full[0]:.2f} s, last {BATCH}: {full[-1]:.2f} s, ratio {full[-1] / full[0]:.2f}")
    print(f"all: {sum(spent):.1f} s, link_f1 {link_f1(found, truth):.3f}")


def _place(store: MemoryStore, batch: list[Written]) -> float:
    start = time.process_time()
    link(store, [account for w in batch for account in gather(w.article, w.reading)])
    return time.process_time() - start


if __name__ == "__main__":
    main(sys.argv[1:])
