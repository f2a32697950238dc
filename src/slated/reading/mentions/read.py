"""From parsed sentences, times, actors and statements to event mentions."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from slated.model import (
    NARRATOR,
    Actor,
    Article,
    EventMention,
    Span,
    Statement,
    TimePhrase,
)
from slated.model.readings import Status
from slated.reading.mentions.actor_index import ActorIndex
from slated.reading.mentions.candidates import Candidate, SentenceCandidates, candidates_of
from slated.reading.mentions.clause import is_verb
from slated.reading.mentions.craft import with_craft
from slated.reading.mentions.credit import credited
from slated.reading.mentions.cue_words import LIGHT, is_cue
from slated.reading.mentions.focus import resolve_references
from slated.reading.mentions.naming import is_anaphor, modifiers_of, ordinal_of, title_of
from slated.reading.mentions.outlook import outlook_of
from slated.reading.mentions.place_phrases import is_known
from slated.reading.mentions.qualify import condition_of, hedge_of
from slated.reading.mentions.rank import rank_of
from slated.reading.mentions.select import is_carried, judged, likely_enough, may_carry
from slated.reading.mentions.senses import in_one_sense
from slated.reading.mentions.takeup import PRONOUN, pronouns_in, says_of
from slated.reading.mentions.timed import rivals_of, timed
from slated.reading.mentions.triggers import Trigger
from slated.reading.mentions.venues import venues_of
from slated.reading.mentions.when import EventTime, times_of
from slated.reading.mentions.where import places_of
from slated.reading.mentions.who import participants_of
from slated.reading.parse import ParsedSentence
from slated.reading.statements import sources_along, statement_at
from slated.reading.timex import Times

_DOUBTFUL = 0.3
_HARDLY = 0.45  # of what takes up an event in passing
# chances that do for what the judge does not hold likely
_POSSIBLE = 0.2  # of a verb of a known kind with days ahead
_CONCEIVABLE = 0.05  # of a noun with days ahead, and of what is told from others of its kind
_SPOKEN_OF = 0.15  # of what takes up an event that was spoken of
_NUMBERED = frozenset({"meeting", "visit", "hearing", "trial", "vote", "launch"})
_EITHER = re.compile(r"\bor\b|^as (?:early|soon) as\b", re.IGNORECASE)
_AHEAD: frozenset[Status] = frozenset(
    {"proposed", "expected", "scheduled", "in_doubt", "postponed", "cancelled"}
)


@dataclass(frozen=True, slots=True)
class _Scene:
    """What the mentions of one article are made from."""

    article: Article
    phrases: tuple[TimePhrase, ...]
    actors: ActorIndex
    statements: Sequence[Statement]

    def times_in(self, trigger: Trigger) -> list[Span]:
        """The time phrases of the trigger's sentence."""
        return [p.span for p in self.phrases if trigger.sentence.span.covers(p.span)]


@dataclass(frozen=True, slots=True)
class _Draft:
    """A mention with the status that its own clause gives, and whether a diary could carry it."""

    mention: EventMention
    status: Status | None
    diary: bool
    ahead: bool = True  # what it says of an event spoken of before may look ahead
    otherwise: _Draft | None = None  # what a pronoun's verb makes where there is nothing to take up


def read_mentions(
    article: Article,
    sentences: Sequence[ParsedSentence],
    times: Times,
    actors: Sequence[Actor],
    statements: Sequence[Statement],
) -> tuple[EventMention, ...]:
    """Every event mention of the article, in text order (title first)."""
    scene = _Scene(article, times.phrases, ActorIndex(actors), statements)
    groups = candidates_of(sentences, scene.phrases)
    chances = judged(groups, article.creation_time.day)
    drafts = [
        draft
        for group, own in zip(groups, chances, strict=True)
        for draft in _without_conditions(sorted(_drafts_in(group, own, scene), key=_start))
    ]
    told = in_one_sense([draft.mention for draft in drafts], article)
    linked = with_craft(resolve_references(told), article, actors)
    return _settled([_resolved(_with(d, m)) for d, m in zip(drafts, linked, strict=True)])


