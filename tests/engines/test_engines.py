"""What every engine promises, held against each of them."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from slated.engines import WORTH_WORKERS, Engine, PlainEngine, choose_engine
from slated.engines.local import LocalEngine

ENGINES: dict[str, Callable[[], Engine]] = {
    "plain": PlainEngine,
    "one worker": lambda: LocalEngine(1, chunk=3),
    "two workers": lambda: LocalEngine(2, chunk=2, ahead=1),
}


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Engine:
    return ENGINES[request.param]()


def double(task: int) -> int:
    return task * 2


def no_loss(task: int) -> int:
    raise AssertionError(f"{task} was lost")


def refuse_seven(task: int) -> int:
    if task == 7:
        raise LookupError("seven")
    return task


def die_on_five(task: int) -> int:
    if task == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return task


class DieOnce:
    """Kills its process over a task, but only as long as a file stands."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __call__(self, task: int) -> int:
        if task == 5 and self.mark.exists():
            self.mark.unlink()
            os.kill(os.getpid(), signal.SIGKILL)
        return task


def test_results_come_in_the_order_of_the_tasks(engine: Engine) -> None:
    assert list(engine.run(double, range(20), no_loss)) == list(range(0, 40, 2))


def test_no_tasks_give_no_results(engine: Engine) -> None:
    assert list(engine.run(double, [], no_loss)) == []


def test_what_a_step_raises_is_raised(engine: Engine) -> None:
    with pytest.raises(LookupError, match="seven"):
        list(engine.run(refuse_seven, range(20), no_loss))


def test_tasks_are_taken_as_they_are_needed(engine: Engine) -> None:
    taken: list[int] = []

    def tasks() -> Iterator[int]:
        for task in range(10_000):
            taken.append(task)
            yield task

    results = engine.run(double, tasks(), no_loss)
    assert [next(results), next(results)] == [0, 2]
    assert len(taken) < 100
    close = getattr(results, "close", None)
    if close:
        close()


@pytest.mark.parametrize("workers", [1, 2])
def test_the_work_of_a_worker_that_died_is_done_again(tmp_path: Path, workers: int) -> None:
    mark = tmp_path / "mark"
    mark.touch()
    results = LocalEngine(workers, chunk=3, ahead=2).run(DieOnce(mark), range(20), no_loss)
    assert list(results) == list(range(20))
    assert not mark.exists()


def test_a_task_that_kills_every_time_is_given_up_and_no_other() -> None:
    results = LocalEngine(2, chunk=3, ahead=2).run(die_on_five, range(20), lambda task: -task)
    assert list(results) == [-task if task == 5 else task for task in range(20)]


@pytest.mark.parametrize("jobs", [None, 1, 2])
def test_few_tasks_are_done_here(jobs: int | None) -> None:
    assert isinstance(choose_engine(jobs, 3), PlainEngine)


def test_many_tasks_are_done_by_workers() -> None:
    assert isinstance(choose_engine(2, WORTH_WORKERS), LocalEngine)
    assert isinstance(choose_engine(1, WORTH_WORKERS), PlainEngine)
