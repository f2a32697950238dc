"""Cues of how an event stands, and what they come to when weighed together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from slated.model.readings import Status
from slated.reading.tokens import Token

CueEffect = Literal[
    "scheduled", "expected", "proposed", "in_doubt", "postponed", "cancelled", "refused", "past", "negated",
    "occurred", "futurate", "conditional", "topic",
]  # fmt: skip

_SETTING: frozenset[CueEffect] = frozenset({"scheduled", "expected", "futurate"})
_GONE = frozenset({"recent", "past", "previous", "earlier", "prior"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that bears on the event: what it does and where it stands."""

    effect: CueEffect
    token: Token


def _is_before(word: Token) -> bool:
    """True for a participle that tells in passing what was done to the event before.

    So does a relative clause that gives no new day: "which was delayed twice".
    """
    if word.dep_ == "relcl":
        return not any(c.lower_ in {"until", "till", "to"} or c.tag_ == "MD" for c in word.children)
    return word.dep_ == "amod" or (word.tag_ == "VBN" and word.dep_ in {"acl", "advcl"})


def weigh(cues: tuple[Cue, ...]) -> Status | None:
    """The status that the cues come to; None where they say nothing."""
    return _weighed(tuple((c.effect, *_manner(c.token)) for c in cues)) if cues else None


def _manner(word: Token) -> tuple[bool, bool, bool]:
    """Whether it stands before its noun, says of it that it is gone, and tells what was done before."""
    in_front = word.dep_ == "amod"
    return in_front, in_front and word.lower_ in _GONE, _is_before(word)


@lru_cache(maxsize=4096)
def _weighed(told: tuple[tuple[CueEffect, bool, bool, bool], ...]) -> Status | None:
    present = {effect for effect, *_ in told}
    in_front = {effect for effect, front, *_ in told if front}
    if any(effect == "past" and gone for effect, _, gone, _ in told):
        return "occurred"
    if any(effect == "cancelled" and not front for effect, front, *_ in told):
        # "cancelled the long-anticipated summit"
        present -= in_front - {"cancelled"}
    put_off_before = all(before for effect, *_, before in told if effect == "postponed")
    if "occurred" in present:
        # "voted in an election delayed twice"
        present -= {"postponed"} if put_off_before else set()
        # "held their long-delayed summit": what was done outweighs how it was called before
        present -= in_front - {"occurred"}
    if "conditional" in present and present & {"cancelled", "postponed", "refused", "negated"}:
        # "if the talks fail" calls nothing off
        return "expected"
    off = present & {"refused", "negated"}
    hedged = "expected" in present or "conditional" in present
    if "cancelled" in present:
        if off and "refused" not in present:
            return "scheduled"
        return "in_doubt" if hedged or "proposed" in present else "cancelled"
    if present & _SETTING and not off and put_off_before:
        # "the launch, delayed twice, is now set for Friday"
        present -= {"postponed"}
    if "postponed" in present:
        return "scheduled" if off else ("in_doubt" if hedged or "proposed" in present else "postponed")
    if "in_doubt" in present:
        return "in_doubt"
    if off:
        if "occurred" in present and not present & {"scheduled", "expected", "proposed", "refused"}:
            return None
        if "proposed" in present or "expected" in present:
            return "in_doubt"
        return "cancelled" if present & {"scheduled", "futurate", "refused"} else None
    if "proposed" in present:
        return "proposed"
    if hedged:
        return "expected"
    if present & {"scheduled", "futurate"}:
        return "scheduled"
    if present & {"occurred", "past"}:
        return "occurred"
    return None
