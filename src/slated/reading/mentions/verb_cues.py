"""What a verb above an event says of how it stands: the verb itself, its group, what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator

from slated.reading.mentions.clause import VerbGroup, is_put_off, is_verb, verb_group
from slated.reading.mentions.cue_words import (
    ADJECTIVES,
    ADVERBS,
    CUES,
    GATHERING,
    LIGHT,
    NOUNS,
    REPORTING,
    STANDINGS,
    TAKE_PLACE,
    cue_of,
    is_brought_forward,
    moves_on,
)
from slated.reading.mentions.cues import Cue, CueEffect
from slated.reading.tokens import Token

_SETTLING = frozenset(CUES["scheduled"]["settling"])
_NOW = frozenset({"currently", "now", "presently", "already"})
_NOBODY = frozenset({"no", "none", "nobody", "neither"})
_SEEMING = frozenset({"appear", "look", "seem", "stand", "tend"})
_OPEN_TO = frozenset({"unclear", "uncertain", "unknown", "unsure"})
_STANDS = frozenset({"nsubj", "nsubjpass", "dobj"})
_BARE_STANDINGS: dict[str, CueEffect] = {"off": "cancelled", "over": "past"}
_LENGTHS = frozenset({"hour", "day", "week", "month", "year"})
_FORCING = frozenset({"force", "compel"})
_WITHDRAWING = frozenset(CUES["cancelled"]["withdrawing"])


def verb_cues(verb: Token, below: Token, trigger: Token, *, headline: bool) -> Iterator[Cue]:
    """The cues that a verb above an event gives, by itself, its verb group and what stands beside it.

    ``below`` is the word through which the verb governs the event, ``trigger`` the event itself.
    """
    group = verb_group(verb)
    negated = group.negated or _is_by_nobody(verb, below)
    if negated and group.perfect and verb.lemma_ in _SETTLING and verb != trigger:
        # "has not agreed to meet" leaves it open
        yield Cue("in_doubt", verb)
        return
    if group.negated and any(c.lower_ == "yet" for c in verb.children):
        # "is not yet scheduled" calls nothing off
        yield Cue("expected", verb)
    elif negated and not is_put_off(verb):
        # "told not to appear" is a refusal; "did not meet" says less
        yield Cue("refused" if verb == trigger and group.infinitive else "negated", verb)
    for child in verb.children:
        word = child.lower_
        if child.dep_ in {"advmod", "acomp", "oprd"} and child != below:
            effect = ADVERBS.get(word) or (ADJECTIVES.get(word) if child.dep_ != "advmod" else None)
            if effect == "expected" and verb == trigger and group.past:
                effect = None  # "has probably testified" looks back
            if effect:
                yield Cue(effect, child)
        elif child.dep_ == "mark" and word in {"if", "unless", "whether"}:
            open_ = word == "whether" or (word == "if" and _is_unclear(verb.head))
            yield Cue("in_doubt" if open_ else "conditional", child)
    if verb == trigger:
        yield from _group_cues(verb, group, headline=headline)
        return
    if below.dep_ in _STANDS:
        yield from _standing_cues(verb)
    lemma = verb.lemma_
    effect = cue_of(verb)
    reported = lemma in REPORTING and below.dep_ in {"ccomp", "parataxis"}
    if effect == "refused" and not _refuses(verb, below):
        effect = None
    if effect == "refused" and below != trigger and below.tag_[:1] == "N" and below.lemma_ in NOUNS:
        effect = "in_doubt"  # "rejected a plan to hold the vote in May"
    if effect in {"cancelled", "postponed"} and below.dep_ == "nsubj" and _has_other_object(verb):
        effect = None  # "a strike may delay the vote" says it of the vote
    if lemma in _WITHDRAWING and below.tag_[:1] == "N" and below.lemma_ in NOUNS:
        effect = "cancelled"  # "withdrew its offer to host the summit"
    done = group.past or (headline and group.tense == "present")
    if (lemma in _FORCING and done) or (lemma == "want" and verb.dep_ == "acl"):
        effect = None  # "forced the agency to put it off": it did; "a banker wanted for fraud" is sought
    if (
        effect == "expected"
        and below.dep_ == "nsubj"
        and verb.tag_ in {"VBZ", "VBP"}
        and lemma not in _SEEMING
    ):
        effect = None  # "the talks suggest a change"
    if (
        effect
        and not reported
        and not (effect == "scheduled" and lemma in LIGHT and not is_brought_forward(verb))
    ):
        undone = list(_undone_cues(verb, trigger))
        yield Cue("scheduled" if undone and effect == "expected" else effect, verb)
        yield from _frame_of_cue(verb, group, effect)
        yield from undone
    elif lemma in LIGHT and _says_what_it_is(verb, below):
        return
    elif (lemma in LIGHT or is_held_by(verb, below)) and not reported:
        yield from _group_cues(verb, group, headline=headline)
    elif not reported:
        yield from _topic_cues(verb, group, below, trigger)


def is_held_by(verb: Token, below: Token) -> bool:
    """ "Voted in the election", "gathered for the summit": who votes in it or comes for it holds it."""
    link = below.lower_
    return (verb.lemma_ == "vote" and link == "in") or (verb.lemma_ in GATHERING and link == "for")


def _says_what_it_is(verb: Token, below: Token) -> bool:
    """ "The hearing may be their best chance", "could have power": what it is like, not whether it is."""
    if verb.lemma_ == "make" and below.dep_ == "ccomp":
        return True
    what = {c.dep_ for c in verb.children if c.i > verb.i}
    return below.dep_ == "nsubj" and bool(what & {"attr", "dobj"}) and verb.lemma_ not in TAKE_PLACE


def _is_unclear(verb: Token) -> bool:
    """ "It is unclear if he will testify", "was not sure if": as "whether" says it."""
    words = {c.lemma_ for c in verb.children if c.dep_ in {"acomp", "attr", "oprd"}}
    return bool(words & _OPEN_TO) or (verb_group(verb).negated and bool(words & {"clear", "sure", "certain"}))


def _is_by_nobody(verb: Token, below: Token) -> bool:
    """ "No witness has agreed", "neither side will attend"; ``below`` is the event itself."""
    for child in verb.children:
        if child.dep_ == "nsubj" and child != below:
            words = {child.lower_} | {c.lower_ for c in child.children if c.dep_ == "det"}
            return bool(words & _NOBODY)
    return False


def _standing_cues(verb: Token) -> Iterator[Cue]:
    """Where the event stands by a phrase: "is on hold", "was thrown into doubt", "the talks are off"."""
    for child in verb.children:
        if child.i < verb.i:
            continue
        nouns = _objects_of(child)
        if child.lower_ in _BARE_STANDINGS and not nouns and verb.lemma_ == "be":
            yield Cue(_BARE_STANDINGS[child.lower_], child)
        # "is up in the air"
        inner = [c for c in child.children if c.dep_ == "prep"] if child.dep_ == "advmod" else []
        for word in [child, *inner]:
            for noun in _objects_of(word):
                effect = STANDINGS.get(f"{word.lower_} {noun.lemma_}")
                if effect:
                    yield Cue(effect, noun)


def _objects_of(preposition: Token) -> list[Token]:
    return [c for c in preposition.children if c.dep_ == "pobj"]


def _group_cues(verb: Token, group: VerbGroup, *, headline: bool) -> Iterator[Cue]:
    """What the event's own verb group says."""
    if verb.lemma_ == "expect":
        yield Cue("expected", verb)  # "is expected in Rome"
        return
    if moves_on(verb):
        yield Cue("postponed", verb)
        return
    if group.modal == "will":
        yield Cue("in_doubt" if _is_asked(verb) else "futurate", verb)
    elif group.modal == "would":
        yield Cue("futurate" if _under_report(verb) else "expected", verb)
    elif group.modal == "may":
        yield Cue("expected", verb)
    elif group.modal == "must":
        yield Cue("proposed", verb)
    elif verb.lemma_ == "be" and any(c.dep_ == "xcomp" and verb_group(c).infinitive for c in verb.children):
        # "it was to be held": a plan, whatever became of it
        yield Cue("scheduled", verb)
    elif group.past or (group.progressive and any(c.lower_ in _NOW for c in verb.children)):
        # what is under way counts as taking place
        yield Cue("occurred", verb)
    elif (group.infinitive and _is_bare_governor(verb, headline=headline)) or (
        group.progressive and group.tense == "present"
    ):
        named = _named_by(verb) if group.infinitive else None
        yield Cue(NOUNS[named.lemma_], named) if named is not None else Cue("futurate", verb)
    elif headline and group.tense == "present":
        yield Cue("topic", verb)


