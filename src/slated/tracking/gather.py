"""Within an article: the mentions of one event gathered to an account of it."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from slated.model import Article, EventMention, Reading, Span
from slated.tracking.compare import KIND_DIFFERS, PARTIES_DIFFER, compare
from slated.tracking.families import is_carrier
from slated.tracking.names import rivals, same_party
from slated.tracking.profile import Profile, profile_of
from slated.tracking.story import cast_of
from slated.tracking.timing import compare_timing, gap
from slated.tracking.weigh import PHASES, timing_of

SAME_IN_ARTICLE = 2.0
"""Points from which two mentions of an article are one event."""

_ALIKE = frozenset({"the same word for it", "named alike"})
_CLOSE = 250
_LEAD = 300  # characters
_AT_ODDS = {frozenset({"off", "done"}): 2.0, frozenset({"ahead", "done"}): 0.5}


Order = tuple[str, str, int]
"""The canonical order: day of publication (unknown last), document, first mention."""


@dataclass(frozen=True, slots=True)
class Account:
    """What one article says of one event: its mentions, in text order, and their profile.

    ``key`` is made of the article and the place where the event is first named in it. ``told`` is
    the profile by the article's own words; ``profile`` has states that only other articles tell.
    A ``weak`` account, of mentions that may be of no event at all, opens no event.
    """

    key: str
    document_id: str
    published: dt.date | None
    mentions: tuple[int, ...]
    profile: Profile
    told: Profile
    weak: bool = False

    @property
    def order(self) -> Order:
        """Where it stands among all accounts."""
        return (self.published.isoformat() if self.published else "9999", self.document_id, self.mentions[0])

    @property
    def persons(self) -> frozenset[str]:
        """The keys of the persons that take part."""
        return frozenset(p.key for p in (*self.profile.parties, *self.profile.others) if p.is_person)

    def resolved(self, states: Mapping[str, str]) -> Account:
        """The account with the states that others tie its persons to, where it tells none itself."""
        return replace(self, profile=self.told.with_states(states))


@dataclass(slots=True)
class _Group:
    mentions: list[int]
    profile: Profile


def gather(article: Article, reading: Reading) -> tuple[Account, ...]:
    """The accounts of an article: mentions that name enough found groups, the others join them.

    A mention that takes up another (``refers_to``) goes where that one went.
    """
    profiles = [profile_of(m, article) for m in reading.mentions]
    home: dict[int, _Group] = {}
    groups: list[_Group] = []
    order = sorted(range(len(profiles)), key=lambda i: (-_fullness(reading.mentions[i], profiles[i]), i))
    for index in order:
        mention = reading.mentions[index]
        if mention.anaphor or mention.refers_to is not None or _carries(mention):
            continue
        profile = profiles[index]
        group = _best(groups, profile, index, reading.mentions)
        if group is None:
            group = _led(groups, profile, index, reading.mentions)
            if group is not None and mention.trigger.part == "title":
                profile = _lean(profile, profile.families)  # its words are a headline's
        if group is None:
            group = _Group([], Profile(size=0))
            groups.append(group)
        _add(group, index, profile)
        home[index] = group
    for index, mention in enumerate(reading.mentions):
        if index in home:
            continue
        if _carries(mention):
            group, told = _carried(mention, reading.mentions, home), _lean(profiles[index], Counter())
        else:
            group = _antecedent(mention, index, reading.mentions, home, profiles)
            told = _lean(profiles[index], profiles[index].families)
        if group is not None:
            _add(group, index, told)
            home[index] = group
    groups = _visits_in_meetings(groups, reading)
    accounts = [_account(article, reading, g) for g in groups]
    return tuple(sorted(accounts, key=lambda a: a.mentions))


def _visits_in_meetings(groups: Sequence[_Group], reading: Reading) -> list[_Group]:
    """The groups, each coming visit to a partner's country for a meeting with him joined to that meeting.

    A visit that was paid is told of by itself, and may well have had other ends.
    """
    states = {actor.key: actor.state for actor in reading.actors if actor.state is not None}
    kept: list[_Group] = []
    for group in groups:
        visit = group.profile
        meeting = next((g for g in groups if _is_visit_for(visit, g.profile, states)), None)
        if meeting is None:
            kept.append(group)
            continue
        meeting.mentions += group.mentions
        meeting.profile = meeting.profile.joined(replace(visit, parties=Counter()))
    return kept


def _is_visit_for(visit: Profile, meeting: Profile, states: Mapping[str, str]) -> bool:
    if set(visit.families) != {"visit"} or "meeting" not in meeting.families or _phase(visit) == "done":
        return False
    goals = {states.get(key) for key in visit.places} | {p.state for p in visit.others}
    guests = {p.side for p in visit.core}
    hosts = {p.side for p in meeting.core} - guests
    if not any(same_party(p, m) and p.is_person and m.is_person for p in visit.core for m in meeting.core):
        return False
    there = set(visit.places) & set(meeting.places)
    if not (goals & hosts or there) or rivals(visit.core, meeting.core):
        return False
    return not visit.windows or not meeting.windows or compare_timing(meeting, visit).agrees


def _account(article: Article, reading: Reading, group: _Group) -> Account:
    mentions = tuple(sorted(group.mentions))
    key = key_of(article.document_id, reading.mentions[mentions[0]].trigger)
    day = article.creation_time.day
    timing = timing_of((reading.mentions[i] for i in mentions), day)
    told = replace(group.profile.with_states({}), timings=(timing,), cast=cast_of(reading))
    weak = all(reading.mentions[i].doubtful for i in mentions)
    return Account(key, article.document_id, day, mentions, told, told, weak)


def key_of(document_id: str, first: Span) -> str:
    """The key of an account whose first mention in that article has this trigger."""
    named = f"{document_id}|{first.part}|{first.start}"
    return hashlib.blake2b(named.encode(), digest_size=6).hexdigest()


def _add(group: _Group, index: int, profile: Profile) -> None:
    group.mentions.append(index)
    group.profile = group.profile.joined(profile)


def _fullness(mention: EventMention, profile: Profile) -> int:
    """How much of an event the mention names: the fullest are placed first.

    A second party tells more only where parties meet, and a third one is as often a bystander.
    """
    sides = len({p.side for p in profile.parties})
    dated = mention.window is not None and mention.window.window is not None
    return (
        2 * min(sides, 2 if profile.mutual else 1)
        + (mention.ordinal is not None)
        + dated
        + bool(mention.places)
    )


def _best(
    groups: Sequence[_Group], profile: Profile, index: int, mentions: Sequence[EventMention]
) -> _Group | None:
    """The group that the mention fits best; of equals the one that was last spoken of.

    A doubtful mention goes only where the same word or the same persons are.
    """
    bare = not profile.parties
    scored = []
    for group in groups:
        comparison = compare(group.profile, profile, within=True)
        points = comparison.points + (1.0 if bare else 0.0) - _at_odds(group.profile, profile)
        if mentions[index].doubtful and not _ALIKE & set(comparison.reasons):
            continue
        if comparison.veto == PARTIES_DIFFER and _is_headlined(group, profile, index, mentions):
            scored.append((SAME_IN_ARTICLE, len(group.mentions), 0, group))
        if (
            comparison.veto is None
            and points >= SAME_IN_ARTICLE
            and not _on_other_days(group.profile, profile)
        ):
            distance = min(abs(index - m) for m in group.mentions)
            scored.append((points, len(group.mentions), -distance, group))
    return max(scored, key=lambda s: s[:3])[3] if scored else None


def _is_headlined(group: _Group, profile: Profile, index: int, mentions: Sequence[EventMention]) -> bool:
    """True for an event of the title told again in the text for the very same days, of others who see to it.

    "Board to rule on merger by May 3", "the commission will decide by May 3".
    """
    if profile.mutual or not profile.windows or profile.windows.keys() != group.profile.windows.keys():
        return False
    parts = {mentions[i].trigger.part for i in group.mentions}
    return parts == ({"text"} if mentions[index].trigger.part == "title" else {"title"})


def _led(
    groups: Sequence[_Group], profile: Profile, index: int, mentions: Sequence[EventMention]
) -> _Group | None:
    """The group of the title's one event of a class, for the first of that class in the text, and back.

    A headline tells what the first sentence tells, in other words: "Allies call off war game", "have
    suspended the exercise".
    """
    for group in groups:
        vetoed = compare(group.profile, profile, within=True).veto not in {None, KIND_DIFFERS}
        if not vetoed and _is_led(group, profile, index, mentions):
            return group
    return None


def _is_led(group: _Group, profile: Profile, index: int, mentions: Sequence[EventMention]) -> bool:
    pair = sorted((*group.mentions, index), key=lambda i: mentions[i].trigger.part == "text")
    if [mentions[i].trigger.part for i in pair] != ["title", "text"]:
        return False
    title, lead = (mentions[i] for i in pair)
    if lead.trigger.start > _LEAD:
        return False
    if _is_moved_alike(title, lead):
        return True
    return _is_first_of_class(title, lead, mentions) and _go_together(group.profile, profile)


def _is_first_of_class(title: EventMention, lead: EventMention, mentions: Sequence[EventMention]) -> bool:
    """True where the title has no other event of the class, and the text none before ``lead``."""
    kind = title.event_class
    alike = [m for m in mentions if m.event_class == kind and not m.anaphor and not m.doubtful]
    first = next((m for m in alike if m.trigger.part == "text"), None)
    return kind != "other" and lead is first and [m for m in alike if m.trigger.part == "title"] == [title]


def _go_together(one: Profile, other: Profile) -> bool:
    """True where days, parties and what became of it do not tell the two apart."""
    apart = one.windows and other.windows and not compare_timing(one, other).agrees
    sides = [{p.side for p in profile.parties} for profile in (one, other)]
    strangers = all(sides) and not sides[0] & sides[1]
    return (_phase(one) == "done") == (_phase(other) == "done") and not apart and not strangers


def _is_moved_alike(title: EventMention, lead: EventMention) -> bool:
    """True where both are put off to the same days: "Metro delayed to May", "the opening of the line"."""
    days = [m.window.window if m.window is not None else None for m in (title, lead)]
    alike = title.event_class == lead.event_class or "other" in {title.event_class, lead.event_class}
    return alike and title.status == lead.status == "postponed" and days[0] is not None and days[0] == days[1]


def _at_odds(group: Profile, new: Profile) -> float:
    """The points that one article's two tenses cost: what was called off there did not take place."""
    if group.ordinal is not None and group.ordinal == new.ordinal:
        return 0.0  # "the fourth visit", once called off and then paid
    phases = {_phase(group), _phase(new)}
    return _AT_ODDS.get(frozenset(phases), 0.0)


