"""How an event stands by the words that govern it: from the trigger up to its clause.

Climbing from the trigger, every governing word that a status cue names is noted, with the verb
group in which it stands; the notes are then weighed together. A verb that reports ("said")
ends the climb: what it reports keeps its own outlook.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from slated.model.readings import Status
from slated.reading.mentions.clause import is_put_off, is_verb, particle_verb, verb_group
from slated.reading.mentions.cue_words import (
    ADJECTIVES,
    ADVERBS,
    CROWDED,
    CUES,
    EVENTS,
    LIGHT,
    NOUNS,
    PARTICLES,
    REPORTING,
    SUMMONS,
    TAKE_PLACE,
    VERBS,
    cue_of,
    is_cue,
)
from slated.reading.mentions.cues import Cue, CueEffect, weigh
from slated.reading.mentions.verb_cues import is_held_by, verb_cues
from slated.reading.tokens import Token

_ATTEMPTS = frozenset(CUES["cancelled"]["attempts"])
_ATTENDING = frozenset(CUES["light"]["attending"])
_SKIPPING = frozenset(CUES["light"]["skipping"])
_LEAVING = frozenset(CUES["light"]["leaving"])
_AHEAD_OF = frozenset({"ahead", "before", "until", "till", "by", "pending", "towards", "toward"})
_EAGERLY = frozenset({"eagerly", "highly", "hotly", "long", "most", "much"})
_STANDS = frozenset({"nsubj", "nsubjpass", "dobj"})
_ASIDE = frozenset({"about", "at", "during", "in", "on", "over"})
_SETTING = frozenset({"at", "during"})
_HEDGED = frozenset({"expected", "in_doubt"})
_STAGES = frozenset({"start", "beginning", "outset", "opening", "end", "close", "conclusion"})
_GRANTING = frozenset(CUES["proposed"]["granting"])
_BECAUSE = frozenset({"amid", "because", "despite"})
_AFTER = frozenset({"after", "since", "following"})
_OCCASIONS = frozenset({"attempt", "date", "opportunity", "slot", "window"})  # of a launch, on its day
_STEPS = 9


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the clause says of the event: ``status`` is None where it says nothing."""

    status: Status | None
    cues: tuple[Cue, ...]
    negated: bool = False
    attempt: bool = False  # whether only an attempt at it was called off, to be made again

    def tokens(self, effect: CueEffect) -> list[Token]:
        """The words with that effect, in the order of the climb."""
        return [c.token for c in self.cues if c.effect == effect]


def outlook_of(trigger: Token, *, noun: bool, headline: bool) -> Outlook:
    """The outlook of the event that ``trigger`` names, by its own sentence alone."""
    cues = tuple(_climb(trigger, noun=noun, headline=headline))
    return Outlook(weigh(cues), cues, any(c.effect == "negated" for c in cues))


def of_attempt(launch: Token, outlook: Outlook) -> Outlook:
    """The outlook of a launch: what is called off may be the attempt alone ("scrubbed Tuesday's launch")."""
    if outlook.status != "cancelled":
        return outlook
    calls = [t for t in outlook.tokens("cancelled") if t.dep_ != "amod"]
    is_attempt = all(particle_verb(t) in _ATTEMPTS or t.lemma_ in _ATTEMPTS for t in calls)
    of_occasion = launch.dep_ == "compound" and launch.head.lemma_ in _OCCASIONS
    return replace(outlook, status="postponed", attempt=True) if is_attempt or of_occasion else outlook


