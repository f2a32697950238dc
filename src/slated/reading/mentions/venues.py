"""Venues: places said to be where an event may be held, chosen, scouted or ruled out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from slated.model import EventPlace
from slated.model.readings import Standing
from slated.reading.gazetteer import fold, place_called
from slated.reading.lexicon import load_words
from slated.reading.mentions.triggers import Trigger
from slated.reading.parse import ParsedSentence

_CUES = load_words("venue_cues")
_STANDINGS: tuple[Standing, ...] = ("ruled_out", "leading", "candidate")
_NAME = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*")


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
    if trigger.event_class not in {"meeting", "sport", "ceremony", "trial", "other"} or not _VENUE.search(
        text
    ):
        return ()
    found: dict[str, EventPlace] = {}
    for place in _places(trigger.sentence):
        standing = _standing(text, place)
        if standing is not None:
            found.setdefault(place.key, EventPlace(place.name, place.key, standing, place.span))
    return tuple(found.values())


def _places(sentence: ParsedSentence) -> list[EventPlace]:
    found = []
    for match in _NAME.finditer(sentence.span.text):
        for piece in (match.group(), match.group().split()[0]):
            name = re.sub(r"['’]s$", "", piece)
            if place_called(name) is not None and not _is_party(
                sentence.span.text, match.start(), match.end()
            ):
                span = sentence.span_of(match.start(), match.start() + len(name))
                found.append(EventPlace(name, fold(name), "candidate", span))
                break
    return found


def _is_party(text: str, start: int, end: int) -> bool:
    """True for a name that is part of another's: "US Ambassador", "North Korea-US", "to South Korea"."""
    after = text[end : end + 2]
    return (
        text[max(0, start - 1) : start] in {"-", "–"}
        or after[:1] in {"-", "–"}
        or bool(re.search(r"\b(?:to|with|between|from) (?:the )?$", text[max(0, start - 14) : start]))
    )


def _standing(text: str, place: EventPlace) -> Standing | None:
    assert place.span is not None
    for standing in _STANDINGS:
        if _BY_STANDING[standing].search(text):
            return standing
    return None
