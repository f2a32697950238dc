"""Whom a phrase of a sentence names: by name, by office, by pronoun, or as one of two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from slated.model import Actor
from slated.reading.gazetteer import state_called
from slated.reading.lexicon import load_words
from slated.reading.mentions.actor_index import ActorIndex
from slated.reading.mentions.clause import is_verb, is_within, subject_of
from slated.reading.mentions.cue_words import REPORTING
from slated.reading.mentions.rank import pair_meant, rank_of_noun
from slated.reading.mentions.triggers import Trigger
from slated.reading.tokens import Token

_TOPIC = frozenset({"about", "after", "before", "concerning", "during", "over", "regarding", "since"}) | {
    "to"
}
_DONE_TO = frozenset({"release", "trial", "attack", "other"})
_JUDGED = frozenset({"ruling", "trial"})
_COURTS = load_words("rulings")["judges"]
_ACTING = load_words("titles")["acting"]
_PEOPLE = load_words("titles")["people"]
_HELD = frozenset(office.split()[-1] for office in load_words("titles")["person"])
_PRONOUNS = frozenset({"he", "she", "his", "her", "him"})
_GROUP_PRONOUNS = frozenset({"they", "their", "them", "both"})
_PAIRS = frozenset({"man", "woman", "leader", "president", "premier", "minister", "rival"})
_ASIDES = frozenset({"relcl", "advcl", "acl", "appos", "ccomp", "parataxis"})
_SIDES = load_words("titles")["sides"]
_MOST = 6
_TWO = 2


def _is_pair(token: Token) -> bool:
    """ "the two men", "both leaders", with nothing that says whose."""
    if token.lemma_ not in _PAIRS:
        return False
    words = {c.lower_ for c in token.children}
    return bool(words & {"two", "both"}) and words <= {"the", "two", "both", "these"}


def actors_in(trigger: Trigger, token: Token, actors: ActorIndex) -> list[Actor]:
    """The actors named in the phrase under ``token``, its relative clauses left out."""
    word = token.lower_
    sentence = trigger.sentence
    span = sentence.span_of_tokens(token, token)
    if trigger.event_class == "meeting" and (word in _GROUP_PRONOUNS or _is_pair(token)):
        ranked = (noun for noun in reversed(token.doc[: token.i]) if rank_of_noun(noun) is not None)
        told = next((actors_in(trigger, noun, actors) for noun in ranked), [])
        return told if len(told) == _TWO else actors.pair_before(span, sentence.span)
    if word in _PRONOUNS:
        person = _subject_person(trigger, token, actors) or actors.person_before(span)
        return [person] if person is not None else []
    reporter = _reporter(token) if word == "it" or word in _GROUP_PRONOUNS else None
    if reporter is not None:
        return actors_in(trigger, reporter, actors)
    kept: list[Actor] = []
    is_of_people = _is_of_people(trigger, token)
    for first, last in _runs(_phrase_tokens(trigger, token)):
        run = sentence.span_of_tokens(first, last)
        named = actors.within(run) or [
            a for a in actors.around(run) if not any(s.covers(trigger.span) for s in a.spans)
        ]
        if not any(a.kind == "person" for a in named):
            meant = actors.in_office(run)
            named = [meant] if meant is not None else named
        named = [a for i, a in enumerate(named) if not i or not _is_home(named[i - 1], a)]
        for actor, following in zip_longest(named, named[1:]):
            # in "US envoy Smith" the state belongs to the person's role
            in_role = actor.kind == "state" and following is not None and following.kind == "person"
            if actor.kind == "state" and is_of_people and actor.state is not None:
                continue
            if actor not in kept and not (
                in_role and following is not None and following.state == actor.state
            ):
                kept.append(actor)
    if not kept and trigger.event_class == "meeting":
        return _pair_at(token, actors)
    persons = {actor.state for actor in kept if actor.kind == "person"}
    return [a for a in kept if a.kind != "state" or a.state not in persons][:_MOST]


def _pair_at(token: Token, actors: ActorIndex) -> list[Actor]:
    nouns = [c for c in token.children if c.dep_ == "pobj"] if token.dep_ in {"prep", "agent"} else [token]
    return next((pair for noun in nouns if (pair := pair_meant(noun, actors))), [])


def _is_home(person: Actor, place: Actor) -> bool:
    """True for the city of "Mayor Jane Doe of Elm City"."""
    if not person.roles or place.roles or place.kind in {"state", "organisation"}:
        return False
    ends = {(s.part, s.end + len(" of ")) for s in person.spans}
    return any((s.part, s.start) in ends for s in place.spans)


def _reporter(pronoun: Token) -> Token | None:
    """Who says it, of the pronoun in "the ministry said that it would meet the union"."""
    verb = pronoun.head
    if (
        pronoun.dep_ not in {"nsubj", "nsubjpass"}
        or verb.dep_ != "ccomp"
        or verb.head.lemma_ not in REPORTING
    ):
        return None
    subject = subject_of(verb.head)
    return subject if subject is not None and subject.i < pronoun.i and subject.tag_[:1] == "N" else None


def _is_of_people(trigger: Trigger, token: Token) -> bool:
    """ "Three Danish hostages", "the Danes": people to whom something is done, who act for no state."""
    if trigger.event_class not in _DONE_TO | _JUDGED:
        return False
    named = [c for c in token.children if c.dep_ == "pobj"] if token.dep_ in {"prep", "agent"} else [token]
    if trigger.event_class in _JUDGED and any(n.tag_ == "NN" and n.lemma_ not in _SIDES for n in named):
        return True  # "a former Danish diplomat was convicted"
    return any(n.lemma_ in _PEOPLE or (n.tag_ == "NNPS" and n.text[-1:] == "s") for n in named)


def _subject_person(trigger: Trigger, pronoun: Token, actors: ActorIndex) -> Actor | None:
    """The person who is the subject nearest above a pronoun: "at his third summit, Smith ..." """
    node = pronoun.head
    while True:
        subject = subject_of(node) if is_verb(node) else None
        if subject is not None and not is_within(pronoun, subject) and subject.tag_[:1] == "N":
            for first, last in _runs(_phrase_tokens(trigger, subject)):
                for actor in actors.within(trigger.sentence.span_of_tokens(first, last)):
                    if actor.kind == "person" or (actor.kind == "unknown" and actor.state is None):
                        return actor
        if node.head == node:
            return None
        node = node.head


def _phrase_tokens(trigger: Trigger, top: Token) -> list[Token]:
    """The tokens of the phrase under ``top``, its clauses and asides left out, in order."""
    stack, tokens = [top], []
    while stack:
        node = stack.pop()
        tokens.append(node)
        for child in node.children:
            # "its probe Heron" names it, as does "her rival, Diaz"; ", the first of its kind," is an aside
            named = child.dep_ == "appos" and (child.left_edge.i == node.i + 1 or _is_holder(child))
            if child == trigger.token or (child.dep_ in _ASIDES and not named):
                continue
            if child.dep_ == "punct" and child.text not in {"-", "–"}:
                continue
            if child.dep_ == "prep" and (child.lower_ in _TOPIC or _is_at_place(child)):
                continue
            # "the president's former aide" is not the president
            owned = child.dep_ == "poss" and node.tag_ in {"NN", "NNS"} and node.lemma_ not in _SIDES
            if owned and not _has_side(child):
                continue
            stack.append(child)
    return sorted(tokens, key=lambda t: t.i)


def _is_holder(name: Token) -> bool:
    """True for the name put behind an office: "their envoy, Diaz"."""
    return name.tag_ == "NNP" and name.head.tag_ == "NN" and name.head.lower_ in _HELD


def _has_side(owner: Token) -> bool:
    """True for the "Peru" of "Peru's government and the rebels", which the parser ties to the rebels."""
    at = next((c.i for c in owner.children if c.tag_ == "POS"), len(owner.doc)) + 1
    return at < len(owner.doc) and owner.doc[at].lemma_ in _SIDES


def _is_at_place(preposition: Token) -> bool:
    """ "Baggage handlers at Arlen airport", "sign a truce in Lima": where they are, not who they are."""
    noun = preposition.head
    if preposition.lower_ == "in":
        states = any(state_called(c.text) is not None for c in preposition.children)
        if states and noun.tag_ == "NNS" and noun.lemma_ not in _ACTING:
            return True  # "nurses in Peru" act for no state
        return (noun.dep_ in {"conj", "dobj", "pobj"} or noun.lemma_ in _COURTS) and not states
    return preposition.lower_ == "at" and noun.tag_[:3] != "NNP"


def _runs(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """Runs of neighbouring tokens, cut at "and": each may hold a name."""
    first = last = None
    for token in tokens:
        if first is not None and last is not None and token.i == last.i + 1 and token.text != "and":
            last = token
            continue
        if first is not None and last is not None:
            yield first, last
        first = last = token
    if first is not None and last is not None:
        yield first, last
