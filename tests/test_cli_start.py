"""Asking for help costs next to nothing: no library that reads, stores or draws is loaded."""

from __future__ import annotations

import resource
import subprocess
import sys

HEAVY = ("spacy", "sqlalchemy", "trafilatura", "numpy", "rich.table", "loky", "lxml", "datasketch")
LIMIT = 0.3  # seconds of CPU, user and system


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\n"
        "from slated.cli.app import run\n"
        "from slated.cli.options import Settings\n"
        "run(['--help'], Settings())\n"
        f"print([m for m in {HEAVY} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_python_m_slated_is_the_command_line_and_importing_it_runs_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "slated", "--help"], capture_output=True, text=True, check=True
    )
    assert "slated" in done.stdout
    code = "import slated.__main__"
    assert not subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_help_takes_less_than_a_third_of_a_second() -> None:
    command = [sys.executable, "-c", "from slated.cli import main; main()", "--help"]
    times = []
    for _ in range(3):  # the best of three: other programs share the caches
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    assert min(times) < LIMIT