def _is_asked(verb: Token) -> bool:
    """ "Will he testify?": the modal before the subject, in a question."""
    if not verb.doc.text.rstrip("\"”’' ").endswith("?"):
        return False
    modals = [c.i for c in verb.children if c.tag_ == "MD"]
    subjects = [c.i for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    return bool(modals and subjects) and modals[0] < subjects[0]


def _named_by(infinitive: Token) -> Token | None:
    """The noun that says how it stands what is to be done: "the goal is to launch it in May"."""
    subjects = [c for c in infinitive.head.children if c.dep_ == "nsubj" and c.i < infinitive.i]
    return next((c for c in subjects if c.lemma_ in NOUNS), None)


def _is_bare_governor(verb: Token, *, headline: bool) -> bool:
    """ "is to meet", and in headlines "Firm to cut jobs"."""
    head = verb.head
    if (
        head != verb
        and head.lemma_ in {"be", "'s", "’s", "'re"}
        and verb.dep_ in {"xcomp", "ccomp", "attr", "acl"}
    ):
        return True
    return (
        headline and verb.dep_ in {"ROOT", "acl", "relcl", "ccomp"} and not (is_verb(head) and head != verb)
    )


def _frame_of_cue(verb: Token, group: VerbGroup, effect: CueEffect) -> Iterator[Cue]:
    """The modal around a governing cue: "could cancel" leaves the event in doubt."""
    if group.modal == "may" and effect in {"cancelled", "postponed", "scheduled"}:
        yield Cue("expected", verb)
    elif group.modal == "must" and effect in {"cancelled", "postponed"}:
        yield Cue("proposed", verb)


def _has_other_object(verb: Token) -> bool:
    """True where the verb has an object, and that is no length of time: "slipped a week"."""
    return any(c.dep_ == "dobj" and c.lemma_ not in _LENGTHS for c in verb.children)


def _refuses(verb: Token, below: Token) -> bool:
    """True for "failed to appear" and "the meeting failed to happen", not for "the talks failed"."""
    if below.dep_ in {"xcomp", "ccomp", "dobj", "prep", "pcomp", "nsubjpass"}:
        return True
    return any(c.dep_ == "xcomp" and c.lemma_ in TAKE_PLACE for c in verb.children)


def _undone_cues(verb: Token, trigger: Token) -> Iterator[Cue]:
    """ "was scheduled for May, but it was cancelled": the second clause undoes the first."""
    beside = verb.head.children if verb.dep_ == "ccomp" else ()  # "..., but it was cancelled, she said"
    for other in (*verb.conjuncts, *(c for c in beside if c.dep_ == "ccomp" and c.i > verb.i)):
        effect = cue_of(other)
        subjects = [c for c in other.children if c.dep_ in {"nsubj", "nsubjpass"}]
        if effect in {"cancelled", "postponed"} and all(_takes_up(s, trigger) for s in subjects):
            yield Cue(effect, other)


def _takes_up(subject: Token, trigger: Token) -> bool:
    """True for "it" or the event's own word ("but the launch was delayed")."""
    if subject.lower_ == "they":
        return subject.dep_ == "nsubjpass" and trigger.tag_ == "NNS"
    return subject.lower_ in {"it", "that", "which"} or subject.lemma_ == trigger.lemma_


def _topic_cues(verb: Token, group: VerbGroup, below: Token, trigger: Token) -> Iterator[Cue]:
    """A verb that no lexicon knows: its future carries an object event along, its past does not."""
    if group.modal == "will" and below.dep_ in {"dobj", "nsubj", "nsubjpass", "prep", "xcomp", "advcl"}:
        yield Cue("futurate", verb)
    elif group.modal == "may" and below.dep_ in {"nsubj", "nsubjpass", "xcomp", "dobj"}:
        yield Cue("expected", verb)
    elif group.past and below.dep_ in {"xcomp", "advcl"} and below.tag_ == "VB":
        yield Cue("occurred", verb)
    elif group.past and below == trigger and below.dep_ == "nsubj" and below.tag_[:1] == "N":
        # "the summit eased fears": an event that did something took place
        yield Cue("past", verb)
    elif group.past:
        yield Cue("topic", verb)


def _under_report(verb: Token) -> bool:
    """True where the verb's clause is what somebody said: "would" is then a past will."""
    node = verb
    for _ in range(3):
        if node.dep_ in {"ccomp", "relcl", "parataxis"} or node.dep_ == "ROOT":
            head = node.head
            return head != node and is_verb(head) and verb_group(head).past
        node = node.head
    return False
