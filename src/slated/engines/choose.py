"""Which engine a number of tasks is worth."""

from __future__ import annotations

from slated.engines.plain import PlainEngine
from slated.engines.protocol import Engine

WORTH_WORKERS = 40  # tasks; below that, starting workers costs more than it saves


def choose_engine(jobs: int | None, tasks: int) -> Engine:
    """The engine for ``jobs`` cores (None: as many as this program may use).

    ``tasks``: how many there are, or as many as were counted before giving up.
    """
    if jobs == 1 or tasks < WORTH_WORKERS:
        return PlainEngine()
    from loky import cpu_count

    from slated.engines.local import LocalEngine

    workers = jobs or cpu_count(only_physical_cores=False)
    return LocalEngine(workers) if workers > 1 else PlainEngine()