def _climb(trigger: Token, *, noun: bool, headline: bool) -> Iterator[Cue]:
    if noun:
        yield from _noun_cues(trigger)
        yield from _relative_cues(trigger)
    node, below = trigger, trigger
    stage = _stage_of(trigger) if noun else trigger
    beside = attended = aside = False
    for _ in range(_STEPS):
        if noun and node != trigger and node.lower_ in _AFTER and below.dep_ in {"pobj", "dobj"}:
            yield Cue("past", node)
            return
        if noun and node.lower_ in _BECAUSE:
            return  # why something else is put off
        fronted = node.lower_ == "in" and (node.i < node.head.i or _is_done_to(node))
        if noun and (
            (below == trigger and (node.lower_ in _SETTING or fronted)) or below == stage != trigger
        ):
            # what may, or may not, be done at the summit leaves the summit itself as it is
            if is_verb(node.head):
                verb = _main_verb(node.head)
                signed = verb.tag_ == "VBN" and verb.dep_ == "acl"  # "a deal signed at the summit"
                held = signed or verb_group(verb).past
                yield Cue("occurred" if held else "futurate", node.head)
            return
        if node.dep_ == "prep" and node.text.lower() == "with" and node.i < node.head.i:
            # "With the election due in May, figures could not be worse"
            return
        if is_verb(node):
            light = node.lemma_ in LIGHT and not _is_given_to(node, below)
            carried = (light and not _is_beside(node, below)) or is_cue(node) or is_held_by(node, below)
            beside = beside or (noun and below.dep_ in {"prep", "dative"} and not carried)
            attended = attended or (noun and below.dep_ in {"dobj", "prep"} and _is_attending(node, trigger))
            for cue in verb_cues(node, below, trigger, headline=headline):
                if attended and cue.effect == "cancelled" and node.lemma_ in _SKIPPING:
                    yield Cue("occurred" if verb_group(node).past else "futurate", node)
                    continue
                # "chose not to show them in the parade" calls no parade off, "gave her view of it" held none
                if beside and cue.effect in {"negated", "refused", "occurred"}:
                    continue
                # "will not attend the summit" calls none off, "delayed the verdict in the trial" no trial
                if not (attended and cue.effect in {"negated", "refused", "cancelled"}) and not (
                    aside and cue.effect in {"cancelled", "postponed"}
                ):
                    yield cue
            if _clause_ends(node):
                return
        elif node != trigger:
            lemma = node.lemma_
            told_of = below.dep_ == "prep" and node.tag_[:1] == "N" and lemma not in NOUNS
            beside = beside or told_of
            aside = aside or (told_of and below.lower_ in _ASIDE and lemma in EVENTS)
            if node.tag_[:1] == "N" and lemma in NOUNS:
                of_occasion = below.dep_ == "compound" and lemma in _OCCASIONS - {"date"}
                if not (beside or of_occasion or _is_granted(node)):
                    yield Cue(NOUNS[lemma], node)
                    yield from _noun_cues(node)
            elif node.tag_[:1] == "J" and lemma in ADJECTIVES:
                yield Cue(ADJECTIVES[lemma], node)
            elif node.tag_ in {"IN", "RB", "RP"} and below.dep_ in {"pobj", "pcomp", "prep"}:
                word = node.lower_
                if word in _AHEAD_OF and node.dep_ != "agent":
                    # "left before the vote" does not tell whether the vote is over
                    over = word == "before" and is_verb(node.head) and verb_group(node.head).past
                    yield Cue("topic" if over else "futurate", node)
                    return
        if node.head == node or (node.dep_ == "relcl" and node.tag_ != "VB"):
            return
        below, node = node, node.head


def _is_done_to(link: Token) -> bool:
    """ "Rejected a deal in a vote": in the event something else is done to something else."""
    verb = link.head
    others = [c for c in verb.children if c.dep_ == "dobj" and c.i < link.i]
    return bool(others) and is_verb(verb) and verb.lemma_ not in LIGHT


def _stage_of(event: Token) -> Token:
    """The "start" of "at the start of the visit", which is as "at the visit"; else the event itself."""
    stage = event.head.head if event.dep_ == "pobj" and event.head.lower_ == "of" else event
    is_setting = stage.lemma_ in _STAGES and stage.dep_ == "pobj" and stage.head.lower_ == "at"
    return stage if is_setting else event


def _is_granted(noun: Token) -> bool:
    """ "Granted a request to delay it": it is more than asked for."""
    return noun.dep_ == "dobj" and noun.head.lemma_ in _GRANTING


def _is_attending(verb: Token, event: Token) -> bool:
    """True where somebody alone comes or stays away: "boycotts the talks", "dropped out of the race"."""
    if verb.lemma_ in _ATTENDING or (verb.lemma_ in _SKIPPING and event.lemma_ not in SUMMONS):
        return True
    return particle_verb(verb) in _LEAVING and event.lemma_ in CROWDED


