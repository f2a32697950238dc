"""The demonstration: sample pages in, a ledger out, its events and one history shown."""

from __future__ import annotations

import tempfile
from pathlib import Path

from slated.ledger import Ledger
from slated.model import Entry
from slated.outputs.contract import event_record
from slated.outputs.terminal import ascii_only, console, print_json
from slated.samples import sample_pages


def demonstrate(ledger: str | None, json: bool) -> None:
    """Read the samples into the ledger (a passing one where None is given) and print it."""
    with (
        tempfile.TemporaryDirectory() as passing,
        Ledger(ledger or Path(passing) / "demo.db") as book,
    ):
        summary = book.read([sample_pages()], jobs=1)
        if json:
            print_json([event_record(event) for event in book.events()], indent=1)
        else:
            _show(book, book.entries(), summary.read + summary.known)


def _show(book: Ledger, events: list[Entry], pages: int) -> None:
    from slated.outputs.event_table import print_events
    from slated.outputs.history import print_history

    screen, plain = console(), ascii_only()
    followed = [event for event in events if event.reports > 1]
    screen.print(f"{pages} sample pages read: {len(events)} events, {len(followed)} in more than one page\n")
    print_events(followed, screen, plain)
    if followed:
        screen.print()
        print_history(
            book.event(most_moved(followed).event_id), lambda i: book.article(i).article, screen, plain
        )


def most_moved(events: list[Entry]) -> Entry:
    """The event that moved most often; the one with most reports among equals."""
    return max(events, key=lambda event: (event.moved, event.reports, event.event_id))
