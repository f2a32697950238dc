"""The command that serves the record as web pages."""

from __future__ import annotations

from typing import Annotated

import typer

from slated.cli.options import DEFAULT_LEDGER, LedgerOption
from slated.errors import OutputError

_PORT = 8765


def serve(
    ledger: LedgerOption = DEFAULT_LEDGER,
    host: Annotated[
        str,
        typer.Option("--host", metavar="HOST", help="Where to listen; others than loopback let others in."),
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="On which port (0: any that is free).")
    ] = _PORT,
    edit: Annotated[
        bool, typer.Option("--edit", help="Let whoever has the token that is printed rule on the record.")
    ] = False,
) -> None:
    """Serve the record as web pages, calendar, feed and HTTP API, until stopped."""
    from slated.ledger import Ledger

    try:
        from slated.web.editor import Editor
        from slated.web.serve import serve as answer
    except ImportError as error:
        raise OutputError(
            f"web pages need more packages ({error.name}): pip install 'slated[web]'"
        ) from error
    book = Ledger(ledger, create=False)
    book.bring_up_to_date()
    editor = Editor() if edit else None

    def ready(address: str) -> None:
        print(f"{ledger} is served at {address} (Ctrl-C stops)", flush=True)
        if editor:
            print(f"to rule, sign in at {address}edit with the token {editor.token}", flush=True)

    answer(book, host, port, ready, editor)
