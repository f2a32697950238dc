"""An event derived bit by bit is the event derived at once."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from slated.ledger.codec import Words, dumps, loads
from slated.tracking.derive import START, Derived, Progress, Seen, Sources, Telling, derive
from slated.tracking.gather import gather
from slated.tracking.link import Thread, thread_of
from tests.tracking.conftest import Wired

Wire = Callable[..., Wired]
FIRST = dt.date(2031, 1, 6)


def summit(wire: Wire, seed: int) -> list[Wired]:
    """One summit as it is told over months: planned, moved, called in doubt, held; vaguely, too."""
    chance = random.Random(seed)
    told: list[Wired] = []
    for n in range(30):
        day = FIRST + dt.timedelta(days=4 * n - chance.randrange(3))
        ahead = day + dt.timedelta(days=chance.choice((9, 30)))
        window = chance.choice((None, str(ahead), f"{ahead.replace(day=1)}..{ahead.replace(day=28)}"))
        status = chance.choice(("expected", "scheduled", "scheduled", "postponed", "in_doubt"))
        if n > 24:
            status, window = "occurred", str(FIRST + dt.timedelta(days=98))
        mention = {
            "head": "summit",
            "title": chance.choice(("summit", "summit in spring", "Berg-Falk summit")),
            "status": status,
            "window": window,
            "anaphor": chance.random() < 0.3,
            "places": {chance.choice(("Zenda", "Strelsau")): chance.choice(("stated", "candidate"))},
        }
        one = wire(f"{n:02}", str(day), mention, *([mention] if chance.random() < 0.4 else []))
        told.append(replace(one, article=replace(one.article, outlet=chance.choice(("A", "B", "C")))))
    return sorted(told, key=lambda t: (str(t.article.creation_time.day), t.article.document_id))


def _derive(told: Sequence[Wired], new: Sequence[Wired], before: Progress) -> Derived:
    articles = {t.article.document_id: t for t in told}
    sources = Sources(articles, {d: d for d in articles}, Seen(dt.date(2031, 9, 1)))
    tellings: list[Telling] = [(t.article.document_id, tuple(range(len(t.reading.mentions)))) for t in new]
    return derive(_thread(told).profile, tellings, sources, before)


def _thread(told: Sequence[Wired]) -> Thread:
    return thread_of(a for t in told for a in gather(t.article, t.reading))


@pytest.mark.parametrize("seed", range(4))
def test_derived_in_two_or_three_parts_it_is_as_if_derived_at_once(wire: Wire, seed: int) -> None:
    told = summit(wire, seed)
    whole = _derive(told, told, START)
    for cut in range(1, len(told) - 1):
        first = _derive(told[:cut], told[:cut], START)
        assert loads(Progress, dumps(first.progress), Words("", "")) == first.progress
        known = len(first.progress.sketches)
        assert first.progress.takes(_thread(told).profile, [t.article.creation_time.day for t in told[cut:]])
        later = _derive(told, told[known:], first.progress)
        reports, revisions, contradictions = first.progress.counts
        assert later.progress == whole.progress
        assert later.event == replace(
            whole.event,
            reports=whole.event.reports[reports:],
            revisions=whole.event.revisions[revisions:],
            contradictions=whole.event.contradictions[contradictions:],
        )
        assert first.event.reports[:reports] == whole.event.reports[:reports]
        assert first.event.revisions[:revisions] == whole.event.revisions[:revisions]


def test_an_earlier_day_or_other_parties_are_not_added(wire: Wire) -> None:
    told = summit(wire, 1)
    progress = _derive(told, told, START).progress
    profile = _thread(told).profile
    assert progress.until is not None
    assert progress.takes(profile, [progress.until, None])
    assert not progress.takes(profile, [progress.until - dt.timedelta(days=1)])
    assert not progress.takes(replace(profile, parties=profile.others), [progress.until])
