"""Threads that turn out to be of one event, joined.

Accounts are placed by what was known before them, so that a story which begins in several bare
accounts may run in parallel threads. Seen whole, the threads are compared once more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from slated.tracking.blocks import index_keys, lookup_keys
from slated.tracking.compare import compare
from slated.tracking.gather import Order
from slated.tracking.link import Thread, is_telling

SAME_THREAD = 3.5
"""Points from which two threads are of one event."""


@dataclass(frozen=True, slots=True)
class Joined:
    """The threads of one event, and all of them as one."""

    thread: Thread
    parts: tuple[Thread, ...]


def join(threads: Iterable[Thread]) -> tuple[Thread, ...]:
    """The threads, those of one event joined (see ``join_parts``)."""
    return tuple(joined.thread for joined in join_parts(threads))


def join_parts(threads: Iterable[Thread]) -> tuple[Joined, ...]:
    """Threads of one event joined: the largest first, each smaller one to its best fit.

    A thread of weak accounts alone that fits no other is left out: it is no event.
    """
    ranked = sorted(threads, key=rank)
    found_by: dict[str, list[int]] = defaultdict(list)
    joined: list[Joined] = []
    for thread in ranked:
        near = sorted({i for key in lookup_keys(thread.profile) for i in found_by[key]})
        best = best_fit([(i, joined[i].thread) for i in near], thread)
        if best is None and not thread.sure:
            continue
        if best is None:
            best = len(joined)
            joined.append(Joined(thread, (thread,)))
        else:
            known = joined[best]
            joined[best] = Joined(known.thread.with_thread(thread), (*known.parts, thread))
        for key in index_keys(thread.profile):
            found_by[key].append(best)
    return tuple(sorted(joined, key=lambda j: j.thread.outline.first))


def rank(thread: Thread) -> tuple[bool, int, Order]:
    """The order in which threads are joined: the sure ones first, then by size and age."""
    return not thread.sure, -thread.outline.size, thread.outline.first


def best_fit(near: Iterable[tuple[int, Thread]], thread: Thread) -> int | None:
    """The number of the one that a thread is of one event with, or None."""
    return best_of((points, other.outline.size, i) for i, other in near if (points := fit(other, thread)))


def best_of(found: Iterable[tuple[float, int, int]]) -> int | None:
    """The number of the best: by points, then by size, then the first."""
    ranked = [(points, size, -i) for points, size, i in found]
    return -max(ranked)[2] if ranked else None


def fit(other: Thread, thread: Thread) -> float:
    """The points by which a thread is of one event with another one; 0 where it is not."""
    comparison = compare(other.profile, thread.profile)
    bare = thread.profile.is_bare and not is_telling(comparison.reasons)
    is_one = comparison.veto is None and comparison.points >= SAME_THREAD and not bare
    return comparison.points if is_one else 0.0
