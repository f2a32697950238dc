"""What a reading of pages came to, told."""

from __future__ import annotations

from typing import Any

from slated.ledger import ReadSummary

_NAMED = 20  # refusals told one by one


def summary_record(summary: ReadSummary) -> dict[str, Any]:
    """The summary as ``slated read --json`` prints it."""
    return {
        "read": summary.read,
        "known": summary.known,
        "mentions": summary.mentions,
        "events": summary.events,
        "refused": [{"origin": r.origin, "reason": r.reason} for r in summary.refused],
    }


def summary_lines(summary: ReadSummary, ledger: str) -> list[str]:
    """The summary in words, the refusals last, each with its reason."""
    known = f", {summary.known} already known" if summary.known else ""
    lines = [
        f"{_count(summary.read, 'document')} read{known}, {len(summary.refused)} not read",
        f"{_count(summary.mentions, 'new event mention')}; "
        f"{ledger} now tracks {_count(summary.events, 'event')}",
    ]
    lines += [f"not read: {refusal}" for refusal in summary.refused[:_NAMED]]
    if len(summary.refused) > _NAMED:
        lines.append(f"not read: {len(summary.refused) - _NAMED} more (--json lists all)")
    return lines


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
