"""Commands by which people rule on the record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, get_args

import typer

from slated.cli.options import DEFAULT_LEDGER, JsonOption, LedgerOption, among, day, window
from slated.model import Merge, Reject, Rename, SetOutcome, Split
from slated.model.rulings import RuleAct, RuledOutcome

app = typer.Typer(no_args_is_help=True, help="Rule on the record: a person's word stands above the pages'.")

ByOption = Annotated[str, typer.Option("--by", metavar="WHO", help="Who rules.")]
WhyOption = Annotated[str, typer.Option("--why", metavar="REASON", help="Why.")]
MadeOption = Annotated[
    str | None,
    typer.Option("--made", metavar="DAY", help="The day from which it counts (default: the ledger's last)."),
]
EventArgument = Annotated[
    str, typer.Argument(metavar="EVENT", help="An id, its start or tail, or words of a title.")
]
ReportsOption = Annotated[
    list[str],
    typer.Option("--report", metavar="REPORT", help="A source id, address or outlet; may be repeated."),
]
WordsOption = Annotated[
    str | None, typer.Option("--words", help="Only mentions in these reports whose evidence has the words.")
]


@app.command()
def merge(
    events: Annotated[list[str], typer.Argument(metavar="EVENT...", help="Two events or more.")],
    by: ByOption,
    why: WhyOption,
    made: MadeOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    json: JsonOption = False,
) -> None:
    """These events are one."""
    _rule(ledger, Merge(tuple(events)), (by, why, made), json)


def _of_reports(act: type[Split] | type[Reject]) -> Callable[..., None]:
    """A command that rules on what some reports of an event say."""

    def command(  # noqa: PLR0913, PLR0917 - typer makes an option of each
        event: EventArgument,
        report: ReportsOption,
        by: ByOption,
        why: WhyOption,
        words: WordsOption = None,
        made: MadeOption = None,
        ledger: LedgerOption = DEFAULT_LEDGER,
        json: JsonOption = False,
    ) -> None:
        _rule(ledger, act(event, tuple(report), words), (by, why, made), json)

    return command


app.command("split", help="These reports speak of another event, tracked by itself from now on.")(
    _of_reports(Split)
)


@app.command()
def rename(  # noqa: PLR0913, PLR0917
    event: EventArgument,
    title: Annotated[str, typer.Argument(metavar="TITLE", help="What it is called.")],
    by: ByOption,
    why: WhyOption,
    made: MadeOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    json: JsonOption = False,
) -> None:
    """The event goes by this title; its id stays."""
    _rule(ledger, Rename(event, title), (by, why, made), json)


@app.command()
def outcome(  # noqa: PLR0913, PLR0917
    event: EventArgument,
    status: Annotated[
        str, typer.Argument(metavar="STATUS", help="occurred, cancelled, lapsed, or open: it has not ended.")
    ],
    by: ByOption,
    why: WhyOption,
    when: Annotated[
        str | None, typer.Option("--when", metavar="DAY[..DAY]", help="The day or days of it.")
    ] = None,
    made: MadeOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    json: JsonOption = False,
) -> None:
    """How the event ended."""
    (known,) = [s for s in get_args(RuledOutcome) if s in among("STATUS", [status], get_args(RuledOutcome))]
    _rule(ledger, SetOutcome(event, known, window("--when", when)), (by, why, made), json)


app.command("reject", help="These reports do not speak of the event, nor of any.")(_of_reports(Reject))


@app.command("list")
def list_(ledger: LedgerOption = DEFAULT_LEDGER, json: JsonOption = False) -> None:
    """List all rulings, undone ones too."""
    from slated.ledger import Ledger
    from slated.outputs.contract import ruling_record
    from slated.outputs.rulings import ruling_lines
    from slated.outputs.terminal import print_json

    with Ledger(ledger, create=False) as book:
        found = book.rulings()
    if json:
        print_json([ruling_record(ruling) for ruling in found], indent=1)
    else:
        print("\n".join(line for ruling in found for line in ruling_lines(ruling)) or "no rulings")


@app.command()
def undo(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="The ruling's number in the list.")],
    by: ByOption,
    why: WhyOption,
    ledger: LedgerOption = DEFAULT_LEDGER,
    json: JsonOption = False,
) -> None:
    """Undo a ruling: it stays listed and has no effect."""
    from slated.ledger import Ledger
    from slated.outputs.rulings import print_ruling

    with Ledger(ledger, create=False) as book:
        undone = book.undo(number, by=by, why=why)
    print_ruling(undone, json)


def _rule(ledger: str, act: RuleAct, words: tuple[str, str, str | None], json: bool) -> None:
    from slated.ledger import Ledger
    from slated.outputs.rulings import print_ruling

    by, why, made = words
    with Ledger(ledger, create=False) as book:
        ruling = book.rule(act, by=by, why=why, made=day("--made", made))
    print_ruling(ruling, json)
