"""A synthetic ledger with known truth: does tracking stay right and fast as it grows?

    python -m benchmarks.tracking.synthetic [--articles 100000] [--events 3000] [--years 5] [--seed 1]

Makes articles on events that slip, are called off, set again and held, with twins on purpose
(numbered summits of one pair, other witnesses, yearly editions, visits of either side), gives
them to a ledger a thousand at a time, and prints the CPU time of the first and the last thousand
(without the reading of pages, and with what reading a thousand pages takes), how long looking at
the ledger takes, and how well its events fit the truth (each paired with the event it shares most
with).
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

from benchmarks.tracking.ledgers import fill
from slated.document_stage import ReadArticle, read_capture
from slated.intake import find_captures
from slated.ledger import Ledger
from slated.model import (
    Actor,
    Article,
    Block,
    Capture,
    CreationTime,
    EventMention,
    EventPlace,
    Participant,
    Reading,
    Span,
    StatedWindow,
    Window,
)
from slated.model.readings import ActorKind, Status
from slated.samples import sample_pages
from slated.tracking.gather import gather
from slated.tracking.join import join
from slated.tracking.link import link
from slated.tracking.memory import MemoryStore

START = dt.date(2031, 1, 1)
BATCH = 1000
AGAIN = 7
"""How many of the last batches are timed in turn with the first."""

Truth = dict[str, set[int]]
Batch = list[ReadArticle]
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
    said = (f"{m.head} {' '.join(chance.choice(SYLLABLES) for _ in range(40))}"[:98] for m in mentions)
    text = "".join(line.ljust(98) + ". " for line in said)
    name = f"{number:07d}"
    created = CreationTime(day, day, "given", str(day))
    article = Article(
        name,
        name,
        None,
        "Outlet",
        None,
        None,
        "en",
        text,
        created,
        (Block(0, len(text.rstrip()), "paragraph"),),
    )
    actors = _cast(random.Random(number), mentions)
    return Written(article, Reading(name, actors=actors, mentions=tuple(mentions)))


def _cast(chance: random.Random, mentions: list[EventMention]) -> tuple[Actor, ...]:
    """Who takes part, twice named, and six who only have their say."""
    taking_part: dict[str, tuple[str, ActorKind, int]] = {
        p.key: (p.name, p.kind, 2) for m in mentions for p in m.participants
    }
    speaking: dict[str, tuple[str, ActorKind, int]] = {
        name.lower(): (name, "person", 1) for name in chance.sample(_bystanders(), 6)
    }
    return tuple(
        Actor(name, key, kind, tuple(Span(at + n, at + n + 1, name[:1], "text") for n in range(times)))
        for at, (key, (name, kind, times)) in enumerate({**speaking, **taking_part}.items())
    )


@cache
def _bystanders() -> list[str]:
    chance = random.Random(0)
    return [name_of(chance, 2) for _ in range(2000)]


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


def in_memory(written: Iterator[tuple[Written, list[int]]]) -> tuple[list[float], Truth, Truth]:
    """CPU seconds of each thousand placed, the events of each article, and the threads it is in."""
    store = MemoryStore()
    truth: Truth = {}
    spent: list[float] = []
    while batch := list(islice(written, BATCH)):
        truth |= {w.article.document_id: set(numbers) for w, numbers in batch}
        start = time.process_time()
        link(store, [account for w, _ in batch for account in gather(w.article, w.reading)])
        spent.append(time.process_time() - start)
    found: Truth = {name: set() for name in truth}
    for i, thread in enumerate(join(store.threads())):
        for account in thread.accounts:
            found[account.document_id].add(i)
    return spent, truth, found


def in_ledger(written: Iterator[tuple[Written, list[int]]], path: Path) -> tuple[list[float], Truth, Truth]:
    """The same of a ledger that is given a thousand articles at a time, all that it does counted."""
    truth: Truth = {}
    spent: list[float] = []
    last: list[Batch] = []
    first: Batch = []
    for batch in _batches(written, truth):
        if not first:
            first = batch
            fill(path.with_name("warm.db"), batch[:20])  # loads what is loaded once
        if len(last) == AGAIN:
            spent.append(_seconds(path, last.pop(0)))
            print(f"  {len(spent) * BATCH} articles, {spent[-1]:.2f} s", flush=True)
        last.append(batch)
    spent += _in_turn(path, first, last)
    found: Truth = {name: set() for name in truth}
    with Ledger(path) as ledger:
        for i, event in enumerate(ledger.events()):
            for report in event.reports:
                found[report.document_id].add(i)
        _time_views(ledger)
    return spent, truth, found


def _batches(written: Iterator[tuple[Written, list[int]]], truth: Truth) -> Iterator[Batch]:
    while some := list(islice(written, BATCH)):
        truth |= {w.article.document_id: set(numbers) for w, numbers in some}
        yield [ReadArticle(w.article, w.reading) for w, _ in some]


def _seconds(path: Path, batch: Batch) -> float:
    start = time.process_time()
    fill(path, batch)
    return time.process_time() - start


def _in_turn(path: Path, first: Batch, last: Sequence[Batch]) -> list[float]:
    """The last batches, each after the first one in a ledger of its own: a busy machine slows both."""
    pairs = []
    for number, batch in enumerate(last):
        fresh = _seconds(path.with_name(f"fresh{number}.db"), first)
        pairs.append((fresh, _seconds(path, batch)))
        print(f"  first {BATCH} anew {fresh:.2f} s, next {len(batch)} {pairs[-1][1]:.2f} s", flush=True)
    whole = [(a, b) for (a, b), batch in zip(pairs, last, strict=True) if len(batch) == BATCH]
    ratios = sorted(b / a for a, b in whole)
    print(f"the next {BATCH} against the first: median {ratios[len(ratios) // 2]:.2f} of {len(ratios)} turns")
    return [b for _, b in pairs]


def reading_seconds() -> float:
    """CPU seconds that reading a thousand pages takes, by the sample pages."""
    pages = [c for c in find_captures([str(sample_pages())]) if isinstance(c, Capture)]
    read_capture(pages[0])  # loads the parser
    start = time.process_time()
    for page in pages:
        read_capture(page)
    return (time.process_time() - start) / len(pages) * BATCH


def _time_views(ledger: Ledger) -> None:
    """Print how long looking takes: the median of five, in milliseconds of CPU and of wall time."""
    entries = ledger.entries()
    largest = max(entries, key=lambda e: e.reports)
    days = [e.last_reported for e in entries if e.last_reported]
    month = max(days) - dt.timedelta(days=30)
    views: dict[str, Callable[[], object]] = {
        f"events ({len(entries)} entries)": ledger.entries,
        f"show ({largest.reports} reports)": lambda: ledger.event(largest.event_id),
        f"changes of 30 days ({len(ledger.changes(month))})": lambda: ledger.changes(month),
        "changes of all years": lambda: ledger.changes(START),
    }
    for name, look in views.items():
        times = []
        for _ in range(5):
            begun, spent = time.perf_counter(), time.process_time()
            look()
            times.append((time.process_time() - spent, time.perf_counter() - begun))
        cpu, wall = sorted(times)[2]
        print(f"{name}: {1000 * cpu:.0f} ms of CPU, {1000 * wall:.0f} ms")


def main(argv: list[str]) -> None:
    """Make, place, time and score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--events", type=int, default=3_000)
    parser.add_argument("--years", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, help="stop after so many articles")
    parser.add_argument("--memory", action="store_true", help="place in memory alone, without a ledger")
    given = parser.parse_args(argv)
    chance = random.Random(given.seed)
    events = invent(chance, given.events, given.years)
    written = islice(write(chance, events, given.articles), given.first)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.db"
        spent, truth, found = in_memory(written) if given.memory else in_ledger(written, path)
    reading = reading_seconds()
    print(f"CPU without reading, each {BATCH}: {', '.join(f'{seconds:.1f}' for seconds in spent)}")
    print(f"reading {BATCH} pages: {reading:.0f} s")
    print(f"all: {sum(spent):.1f} s, link_f1 {link_f1(found, truth):.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
