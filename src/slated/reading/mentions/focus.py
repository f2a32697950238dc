"""References within one article: "the meeting" takes up the event last in focus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from slated.model import EventMention

_NEAR = 12


def resolve_references(mentions: Sequence[EventMention]) -> tuple[EventMention, ...]:
    """Point each anaphor to the last earlier mention of its kind that names something."""
    found: list[EventMention] = []
    for mention in mentions:
        taken = _antecedent(mention, found) if mention.anaphor else None
        if taken is None:
            found.append(mention)
            continue
        # an anaphor's own antecedent is followed, so that chains end at a full mention
        further = found[taken].refers_to
        found.append(replace(mention, refers_to=taken if further is None else further))
    return tuple(found)


def _antecedent(mention: EventMention, earlier: Sequence[EventMention]) -> int | None:
    for i in range(len(earlier) - 1, max(-1, len(earlier) - 1 - _NEAR), -1):
        other = earlier[i]
        if other.head == mention.head or (
            other.event_class == mention.event_class and mention.event_class in {"meeting", "visit", "vote"}
        ):
            return i
    return None
