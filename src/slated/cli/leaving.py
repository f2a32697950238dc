"""The command by which the record leaves as files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from slated.cli.options import DEFAULT_LEDGER, JsonOption, LedgerOption
from slated.errors import BadParameter, OutputError

if TYPE_CHECKING:
    from slated.ledger import Ledger


def export(  # noqa: PLR0913, PLR0917 - typer makes an option of each
    folder: Annotated[
        str | None, typer.Argument(metavar="[FOLDER]", help="Where the tables go; made if missing.")
    ] = None,
    parquet: Annotated[bool, typer.Option("--parquet", help="Write the tables as Parquet as well.")] = False,
    report: Annotated[
        str | None, typer.Option("--report", metavar="FILE", help="Write one HTML page to send to someone.")
    ] = None,
    calendar: Annotated[
        str | None,
        typer.Option("--calendar", metavar="FILE", help="Write what has a day as an .ics calendar."),
    ] = None,
    schema: Annotated[
        str | None, typer.Option("--schema", metavar="FILE", help="Write the JSON Schema of the JSON.")
    ] = None,
    event: Annotated[
        str | None, typer.Option("--event", metavar="EVENT", help="Only this event, in report and calendar.")
    ] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    json: JsonOption = False,
) -> None:
    """Write the record as files: tables as JSONL and CSV, a report, a calendar."""
    from slated.ledger import Ledger

    if not (folder or report or calendar or schema):
        raise BadParameter("say what to write: FOLDER for the tables, --report, --calendar or --schema FILE")
    if parquet and not folder:
        raise BadParameter("--parquet writes tables: name the FOLDER they go to")
    written: dict[str, int] = {}
    told: list[str] = []
    with Ledger(ledger, create=False) as book:
        if folder:
            written = _tables(book, folder, parquet)
            told.append(f"{sum(written.values())} rows of {len(written)} tables written to {folder}")
        for path, write in ((report, _report), (calendar, _calendar)):
            if path:
                count = write(book, path, event)
                told.append(f"{count} event{'' if count == 1 else 's'} written to {path}")
    if schema:
        from slated.outputs.contract import to_json
        from slated.outputs.json_schema import json_schema

        _save(schema, (to_json(json_schema(), indent=1) + "\n").encode())
        told.append(f"the JSON Schema written to {schema}")
    if json:
        from slated.outputs.terminal import print_json

        print_json(written)
    else:
        print("\n".join(told))


def _tables(book: Ledger, folder: str, parquet: bool) -> dict[str, int]:
    from slated.outputs.tables import export_tables

    written = export_tables(book, folder)
    if parquet:
        from slated.outputs.parquet import export_parquet

        export_parquet(book, folder)
    return written


def _report(book: Ledger, path: str, event: str | None) -> int:
    from slated.web.report import write_report

    book.bring_up_to_date()
    return write_report(book, path, book.event(event) if event else None)


def _calendar(book: Ledger, path: str, event: str | None) -> int:
    from slated.ledger import EventFilter
    from slated.outputs.calendar import calendar

    book.bring_up_to_date()
    view = book.view
    ids = [book.event(event).event_id] if event else []
    lines = view.lines(ids) if event else view.sheet(EventFilter(), "all", None, 0, 1_000_000).lines
    latest = view.latest([line.event_id for line in lines])
    made = calendar(lines, latest, "slated")
    _save(path, made)
    return made.count(b"\r\nBEGIN:VEVENT\r\n")


def _save(path: str, content: bytes) -> None:
    try:
        Path(path).write_bytes(content)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror}") from error
