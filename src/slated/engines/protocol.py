"""What every engine promises."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")


class Engine(Protocol):
    """Runs a step over tasks: results come in the order of the tasks, however many work."""

    def run(
        self, step: Callable[[Task], Result], tasks: Iterable[Task], lost: Callable[[Task], Result]
    ) -> Iterator[Result]:
        """``step`` of every task, lazily and in order.

        ``lost`` gives the result of a task over which its worker died more than once. What the
        step itself raises is raised here. Abandoning the iterator stops the work.
        """
        ...
