"""Statements: who is credited with what."""

from slated.reading.statements.read import read_statements

__all__ = ["read_statements"]
