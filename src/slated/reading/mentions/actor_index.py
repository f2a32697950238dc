"""Where an article names its actors, and whom a word, an office or a pronoun there means."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice, pairwise

from slated.model import Actor, EventPlace, Span
from slated.reading.gazetteer import fold
from slated.reading.mentions.office import holder, offices_in
from slated.reading.mentions.place_phrases import is_known

_JOINED = re.compile(r",? and (?:the )?(?:[A-Z]?[\w.]+ ){0,4}")
_OFTEN = 2


class ActorIndex:
    """The article's actors by where they are named."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self._named = sorted(
            ((span.part, span.start, span.end, actor) for actor in actors for span in actor.spans),
            key=lambda n: n[:3],
        )
        self._starts = [(part, start) for part, start, _, _ in self._named]
        self._longest = max((end - start for _, start, end, _ in self._named), default=0)
        self._actors = tuple(actors)
        self._by_word: dict[str, Actor] = {}
        for actor in actors:
            for word in {actor.key, *(w for w in actor.key.split()[:1] + actor.key.split()[-1:])}:
                self._by_word.setdefault(word, actor)

    def within(self, span: Span) -> list[Actor]:
        """The actors named inside the span, in order."""
        found = []
        first = bisect_left(self._starts, (span.part, span.start))
        for part, start, end, actor in islice(self._named, first, None):
            if part != span.part or start > span.end:
                break
            if end <= span.end:
                found.append(actor)
        return found

    def around(self, span: Span) -> list[Actor]:
        """The actor of whose name the span is a part: the parser may part "Ho" from "Min Ho"."""
        found = []
        first = bisect_left(self._starts, (span.part, span.start - self._longest))
        for part, start, end, actor in islice(self._named, first, None):
            if part != span.part or start > span.start:
                break
            if span.end <= end:
                found.append(actor)
        return found

    def without_persons(self, places: Sequence[EventPlace]) -> tuple[EventPlace, ...]:
        """The places that are not the name of a person, as in "an interest in Diaz"."""
        return tuple(p for p in places if is_known(p.name) or not self._is_person(p))

    def _is_person(self, place: EventPlace) -> bool:
        named = self.around(place.span) if place.span is not None else []
        return any(actor.kind == "person" and _is_known(actor) for actor in named)

    def called(self, word: str) -> Actor | None:
        """The actor that a single word names, if any."""
        return self._by_word.get(fold(word))

    def roles_of(self, key: str) -> tuple[str, ...]:
        """The offices that the actor of a key goes by; none where there is no such actor."""
        return next((actor.roles for actor in self._actors if actor.key == key), ())

    def persons(self) -> list[Actor]:
        """The persons, in order of first naming."""
        return [actor for actor in self._actors if actor.kind == "person"]

    def of_state(self, code: str) -> list[Actor]:
        """The state of a code itself, where the article names it."""
        return [actor for actor in self._actors if actor.kind == "state" and actor.state == code]

    def main_states(self) -> list[Actor]:
        """The two states that the article is of: named much more often than any other; else none."""
        states = [a for a in self._actors if a.kind == "state"]
        times = [*sorted((len(a.spans) for a in states), reverse=True), 0, 0]
        if times[1] < _OFTEN or times[1] < 2 * times[2]:
            return []
        return [a for a in states if len(a.spans) >= times[1]][:2]

    def in_office(self, phrase: Span) -> Actor | None:
        """The person whom a phrase means by an office ("the Danish premier"), be it put after the name."""
        for office in offices_in(phrase.text):
            start = phrase.start + office.start
            beside = next(
                (a for part, _, end, a in self._named if part == phrase.part and end == start - 2), None
            )
            if beside is not None and beside.kind == "person":
                return beside
            meant = holder(office, self._actors)
            if meant is not None:
                return meant
        return None

    def person_before(self, span: Span) -> Actor | None:
        """The person last named before the span: whom "he" or "she" most likely takes up."""
        found = [a for part, _, e, a in self._named if part == span.part and e <= span.start]
        return next((a for a in reversed(found) if a.kind == "person" and _is_known(a)), None)

    def pair_before(self, span: Span, sentence: Span) -> list[Actor]:
        """Whom "they" in "they will meet" takes up: two named side by side before it in the sentence,
        else the two people last named.
        """
        here = [n for n in self._named if n[0] == span.part and sentence.start <= n[1] < span.start]
        for (_, _, end, one), (_, start, _, other) in reversed(list(pairwise(here))):
            joint = sentence.text[end - sentence.start : start - sentence.start]
            if _JOINED.fullmatch(joint) and one != other:
                return [one, other]
        found: list[Actor] = []
        for part, _, end, actor in reversed(self._named):
            if part == span.part and end <= span.start and actor.kind == "person" and actor not in found:
                found += [actor] if _is_known(actor) else []
            if len(found) == 2:
                return found[::-1]
        return []


def _is_known(actor: Actor) -> bool:
    """True where an office or a lone family name shows that the name is a person's."""
    return bool(actor.roles) or any(" " not in span.text for span in actor.spans)
