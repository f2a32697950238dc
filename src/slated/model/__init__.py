"""The nouns: frozen dataclasses over the standard library, imported by every other package."""

from slated.model.diary import Change, Entry
from slated.model.documents import Article, Block, Capture, CreationTime
from slated.model.explained import ExplainedSentence, Step
from slated.model.readings import (
    NARRATOR,
    Actor,
    EventMention,
    EventPlace,
    Hedge,
    Participant,
    Reading,
    Source,
    Statement,
    TimePhrase,
    Timex,
)
from slated.model.rulings import (
    Anchor,
    Merge,
    Reject,
    Rename,
    Ruling,
    SetOutcome,
    Split,
)
from slated.model.spans import Span
from slated.model.tracked import Contradiction, Outcome, Report, Revision, Say, TrackedEvent
from slated.model.windows import StatedWindow, Window

__all__ = [
    "NARRATOR",
    "Actor",
    "Anchor",
    "Article",
    "Block",
    "Capture",
    "Change",
    "Contradiction",
    "CreationTime",
    "Entry",
    "EventMention",
    "EventPlace",
    "ExplainedSentence",
    "Hedge",
    "Merge",
    "Outcome",
    "Participant",
    "Reading",
    "Reject",
    "Rename",
    "Report",
    "Revision",
    "Ruling",
    "Say",
    "SetOutcome",
    "Source",
    "Span",
    "Split",
    "StatedWindow",
    "Statement",
    "Step",
    "TimePhrase",
    "Timex",
    "TrackedEvent",
    "Window",
]
