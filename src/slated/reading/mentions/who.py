"""Who takes part in an event: the actors in the arguments and modifiers of its trigger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import zip_longest

from slated.model import Actor, Participant
from slated.reading.gazetteer import fold, state_called, state_name
from slated.reading.lexicon import load_table, load_words
from slated.reading.mentions.actor_index import ActorIndex
from slated.reading.mentions.clause import is_subject, is_verb, subject_of
from slated.reading.mentions.cue_words import CARRIED, CARRIERS, REPORTING, is_cue
from slated.reading.mentions.triggers import Trigger
from slated.reading.tokens import Token

_PARTNER = frozenset({"with", "between", "among", "against", "versus", "by", "for", "including"})
_BESIDE = frozenset({"after", "before", "since", "until", "during", "ahead"})
_CASES = frozenset({"case", "lawsuit", "suit", "trial"})
_FOLLOWING = frozenset({"after", "following"})
_GIVEN = frozenset({"of", "by", "from"})
_OWNING = _GIVEN | {"poss"}
_THEME = frozenset({"of", "on", "over", "about", "into"})
_TOPIC = frozenset({"about", "after", "before", "concerning", "during", "over", "regarding", "since"}) | {
    "to"
}
_JUDGED = frozenset({"trial", "ruling"})
_BENCH = load_words("rulings")["bench"]
_MAKING = frozenset(load_table("carried")["deal"]["made"])
_CHOOSING = frozenset({"decide", "refuse", "vote"})
_DONE_TO = frozenset({"release", "trial", "attack", "other"})
_PEOPLE = load_words("titles")["people"]
_TIMES = load_words("calendar_names")["names"] | {"day", "days", "week", "weeks", "weekend", "month", "year"}
_PRONOUNS = frozenset({"he", "she", "his", "her", "him"})
_GROUP_PRONOUNS = frozenset({"they", "their", "them", "both"})
_PAIRS = frozenset({"man", "woman", "leader", "president", "premier", "minister", "rival"})
_ASIDES = frozenset({"relcl", "advcl", "acl", "appos", "ccomp", "parataxis"})
_SIDES = frozenset(
    {"administration", "government", "office", "team", "campaign", "party", "company", "side", "delegation"}
)
_MEETING = frozenset({"meet", "gather", "convene", "sit"})
_MOST = 6


def participants_of(trigger: Trigger, actors: ActorIndex) -> tuple[Participant, ...]:
    """The actors in the trigger's arguments, each once, agents first."""
    found: dict[str, Participant] = {}
    for role, token in _arguments(trigger):
        for actor in _actors_at(trigger, token, actors):
            if role == "agent" and _is_case(trigger, token) and _is_judge(actor):
                continue  # no party
            found.setdefault(actor.key, Participant(actor.name, actor.key, role, actor.kind, actor.state))
    for participant in _compound_parts(trigger, actors):
        found.setdefault(participant.key, participant)
    return tuple(sorted(found.values(), key=lambda p: p.role != "agent"))


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
            undergone = subject.dep_ == "nsubjpass" and trigger.event_class != "visit"
            yield "theme" if done_to or undergone else "agent", subject
        yield from _complements(token)
        yield from _after_time(token)
        return
    yield from _those_who_meet_for(trigger)
    yield from _those_tried(trigger)
    yield from _those_after(trigger)
    for child in token.children:
        if child.dep_ == "poss" or (child.dep_ in {"compound", "nmod", "amod"} and child.i < token.i):
            yield "agent", child
    yield from _complements(token)
    verb = _governing_verb(token)
    if verb is None:
        return
    made = trigger.event_class == "deal" and verb.lemma_ in _MAKING
    carries = made or verb.lemma_ in CARRIERS or CARRIED.get(verb.lemma_) == trigger.event_class
    if carries or (is_cue(verb) and not _is_owned(trigger)):
        yield from _arguments_of_governor(token, verb)


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
    if subject is not None and not _within(token, subject):
        yield "theme" if verb.lemma_ == "face" else "agent", subject
    for child in verb.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"with", "between", "by"}:
            yield "partner", child
        elif child.dep_ == "dobj" and token.dep_ == "pobj" and not _within(token, child):
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
        elif child.dep_ == "prep" and word in _THEME:
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


def _within(token: Token, top: Token) -> bool:
    return top == token or top.is_ancestor(token)


def _is_pair(token: Token) -> bool:
    """ "the two men", "both leaders", with nothing that says whose."""
    if token.lemma_ not in _PAIRS:
        return False
    words = {c.lower_ for c in token.children}
    return bool(words & {"two", "both"}) and words <= {"the", "two", "both", "these"}


def _actors_at(trigger: Trigger, token: Token, actors: ActorIndex) -> list[Actor]:
    """The actors named in the phrase under ``token``, its relative clauses left out."""
    word = token.lower_
    sentence = trigger.sentence
    span = sentence.span_of_tokens(token, token)
    if trigger.event_class == "meeting" and (word in _GROUP_PRONOUNS or _is_pair(token)):
        return actors.pair_before(span, sentence.span)
    if word in _PRONOUNS:
        person = _subject_person(trigger, token, actors) or actors.person_before(span)
        return [person] if person is not None else []
    reporter = _reporter(token) if word == "it" or word in _GROUP_PRONOUNS else None
    if reporter is not None:
        return _actors_at(trigger, reporter, actors)
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
    return kept[:_MOST]


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
    if trigger.event_class not in _DONE_TO:
        return False
    named = [c for c in token.children if c.dep_ == "pobj"] if token.dep_ in {"prep", "agent"} else [token]
    return any(n.lemma_ in _PEOPLE or (n.tag_ == "NNPS" and n.text[-1:] == "s") for n in named)


def _subject_person(trigger: Trigger, pronoun: Token, actors: ActorIndex) -> Actor | None:
    """The person who is the subject nearest above a pronoun: "at his third summit, Smith ..." """
    node = pronoun.head
    while True:
        subject = subject_of(node) if is_verb(node) else None
        if subject is not None and not _within(pronoun, subject) and subject.tag_[:1] == "N":
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
            # "its probe Heron" names it, ", the first of its kind," is an aside
            named = child.dep_ == "appos" and child.left_edge.i == node.i + 1
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


def _has_side(owner: Token) -> bool:
    """True for the "Peru" of "Peru's government and the rebels", which the parser ties to the rebels."""
    at = next((c.i for c in owner.children if c.tag_ == "POS"), len(owner.doc)) + 1
    return at < len(owner.doc) and owner.doc[at].lemma_ in _SIDES


def _is_at_place(preposition: Token) -> bool:
    """ "Baggage handlers at Arlen airport", "sign a truce in Lima": where they are, not who they are."""
    noun = preposition.head
    if preposition.lower_ == "in":
        states = any(state_called(c.text) is not None for c in preposition.children)
        return noun.dep_ in {"dobj", "pobj"} and not states
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


def _those_who_meet_for(trigger: Trigger) -> Iterator[tuple[str, Token]]:
    """Of the summit of "he will meet Diaz for a summit": who meets is who sits there."""
    link = trigger.token.head
    verb = link.head
    if trigger.event_class != "meeting" or link.lower_ != "for" or verb.lemma_ not in _MEETING:
        return
    subject = _named_subject(verb)
    if subject is not None:
        yield "agent", subject
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
            for code in _states_of_region(right):
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


def _states_of_region(adjective: str) -> list[str]:
    """The divided country's two states: "Korean" -> North and South Korea."""
    found = [state_called(f"{side} {adjective}") for side in ("north", "south", "east", "west")]
    return [code for code in found if code]
