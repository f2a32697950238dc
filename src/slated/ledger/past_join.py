"""Which threads were of one event on an earlier day, worked out from how they are joined now.

Accounts are placed by what came before them, so an earlier day has the same threads, cut short.
But threads are joined seen whole. The joining of that day is done again where it can differ from
today's: for *open* threads, which belonged to a group that has later accounts now. A group that
has none stands as it is (*frozen*), unless an open thread would now be drawn into it, or one of
its threads into an open group; then its threads are open too, and the joining starts over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from slated.tracking.blocks import index_keys, lookup_keys
from slated.tracking.join import best_of, fit, rank
from slated.tracking.link import Thread


class Kept(Protocol):
    """What is known of the threads that stand as they are now."""

    def frozen_near(self, found: Collection[str], looks: Collection[str]) -> set[str]:
        """The frozen threads that are found under ``found``, or look under one of ``looks``."""
        ...

    def families(self, threads: Collection[str]) -> Mapping[str, str]:
        """The groups of these threads by thread; a thread that is in none is left out."""
        ...

    def members(self, families: Collection[str]) -> Mapping[str, frozenset[str]]:
        """The threads of these groups."""
        ...

    def load(self, threads: Collection[str]) -> Mapping[str, Thread]:
        """The threads, of their accounts up to the day."""
        ...


@dataclass(slots=True)
class _Run:
    """One joining of open and frozen threads: the groups so far, and what proved to be open.

    ``fits`` are the points of pairs of a group and a thread by name; another run takes them over.
    """

    family: Mapping[str, str]
    fits: dict[tuple[frozenset[str], str], float]
    joined: list[Thread] = field(default_factory=list)
    names: list[frozenset[str]] = field(default_factory=list)
    is_open: list[bool] = field(default_factory=list)
    home: dict[str, int] = field(default_factory=dict)
    found_by: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    astray: set[str] = field(default_factory=set)


def join_past(known: Kept, opened: set[str]) -> list[Thread]:
    """The groups of the open threads as the day's joining makes them; ``opened`` grows where it has to."""
    fits: dict[tuple[frozenset[str], str], float] = {}
    while True:
        threads = {name: t for name, t in known.load(opened).items() if t.outline.size}
        looks = {key for t in threads.values() for key in index_keys(t.profile)}
        found = {key for t in threads.values() for key in lookup_keys(t.profile)}
        near = known.frozen_near(found, looks) - opened
        members = known.members(set(known.families(near).values()))
        frozen = near.union(*members.values()) - opened
        run = _Run({name: family for family, those in members.items() for name in those}, fits)
        _join(run, threads, known.load(frozen))
        if not run.astray:
            groups = [g for g, is_open in zip(run.joined, run.is_open, strict=True) if is_open]
            return sorted(groups, key=lambda t: t.outline.first)
        families = {run.family[name] for name in run.astray if name in run.family}
        opened |= run.astray.union(*(members[family] for family in families))


def _join(run: _Run, opened: Mapping[str, Thread], frozen: Mapping[str, Thread]) -> None:
    for name, thread in sorted({**opened, **frozen}.items(), key=lambda pair: rank(pair[1])):
        near = sorted({i for key in lookup_keys(thread.profile) for i in run.found_by.get(key, ())})
        if name in opened:
            best = _fit(run, near, name, thread)
            if best is not None and not run.is_open[best]:
                run.astray |= _named(run, best)
        else:
            best = _fit_of_frozen(run, near, name, thread)
        if best is None and not thread.sure:
            continue
        _put(run, name, thread, best, name in opened)


def _fit_of_frozen(run: _Run, near: Sequence[int], name: str, thread: Thread) -> int | None:
    """Where a frozen thread goes: where it is, unless an open group draws it."""
    own = run.home.get(run.family.get(name, ""))
    drawing = [i for i in near if run.is_open[i]]
    if drawing and _fit(run, [*drawing, own] if own is not None else drawing, name, thread) != own:
        run.astray.add(name)
    return own


def _named(run: _Run, group: int) -> set[str]:
    """The threads of a frozen group."""
    return {name for name, family in run.family.items() if run.home.get(family) == group}


def _fit(run: _Run, near: Iterable[int], name: str, thread: Thread) -> int | None:
    found: list[tuple[float, int, int]] = []
    for i in near:
        pair = run.names[i], name
        if pair not in run.fits:
            run.fits[pair] = fit(run.joined[i], thread)
        if points := run.fits[pair]:
            found.append((points, run.joined[i].outline.size, i))
    return best_of(found)


def _put(run: _Run, name: str, thread: Thread, best: int | None, is_open: bool) -> None:
    if best is None:
        best = len(run.joined)
        run.joined.append(thread)
        run.names.append(frozenset({name}))
        run.is_open.append(is_open)
        if not is_open:
            run.home[run.family.get(name, name)] = best
    else:
        run.joined[best] = run.joined[best].with_thread(thread)
        run.names[best] |= {name}
    for key in index_keys(thread.profile):
        run.found_by[key].append(best)
