"""Two profiles compared: can they be one event, and what speaks for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from slated.tracking.families import is_listed, is_mutual, is_of_things, words_in
from slated.tracking.names import Party, may_stand_for, rivals, same_party
from slated.tracking.profile import ROUND, Profile, stem
from slated.tracking.story import are_strangers, is_on_one_day, shared_cast
from slated.tracking.timing import TimingEvidence, compare_timing


@dataclass(frozen=True, slots=True)
class Comparison:
    """The evidence for two profiles being one event: points, their reasons, or a veto."""

    points: float
    reasons: tuple[str, ...]
    veto: str | None = None


@dataclass(frozen=True, slots=True)
class _Sides:
    matched: int
    named: int
    only_one: int
    only_other: int
    rivals: bool


KIND_DIFFERS = "another kind of event"
PARTIES_DIFFER = "no party in common"
OTHER_MATTER = "another matter"
LEADERS, MINISTERS = "leaders", "ministerial"
_OFTEN = 3
_SELDOM = 0.25  # of an event's mentions: who meets is told in fewer, and may be a slip
_NOBODY = _Sides(0, 0, 0, 0, rivals=False)


def compare(known: Profile, new: Profile, within: bool = False) -> Comparison:
    """Weigh whether ``new``, as its article speaks of it, is the event ``known``.

    Points are log-odds in spirit: about 3 and more is the same event. A veto says why the two
    cannot be one, whatever else agrees. ``within`` one article, which calls its actors by the same
    names all along, nobody is taken to stand for a state that the article does not tie him to.
    """
    families = known.known_families & new.known_families
    if not families and (within or not is_on_one_day(known, new)):
        return Comparison(0.0, (), KIND_DIFFERS)
    if veto := _told_apart(known, new):
        return Comparison(0.0, (), veto)
    mutual = any(is_mutual(f) for f in families)
    ours, theirs = _tied(known, new)
    goals = [_goals(known, ours), _goals(new, theirs)] if families == {"visit"} else []
    if goals and all(goals) and not goals[0] & goals[1]:
        return Comparison(0.0, (), "visits to other places")
    by_things = all(map(is_of_things, families))
    sides = _match(ours, theirs, mutual, loosely=not within, by_things=by_things)
    points: list[tuple[float, str]] = []
    if (veto := _parties_part(sides, mutual)) is not None:
        told = not mutual and _is_of_others(known, new)
        seldom = max(known.parties.values()) < _SELDOM * known.size
        if (mutual and not seldom) or (
            told and (within or veto != PARTIES_DIFFER or not _is_one_occasion(known, new))
        ):
            return Comparison(0.0, (), veto)
        points += [(-1.0, "other parties")] if told else []
        sides = _NOBODY
    points += _party_points(sides, mutual)
    points += _trait_points(known, new)
    if not mutual and not sides.named and families:
        points += _word_points(known, new)
    if not mutual:
        points += _object_points(known, new)
    timing = compare_timing(known, new)
    if timing.veto:
        return Comparison(0.0, (), timing.veto)
    points += timing.points
    if not within:
        # any two of a story may meet at any time, but it has few deals and fixtures
        bare = "meeting" not in families and not (known.core and new.core)
        points += _story_points(known, new, timing, bare=bare, matched=sides.matched > 0)
    return Comparison(sum(p for p, _ in points), tuple(reason for p, reason in points if p))


def _told_apart(known: Profile, new: Profile) -> str | None:
    if known.ordinal and new.ordinal and known.ordinal != new.ordinal:
        return f"number {known.ordinal} and number {new.ordinal}"
    if (new.ordinal or 0) > 1 and not known.ordinal and _is_over(known) and not _is_over(new):
        return f"number {new.ordinal} is still to come, this one was held"
    if _on_other_levels(known.known_levels, new.known_levels):
        return "on different levels"
    if known.known_chambers and new.known_chambers and not known.known_chambers & new.known_chambers:
        return "in different chambers"
    leaders = words_in("leaders", "heads")
    for one, other in ((known, new), (new, known)):
        if (
            leaders & set(one.heads)
            and other.known_levels - {LEADERS}
            and not leaders & set(other.heads)
            and not one.levels
        ):
            return "leaders and lower level"
    return None


def _on_other_levels(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    both = ours | theirs
    may_be_one = ROUND in both and LEADERS not in both
    return bool(ours and theirs) and not ours & theirs and not may_be_one


def _is_over(profile: Profile) -> bool:
    return any(t.done for t in profile.timings)


def _tied(known: Profile, new: Profile) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """The core parties of both, what either tells of their states shared."""
    ours, theirs = known.core, new.core
    if all(p.state or not p.is_person for p in (*ours, *theirs)):
        return ours, theirs
    told = {p.key: p.state for p in (*theirs, *ours) if p.state and p.is_person}
    return known.with_states(told).core, new.with_states(told).core


def _goals(profile: Profile, guests: Iterable[Party]) -> set[str]:
    """The states, or else places, that are visited: nobody pays a visit at home."""
    home = {p.side for p in guests}
    often = 0.2 * profile.size
    return {p.side for p, times in profile.others.items() if not p.is_person and times >= often} - home


def _match(
    known: tuple[Party, ...], new: tuple[Party, ...], mutual: bool, *, loosely: bool, by_things: bool
) -> _Sides:
    matched_known = {k for k in known if any(same_party(k, n) for n in new)}
    matched_new = {n for n in new if any(same_party(k, n) for k in known)}
    matched = min(_sides_of(matched_known), _sides_of(matched_new))
    left_known = [k for k in known if k not in matched_known and not _covered(k, matched_known)]
    left_new = [n for n in new if n not in matched_new and not _covered(n, matched_new)]
    if matched == 1 and loosely:
        loose = {n for n in left_new if any(may_stand_for(k, n) for k in left_known)}
        left_known = [k for k in left_known if not any(may_stand_for(k, n) for n in loose)]
        left_new = [n for n in left_new if n not in loose]
        matched += bool(loose)
    named = sum(
        any(_named_alike(k, n, mutual) or (by_things and _is_one_thing(k, n)) for k in known)
        for n in matched_new
    )
    return _Sides(matched, named, _sides_of(left_known), _sides_of(left_new), rivals(known, new))


def _named_alike(known: Party, new: Party, mutual: bool) -> bool:
    """True for one person by name; where one is heard or tried, by surname too."""
    if mutual or known.key == new.key:
        return new.is_person and known.is_person and known.key == new.key
    persons = known.is_person or new.is_person
    return persons and not known.is_state and not new.is_state and same_party(known, new)


def _is_one_thing(known: Party, new: Party) -> bool:
    """True for one craft by the same name: hardly two launches are of the same."""
    return known.key == new.key and not known.is_state and not known.is_person


def _covered(party: Party, matched: set[Party]) -> bool:
    """True where it adds no side of its own: a state whose envoy is matched, another form of a name."""
    if party.is_state:
        return any(m.state == party.state for m in matched)
    return any(m.is_person and m.key.split()[-1:] == party.key.split()[-1:] for m in matched)


def _sides_of(parties: Iterable[Party]) -> int:
    return len({p.side for p in parties})


def _parties_part(sides: _Sides, mutual: bool) -> str | None:
    if sides.rivals and (mutual or sides.matched < 2):
        return "other persons of the same side"
    if sides.matched == 0 and sides.only_one and sides.only_other:
        return PARTIES_DIFFER
    if mutual and sides.only_one and sides.only_other and sides.matched < 2:
        return "another counterpart"
    return None


def _is_of_others(known: Profile, new: Profile) -> bool:
    """True where both tell whose they are, and neither's parties stand beside the other."""
    told = known.is_told_whose and new.is_told_whose
    return told and not _is_beside(known, new) and not _is_beside(new, known)