def _with(draft: _Draft, mention: EventMention) -> _Draft:
    return draft if mention is draft.mention else replace(draft, mention=mention)


def _start(draft: _Draft) -> int:
    return draft.mention.trigger.start


def _without_conditions(drafts: Sequence[_Draft]) -> Iterator[_Draft]:
    """The drafts of a sentence without those of which only another's condition speaks ("if he wins")."""
    conditions = [d.mention.condition for d in drafts if d.mention.condition is not None]
    for draft in drafts:
        mention = draft.mention
        if mention.event_class != "other" or not any(c.covers(mention.trigger) for c in conditions):
            yield draft


def _resolved(draft: _Draft) -> _Draft:
    unresolved = draft.mention.head == PRONOUN and draft.mention.refers_to is None
    return draft.otherwise if unresolved and draft.otherwise is not None else draft


def _drafts_in(group: SentenceCandidates, chances: Sequence[float], scene: _Scene) -> Iterator[_Draft]:
    sentence, phrases, candidates = group.sentence, group.phrases, group.candidates
    pronouns = list(pronouns_in(sentence))
    taken = {p.token for p in pronouns}
    likely = [
        (c, chance)
        for c, chance in zip(candidates, chances, strict=True)
        if (chance >= likely_enough() or (c.trigger.known and _speaks(c, candidates)))
        and c.trigger.token not in taken
        and not _is_somebody(c.trigger, scene)
        and not _is_bound(c.trigger, phrases)
    ]
    kept = [c for c, _ in likely]
    triggers = [c.trigger for c in kept]
    headline = sentence.kind == "title"
    today = scene.article.creation_time.day
    for (candidate, chance), dated in zip(likely, timed(kept, phrases, today), strict=True):
        rivals = rivals_of(candidate.trigger, triggers)
        draft = _draft(dated, rivals, scene, chance)
        pronoun = next((p for p in pronouns if says_of(p, candidate.trigger.token)), None)
        if pronoun is None:
            yield draft
        else:
            pronouns.remove(pronoun)
            yield _taken_up(pronoun, draft, phrases, scene, headline=headline)
    for pronoun in pronouns:
        yield _taken_up(pronoun, None, phrases, scene, headline=headline)


def _is_bound(trigger: Trigger, phrases: Sequence[TimePhrase]) -> bool:
    """True for the "starting" of "starting on May 3": it bounds the time of something else."""
    return not trigger.noun and any(p.span.covers(trigger.span) for p in phrases)


def _is_somebody(trigger: Trigger, scene: _Scene) -> bool:
    """True for the name of a person or a place: what somebody is to do is named by the verb."""
    if trigger.known or not trigger.noun:
        return False
    if trigger.token.tag_ == "NNP" and is_known(trigger.token.text):
        return True
    return any(a.kind in {"person", "state"} for a in scene.actors.around(trigger.span))


def _draft(candidate: Candidate, rivals: Sequence[Trigger], scene: _Scene, chance: float) -> _Draft:
    expected = chance >= likely_enough()
    named = candidate.trigger.token.tag_[:3] == "NNP" and candidate.time.window is not None
    dated = candidate.trigger.noun or chance >= _POSSIBLE
    status = _status(_appointed(candidate), candidate.time, candidate.trigger, scene.article)
    mention = _mention(candidate, rivals, scene, status)
    if status in {None, "occurred"} and any(p.standing in {"candidate", "leading"} for p in mention.places):
        status = "expected"
    if status is None and expected:
        status = "scheduled"
    conceivable = (named or chance >= _CONCEIVABLE) and _names_event(mention, scene.article, dated=dated)
    diary = status not in _AHEAD or expected or conceivable
    told = status or "occurred"
    mention = mention if mention.status == told else replace(mention, status=told)
    return _Draft(mention, status, diary, chance >= _SPOKEN_OF)


