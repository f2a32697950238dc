"""Profiles: what is known of an event, of a mention, an article's account or a tracked event."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from typing import Any

from slated.model import Article, EventMention, Window
from slated.model.readings import Status
from slated.tracking.families import family_of, is_mutual, is_of_things, words_in
from slated.tracking.names import (
    Party,
    parties_of,
    principals_of,
    same_name,
    states_among,
    with_states,
    words_of,
)


@dataclass(frozen=True, slots=True)
class Timing:
    """When an event was, or is to be, on the word of one article of day ``published``."""

    published: dt.date | None
    status: Status
    window: Window | None

    @property
    def done(self) -> bool:
        """True where it has taken place."""
        return self.status == "occurred"

    @property
    def ahead(self) -> bool:
        """True where it has a day that does not lie before the article's."""
        last = self.window.latest if self.window is not None else None
        return self.window is not None and (last is None or self.published is None or last >= self.published)


ROUND = "round"
"""The level of one of a series of talks, which ministers or officials may hold, but not leaders."""

_FORM = 0.1
"""How often a form of a name is used, by the most named party, to be no slip."""


@dataclass(frozen=True)  # no slots: what is read off it often is kept in its dictionary
class Profile:
    """The traits that one event is told by; the counters say how often each was stated.

    ``parties`` are those whose event it is, ``others`` those it concerns or before whom it is held,
    ``cast`` those of whom the articles speak, whatever of (see ``story.py``).
    """

    families: Counter[str] = field(default_factory=Counter)
    heads: Counter[str] = field(default_factory=Counter)
    parties: Counter[Party] = field(default_factory=Counter)
    others: Counter[Party] = field(default_factory=Counter)
    ordinals: Counter[int] = field(default_factory=Counter)
    levels: Counter[str] = field(default_factory=Counter)
    chambers: Counter[str] = field(default_factory=Counter)
    terms: Counter[str] = field(default_factory=Counter)
    objects: Counter[str] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)
    cast: Counter[str] = field(default_factory=Counter)
    windows: Counter[Window] = field(default_factory=Counter)
    timings: tuple[Timing, ...] = ()
    size: int = 1

    def joined(self, other: Profile) -> Profile:
        """The profile of both together."""
        return joint((self, other))

    @property
    def ordinal(self) -> int | None:
        """The number most often given, where it is given often enough to be no slip; or None."""
        if not self.ordinals:
            return None
        best = max(sorted(self.ordinals), key=self.ordinals.__getitem__)
        return best if self.ordinals[best] >= 0.15 * self.size else None

    @cached_property
    def known_families(self) -> frozenset[str]:
        """The families of its words, without those that only a few mentions use."""
        least = 0.34 * max(self.families.values(), default=0)
        return frozenset(family for family, times in self.families.items() if times >= least)

    @property
    def known_levels(self) -> frozenset[str]:
        """The levels given often enough to be no slip."""
        return frozenset(level for level, times in self.levels.items() if times >= 0.15 * self.size)

    @property
    def known_chambers(self) -> frozenset[str]:
        """The houses of parliament that it is held in, a slip or two aside."""
        least = 0.34 * max(self.chambers.values(), default=0)
        return frozenset(chamber for chamber, times in self.chambers.items() if times >= least)

    def with_states(self, known: Mapping[str, str]) -> Profile:
        """The profile with the states of its parties filled in (see ``names.with_states``)."""
        return replace(self, parties=with_states(self.parties, known), others=with_states(self.others, known))

    @property
    def is_bare(self) -> bool:
        """True where it names no party and no number: any event of its kind, as far as that goes."""
        return not self.parties and not self.ordinals

    @property
    def is_told_whose(self) -> bool:
        """True where enough mentions name its parties for those to be no slip."""
        return max(self.parties.values(), default=0) >= 0.3 * self.size

    @property
    def mutual(self) -> bool:
        """True where its parties meet one another."""
        return any(is_mutual(family) for family in self.families)

    @cached_property
    def core(self) -> tuple[Party, ...]:
        """The parties that the event is known by: stated often enough to be no slip.

        A person counts by all forms of the name ("Berg", "Anna Berg") together.
        """
        most = max(self.parties.values(), default=0)
        least = (0.34 if self.mutual else 0.4) * most
        forms = [p for p, times in self.parties.items() if p.is_person and times >= _FORM * most]
        return tuple(
            sorted(
                (
                    p
                    for p, times in self.parties.items()
                    if times >= least
                    or (times >= _FORM * most and p.is_person and self._named(p, forms) >= least)
                ),
                key=str,
            )
        )

    def _named(self, person: Party, forms: Sequence[Party]) -> int:
        """How often a person is named in any of these forms."""
        alike = [p for p in forms if same_name(p.key, person.key)]
        return sum(
            self.parties[p] for p in alike if None in (p.state, person.state) or p.state == person.state
        )


def joint(profiles: Sequence[Profile]) -> Profile:
    """The profile of all together."""
    counters: dict[str, Any] = {}
    for name in _COUNTERS:
        filled = [counter for p in profiles if (counter := getattr(p, name))]
        if len(filled) == 1:
            counters[name] = filled[0]
        elif filled:
            counters[name] = _counted(filled)
    timings = tuple(timing for p in profiles for timing in p.timings)
    return Profile(**counters, timings=timings, size=sum(p.size for p in profiles))


def _counted(counters: Sequence[Counter[Any]]) -> Counter[Any]:
    """The sum of counters; a counter's own ways to copy and add take several times as long."""
    total = Counter.__new__(Counter)
    dict.update(total, counters[0])
    for counter in counters[1:]:
        for key, times in counter.items():
            total[key] = total.get(key, 0) + times
    return total


