"""slated: the record of what the news says will happen.

>>> from slated import EventFilter, Ledger
>>> with Ledger("slated.db") as ledger:  # doctest: +SKIP
...     ledger.read(["pages/"])
...     for event in ledger.events(EventFilter(place="Hanoi")):
...         print(event.title, event.window)

Without a ledger, ``extract`` gives what is found in each document:

>>> from slated import extract
>>> for read in extract(["pages/"]):  # doctest: +SKIP
...     print(read.article.title, [mention.title for mention in read.reading.mentions])
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from slated.document_stage import ReadArticle, explain, extract, read_text
    from slated.errors import (
        BadDocument,
        BadParameter,
        BadRuling,
        InputError,
        LedgerError,
        NewerLedger,
        NotALedger,
        OutputError,
        SlatedError,
        UnknownArticle,
        UnknownEvent,
        UnknownName,
        UnreadablePath,
    )
    from slated.intake import Refusal
    from slated.ledger import EventFilter, Ledger, ReadSummary
    from slated.model import (
        NARRATOR,
        Actor,
        Anchor,
        Article,
        Block,
        Capture,
        Change,
        Contradiction,
        CreationTime,
        Entry,
        EventMention,
        EventPlace,
        ExplainedSentence,
        Hedge,
        Merge,
        Outcome,
        Participant,
        Reading,
        Reject,
        Rename,
        Report,
        Revision,
        Ruling,
        Say,
        SetOutcome,
        Source,
        Span,
        Split,
        StatedWindow,
        Statement,
        Step,
        TimePhrase,
        Timex,
        TrackedEvent,
        Window,
    )

__all__ = [
    "NARRATOR",
    "Actor",
    "Anchor",
    "Article",
    "BadDocument",
    "BadParameter",
    "BadRuling",
    "Block",
    "Capture",
    "Change",
    "Contradiction",
    "CreationTime",
    "Entry",
    "EventFilter",
    "EventMention",
    "EventPlace",
    "ExplainedSentence",
    "Hedge",
    "InputError",
    "Ledger",
    "LedgerError",
    "Merge",
    "NewerLedger",
    "NotALedger",
    "Outcome",
    "OutputError",
    "Participant",
    "ReadArticle",
    "ReadSummary",
    "Reading",
    "Refusal",
    "Reject",
    "Rename",
    "Report",
    "Revision",
    "Ruling",
    "Say",
    "SetOutcome",
    "SlatedError",
    "Source",
    "Span",
    "Split",
    "StatedWindow",
    "Statement",
    "Step",
    "TimePhrase",
    "Timex",
    "TrackedEvent",
    "UnknownArticle",
    "UnknownEvent",
    "UnknownName",
    "UnreadablePath",
    "Window",
    "explain",
    "extract",
    "read_text",
]

# each name with the room that it comes from, which is imported when the name is first used
_ROOMS = {
    "slated.document_stage": ("ReadArticle", "explain", "extract", "read_text"),
    "slated.intake": ("Refusal",),
    "slated.ledger": ("EventFilter", "Ledger", "ReadSummary"),
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'slated' has no attribute {name!r}")
    room = next((room for room, names in _ROOMS.items() if name in names), None)
    if room is None:
        room = "slated.model" if hasattr(import_module("slated.model"), name) else "slated.errors"
    return getattr(import_module(room), name)


def __dir__() -> list[str]:
    return sorted(__all__)
