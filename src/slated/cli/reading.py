"""Commands that read pages."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from slated.cli.options import DEFAULT_LEDGER, JobsOption, JsonOption, LedgerOption, PathsArgument


def read(
    paths: PathsArgument,
    ledger: LedgerOption = DEFAULT_LEDGER,
    jobs: JobsOption = None,
    json: JsonOption = False,
) -> None:
    """Read pages into the ledger, each only once; leave with 1 where one could not be read."""
    from slated.cli.progress import showing_progress
    from slated.ledger import Ledger
    from slated.outputs.summary import summary_lines, summary_record

    with Ledger(ledger) as book, showing_progress("reading") as progress:
        summary = book.read(paths, stdin=sys.stdin.buffer, jobs=jobs, progress=progress)
    if json:
        from slated.outputs.terminal import print_json

        print_json(summary_record(summary))
    else:
        print("\n".join(summary_lines(summary, ledger)))
    if summary.refused:
        raise typer.Exit(1)


def extract(
    paths: PathsArgument,
    json: Annotated[bool, typer.Option("--json", help="JSON lines (what is printed anyway).")] = True,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show the steps of reading, sentence by sentence, instead.")
    ] = False,
    jobs: JobsOption = None,
) -> None:
    """Print what is found in each document as a JSON line; leave with 1 where one could not be read."""
    from slated.document_stage import explain as steps_of
    from slated.document_stage import read_all
    from slated.intake import Refusal, find_captures
    from slated.outputs.contract import article_record
    from slated.outputs.explanation import explanation_lines
    from slated.outputs.terminal import print_json

    del json
    read_any = False
    refused_any = False
    for result in read_all(find_captures(paths, sys.stdin.buffer), jobs):
        if isinstance(result, Refusal):
            refused_any = True
            print(f"slated: not read: {result}", file=sys.stderr)
        else:
            if explain:
                print(
                    "\n".join(([""] if read_any else []) + list(explanation_lines(result, steps_of(result))))
                )
            else:
                print_json(article_record(result))
            read_any = True
    if refused_any:
        raise typer.Exit(1)


def rebuild(
    ledger: LedgerOption = DEFAULT_LEDGER,
    grace: Annotated[
        int | None,
        typer.Option(
            "--grace", metavar="DAYS", min=0, help="Days of silence after which events lapse, from now on."
        ),
    ] = None,
    json: JsonOption = False,
) -> None:
    """Make all tracked events again from readings and rulings."""
    from slated.ledger import Ledger

    with Ledger(ledger, create=False) as book:
        events = book.rebuild(grace)
    print(f'{{"events": {events}}}' if json else f"{events} tracked events made again in {ledger}")