_COUNTERS = tuple(f.name for f in fields(Profile) if f.name not in ("timings", "size"))


# "48-hour", "three-day": how long it lasts is told of many
_ROOT = 4  # letters that a people and its state share: "Maltese", "Malta"
_LENGTH = re.compile(
    r"(?:\d+|multi|one|two|three|four|five|six|seven|eight|nine|ten)(?:minute|hour|day|week|month|year)"
)


def profile_of(mention: EventMention, article: Article) -> Profile:
    """The profile of one mention."""
    family = family_of(mention.head, mention.event_class)
    public = family in words_in("public", "families")
    named_first = principals(mention)
    parties = states_among(mention.participants) if public else named_first
    called = " ".join((mention.title.lower(), *mention.modifiers))
    levels = [level for level in sorted(words_in("levels", "words"), key=len) if level in called]
    if not levels and ROUND in mention.modifiers:
        levels = [ROUND]
    window = mention.window.window if mention.window else None
    previous = mention.previous.window if mention.previous else None  # others knew it by that day
    return Profile(
        Counter([family]),
        Counter([mention.head.lower()]),
        Counter(parties),
        Counter(p for p in parties_of(mention.participants) if p not in parties),
        Counter([mention.ordinal] if mention.ordinal else []),
        Counter(levels[-1:]),
        Counter(_chambers(mention, family)),
        Counter(_terms(mention)),
        Counter(_object(mention)),
        Counter({p.key for p in mention.places if p.standing != "ruled_out"}),
        Counter(),
        Counter(w for w in (window, previous) if w),
        (Timing(article.creation_time.day, mention.status, window),),
    )


def _terms(mention: EventMention) -> set[str]:
    """The words that tell the event from others of its kind, the names of who takes part left out.

    The word for the event itself is one of them where it says what the event is about ("contempt").
    """
    titled = words_of(" ".join((mention.title, *mention.modifiers)).replace("-", ""))
    named = {stem(w) for p in mention.participants for w in (*words_of(p.name), *words_of(p.key))}
    own = mention.head.lower()[:-1] if len(mention.head) > 4 else mention.head.lower()
    is_matter = mention.head.lower() in words_in("matters", "heads")
    told = {stem(w) for w in titled if len(w) > 2 and (is_matter or not w.startswith(own))}
    plain = words_in("plain", "words") | words_in("plain", "offices") | words_in("calendar", "words")
    if family_of(mention.head, mention.event_class) in words_in("matters", "families"):
        plain |= words_in("matters", "plain")
    states = {p.name.lower()[:_ROOT] for p in mention.participants if p.kind == "state" and " " not in p.name}
    return {w for w in told - plain - named if not _LENGTH.fullmatch(w) and w[:_ROOT] not in states}


def _object(mention: EventMention) -> list[str]:
    """What an action is done to, its last word: "to close the old test site" -> "site"."""
    words = mention.title.partition(" (")[0].lower().split()
    head = mention.head.lower().split()
    at = max((i for i, word in enumerate(words) if word.startswith(head[0][:4])), default=len(words))
    after = words[at + len(head) :]
    after = after[1:] if after[:1] == ["of"] else after
    links = words_in("plain", "words") - words_in("plain", "determiners")
    end = next((i for i, word in enumerate(after) if word in links), len(after))
    return [stem(word) for word in words_of(after[end - 1])[-1:]] if end else []


def principals(mention: EventMention) -> tuple[Party, ...]:
    """Those whose event a mention speaks of (see ``names.principals_of``), by its family."""
    family = family_of(mention.head, mention.event_class)
    if is_of_things(family):
        things = [p for p in mention.participants if p.role in ("theme", "partner") and p.kind != "state"]
        if things:
            return parties_of(things)
    whose = [p for p in mention.participants if p.role != "carrier"]
    speaks = any(p.role == "agent" and p.kind == "person" for p in mention.participants)
    undergone = family in words_in("undergone", "families") or (
        family in words_in("undergone", "else_by_agent") and not speaks
    )
    chosen = principals_of(whose, is_mutual(family), undergone)
    if family in words_in("undergone", "by_things"):
        # a firm launches many things
        return tuple(p for p in chosen if p.is_state or p.is_person)
    if family not in words_in("undergone", "before_bodies"):
        return chosen
    if mention.event_class == "vote" and mention.head.lower() in words_in("public", "votes"):
        return tuple(p for p in parties_of(mention.participants) if p.is_state)
    holders = {p.key for p in mention.participants if p.kind == "organisation"}
    left = tuple(p for p in chosen if not p.is_state and p.key not in holders)
    if family not in words_in("undergone", "agents_last"):
        return left
    agents = {p.key for p in mention.participants if p.role == "agent"}
    others = tuple(p for p in left if p.key not in agents)
    return others if others or holders or _terms(mention) else left


def _chambers(mention: EventMention, family: str) -> set[str]:
    """The houses of parliament named beside the event: "Senate hearing", "before the House panel"."""
    if family not in words_in("chambers", "families"):
        return set()
    bodies = [p for p in mention.participants if p.role in ("agent", "host") and p.kind != "person"]
    named = {words[0] for p in bodies if (words := words_of(p.name))}
    return (named | set(mention.modifiers[:1])) & words_in("chambers", "words")


def stem(word: str) -> str:
    """The word without its commonest endings, so that "tests" and "testing" are one."""
    for ending in ("ings", "ing", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4 and not word.endswith("ss"):
            return word[: -len(ending)]
    return word
