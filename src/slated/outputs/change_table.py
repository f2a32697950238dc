"""What changed in the record, a line a change."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rich.console import Console
from rich.text import Text

from slated.model import Change
from slated.outputs.event_table import short_ids
from slated.outputs.phrases import move_words

_KINDS = {
    "new": ("new", "bold"),
    "dated": ("dated", "green"),
    "moved": ("moved", "magenta"),
    "place": ("place", "cyan"),
    "status": ("status", "blue"),
    "called_off": ("called off", "red"),
    "took_place": ("took place", "bold green"),
    "lapsed": ("lapsed", "dim"),
}
_WIDTH = max(len(words) for words, _ in _KINDS.values())


def change_words(change: Change) -> str:
    """What became of which cell: "2023-05-20 -> 2023-06-12, 23 days later (a diplomat)"."""
    words = {
        "new": change.after or "",
        "took_place": change.after or "",
        "called_off": "",
        "lapsed": change.before or "",
    }.get(change.kind, f"{change.before or 'not known'} -> {change.after or 'not known'}")
    how = move_words(change.move, change.days) if change.kind == "moved" else ""
    by = f"({', '.join(change.by)})" if change.by else ""
    told = ", ".join(part for part in (words, how) if part)
    return f"{told} {by}".strip()


def print_changes(changes: Sequence[Change], console: Console) -> None:
    """The changes day by day, each with what a ``slated show`` takes to show its event."""
    if not changes:
        console.print("nothing changed")
    ids = short_ids(sorted({change.event_id for change in changes}))
    for day, those in groupby(changes, key=lambda change: change.day):
        console.print(Text(day.isoformat(), "bold"))
        for change in those:
            words, style = _KINDS[change.kind]
            told = f": {more}" if (more := change_words(change)) else ""
            line = Text.assemble((words.ljust(_WIDTH), style), f"  {change.title}{told}  ")
            line.append(ids[change.event_id], "dim")
            for piece in line.wrap(console, console.width - 4):
                piece.rstrip()
                console.print(Text.assemble("    ", piece))
