"""Files, folders and streams -> captures."""

from slated.intake.find import find_captures
from slated.intake.limits import PAGE_LIMIT
from slated.intake.refusal import Refusal

__all__ = ["PAGE_LIMIT", "Refusal", "find_captures"]