def _appointed(candidate: Candidate) -> Status | None:
    """The outlook's status; what has a name or a ballot and a time is appointed, whoever wants or may what.

    "hopes to speak at the Robotics Conference next week", "the 2032 election may turn on it".
    """
    trigger, outlook, status = candidate.trigger, candidate.outlook, candidate.outlook.status
    if status not in {"proposed", "expected"} or not trigger.noun or candidate.time.window is None:
        return status
    if trigger.token.dep_ == "dobj" and trigger.token.head.lemma_ in LIGHT:
        return status  # "urged the junta to hold an election by June"
    named = trigger.token.tag_[:3] == "NNP" and trigger.event_class != "other"
    if named or trigger.event_class == "election" or trigger.head == "ballot":
        return "scheduled"
    hedges = [t for t in outlook.tokens("expected") if not is_verb(t) or is_cue(t) or t.lemma_ in LIGHT]
    return status if hedges or status == "proposed" or outlook.tokens("conditional") else "scheduled"


def _taken_up(
    pronoun: Trigger, verb: _Draft | None, phrases: Sequence[TimePhrase], scene: _Scene, *, headline: bool
) -> _Draft:
    """The mention that a pronoun and its verb make; ``verb`` is what the verb makes by itself."""
    outlook = outlook_of(pronoun.token, noun=True, headline=headline)
    candidate = Candidate(pronoun, outlook, times_of(pronoun, [], outlook, phrases))
    status = _status(outlook.status, candidate.time, pronoun, scene.article)
    mention = replace(_mention(candidate, [], scene, status), anaphor=True, participants=())
    return _Draft(mention, status, diary=True, otherwise=verb)


def _names_event(mention: EventMention, article: Article, *, dated: bool) -> bool:
    """True for what the judge need not hold likely: a known kind on days ahead, or one named among its kind.

    ``dated``: whether days ahead are enough.
    """
    if mention.event_class == "other":
        return False
    window = mention.window.window if mention.window is not None else None
    today = article.creation_time.day
    latest = window.latest if window is not None else None
    if dated and latest is not None and today is not None and latest >= today:
        return True
    if mention.event_class not in _NUMBERED:
        return False
    return len(mention.participants) > 1 or (mention.ordinal is not None and bool(mention.participants))


def _speaks(candidate: Candidate, others: Sequence[Candidate]) -> bool:
    """False for verbs that merely carry an event noun, and for unknown verbs that look to nothing."""
    trigger = candidate.trigger
    if trigger.noun:
        return True
    subtree = set(trigger.token.subtree)
    nouns = [o.trigger for o in others if o.trigger.noun]
    if trigger.head in LIGHT and any(noun.token in subtree for noun in nouns):
        return False
    if any(may_carry(trigger, noun) and is_carried(noun, trigger.token) for noun in nouns):
        return False
    carried = [
        o
        for o in others
        if o.trigger.noun and o.trigger.known and o.trigger.token.head == trigger.token and o.outlook.status
    ]
    if any(o.trigger.token.dep_ in {"dobj", "nsubj", "nsubjpass"} for o in carried):
        return False
    if trigger.event_class == "other":
        return candidate.outlook.status in _AHEAD
    return candidate.outlook.status is not None or candidate.time.window is not None


def _status(status: Status | None, time: EventTime, trigger: Trigger, article: Article) -> Status | None:
    """The outlook's status, corrected by a window that lies wholly ahead or wholly behind."""
    window = time.window.window if time.window is not None else None
    today = article.creation_time
    if window is None or today.day is None:
        return status
    ahead = window.earliest is not None and window.earliest > today.day
    if status in {None, "occurred"} and ahead:
        return "scheduled"
    behind = _is_behind(window.latest, today.earliest)
    if status is None:
        return "occurred" if behind else None
    if status in {"scheduled", "expected"} and behind and trigger.noun:
        return "occurred"
    if status == "scheduled" and time.window is not None and _EITHER.search(time.window.text):
        # "in May or June", "as soon as Monday": nothing is fixed yet
        return "expected"
    return status