def _is_beside(known: Profile, new: Profile) -> bool:
    """True where those whose event the one is are often named beside the other ("NASA's launch").

    Persons are not: a host whom the guest met pays no visit.
    """
    if all(p.is_person for p in (*known.core, *new.core)):
        return False
    beside = [p for p, times in known.others.items() if times >= 0.2 * known.size]
    return bool(new.core) and all(any(same_party(p, n) for p in beside) for n in new.core)


def _party_points(sides: _Sides, mutual: bool) -> list[tuple[float, str]]:
    each = 1.5 if mutual or sides.named else 1.0
    points = [(each * min(sides.matched, 2), f"{sides.matched} parties in common")] if sides.matched else []
    if sides.named:
        points.append((0.5 * min(sides.named, 2), "named alike"))
    if not mutual and sides.matched and not sides.only_one and not sides.only_other:
        points.append((0.5, "the same parties"))
    if sides.only_one and sides.only_other:
        points.append((-1.0, "further parties differ"))
    elif sides.matched and (not mutual or sides.matched > 1) and (sides.only_one or sides.only_other):
        points.append((-0.5, "not all parties"))
    return points


def _trait_points(known: Profile, new: Profile) -> list[tuple[float, str]]:
    points: list[tuple[float, str]] = []
    if set(known.heads) & set(new.heads) or _is_one_word(known, new):
        points.append((1.0, "the same word for it"))
    elif any(is_listed(f) for f in known.known_families & new.known_families):
        points.append((0.5, "words for one kind of event"))
    if known.ordinal and known.ordinal == new.ordinal:
        points.append((1.5, f"both number {new.ordinal}"))
    if any(same_party(k, n) for k in known.others for n in new.others):
        points.append((0.5, "the same setting"))
    if set(known.levels) & set(new.levels) - {LEADERS, MINISTERS, ROUND}:
        points.append((1.0, "the same level"))
    if set(known.places) & set(new.places):
        points.append((1.0, "the same place"))
    return points


