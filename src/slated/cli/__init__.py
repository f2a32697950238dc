"""The command line: one command is one verb of the ledger or one output."""

from slated.cli.app import main

__all__ = ["main"]
