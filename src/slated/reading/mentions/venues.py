"""Venues: places said to be where an event may be held, chosen, scouted or ruled out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from slated.model import EventPlace
from slated.model.readings import Standing
from slated.reading.gazetteer import fold, place_called, state_called, state_name
from slated.reading.lexicon import load_words
from slated.reading.mentions.triggers import Trigger, triggers_in
from slated.reading.parse import ParsedSentence

_CUES = load_words("venue_cues")
_STANDINGS: tuple[Standing, ...] = ("ruled_out", "leading", "candidate")
_HELD = frozenset({"meeting", "sport", "ceremony", "trial"})
_HOSTING = re.compile(r"\bhost(?:ing|ed|s)?\b", re.IGNORECASE)
_NAME = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*")

_LARGE = 500_000


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(w) for w in sorted(words)) + r")\b", re.IGNORECASE)


_VENUE = _pattern(sorted(_CUES["venue"]))
_BY_STANDING = {standing: _pattern(sorted(_CUES[standing])) for standing in _STANDINGS}


def venues_of(trigger: Trigger) -> tuple[EventPlace, ...]:
    """The places that the sentence weighs as venue for the event; empty where it weighs none.

    The sentence must speak of a venue ("site", "to host") and the trigger must be an event that
    is held somewhere. A clause that rules out keeps that to its own places.
    """
    text = trigger.sentence.span.text
    if trigger.event_class not in _HELD or not any(
        _is_nearest(trigger, cue) for cue in _VENUE.finditer(text)
    ):
        return ()
    found: dict[str, EventPlace] = {}
    for place in _places(trigger.sentence):
        standing = _standing(text, place)
        if standing is not None:
            found.setdefault(place.key, EventPlace(place.name, place.key, standing, place.span))
    return tuple(found.values())


def _is_nearest(trigger: Trigger, cue: re.Match[str]) -> bool:
    """True where no other event noun of the sentence stands nearer to the word for the venue."""
    others = (t for t in triggers_in(trigger.sentence) if t.noun and t.event_class in _HELD)
    nearest = min(others, key=lambda t: abs(t.token.idx - cue.start()), default=trigger)
    return not trigger.noun or nearest.token == trigger.token


def _places(sentence: ParsedSentence) -> list[EventPlace]:
    text = sentence.span.text
    found = []
    for match in _NAME.finditer(text):
        start, name = _known_part(match)
        if _is_party(text, start, start + len(name)):
            continue
        code = state_called(name)
        known = place_called(name)
        span = sentence.span_of(start, start + len(name))
        if known is not None and not (code and known.kind == "city"):
            found.append(EventPlace(name, fold(name), "candidate", span))
        elif code and known is None and _HOSTING.search(text):
            # "the Danish government offered to host": the state is the place
            found.append(EventPlace(state_name(code), fold(state_name(code)), "candidate", span))
    return found


def _known_part(run: re.Match[str]) -> tuple[int, str]:
    """Where a place begins in a run of capitalised words, and its name: "With Peru" opens a sentence."""
    whole = re.sub(r"['’]s$", "", run.group()).rstrip(".")
    first, _, rest = whole.partition(" ")
    if place_called(whole) is not None or not rest:
        return run.start(), whole
    if run.start() == 0 and place_called(rest) is not None:
        return len(first) + 1, rest
    known = place_called(first)
    # "Hanoi Opera House" is in Hanoi, "Ann Holm" is not in Ann
    small = known is not None and known.kind == "city" and known.population < _LARGE
    return run.start(), whole if small else first


def _is_party(text: str, start: int, end: int) -> bool:
    """True for a party or a part of another name: "US envoy", "North Korea-US", "to South Korea"."""
    before, after = text[max(0, start - 24) : start], text[end : end + 3]
    if before[-1:] in {"-", "–"} or after[:1] in {"-", "–"}:
        return True
    if re.search(r"(?:\b(?:to|between|from|of)|[a-z] with) (?:the )?(?:[A-Z][a-z]+ and )?$", before):
        return True
    return bool(re.match(r" [A-Z]", after)) and state_called(text[start:end]) is not None


def _standing(text: str, place: EventPlace) -> Standing | None:
    assert place.span is not None
    for standing in _STANDINGS:
        if _BY_STANDING[standing].search(text):
            return standing
    return None