def _is_one_word(known: Profile, new: Profile) -> bool:
    """True for "to open" and "the opening"; listed kinds say by themselves which words are theirs."""
    if any(is_mutual(f) or is_listed(f) for f in known.known_families & new.known_families):
        return False
    ours, theirs = ({stem(head) for head in p.heads} for p in (known, new))
    return not ours.isdisjoint(theirs)


def _word_points(known: Profile, new: Profile) -> list[tuple[float, str]]:
    """What the words of the titles say, where no person tells the event from others of its kind."""
    if not known.terms or not new.terms:
        return []
    heads = {*known.heads, *new.heads} - words_in("matters", "heads")
    kind = {stem(head) for head in heads}  # "hear" of "hearing"
    ours, theirs = ([t for t in _main_terms(p.terms) if t not in kind] for p in (known, new))
    shared = _shared_terms(known.terms, theirs)
    if not shared:
        told_by = known.known_families & new.known_families <= words_in("matters", "families")
        return [(-2.0, OTHER_MATTER)] if told_by else [(-0.75, "no word in common")]
    if 2 * len(shared) < min(len(ours), len(theirs)):
        return [(-0.25, "few words in common")]
    return [(min(2.0, 0.75 * len(shared)), "shared words: " + ", ".join(shared))]


def _object_points(known: Profile, new: Profile) -> list[tuple[float, str]]:
    """Whether both say that it is done to the same: a site is shut, and so is a road."""
    if not known.objects or not new.objects:
        return []
    said = sum(known.objects.values())
    if any(known.objects[thing] and known.objects[thing] >= 0.1 * said for thing in new.objects):
        return [(0.5, "done to the same thing")]
    # what goes by many words ("the men", "the detainees") may go by one more
    settled = max(known.objects.values()) >= max(_OFTEN, 0.5 * said)
    return [(-2.0 if settled else -1.0, "done to another thing")]


def _is_one_occasion(known: Profile, new: Profile) -> bool:
    """True on one day in one story, where not both sides are persons: who is named may be a bystander."""
    if all(p.is_person for p in (*known.core, *new.core)) or not shared_cast(known, new):
        return False
    return compare_timing(known, new).is_of_one_day


def _story_points(
    known: Profile, new: Profile, timing: TimingEvidence, *, bare: bool, matched: bool
) -> list[tuple[float, str]]:
    """What it says whom their articles speak of; ``bare`` where either names no party of its event."""
    shared = shared_cast(known, new)
    if shared and timing.is_of_one_day:
        return [(min(2.0, 0.5 * shared), "the same story")]
    if bare and shared > 1:
        return [(2.0, "the same story")]
    return [(-1.0, "nobody in common")] if not matched and are_strangers(known, new) else []


def _main_terms(terms: Counter[str]) -> list[str]:
    """The words most often used, without those that only few mentions use."""
    floor = 0.3 * max(terms.values(), default=0)
    return [term for term, times in terms.items() if times >= floor]


def _shared_terms(known: Counter[str], new: Iterable[str]) -> list[str]:
    floor = 0.1 * max(known.values(), default=0)
    return sorted(t for t in new if known[t] and known[t] >= floor)
