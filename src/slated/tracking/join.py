"""Threads that turn out to be of one event, joined.

Accounts are placed by what was known before them, so that a story which begins in several bare
accounts may run in parallel threads. Seen whole, the threads are compared once more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from slated.tracking.blocks import index_keys, lookup_keys
from slated.tracking.compare import compare
from slated.tracking.link import Thread, is_telling, thread_of

SAME_THREAD = 3.5
"""Points from which two threads are of one event."""


def join(threads: Iterable[Thread]) -> tuple[Thread, ...]:
    """The threads, those of one event joined: the largest first, each smaller one to its best fit.

    A thread of weak accounts alone that fits no other is left out: it is no event.
    """
    ranked = sorted(threads, key=lambda t: (not t.sure, -len(t.accounts), t.accounts[0].order))
    found_by: dict[str, list[int]] = defaultdict(list)
    joined: list[Thread] = []
    for thread in ranked:
        near = sorted({i for key in lookup_keys(thread.profile) for i in found_by[key]})
        best = _best([(i, joined[i]) for i in near], thread)
        if best is None and not thread.sure:
            continue
        if best is None:
            best = len(joined)
            joined.append(thread)
        else:
            joined[best] = _both(joined[best], thread)
        for key in index_keys(thread.profile):
            found_by[key].append(best)
    return tuple(sorted(joined, key=lambda t: t.accounts[0].order))


def _best(near: Iterable[tuple[int, Thread]], thread: Thread) -> int | None:
    found: list[tuple[float, int, int]] = []
    for i, other in near:
        comparison = compare(other.profile, thread.profile)
        bare = thread.profile.is_bare and not is_telling(comparison.reasons)
        if comparison.veto is None and comparison.points >= SAME_THREAD and not bare:
            found.append((comparison.points, len(other.accounts), -i))
    return -max(found)[2] if found else None


def _both(one: Thread, other: Thread) -> Thread:
    return thread_of(sorted((*one.accounts, *other.accounts), key=lambda a: a.order))
