"""The ledger: facts read from pages, and the tracked events derived from them."""

from slated.ledger.filters import EventFilter
from slated.ledger.ledger import Ledger
from slated.ledger.reading import ReadSummary

__all__ = ["EventFilter", "Ledger", "ReadSummary"]
