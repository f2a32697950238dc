"""Who takes part in an event: the actors in the arguments and modifiers of its trigger."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace

from slated.model import Actor, Participant
from slated.reading.gazetteer import fold, state_called, state_name, state_of_capital, states_of_region
from slated.reading.lexicon import load_table, load_words
from slated.reading.mentions.actor_index import ActorIndex
from slated.reading.mentions.clause import is_subject, is_verb, is_within, subject_of
from slated.reading.mentions.cue_words import CARRIED, CARRIERS, is_cue
from slated.reading.mentions.goals import is_move, is_place_before
from slated.reading.mentions.named import actors_in
from slated.reading.mentions.triggers import Trigger
from slated.reading.tokens import Token

_PARTNER = frozenset({"with", "between", "among", "against", "versus", "by", "for", "including"})
_BESIDE = frozenset({"after", "before", "since", "until", "during", "ahead"})
_CASES = frozenset({"case", "lawsuit", "suit", "trial"})
_FOLLOWING = frozenset({"after", "following"})
_GIVEN = frozenset({"of", "by", "from"})
_OWNING = _GIVEN | {"poss"}
_THEME = frozenset({"of", "on", "over", "about", "into"})
_SIDELINES = "sidelines"
_JUDGED = frozenset({"trial", "ruling"})
_BENCH = load_words("rulings")["bench"]
_MAKING = frozenset(load_table("carried")["deal"]["made"])
_CHOOSING = frozenset({"decide", "refuse", "vote"})
_TIMES = load_words("calendar_names")["names"] | {"day", "days", "week", "weeks", "weekend", "month", "year"}
_MEETING = frozenset({"meet", "gather", "convene", "sit"})


def participants_of(trigger: Trigger, actors: ActorIndex) -> tuple[Participant, ...]:
    """The actors in the trigger's arguments, each once, agents first."""
    found: dict[str, Participant] = {}
    for role, token in _arguments(trigger):
        for actor in actors_in(trigger, token, actors):
            if role == "agent" and _is_case(trigger, token) and _is_judge(actor):
                continue  # no party
            meets = trigger.event_class == "meeting" and (token.lower_ == "of" or token.dep_ == "dobj")
            part = "partner" if meets and role == "theme" else role
            found.setdefault(actor.key, Participant(actor.name, actor.key, part, actor.kind, actor.state))
    for participant in _compound_parts(trigger, actors):
        found.setdefault(participant.key, participant)
    whole = _hosted(trigger, found) if trigger.event_class == "meeting" else found
    return tuple(sorted(whole.values(), key=lambda p: p.role != "agent"))


def _hosted(trigger: Trigger, found: dict[str, Participant]) -> dict[str, Participant]:
    """The participants, one who hosts two others or more told apart: "Chile will host Peru and Oman".

    So with one who hosts nobody that is named; who hosts one other meets with him.
    """
    verb = _governing_verb(trigger.token) if trigger.noun else trigger.token
    guests = {p.state or p.key for p in found.values() if p.role == "partner"}
    if verb is None or verb.lemma_ != "host" or len(guests) == 1:
        return found
    return {key: replace(p, role="host") if p.role == "agent" else p for key, p in found.items()}


def _is_case(trigger: Trigger, agent: Token) -> bool:
    """True for what comes before a judge; of a hearing where he hears or sets it: it may be his own."""
    heard = trigger.event_class == "hearing" and trigger.head in {"hear", "hearing"} and is_subject(agent)
    return heard or trigger.event_class in _JUDGED


def _is_judge(actor: Actor) -> bool:
    return not _BENCH.isdisjoint(fold(" ".join(actor.roles)).split())


