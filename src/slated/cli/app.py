"""The ``slated`` command: what is asked is done elsewhere, what goes wrong is one line."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from slated.cli import leaving, reading, ruling, seeing, serving
from slated.cli.options import Settings
from slated.errors import BadParameter, SlatedError

_FAILED = 1
_MISUSED = 2
_INTERRUPTED = 130

app = typer.Typer(
    name="slated",
    help="Keeps the record of what the news says will happen: when, where, who says so, and how it moved.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.callback()
def _slated(
    context: typer.Context,
    debug: Annotated[bool, typer.Option("--debug", help="Show where an unexpected error came from.")] = False,
) -> None:
    context.ensure_object(Settings).debug = debug


for command in (
    seeing.demo,
    reading.read,
    seeing.events,
    seeing.show,
    seeing.changes,
    reading.extract,
    leaving.export,
    serving.serve,
    reading.rebuild,
):
    app.command()(command)
app.add_typer(ruling.app, name="rule")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code; never with a traceback unless asked."""
    settings = Settings()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a name from a page may hold letters it cannot show
    sys.exit(run(list(sys.argv[1:] if arguments is None else arguments), settings))


def run(arguments: list[str], settings: Settings) -> int:
    """The exit code of a command line, its error told in one line on standard error."""
    try:
        code = app(arguments, prog_name="slated", standalone_mode=False, obj=settings)
        sys.stdout.flush()
    except SlatedError as error:
        return _fail(str(error), _MISUSED if isinstance(error, BadParameter) else _FAILED)
    except (KeyboardInterrupt, typer.Abort):
        code = _INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _FAILED
    except Exception as error:
        if settings.debug:
            raise
        if type(error).__name__ == "NoArgsIsHelpError":  # nothing but the name of a group was given
            print(error, file=sys.stderr)
            return _MISUSED
        if hasattr(error, "format_message"):
            return _fail(f"{error.format_message()} (see slated --help)", _MISUSED)
        return _fail(f"unexpected {type(error).__name__}: {error} (slated --debug shows where)", _FAILED)
    if code == _INTERRUPTED:  # typer turns Ctrl-C into this code, and hands codes back
        return _fail("stopped; what was read so far is kept", _INTERRUPTED)
    return code if isinstance(code, int) else 0


def _fail(message: str, code: int) -> int:
    print("slated:", " ".join(message.split()), file=sys.stderr)
    return code