def _on_other_days(group: Profile, new: Profile) -> bool:
    """True where one took place on a day that is told and the other is to come on another."""
    return any(
        {PHASES[a.status], PHASES[b.status]} == {"ahead", "done"} and gap(a.window, b.window) > 0
        for a in group.timings
        for b in new.timings
        if a.window is not None and b.window is not None
    )


def _phase(profile: Profile) -> str:
    """The phase that most mentions give, of equals the first (the fullest mentions come first)."""
    phases = Counter(PHASES[t.status] for t in profile.timings)
    return phases.most_common(1)[0][0] if phases else ""


def _antecedent(
    mention: EventMention,
    index: int,
    mentions: Sequence[EventMention],
    home: dict[int, _Group],
    profiles: Sequence[Profile],
) -> _Group | None:
    """Where a reference goes: to the mention it takes up, else to the last one of its kind."""
    taken_up = home.get(mention.refers_to) if mention.refers_to is not None else None
    if taken_up is not None and compare(taken_up.profile, profiles[index], within=True).veto is None:
        return taken_up
    before = sorted(home, key=lambda i: (i > index, abs(i - index)))
    for other in before:
        if compare(home[other].profile, profiles[index], within=True).veto is None:
            return home[other]
    return None


def _carries(mention: EventMention) -> bool:
    return mention.event_class == "other" and is_carrier(mention.head, mention.title)


def _carried(
    carrier: EventMention, mentions: Sequence[EventMention], home: Mapping[int, _Group]
) -> _Group | None:
    """The group of the event that a carrier says takes place: the last one named close before it."""
    before = [i for i in home if 0 < _ahead_of(carrier, mentions[i]) <= _CLOSE and not _carries(mentions[i])]
    return home[min(before, key=lambda i: _ahead_of(carrier, mentions[i]))] if before else None


def _ahead_of(carrier: EventMention, other: EventMention) -> int:
    same = carrier.trigger.part == other.trigger.part
    return carrier.trigger.start - other.trigger.start if same else -1


def _lean(profile: Profile, families: Counter[str]) -> Profile:
    """A reference adds its days and places, not its own guess at who takes part."""
    return Profile(
        families=families,
        places=profile.places,
        windows=profile.windows,
        timings=profile.timings,
        size=0,
    )