def _arguments(trigger: Trigger) -> Iterator[tuple[str, Token]]:
    token = trigger.token
    if not trigger.noun:
        done_to = token.dep_ == "acl" and token.tag_ == "VBN"  # "three hostages freed by Norway"
        subject = token.head if done_to else _owner_of_plan(token) or _named_subject(token)
        if subject is not None:
            passive = subject.head == token or any(c.dep_ == "auxpass" for c in token.children)
            undergone = subject.dep_ == "nsubjpass" and passive and trigger.event_class != "visit"
            yield "theme" if done_to or undergone else "agent", subject
        yield from _complements(token)
        yield from _after_time(token)
        return
    yield from _those_who_meet_for(trigger)
    yield from _those_tried(trigger)
    yield from _those_after(trigger)
    for child in token.children:
        before = child.dep_ in {"compound", "nmod", "amod"} and child.i < token.i
        if child.dep_ == "poss" or (before and not _is_venue(trigger, child)):
            yield "agent", child
    yield from _complements(token)
    verb = _governing_verb(token)
    if verb is None:
        return
    made = trigger.event_class == "deal" and verb.lemma_ in _MAKING
    carries = made or verb.lemma_ in CARRIERS or trigger.event_class in CARRIED.get(verb.lemma_, ())
    if carries or (is_cue(verb) and not _is_owned(trigger)):
        yield from _arguments_of_governor(token, verb)


def _is_venue(trigger: Trigger, name: Token) -> bool:
    """True for the city of "the Geneva talks"; with Tehran it is Washington that talks."""
    with_others = any(c.lower_ == "with" for c in trigger.token.children)
    stands_for_state = with_others and state_of_capital(name.text) is not None
    return trigger.event_class == "meeting" and not stands_for_state and is_place_before(trigger, name)


def _those_after(trigger: Trigger) -> Iterator[tuple[str, Token]]:
    """Of the talks of "Norway and Denmark signed it after talks in Lima": the two that did so."""
    token = trigger.token
    if trigger.event_class != "meeting" or any(
        c.lower_ in _PARTNER or c.dep_ == "poss" for c in token.children
    ):
        return
    link = next((w for w in _above(token) if w.lower_ in _FOLLOWING), None)
    verb = next((w for w in _above(link) if is_verb(w) and _has_pair(w)), None) if link is not None else None
    subject = subject_of(verb) if verb is not None else None
    if subject is not None:
        yield "agent", subject


def _above(token: Token) -> Iterator[Token]:
    while token.head != token:
        token = token.head
        yield token


def _has_pair(verb: Token) -> bool:
    """True where two are joined in the verb's own subject."""
    return any(c.dep_ == "nsubj" and any(d.dep_ == "conj" for d in c.children) for c in verb.children)


def _those_tried(trigger: Trigger) -> Iterator[tuple[str, Token]]:
    """Of the verdict "in the Diaz case", "in the trial of Diaz": whose it is."""
    if trigger.event_class != "ruling":
        return
    inside = (w for c in trigger.token.children if c.lower_ == "in" for w in c.children)
    for child in (c for w in inside if w.lemma_ in _CASES for c in w.children):
        if child.dep_ in {"compound", "nmod", "poss"} or child.lower_ in {"of", "against"}:
            yield "theme", child


def _is_owned(trigger: Trigger) -> bool:
    """True for "the minister's testimony", "the testimony of the minister": whoever blocks it gives none."""
    if trigger.event_class != "hearing":
        return False
    return any(c.dep_ == "poss" or (c.dep_ == "prep" and c.lower_ in _GIVEN) for c in trigger.token.children)


def _arguments_of_governor(token: Token, verb: Token) -> Iterator[tuple[str, Token]]:
    subject = _owner_of_plan(verb, frozenset({"by"})) or _named_subject(verb)
    if subject is not None and not is_within(token, subject):
        yield "theme" if verb.lemma_ == "face" else "agent", subject
    for child in verb.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"with", "between", "by"}:
            yield "partner", child
        elif child.dep_ == "dobj" and token.dep_ == "pobj" and not is_within(token, child):
            # "hold the minister in contempt"
            yield "theme", child


def _owner_of_plan(infinitive: Token, links: Set[str] = _OWNING) -> Token | None:
    """Whose plan it is to do so: "the refusal of Smith to testify", "Smith's decision to meet her"."""
    if infinitive.dep_ != "acl" or infinitive.tag_ != "VB":
        return None
    beside = (c for c in infinitive.head.children if c.i < infinitive.i)
    return next((c for c in beside if not links.isdisjoint({c.dep_, c.lower_})), None)


