"""Of what rank those are who meet: a summit of leaders is not the talks of their ministers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from slated.model import Actor, Participant
from slated.reading.gazetteer import fold, states_of_region
from slated.reading.lexicon import load_words
from slated.reading.mentions.actor_index import ActorIndex
from slated.reading.mentions.triggers import Trigger, whole_of
from slated.reading.tokens import Token

_RANKS = ("leaders", "ministerial", "officials")
_WORDS = load_words("ranks")
_WITH = frozenset({"with", "between", "among", "of"})
_MATE = "counterpart"
_MANY = frozenset({"NNS", "NNPS"})
_COUNTS = frozenset({"both", "two"})


def rank_of(trigger: Trigger, participants: Sequence[Participant], actors: ActorIndex) -> str | None:
    """ "leaders", "ministerial" or "officials" where the text says that such meet; "round" of one of several.

    It does by a noun ("the ministers met", "talks between envoys") or by the offices of those who
    meet, as far as it tells them: all of one rank, and two of them at least, or one with a counterpart.
    """
    if trigger.event_class != "meeting":
        return None
    nouns = list(_those_who_meet(trigger))
    named = [rank for noun in nouns if (rank := rank_of_noun(noun)) is not None]
    if named:
        return named[0] if len(set(named)) == 1 else None
    if "round" in {trigger.head, whole_of(trigger.token).lemma_}:
        return "round"
    met = [p.key for p in participants if p.kind == "person" and p.role in {"agent", "partner"}]
    held = [rank for key in met if (rank := _rank_of_offices(actors.roles_of(key))) is not None]
    enough = len(held) > 1 or any(noun.lemma_ == _MATE for noun in nouns)
    return held[0] if enough and len(set(held)) == 1 else None


def pair_meant(noun: Token, actors: ActorIndex) -> list[Actor]:
    """The two whom a noun for many takes up: "the ministers", "both states' presidents", "the two nations".

    Those are the two persons of the article that hold such an office, else the two states that it names most.
    """
    if noun.tag_ not in _MANY or any(c.lower_ == "of" and not _is_of_states(c) for c in noun.children):
        return []
    told = {c.lower_ for c in noun.children if c.dep_ in {"amod", "compound", "nmod"}} - _COUNTS
    rank = rank_of_noun(noun)
    if both := [a for word in told for code in states_of_region(word) for a in actors.of_state(code)]:
        return both  # "the two Korean leaders"
    if rank in {"leaders", "ministerial"}:
        holders = [a for a in actors.persons() if _rank_of_offices(a.roles) == rank]
        meant = [a for a in holders if all(any(word in fold(r) for r in a.roles) for word in told)]
        if len(meant) == 2:
            return meant
        return actors.main_states() if not holders and told <= _WORDS["portfolios"] else []
    counted = not _COUNTS.isdisjoint({c.lower_ for c in noun.children if c.i < noun.i})
    return actors.main_states() if counted and noun.lemma_ in _WORDS["states"] else []


def _is_of_states(link: Token) -> bool:
    return all(c.lemma_ in _WORDS["states"] for c in link.children if c.dep_ == "pobj")


def _those_who_meet(trigger: Trigger) -> Iterator[Token]:
    token = trigger.token
    if trigger.noun:
        yield from (c for c in token.children if c.dep_ == "poss")
    else:
        yield from (c for c in token.children if c.dep_ in {"nsubj", "dobj"})
    for link in token.children:
        if link.dep_ == "prep" and link.lower_ in _WITH:
            yield from (c for c in link.children if c.dep_ == "pobj")


def rank_of_noun(noun: Token) -> str | None:
    """The rank of a noun for many; of "officials", however many."""
    before = [c.lower_ for c in noun.children if c.i < noun.i]
    after = [c.lower_ for link in noun.children if link.lower_ == "of" for c in link.children]
    lemma = noun.lemma_.lower()
    many = noun.tag_ in _MANY or (noun.tag_ == "NNP" and noun.lower_ == f"{lemma}s")  # "the Prime Ministers"
    called = {lemma, *(f"{word} {lemma}" for word in before[-1:]), *(f"{lemma} of {word}" for word in after)}
    for rank in _RANKS:
        if not called.isdisjoint(_WORDS[rank]) and (many or rank == "officials"):
            return rank if _WORDS["lower"].isdisjoint(before) else None
    return None


def _rank_of_offices(offices: Sequence[str]) -> str | None:
    folded = [fold(office) for office in offices]
    return next((rank for rank in _RANKS if any(_is_of(rank, office) for office in folded)), None)


def _is_of(rank: str, office: str) -> bool:
    """ "Danish foreign minister", "minister of defence"; not "deputy foreign minister"."""
    for held in (office, office.partition(" of ")[0]):
        word = next((w for w in _WORDS[rank] if f" {held}".endswith(f" {w}")), None)
        if word is not None:
            return _WORDS["lower"].isdisjoint(held[: -len(word)].split())
    return False
