"""Verbs that name an event only together with the words under them: "go public", "come into force"."""

from __future__ import annotations

from slated.reading.gazetteer import place_called
from slated.reading.lexicon import classes_of_words, load_table
from slated.reading.mentions.clause import subject_of
from slated.reading.parse import is_noun
from slated.reading.tokens import Token

_TRAVELLERS = frozenset(load_table("senses")["land"]["visit"]["by"])
AWAITED = frozenset({"be", "expect"})
_GOING = frozenset({"flock", "go", "head", "return"})
_POLLS = frozenset({"poll", "polls"})
_FOR_VOTES = frozenset({"ballot", "polling", "voting"})  # boxes, stations, booths
_STANDING = frozenset({"come", "go", "speak", "stand"})
_HEARING = frozenset(load_table("senses")["question"]["hearing"]["doer"])
_HOUSES = frozenset({"congress", "parliament", "senate"})  # before which speeches are made
_TAKING_EFFECT = frozenset({"come", "enter", "go", "take"})
_HOLDING = frozenset({"effect", "force"})
_NAMED = frozenset(
    {
        "candidate",
        "choice",
        "governor",
        "mayor",
        "president",
        "judge",
        "justice",
        "nominee",
        "pick",
        "secretary",
    }
)


def turn_of_phrase(verb: Token) -> tuple[str, str] | None:
    """Class and head of what a verb says only together with the words under it: "go public"."""
    lemma = verb.lemma_
    if lemma == "go" and any(c.lower_ == "public" and c.dep_ in {"acomp", "advmod"} for c in verb.children):
        return "deal", "ipo"
    if lemma == "go" and _goes_to_a_place(verb):
        return "visit", lemma
    if lemma in AWAITED and _is_awaited_in_a_place(verb):
        return "visit", lemma
    if lemma in _GOING and _goes_to_vote(verb):
        return "election", "vote"
    if lemma in _TAKING_EFFECT and _takes_effect(verb):
        who = subject_of(verb)
        own = classes_of_words("nouns").get(who.lemma_) if who is not None else None
        return (own, who.lemma_) if own and who is not None else ("legislation", "take effect")
    verdict = [c for c in verb.children if c.lower_ in {"guilty", "liable"}] if lemma == "find" else []
    if verdict:
        return "ruling", "acquit" if any(c.dep_ == "neg" for c in verdict[0].children) else "convict"
    if lemma == "hear" and any(c.dep_ == "prep" and c.lower_ == "from" for c in verb.children):
        return "hearing", "hear"  # whom a committee hears from testifies before it
    if lemma in _STANDING and _is_before_body(verb):
        return "hearing", "testify"
    if lemma == "inaugurate" and not confirms_somebody(verb):
        return "opening", lemma
    return None


def _goes_to_a_place(verb: Token) -> bool:
    links = [c for c in verb.children if c.dep_ == "prep" and c.lower_ == "to"]
    return any(c.tag_ == "NNP" and place_called(c.text) is not None for link in links for c in link.children)


def place_awaited_in(verb: Token) -> Token | None:
    """The place of "is due in Rome", "will be in Rome on May 3", "is expected in Rome"; or None."""
    state = [c for c in verb.children if c.dep_ in {"acomp", "attr", "oprd"}]
    due = [c for c in state if c.lower_ == "due"]
    if verb.lemma_ == "be" and not due and (state or verb.tag_ != "VB"):
        return None  # "was in Rome", "will be happy in Rome"
    links = [c for word in (verb, *due) for c in word.children if c.dep_ == "prep" and c.lower_ == "in"]
    places = (c for link in links for c in link.children if c.tag_ == "NNP")
    return next((c for c in places if place_called(c.text) is not None), None)


def _is_awaited_in_a_place(verb: Token) -> bool:
    """True of who comes: "Lavrov is due in Rome", not of what takes place there."""
    who = subject_of(verb)
    if who is None or (verb.lemma_ == "expect" and verb.tag_ != "VBN") or place_awaited_in(verb) is None:
        return False
    named = who.tag_ == "NNP" and place_called(who.text) is None and not is_noun(who.lower_)
    return named or who.lower_ in {"he", "she"} or who.lemma_ in _TRAVELLERS


def _goes_to_vote(verb: Token) -> bool:
    """ "Go to the polls", "return to the polling booths"."""
    goals = (c for link in verb.children if link.lower_ == "to" for c in link.children)
    return any(c.lower_ in _POLLS or any(t.lower_ in _FOR_VOTES for t in c.children) for c in goals)


def _is_before_body(verb: Token) -> bool:
    """ "Lee will speak before the committee", "he will go before a panel": not of bills and motions."""
    who = subject_of(verb)
    bodies = (c for link in verb.children if link.lower_ == "before" for c in link.children)
    heard = any(body.lemma_ in _HEARING - _HOUSES for body in bodies)
    named = who is not None and who.tag_[:3] == "NNP" and not is_noun(who.lower_)
    return heard and who is not None and (named or who.lower_ in {"he", "she"})


def _takes_effect(verb: Token) -> bool:
    """ "The rules come into force", "the truce takes effect": what begins to hold."""
    inner = (w for c in verb.children for w in (c, *(c.children if c.lower_ == "into" else ())))
    return any(w.lower_ in _HOLDING and w.i > verb.i and not w.children for w in inner)


def is_person(word: Token) -> bool:
    """True for a name, a pronoun, or a word for who is chosen ("the nominee")."""
    return word.tag_[:3] in {"NNP", "PRP"} or word.lemma_ in _NAMED


def confirms_somebody(verb: Token) -> bool:
    """True for a vote on a person: not for "confirmed that", "confirmed the visit"."""
    if any(c.dep_ == "ccomp" for c in verb.children):
        return False
    return any(is_person(c) for c in verb.children if c.dep_ in {"dobj", "nsubjpass"})
