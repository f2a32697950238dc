"""Readings: what is found in one article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from slated.model.spans import Span
from slated.model.windows import StatedWindow, Window

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
SourceKind = Literal["named", "anonymous", "outlet", "narrator"]
StatementMode = Literal["direct", "indirect", "mixed"]
AttributionKind = Literal["assertion", "belief", "fact", "eventuality", "attitude"]
ActorKind = Literal["person", "organisation", "state", "group", "unknown"]
Standing = Literal["stated", "candidate", "leading", "ruled_out"]
Status = Literal["proposed", "expected", "scheduled", "in_doubt", "postponed", "cancelled", "occurred"]


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression after TIMEX3 (TimeML 1.2.1; ISO 8601 values).

    ``window`` holds the days it allows, with the bounds that stand beside it ("by", "as early
    as") taken in; None where it is not anchored (most durations, sets, vague references).
    """

    span: Span
    type: TimexType
    value: str
    mod: str | None
    window: Window | None


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """One or more neighbouring timexes that together say when: "late February or early March".

    ``span`` takes in the words that bound them ("as early as in October"); ``timexes`` are
    indices into the reading's timexes. An event takes its window from a phrase.
    """

    span: Span
    when: StatedWindow
    timexes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """One person, organisation or state of the article, its names merged.

    ``name`` is the fullest name used; ``roles`` are titles and descriptions it goes by;
    ``spans`` every place where it is named. ``key`` is a folded form that is the same for the
    same actor in other articles as far as names allow ("kim jong un"). ``state`` is the ISO 3166
    code of the state that it is or acts for, where the article tells ("North Korean leader": KP).
    """

    name: str
    key: str
    kind: ActorKind
    spans: tuple[Span, ...]
    roles: tuple[str, ...] = ()
    state: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Who says so. ``span`` is None for the narrator, the article's own voice."""

    name: str
    kind: SourceKind
    span: Span | None = None


NARRATOR = Source("narrator", "narrator")
SURE = 0.5


@dataclass(frozen=True, slots=True)
class Statement:
    """An attribution: a source, the cue that credits it, and what it is credited with.

    ``within`` is the index of the statement in which this one stands (CNN noted that a
    spokesman said ...), so that sources form a chain from this one outwards. ``kind`` tells
    words (assertion) from beliefs, known facts, intentions (eventuality), after the Penn Discourse
    Treebank, and from stands for or against something (attitude).
    """

    source: Source | None
    cue: Span | None
    content: Span
    mode: StatementMode
    within: int | None = None
    kind: AttributionKind = "assertion"


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor's part in an event; ``key``, ``kind`` and ``state`` as in ``Actor``.

    Roles: agent, partner, theme, host, carrier (the rocket that lifts another's craft).
    """

    name: str
    key: str
    role: str
    kind: ActorKind = "unknown"
    state: str | None = None


@dataclass(frozen=True, slots=True)
class EventPlace:
    """A place of an event and how it stands; ``key`` folds spellings ("da nang")."""

    name: str
    key: str
    standing: Standing
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words that weaken or strengthen a forecast, and their grade (docs: the grade scale)."""

    text: str
    grade: str


@dataclass(frozen=True, slots=True)
class EventMention:
    """One place in an article that speaks of an event.

    ``evidence`` is the clause or sentence it stands in. ``ordinal`` is the number that the text
    gives it (a "second" summit: 2), ``head`` the lemma of its noun or verb, ``modifiers`` the
    words that tell it from others of its kind ("midterm", "inter-Korean"), folded; of a meeting also
    the rank of those who meet ("leaders", "ministerial", "officials"), or "round" of one of several.
    ``anaphor`` is True for a reference that names nothing of its own ("the meeting", "it");
    ``refers_to`` is then the index of the mention that it takes up, where one was found.
    ``confidence`` runs from 0 to 1; below ``SURE`` the mention is ``doubtful``.
    ``statement`` is an index into the reading's statements; ``sources`` credits everyone on
    whose word the mention rests, nearest first (the narrator alone where nobody else).
    """

    trigger: Span
    event_class: str
    title: str
    head: str
    evidence: Span
    status: Status
    participants: tuple[Participant, ...] = ()
    places: tuple[EventPlace, ...] = ()
    window: StatedWindow | None = None
    previous: StatedWindow | None = None
    hedge: Hedge | None = None
    condition: Span | None = None
    statement: int | None = None
    sources: tuple[Source, ...] = (NARRATOR,)
    ordinal: int | None = None
    modifiers: tuple[str, ...] = ()
    anaphor: bool = False
    refers_to: int | None = None
    confidence: float = 1.0

    @property
    def doubtful(self) -> bool:
        """True for a word that may name no event: it joins events that others tell of, and opens none."""
        return self.confidence < SURE


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was found in one article, in text order (title first)."""

    document_id: str
    timexes: tuple[Timex, ...] = ()
    phrases: tuple[TimePhrase, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    mentions: tuple[EventMention, ...] = ()
