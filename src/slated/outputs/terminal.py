"""Where people read: a console that fits the terminal, and is plain when it is piped."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from slated.outputs.contract import to_json

if TYPE_CHECKING:
    from rich.console import Console

PIPED_WIDTH = 80


def console() -> Console:
    """A console on standard output: no colour and 80 columns unless somebody watches."""
    from rich.console import Console

    watched = sys.stdout.isatty()
    return Console(highlight=False, markup=False, emoji=False, width=None if watched else PIPED_WIDTH)


def print_json(record: Any, indent: int | None = None) -> None:
    """Print a record as JSON, in letters that standard output can show."""
    print(to_json(record, indent, ascii_only()))


def ascii_only() -> bool:
    """True where standard output cannot show more than ASCII."""
    encoding = (sys.stdout.encoding or "ascii").lower().replace("-", "")
    return not encoding.startswith("utf")
