"""Statements: who is credited with what."""

from slated.reading.statements.at import sources_along, statement_at
from slated.reading.statements.read import read_statements

__all__ = ["read_statements", "sources_along", "statement_at"]
