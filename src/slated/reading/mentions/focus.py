"""References within one article: "the meeting" and "it" take up the event last in focus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from slated.model import EventMention, Participant
from slated.reading.mentions.takeup import PRONOUN

_NEAR = 12
_PRONOUN_REACH = 400  # characters: a pronoun looks no further back than a paragraph
_ENDED = {
    "verdict": frozenset({"trial"}),
    **dict.fromkeys(("sentence", "sentencing"), frozenset({"trial", "ruling"})),
}
_RULINGS = _ENDED.keys() | {"judgement", "judgment", "rule", "ruling"}
_RULED_ON = frozenset({"trial", "hearing", "deal"})
_ALIKE = frozenset({"meeting", "visit", "vote"})


def resolve_references(mentions: Sequence[EventMention]) -> tuple[EventMention, ...]:
    """Point each anaphor to the last earlier mention of its kind that names something.

    A dated event of unnamed parties has those of the last one of its kind. A pronoun is of the kind
    of what it takes up; where there is nothing to take up it stays as it is.
    """
    found: list[EventMention] = []
    for each in mentions:
        mention = _bridged(each, found)
        taken = _antecedent(mention, found) if mention.anaphor else None
        if taken is None:
            found.append(mention)
            continue
        # an anaphor's own antecedent is followed, so that chains end at a full mention
        further = found[taken].refers_to
        target = taken if further is None else further
        found.append(_pointed(mention, found[target], target))
    return tuple(found)


def _bridged(mention: EventMention, earlier: Sequence[EventMention]) -> EventMention:
    """The mention with the parties that the article told before, where its own clause names none."""
    if mention.head in _RULINGS and not mention.participants:
        parties = _of_case(mention, earlier)
    elif mention.head == "vote" and mention.window is not None and not _matter(mention):
        parties = (*mention.participants, *_voted_on(earlier))
    elif mention.event_class == "meeting" and mention.window is not None and not mention.participants:
        parties = () if mention.anaphor else _who_meet(mention, earlier)
    else:
        return mention
    return replace(mention, participants=parties) if parties != mention.participants else mention


def _of_case(ruling: EventMention, earlier: Sequence[EventMention]) -> tuple[Participant, ...]:
    """A verdict ends the last trial spoken of, a ruling is on the last hearing, trial or deal."""
    kinds = _ENDED.get(ruling.head, _RULED_ON)
    return next((m.participants for m in reversed(earlier) if m.event_class in kinds and m.participants), ())


def _who_meet(meeting: EventMention, earlier: Sequence[EventMention]) -> tuple[Participant, ...]:
    """ "The June 12 summit" in an article on two parties is theirs: those of the last one of its kind."""
    alike = (m for m in reversed(earlier[-_NEAR:]) if m.head == meeting.head and len(m.participants) > 1)
    return next((m.participants for m in alike if _is_near(m, meeting)), ())


def _voted_on(earlier: Sequence[EventMention]) -> tuple[Participant, ...]:
    """What the last vote before that tells it was on."""
    matters = (_matter(m) for m in reversed(earlier[-_NEAR:]) if m.event_class == "vote")
    return next((matter for matter in matters if matter), ())


def _matter(vote: EventMention) -> tuple[Participant, ...]:
    """Whom it is on: "The panel backed Jane Doe. The full house will vote on Friday." is on her too."""
    return tuple(p for p in vote.participants if p.role == "theme")


def _pointed(mention: EventMention, named: EventMention, target: int) -> EventMention:
    if mention.head != PRONOUN:
        return replace(mention, refers_to=target)
    kind = named.event_class
    return replace(mention, event_class=kind, head=named.head, title=named.title, refers_to=target)


def _antecedent(mention: EventMention, earlier: Sequence[EventMention]) -> int | None:
    near = range(len(earlier) - 1, max(-1, len(earlier) - 1 - _NEAR), -1)
    if mention.head == PRONOUN:
        meant = [i for i in near if earlier[i].event_class != "other" and _is_near(earlier[i], mention)]
        # what lies ahead is rather spoken of again than what was done
        ahead = [i for i in meant if earlier[i].status != "occurred"]
        return next(iter(ahead or meant), None)
    for i in near:
        other = earlier[i]
        alike = other.event_class == mention.event_class and mention.event_class in _ALIKE
        if other.head == mention.head or alike:
            return i
    return None


def _is_near(other: EventMention, pronoun: EventMention) -> bool:
    trigger = pronoun.trigger
    return other.trigger.part == trigger.part and trigger.start - other.trigger.end < _PRONOUN_REACH
