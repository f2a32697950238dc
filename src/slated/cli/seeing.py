"""Commands that show what the ledger holds."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, get_args

import typer

from slated.cli.options import DEFAULT_LEDGER, AsOfOption, JsonOption, LedgerOption, among, day
from slated.errors import BadParameter


def events(  # noqa: PLR0913, PLR0917 - typer makes an option of each
    ledger: LedgerOption = DEFAULT_LEDGER,
    text: Annotated[str | None, typer.Option(help="Words of the title or the evidence.")] = None,
    actor: Annotated[str | None, typer.Option(help="Words of a participant's or source's name.")] = None,
    place: Annotated[str | None, typer.Option(help="Words of a place's name.")] = None,
    outlet: Annotated[
        str | None, typer.Option(help="Words of the name of an outlet that reports on it.")
    ] = None,
    status: Annotated[list[str] | None, typer.Option(help="A status; may be repeated.")] = None,
    event_class: Annotated[
        list[str] | None, typer.Option("--class", help="An event class; may be repeated.")
    ] = None,
    start: Annotated[
        str | None, typer.Option("--from", metavar="DAY", help="Expected on this day or later.")
    ] = None,
    end: Annotated[
        str | None, typer.Option("--to", metavar="DAY", help="Expected on this day or earlier.")
    ] = None,
    as_of: AsOfOption = None,
    json: JsonOption = False,
) -> None:
    """List the tracked events: what, when, where, how sure."""
    from slated.ledger import EventFilter, Ledger

    classes = frozenset(event_class or ())
    wanted = EventFilter(text, actor, place, _statuses(status), classes, *_days(start, end), outlet)
    seen = day("--as-of", as_of)
    with Ledger(ledger, create=False) as book:
        if json:
            from slated.outputs.contract import event_record
            from slated.outputs.terminal import print_json

            print_json([event_record(event) for event in book.events(wanted, seen)], indent=1)
            return
        found = book.entries(wanted, seen)
    from slated.outputs.event_table import print_events
    from slated.outputs.terminal import ascii_only, console

    print_events(found, console(), ascii_only())


def changes(
    since: Annotated[str, typer.Option("--since", metavar="DAY", help="On this day or later.")],
    ledger: LedgerOption = DEFAULT_LEDGER,
    as_of: AsOfOption = None,
    json: JsonOption = False,
) -> None:
    """List what changed: new, moved, placed, called off, took place, lapsed."""
    from slated.ledger import Ledger

    first, seen = day("--since", since), day("--as-of", as_of)
    assert first is not None
    if seen and first > seen:
        raise BadParameter(f"--since {first} is after --as-of {seen}")
    with Ledger(ledger, create=False) as book:
        found = book.changes(first, seen)
    if json:
        from slated.outputs.contract import change_record
        from slated.outputs.terminal import print_json

        print_json([change_record(change) for change in found], indent=1)
        return
    from slated.outputs.change_table import print_changes
    from slated.outputs.terminal import console

    print_changes(found, console())


def show(
    event: Annotated[
        str, typer.Argument(metavar="EVENT", help="An id, its start or tail, or words of a title.")
    ],
    ledger: LedgerOption = DEFAULT_LEDGER,
    as_of: AsOfOption = None,
    json: JsonOption = False,
) -> None:
    """Show an event's history and how it slipped."""
    from slated.ledger import Ledger

    with Ledger(ledger, create=False) as book:
        found = book.event(event, day("--as-of", as_of))
        if json:
            from slated.outputs.contract import event_record
            from slated.outputs.terminal import print_json

            print_json(event_record(found), indent=1)
            return
        from slated.outputs.history import print_history
        from slated.outputs.terminal import ascii_only, console

        print_history(found, lambda i: book.article(i).article, console(), ascii_only())


def demo(
    ledger: Annotated[
        str | None,
        typer.Option("--ledger", metavar="FILE", help="Keep the ledger there (default: it is not kept)."),
    ] = None,
    json: JsonOption = False,
) -> None:
    """Show what becomes of the sample pages."""
    from slated.cli.demonstration import demonstrate

    demonstrate(ledger, json)


def _statuses(values: list[str] | None) -> frozenset[str]:
    from slated.model.tracked import TrackedStatus

    return among("--status", values or (), get_args(TrackedStatus))


def _days(start: str | None, end: str | None) -> tuple[dt.date | None, dt.date | None]:
    first, last = day("--from", start), day("--to", end)
    if first and last and first > last:
        raise BadParameter(f"--from {first} is after --to {last}")
    return first, last
