"""The engine of one core: a loop."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from slated.engines.protocol import Result, Task


class PlainEngine:
    """Runs in this very program, a task at a time."""

    def run(
        self, step: Callable[[Task], Result], tasks: Iterable[Task], lost: Callable[[Task], Result]
    ) -> Iterator[Result]:
        """See ``Engine``; nothing is ever lost here."""
        del lost
        return map(step, tasks)