def _is_beside(verb: Token, below: Token) -> bool:
    """ "Will not be ready for the match": what something is for an event, not the event."""
    return verb.lemma_ == "be" and below.dep_ == "prep" and any(c.dep_ == "acomp" for c in verb.children)


def _main_verb(verb: Token) -> Token:
    """The verb that tells the time of "speaking at the summit, she said": for others the verb itself."""
    bare = verb.tag_ == "VBG" and verb.dep_ == "advcl" and not any(c.dep_ == "aux" for c in verb.children)
    return verb.head if bare and is_verb(verb.head) else verb


def _is_given_to(verb: Token, preposition: Token) -> bool:
    """True where a light verb has an object of its own: "give money to the convention"."""
    return preposition.lower_ in {"to", "for"} and any(c.dep_ == "dobj" for c in verb.children)


def _noun_cues(noun: Token) -> Iterator[Cue]:
    for child in noun.children:
        lemma = child.lemma_
        if child.dep_ == "neg" or (child.dep_ == "det" and child.lower_ == "no"):
            if not is_put_off(noun.head):
                yield Cue("negated", child)
        elif child.i < noun.i and child.dep_ in {"amod", "compound", "nmod", "advmod"}:
            word = child.lower_
            effect = ADJECTIVES.get(word) or ADJECTIVES.get(lemma) or ADVERBS.get(word)
            if effect and not _is_awaited(child):
                yield Cue(effect, child)
        elif child.i > noun.i and child.dep_ == "acl" and child.tag_ == "VBN":
            # "a meeting planned for May", "talks expected next week"
            effect = PARTICLES.get(particle_verb(child)) or VERBS.get(lemma)
            if effect and effect != "refused":
                yield Cue(effect, child)
        elif child.i > noun.i and child.dep_ == "amod" and ADJECTIVES.get(lemma) in _HEDGED:
            yield Cue(ADJECTIVES[lemma], child)  # "launch this year unlikely"
        elif child.dep_ in {"appos", "attr"} and child.tag_[:1] == "N" and lemma in NOUNS:
            yield Cue(NOUNS[lemma], child)


def _relative_cues(noun: Token) -> Iterator[Cue]:
    """What a relative clause tells of where the event stands: "the sale, which has been put off".

    Not what it tells of what the event does: "talks that failed to end the strike".
    """
    for verb in noun.children:
        if verb.dep_ != "relcl" or verb.i < noun.i:
            continue
        pronoun = next((c for c in verb.children if c.tag_ in {"WDT", "WP"} and c.dep_ in _STANDS), None)
        if pronoun is not None and _tells_standing(verb, pronoun):
            yield from verb_cues(verb, pronoun, noun, headline=False)


def _tells_standing(verb: Token, pronoun: Token) -> bool:
    """True for "which was put off", "which slipped", "that they called off"; not "that would delay it".

    Nor for what is denied of it, or open to whom: "which is not expected to last", "which is open to all".
    """
    if pronoun.dep_ == "dobj":
        return cue_of(verb) in {"cancelled", "postponed"}
    if verb_group(verb).negated and not is_put_off(verb):
        return False
    if verb.lemma_ in TAKE_PLACE:
        return True
    if verb.lemma_ == "be":
        return not any(c.lower_ == "to" and c.dep_ == "prep" for a in verb.children for c in a.children)
    governs = any(c.dep_ in {"dobj", "ccomp", "xcomp"} for c in verb.children)
    return is_cue(verb) and (pronoun.dep_ == "nsubjpass" or not governs)


def _is_awaited(adjective: Token) -> bool:
    """ "Highly anticipated" says how eagerly, not how surely."""
    return adjective.lower_ == "anticipated" and any(c.lower_ in _EAGERLY for c in adjective.children)


def _clause_ends(verb: Token) -> bool:
    group = verb_group(verb)
    head = verb.head
    if head == verb or (verb.dep_ == "relcl" and not group.infinitive):
        return True
    if verb.dep_ in {"ccomp", "parataxis"} and group.finite:
        return head.lemma_ in REPORTING and head.lemma_ not in VERBS
    if verb.dep_ == "advcl" and group.finite:
        return True
    return verb.dep_ == "conj" and group.finite
