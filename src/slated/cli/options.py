"""Options that commands share, and how their values are understood."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated

import typer

from slated.errors import BadParameter
from slated.model import Window

DEFAULT_LEDGER = "slated.db"

LedgerOption = Annotated[
    str, typer.Option("--ledger", metavar="FILE", help="The ledger: a file or sqlite:///FILE.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
AsOfOption = Annotated[
    str | None, typer.Option("--as-of", metavar="DAY", help="As that day's articles told it (YYYY-MM-DD).")
]
JobsOption = Annotated[
    int | None, typer.Option("--jobs", "-j", min=1, help="How many cores to use (default: all).")
]
PathsArgument = Annotated[
    list[str], typer.Argument(metavar="PATH...", help="Files, folders, or - for input.")
]


@dataclass(slots=True)
class Settings:
    """What was asked for before the command's name."""

    debug: bool = False


def day(option: str, value: str | None) -> dt.date | None:
    """The day that an option's value names; raises ``BadParameter`` where it names none."""
    if value is None:
        return None
    try:
        return dt.datetime.strptime(value, "%Y-%m-%d").date()
    except ValueError:
        raise BadParameter(f"{option}: {value!r} is no day; write it as YYYY-MM-DD") from None


def window(option: str, value: str | None) -> Window | None:
    """The window of ``DAY``, ``DAY..DAY``, ``DAY..`` or ``..DAY``; raises ``BadParameter``."""
    if value is None:
        return None
    first, dots, last = value.partition("..")
    ends = (day(option, first or None), day(option, (last if dots else first) or None))
    try:
        return Window(*ends)
    except ValueError as error:
        raise BadParameter(f"{option}: {value!r}: {error}") from None


def among(option: str, values: Sequence[str], known: Iterable[str]) -> frozenset[str]:
    """The values of an option that may be repeated, each one of ``known``."""
    choices = list(known)
    for value in values:
        if value not in choices:
            raise BadParameter(f"{option}: {value!r} is none of {', '.join(choices)}")
    return frozenset(values)
