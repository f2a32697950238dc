"""Tracked events as a table."""

from __future__ import annotations

from collections.abc import Sequence

from rich.box import ASCII2, SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from slated.model import Entry
from slated.outputs.glyphs import GLYPHS
from slated.outputs.phrases import places_words, window_words

_SHORTEST = 4


def event_table(events: Sequence[Entry], ascii_only: bool = False) -> Table:
    """A row an event: id, when, what, where, status, how often it moved, how many sources.

    Ids are cut to what ``slated show`` needs to tell them apart.
    """
    table = Table(
        box=ASCII2 if ascii_only else SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0)
    )
    table.add_column("id", no_wrap=True, style="dim")
    table.add_column("when", no_wrap=True)
    table.add_column("what", ratio=3)
    table.add_column("where", ratio=2)
    table.add_column("status", no_wrap=True)
    table.add_column("moved", justify="right", no_wrap=True)
    table.add_column("src", justify="right", no_wrap=True)
    ids = short_ids([event.event_id for event in events])
    for event in in_order_of_days(events):
        status = Text(event.status.replace("_", " "), GLYPHS[event.status].style)
        table.add_row(
            ids[event.event_id],
            window_words(event.window) or "-",
            Text(event.title),
            Text(places_words(event.places)),
            status,
            str(event.moved) if event.moved else "",
            str(event.origins),
        )
    return table


def print_events(events: Sequence[Entry], console: Console, ascii_only: bool = False) -> None:
    """The table, or one line where there is nothing to show."""
    if events:
        console.print(event_table(events, ascii_only))
    else:
        console.print("no tracked events")


def in_order_of_days(events: Sequence[Entry]) -> list[Entry]:
    """By the days they are expected on; those without, most reported first, at the end."""

    def order(event: Entry) -> tuple[str, int, str]:
        window = event.window
        day = (window.earliest or window.latest) if window else None
        return day.isoformat() if day else "without", -event.reports, event.event_id

    return sorted(events, key=order)


def short_ids(ids: Sequence[str]) -> dict[str, str]:
    """For each id the shortest that ``slated show`` takes for it: its tail, or its start.

    >>> short_ids(["second-summit-a051", "third-summit-9f0c"])["second-summit-a051"]
    'a051'
    """
    tails = {one: one.rpartition("-")[2] for one in ids}
    if len(set(tails.values())) == len(tails):
        return tails
    length = _SHORTEST
    while len({one[:length] for one in ids}) < len(set(ids)):
        length += 1
    return {one: one[:length] for one in ids}