def _is_behind(latest: dt.date | None, today: dt.date | None) -> bool:
    return latest is not None and today is not None and latest < today


def _mention(
    candidate: Candidate, rivals: Sequence[Trigger], scene: _Scene, status: Status | None
) -> EventMention:
    trigger = candidate.trigger
    places = scene.actors.without_persons(venues_of(trigger) or places_of(trigger, rivals, candidate.outlook))
    weighed = {p.key for p in places if p.standing != "stated"}
    participants = tuple(p for p in participants_of(trigger, scene.actors) if p.key not in weighed)
    rank = rank_of(trigger, participants, scene.actors)
    span = trigger.span
    statement = statement_at(scene.statements, span)
    return EventMention(
        trigger=span,
        event_class=trigger.event_class,
        title=title_of(trigger, participants, scene.times_in(trigger), past=status == "occurred"),
        head=trigger.head,
        evidence=trigger.sentence.span,
        status=status or "occurred",
        participants=participants,
        places=places,
        window=candidate.time.window,
        previous=candidate.time.previous,
        hedge=hedge_of(trigger, candidate.outlook),
        condition=condition_of(trigger),
        statement=statement,
        sources=sources_along(scene.statements, statement) or (credited(trigger) or NARRATOR,),
        ordinal=ordinal_of(trigger),
        modifiers=(*modifiers_of(trigger), *([rank] if rank else [])),
        anaphor=is_anaphor(trigger, participants),
    )


def _settled(drafts: Sequence[_Draft]) -> tuple[EventMention, ...]:
    """Mentions that say too little for a diary stay with the event they speak of, or in doubt."""
    kept: dict[int, int] = {}
    found: list[EventMention] = []
    for i, draft in enumerate(drafts):
        if draft.mention.head == PRONOUN:
            continue
        target = kept.get(draft.mention.refers_to) if draft.mention.refers_to is not None else None
        status = draft.status if draft.diary else None
        if status is None:
            other = found[target].status if target is not None else _status_elsewhere(i, drafts)
            status = (draft.status or other) if other is not None else None
        if status is not None:
            kept[i] = len(found)
            sure = 1.0 if draft.ahead or target is None or status == "occurred" else _HARDLY
            found.append(_told(draft.mention, status, target, sure))
        elif draft.mention.event_class != "other" and draft.mention.participants:
            found.append(replace(draft.mention, refers_to=None, confidence=_DOUBTFUL))
    return tuple(found)


def _told(mention: EventMention, status: Status, refers_to: int | None, confidence: float) -> EventMention:
    """The mention so told; itself where it is already, as most are."""
    if (mention.status, mention.refers_to, mention.confidence) == (status, refers_to, confidence):
        return mention
    return replace(mention, status=status, refers_to=refers_to, confidence=confidence)


def _status_elsewhere(at: int, drafts: Sequence[_Draft]) -> Status | None:
    """The status that the article gives the same event elsewhere: nearest mention first."""
    mention = drafts[at].mention
    if mention.anaphor or not (mention.ordinal or len(mention.participants) > 1):
        return None
    for i in sorted(range(len(drafts)), key=lambda i: (abs(i - at), i)):
        other = drafts[i]
        if i != at and other.diary and other.status in _AHEAD and _same_event(mention, other.mention):
            return other.status
    return None


def _same_event(one: EventMention, other: EventMention) -> bool:
    if one.event_class != other.event_class or one.ordinal != other.ordinal:
        return False
    mine = {p.state or p.key for p in one.participants}
    theirs = {p.state or p.key for p in other.participants}
    return len(mine & theirs) >= min(2, len(mine)) and bool(mine)