def _named_subject(verb: Token) -> Token | None:
    """The verb's subject; of "the premier, who will meet her", the noun that "who" takes up."""
    subject = subject_of(verb)
    if subject is not None and subject.tag_ in {"WP", "WDT"} and subject.head.dep_ == "relcl":
        return subject.head.head
    return subject


def _complements(token: Token) -> Iterator[tuple[str, Token]]:
    for child in token.children:
        word = child.lower_
        if (token.lemma_ == "hear" and word == "from") or child.dep_ == "agent":
            yield "agent", child
        elif child.dep_ in {"dobj", "dative"} or (child.dep_ in {"prep", "agent"} and word in _PARTNER):
            yield "partner", child
        elif (
            child.dep_ == "prep"
            and word in _THEME
            and not any(c.lower_ == _SIDELINES for c in child.children)
        ):
            yield "theme", child
            # "the exchange of prisoners between Norway and Denmark"
            told = (c for noun in child.children for c in noun.children if noun.dep_ == "pobj")
            yield from (("partner", c) for c in told if c.lower_ in {"between", "among"})
        elif child.dep_ == "prep" and word in {"before", "to"}:
            yield "host", child
        elif child.tag_ == "VB" and token.lemma_ in _CHOOSING:  # "voted to confirm Smith"
            yield from (("theme", to) for to in child.children if to.dep_ == "dobj")


def _after_time(verb: Token) -> Iterator[tuple[str, Token]]:
    """ "Will meet on Friday in the week ahead with Smith": the parser ties "with" to the week."""
    for child in verb.children:
        if child.dep_ != "prep" or child.lower_ == "with":
            continue
        for node in child.subtree:
            if node.dep_ == "prep" and node.lower_ == "with" and node.head.lower_ in _TIMES:
                yield "partner", node


def _governing_verb(noun: Token) -> Token | None:
    """The verb whose object the noun is ("will hold talks"), a preposition or noun between at most."""
    node = noun
    for _ in range(4):
        if node.dep_ in {"nsubj", "nsubjpass", "ROOT"} or node.head == node or node.lower_ in _BESIDE:
            return None
        node = node.head
        if is_verb(node):
            return node
    return None


def _those_who_meet_for(trigger: Trigger) -> Iterator[tuple[str, Token]]:
    """Of the summit of "he will meet Diaz for a summit", "will fly to Lima for talks": who meets or goes."""
    link = trigger.token.head
    verb = link.head
    if (
        trigger.event_class != "meeting"
        or link.lower_ != "for"
        or not (verb.lemma_ in _MEETING or is_move(verb))
    ):
        return
    subject = _named_subject(verb)
    told = is_move(verb) and any(c.lower_ in {"of", "between"} for c in trigger.token.children)
    if subject is not None and not told:
        yield "agent", subject
    if verb.lemma_ in _MEETING:
        yield from _complements(verb)


def _compound_parts(trigger: Trigger, actors: ActorIndex) -> Iterator[Participant]:
    """ "US-North Korea", "Smith-Jones", "inter-Korean" before an event noun name its parties."""
    if not trigger.noun:
        return
    start = trigger.first.idx
    lead = trigger.sentence.span.text[max(0, start - 60) : start].rstrip()
    words = lead.split(" ")
    for size in (3, 2, 1):
        piece = " ".join(words[-size:])
        left, dash, right = piece.replace("–", "-").partition("-")
        if not dash or len(words) < size:
            continue
        if left.lower() == "inter" and right:
            for code in states_of_region(right):
                yield Participant(state_name(code), fold(state_name(code)), "agent", "state", code)
            return
        named = [_party(p, actors) for p in (left.strip('(“"'), right)]
        if all(named):
            yield from (p for p in named if p is not None)
            return


def _party(word: str, actors: ActorIndex) -> Participant | None:
    code = state_called(word)
    if code:
        return Participant(state_name(code), fold(state_name(code)), "agent", "state", code)
    actor = actors.called(word) if word[:1].isupper() else None
    return Participant(actor.name, actor.key, "agent", actor.kind, actor.state) if actor else None
