"""The engine of one machine: loky's worker processes, fed with chunks.

A worker that dies (killed, out of memory, crashed in C) breaks the whole pool. The chunks that
were out are then given to a fresh pool; those that were out for a second time run alone, so that
it is known which one kills, and are split until the one task is found and given up.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Generic

from loky import ProcessPoolExecutor
from loky.process_executor import BrokenProcessPool

from slated.engines.protocol import Result, Task

_SUSPECT = 2  # deaths after which a chunk runs alone


@dataclass(slots=True)
class _Chunk(Generic[Task]):
    tasks: list[Task]
    deaths: int = 0
    future: Future[list[Any]] | None = field(default=None, repr=False)


class LocalEngine:
    """Runs on ``workers`` processes, ``chunk`` tasks at a time, at most ``ahead`` chunks a worker."""

    def __init__(self, workers: int, chunk: int = 8, ahead: int = 3) -> None:
        """Nothing is started before the first task."""
        self._workers = workers
        self._chunk = chunk
        self._ahead = ahead
        self._pool: ProcessPoolExecutor | None = None

    def run(
        self, step: Callable[[Task], Result], tasks: Iterable[Task], lost: Callable[[Task], Result]
    ) -> Iterator[Result]:
        """See ``Engine``."""
        waiting = iter(tasks)
        out: deque[_Chunk[Task]] = deque()
        try:
            while True:
                while len(out) < self._workers * self._ahead and (
                    chunk := list(islice(waiting, self._chunk))
                ):
                    out.append(_Chunk(chunk))
                self._submit(step, out)
                if not out:
                    return
                yield from self._first_of(out, lost)
        finally:
            self._stop()

    def _submit(self, step: Callable[[Task], Result], out: deque[_Chunk[Task]]) -> None:
        """Give out what is not out yet, to a fresh pool where a worker dies meanwhile."""
        while True:
            try:
                self._give_out(step, out)
            except BrokenProcessPool:
                self._stop()
                self._recall(out)
            else:
                return

    def _give_out(self, step: Callable[[Task], Result], out: deque[_Chunk[Task]]) -> None:
        """Give out what is not out yet; a suspect goes alone, when it is first in line."""
        for chunk in out:
            if chunk.deaths >= _SUSPECT and chunk is not out[0]:
                return
            if chunk.future is None:
                chunk.future = self._started().submit(_run_chunk, step, chunk.tasks)
            if chunk.deaths >= _SUSPECT:
                return

    def _first_of(self, out: deque[_Chunk[Task]], lost: Callable[[Task], Result]) -> list[Result]:
        """The results of the first chunk, or nothing where it has to be run again."""
        first = out[0]
        assert first.future is not None
        try:
            results = first.future.result()
        except BrokenProcessPool:
            alone = first.deaths >= _SUSPECT
            self._stop()
            self._recall(out)
            if not alone:
                return []
            out.popleft()
            if len(first.tasks) == 1:
                return [lost(first.tasks[0])]
            out.extendleft(_Chunk([task], _SUSPECT) for task in reversed(first.tasks))
            return []
        out.popleft()
        return results

    @staticmethod
    def _recall(out: deque[_Chunk[Task]]) -> None:
        for chunk in out:
            done = chunk.future is not None and chunk.future.done() and chunk.future.exception() is None
            if chunk.future is not None and not done:
                chunk.deaths += 1
                chunk.future = None

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(max_workers=self._workers, initializer=_ignore_interrupts)
        return self._pool

    def _stop(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, kill_workers=True)
            self._pool = None


def _ignore_interrupts() -> None:
    # Ctrl-C reaches every process of the terminal; the one that asked for the work stops it
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _run_chunk(step: Callable[[Task], Result], tasks: list[Task]) -> list[Result]:
    return [step(task) for task in tasks]
