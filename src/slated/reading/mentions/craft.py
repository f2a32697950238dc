"""What an article's launches are launches of: the mission, craft or rocket that it is about.

"The launch" and "liftoff" seldom repeat the name; across articles it is what tells one launch from another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from slated.model import Actor, Article, EventMention, Participant, Span
from slated.reading.gazetteer import fold
from slated.reading.lexicon import load_table

_WEIGHTS = {"missions": 3.0, "craft": 2.0, "carriers": 1.0}
_NAMED = 0.25  # each time that it is named
_LAUNCHED = 2.0  # each time that a launch is said to be its own
_OTHERS = re.compile(
    r"\b(?:another|next|other|previous|last|second|third|fourth|fifth|later)\b", re.IGNORECASE
)
_ANY = re.compile(r"\b(?:an?|another)\s(?:[\w-]+\s){0,2}$", re.IGNORECASE)
_WORD = re.compile(r"\s*([A-Za-z]+)")
_BEFORE = re.compile(r"([A-Za-z]+)\s+$")
_ABOARD = re.compile(r"\b(?:carrying|carries|carried|aboard)\s(?:the\s)?(?:[A-Z][\w-]*['’]s\s)?$")
_TRIES = frozenset({"attempt", "try"})
_FLY = frozenset({"blast", "dock", "land", "lift", "splash", "undock"})  # whose subject is what flies
_MOVING = frozenset(load_table("status_cues")["postponed"]["moving"])


def with_craft(
    mentions: Sequence[EventMention], article: Article, actors: Sequence[Actor]
) -> tuple[EventMention, ...]:
    """The mentions, those of launches that name nothing given what the article's launches are of."""
    launches = any(m.event_class == "launch" for m in mentions)
    told = [_without_carriers(_of_attempt(m) if launches else m) for m in mentions]
    if not any(map(_may_be_of_craft, told)):
        return tuple(told)
    craft = _craft_of(told, article, actors)
    return tuple(told if craft is None else (_of_craft(mention, craft) for mention in told))


def _may_be_of_craft(mention: EventMention) -> bool:
    """False for what ``_of_craft`` leaves as it is, whatever the craft; most articles hold nothing else."""
    if mention.event_class != "other":
        return mention.event_class == "launch"
    named = not mention.trigger.text[:1].islower()
    return named or mention.head in _MOVING or mention.head in load_table("craft")["missions"]["nouns"]


def _of_attempt(mention: EventMention) -> EventMention:
    """ "The next attempt is set for Friday", said where a launch is spoken of, is the launch."""
    if mention.event_class != "other" or mention.head not in _TRIES:
        return mention
    return replace(mention, event_class="launch", head="launch")


def _without_carriers(mention: EventMention) -> EventMention:
    """ "A Falcon rocket" carries what is launched, as it carried others: it is not whose launch it is."""
    if mention.event_class != "launch":
        return mention
    parts = tuple(
        replace(p, role="carrier") if _is_any_carrier(p.name, mention.evidence.text) else p
        for p in mention.participants
    )
    return replace(mention, participants=parts)


def _is_any_carrier(name: str, text: str) -> bool:
    kinds = load_table("craft")["carriers"]["nouns"]
    at = text.find(name)
    after = _WORD.match(text, at + len(name)) if at >= 0 else None
    return after is not None and after.group(1).lower() in kinds and _ANY.search(text[:at]) is not None


def _craft_of(mentions: Sequence[EventMention], article: Article, actors: Sequence[Actor]) -> Actor | None:
    """The mission or craft that the article is about; None where a word tells of no such thing."""
    scores = {actor.key: _score(actor, mentions, article) for actor in actors if actor.kind != "state"}
    best = max(actors, key=lambda a: (scores.get(a.key, 0.0), -a.spans[0].start), default=None)
    return best if best is not None and scores.get(best.key, 0.0) > 0.0 else None


def _score(actor: Actor, mentions: Sequence[EventMention], article: Article) -> float:
    told = sum(_beside(actor, span, article) for span in actor.spans)
    launches = [m for m in mentions if m.event_class == "launch"]
    parts = [(m, p) for m in launches for p in m.participants if p.key == actor.key and p.role != "carrier"]
    launched = sum(
        bool(told) or (p.kind == "unknown" and (p.role != "agent" or m.head in _FLY)) for m, p in parts
    )
    return told + _LAUNCHED * launched + _NAMED * len(actor.spans) if told or launched else 0.0


def _beside(actor: Actor, span: Span, article: Article) -> float:
    """What the words beside a name tell of it: "the Orion capsule", "the probe Juno", "Space Telescope"."""
    text = article.title or "" if span.part == "title" else article.text
    lead = text[max(0, span.start - 30) : span.start]
    after, before = _WORD.match(text, span.end), _BEFORE.search(lead)
    words = [actor.key.split()[-1], *(m.group(1).lower() for m in (after, before) if m is not None)]
    if _ABOARD.search(lead):
        return _WEIGHTS["craft"]
    if _ANY.search(lead) and words[-1] in load_table("craft")["carriers"]["nouns"]:
        return 0.0
    return max((_weights().get(word, 0.0) for word in words), default=0.0)


@cache
def _weights() -> dict[str, float]:
    table = load_table("craft")
    return {noun: weight for kind, weight in _WEIGHTS.items() for noun in table[kind]["nouns"]}


def _of_craft(mention: EventMention, craft: Actor) -> EventMention:
    parts = _joined(mention, craft)
    if mention.event_class == "other" and _stands_for_launch(mention, craft):
        title = f"launch ({craft.name})"
        return replace(mention, event_class="launch", head="launch", title=title, participants=parts)
    if mention.event_class != "launch":
        return mention
    if any(p.key == craft.key and p.role != "carrier" for p in mention.participants):
        return replace(mention, participants=parts)  # "the Heron lifted off": what flies, not who launches
    things = any(p.role in {"theme", "partner"} and p.kind != "state" for p in mention.participants)
    if things or _is_of_another(mention):
        return mention
    title = mention.title if "(" in mention.title else f"{mention.title} ({craft.name})"
    return replace(mention, title=title, participants=parts)


def _stands_for_launch(mention: EventMention, craft: Actor) -> bool:
    """True for "Heron 2 is set for May", "the Heron 2 mission may slip" and "pushed Heron 2 to May"."""
    if any(p.key == craft.key for p in mention.participants):
        return mention.head in _MOVING or mention.head in load_table("craft")["missions"]["nouns"]
    is_name = any(span.part == mention.trigger.part and span.covers(mention.trigger) for span in craft.spans)
    return is_name and (mention.window is not None or mention.status in {"postponed", "cancelled"})


def _joined(mention: EventMention, craft: Actor) -> tuple[Participant, ...]:
    others = tuple(p for p in mention.participants if p.key != craft.key)
    return (*others, Participant(craft.name, craft.key, "theme", craft.kind, craft.state))


def _is_of_another(mention: EventMention) -> bool:
    return mention.ordinal is not None or _OTHERS.search(fold(mention.title)) is not None
