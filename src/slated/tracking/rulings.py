"""What people ruled, laid over what was linked: threads rejoined and parted, cells set.

A ruling holds on to mentions (its anchors) and not to an event's id, so that it finds its events
again when articles were read anew or linked otherwise. Rulings are applied in their order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import Protocol

from slated.model import Anchor, Article, Outcome, Reading, Ruling, TrackedEvent
from slated.model.readings import Status
from slated.tracking.compare import compare
from slated.tracking.gather import Account, key_of
from slated.tracking.link import Thread, thread_of
from slated.tracking.profile import Profile, profile_of
from slated.tracking.weigh import PHASES, timing_of

Mention = tuple[str, int]
"""A mention: its document, and its index in the reading."""

STAYS, GOES = 0, 1
"""The groups of a split's or a rejection's anchors."""


class Told(Protocol):
    """An article and its reading."""

    @property
    def article(self) -> Article:
        """The article."""
        ...

    @property
    def reading(self) -> Reading:
        """What was found in it."""
        ...


@dataclass(slots=True)
class Ruled:
    """Threads as the rulings leave them, with the rulings made on each (by the thread's key)."""

    threads: list[Thread]
    on: dict[str, list[Ruling]] = field(default_factory=lambda: defaultdict(list))


def rule_threads(
    threads: Iterable[Thread], rulings: Sequence[Ruling], articles: Mapping[str, Told]
) -> tuple[tuple[Thread, ...], Mapping[str, tuple[Ruling, ...]]]:
    """The threads merged, split and freed of what was rejected, and the rulings by thread key."""
    ruled = Ruled(list(threads))
    for ruling in sorted(rulings, key=lambda r: r.number):
        groups = _mentions_of(ruling.anchors, articles)
        if ruling.kind == "merge":
            _merge(ruled, ruling, groups)
        elif ruling.kind in ("split", "reject"):
            _part(ruled, ruling, groups, articles)
        else:
            _note(ruled, ruling, _holder(ruled.threads, groups.get(STAYS, ())))
    kept = sorted(ruled.threads, key=lambda t: t.outline.first)
    return tuple(kept), {t.key: tuple(ruled.on[t.key]) for t in kept if ruled.on[t.key]}


def rule_event(event: TrackedEvent, rulings: Sequence[Ruling]) -> TrackedEvent:
    """The event with its cells as the rulings set them, the last word on each standing."""
    for ruling in rulings:
        if ruling.kind == "rename" and ruling.title is not None:
            event = replace(event, title=ruling.title)
        elif ruling.kind == "outcome":
            event = _ended(event, ruling)
    return replace(event, rulings=tuple(replace(r, anchors=()) for r in rulings))


def _ended(event: TrackedEvent, ruling: Ruling) -> TrackedEvent:
    if ruling.status is None or ruling.status == "open":
        return replace(event, status=_open_status(event), outcome=None)
    when = ruling.window or (event.window if ruling.status != "cancelled" else None)
    outcome = Outcome(ruling.status, when, None, ruling.number)
    return replace(event, status=ruling.status, window=when, outcome=outcome)


def _open_status(event: TrackedEvent) -> Status:
    """How it last stood before any end was told of."""
    still = [r.status for r in event.reports if PHASES[r.status] in ("ahead", "moved")]
    return still[-1] if still else "expected"


def _mentions_of(anchors: Iterable[Anchor], articles: Mapping[str, Told]) -> dict[int, set[Mention]]:
    """The mentions that the anchors stand for now, by group."""
    found: dict[int, set[Mention]] = defaultdict(set)
    for anchor in anchors:
        told = articles.get(anchor.document_id)
        index = mention_at(told.reading, anchor) if told is not None else None
        if index is not None:
            found[anchor.group].add((anchor.document_id, index))
    return found


def mention_at(reading: Reading, anchor: Anchor) -> int | None:
    """The mention that an anchor stands for: there, around there, or the nearest by its words."""
    best: tuple[tuple[int, int], int] | None = None
    for index, mention in enumerate(reading.mentions):
        trigger, around = mention.trigger, mention.evidence
        if trigger.part != anchor.part:
            continue
        if trigger.start < anchor.end and anchor.start < trigger.end:
            rank = 0
        elif around.start <= anchor.start < around.end:
            rank = 1
        elif trigger.text == anchor.words:
            rank = 2
        else:
            continue
        far = abs(trigger.start - anchor.start)
        if best is None or (rank, far) < best[0]:
            best = ((rank, far), index)
    return best[1] if best else None


def _mentions(thread: Thread) -> set[Mention]:
    return {(a.document_id, m) for a in thread.accounts for m in a.mentions}


def _holder(threads: Sequence[Thread], wanted: Collection[Mention]) -> Thread | None:
    """The thread that holds most of the mentions; the first one among equals."""
    documents = {document for document, _ in wanted}
    held: Counter[int] = Counter()
    for i, thread in enumerate(threads):
        if any(a.document_id in documents for a in thread.accounts):
            held[i] = len(_mentions(thread) & set(wanted))
    best = max(held, key=lambda i: (held[i], -i), default=None)
    return threads[best] if best is not None and held[best] else None


def _note(ruled: Ruled, ruling: Ruling, thread: Thread | None) -> None:
    if thread is not None and ruling not in ruled.on[thread.key]:
        ruled.on[thread.key].append(ruling)


def _replace(ruled: Ruled, old: Sequence[Thread], new: Sequence[Thread]) -> None:
    """Put threads in the place of others; the first new one takes the rulings made on the old."""
    gone = {t.key for t in old}
    notes = sorted({r for key in gone for r in ruled.on.pop(key, [])}, key=lambda r: r.number)
    ruled.threads = [t for t in ruled.threads if t.key not in gone] + list(new)
    if new:
        ruled.on[new[0].key] = notes


def _merge(ruled: Ruled, ruling: Ruling, groups: Mapping[int, set[Mention]]) -> None:
    holders = [_holder(ruled.threads, groups[g]) for g in sorted(groups)]
    parts = list({t.key: t for t in holders if t is not None}.values())
    if len(parts) > 1:
        accounts = sorted((a for t in parts for a in t.accounts), key=lambda a: a.order)
        merged = thread_of(accounts)
        _replace(ruled, parts, [merged])
        parts = [merged]
    _note(ruled, ruling, parts[0] if parts else None)


def _part(
    ruled: Ruled, ruling: Ruling, groups: Mapping[int, set[Mention]], articles: Mapping[str, Told]
) -> None:
    """Take the mentions that go out of their threads; of a split they make a thread of their own.

    Accounts that came after a split go to the side that they fit better.
    """
    goes = set(groups.get(GOES, ()))
    stays = set(groups.get(STAYS, ()))
    out: list[Account] = []
    for thread in [t for t in ruled.threads if _mentions(t) & goes]:
        left: list[Account] = []
        for account in thread.accounts:
            apart = {m for d, m in goes if d == account.document_id} & set(account.mentions)
            if apart:
                out.append(_of_mentions(account, apart, articles))
            rest = set(account.mentions) - apart
            if rest:
                left.append(_of_mentions(account, rest, articles) if apart else account)
        _replace(ruled, [thread], [thread_of(left)] if left else [])
    home = _holder(ruled.threads, stays)
    if ruling.kind == "split" and out:
        home = _split_off(ruled, ruling, out, (home, goes | stays))
    _note(ruled, ruling, home)


def _split_off(
    ruled: Ruled, ruling: Ruling, out: Sequence[Account], rest: tuple[Thread | None, set[Mention]]
) -> Thread | None:
    home, known = rest
    new = thread_of(sorted(out, key=lambda a: a.order))
    if home is not None:
        old = thread_of(a for a in home.accounts if _is_known(a, known))
        later = [a for a in home.accounts if not _is_known(a, known)]
        follow = [a for a in later if old.accounts and _fits(new.profile, a) > _fits(old.profile, a)]
        if follow:
            new = thread_of(sorted((*new.accounts, *follow), key=lambda a: a.order))
            stayed = thread_of(a for a in home.accounts if a not in follow)
            _replace(ruled, [home], [stayed])
            home = stayed
    ruled.threads.append(new)
    _note(ruled, ruling, new)
    return home


def _is_known(account: Account, known: Collection[Mention]) -> bool:
    return any((account.document_id, m) in known for m in account.mentions)


def _fits(profile: Profile, account: Account) -> float:
    found = compare(profile, account.profile)
    return float("-inf") if found.veto is not None else found.points


def _of_mentions(account: Account, mentions: Collection[int], articles: Mapping[str, Told]) -> Account:
    """The account with these of its mentions alone; its key says which the first of them is."""
    kept = tuple(sorted(mentions))
    told = articles[account.document_id]
    those = [told.reading.mentions[m] for m in kept]
    profile = reduce(Profile.joined, (profile_of(m, told.article) for m in those), Profile(size=0))
    profile = replace(profile, timings=(timing_of(those, account.published),))
    states = {p.key: p.state for p in account.profile.parties if p.state is not None}
    return replace(
        account,
        key=key_of(account.document_id, those[0].trigger),
        mentions=kept,
        profile=profile.with_states(states),
        told=profile.with_states({}),
        weak=all(m.doubtful for m in those),
    )
