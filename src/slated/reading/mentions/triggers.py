"""Triggers: the words that may name an event, with the event's class."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from slated.model import Span
from slated.reading.gazetteer import is_state, place_called, state_called
from slated.reading.lexicon import classes_of_words, load_table, load_words
from slated.reading.mentions.clause import is_dated, is_verb, particle_verb, subject_of
from slated.reading.mentions.cue_words import moves_on, pauses
from slated.reading.mentions.turns import confirms_somebody, is_person, turn_of_phrase
from slated.reading.parse import ParsedSentence
from slated.reading.tokens import Doc, Token

_CALENDAR = load_words("calendar_names")["names"]
_NOT_EVENTS = load_words("not_events")
_REPORTING = frozenset(load_table("status_cues")["reporting"]["verbs"])
_FIXED = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(_NOT_EVENTS['phrases'])))})s?\b")
_STATES = load_words("state_triggers")
_RULINGS = load_words("rulings")
_PARTS = frozenset({"beginning", "round", "series", "set", "start"})
_GOVERNING = frozenset(p for table in load_table("status_cues").values() for p in table.get("particles", []))
_MATTERS = frozenset({"against", "for", "on", "over", "to"})
_OCCASIONS = frozenset({"window", "opportunity", "slot"})
_SENSES = load_table("senses")
_NOTHING = "nothing"  # the class of a sense that is no event
_PHRASES = {*_GOVERNING, *classes_of_words("verbs"), *_SENSES}
_PHRASAL = frozenset(phrase.partition(" ")[0] for phrase in _PHRASES if " " in phrase)
_WAYS = frozenset({"for", "from", "into", "over", "to"})
_AWAY = frozenset({"away", "back", "here", "home", "in", "off", "out", "there"})
_USES = frozenset({"operation", "production", "service", "use"})
_GATHERING = frozenset({"win", "get", "cast", "count", "court", "gain", "lose", "need", "secure", "seek"})
_ARGUMENTS = frozenset({"dobj", "nsubj", "nsubjpass", "pobj", "attr", "oprd", "ROOT", "conj", "appos", "dep"})
_NO_CLAUSE = frozenset({"aux", "auxpass", "amod", "compound", "case", "prep", "mark"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that may name an event. ``first`` to ``token`` are its words ("press conference")."""

    sentence: ParsedSentence
    first: Token
    token: Token
    event_class: str
    head: str
    noun: bool

    @property
    def span(self) -> Span:
        """Where its words stand in the article."""
        return self.sentence.span_of_tokens(self.first, self.token)

    @property
    def start(self) -> int:
        """Where the first of its words begins in the article."""
        return self.sentence.span.start + self.first.idx

    @property
    def known(self) -> bool:
        """True where the lexicon names the word; False for words found by their outlook alone."""
        return self.event_class != "other" or self.head in classes_of_words("nouns" if self.noun else "verbs")


def triggers_in(sentence: ParsedSentence) -> Iterator[Trigger]:
    """The possible triggers of a parsed sentence, in order."""
    assert sentence.doc is not None
    for token in sentence.doc:
        lemma = token.lemma_
        if (
            (lemma == "vote" and _is_ballots(token))
            or (lemma == "congress" and _is_parliament(token))
            or (lemma in _PARTS and _is_part(token))
        ):
            continue
        if token.tag_[:1] == "N" or (token.tag_ == "VBG" and token.dep_ in {"pobj", "dobj", "nsubj"}):
            found = _noun_trigger(sentence, token) or _argument_trigger(sentence, token)
        elif is_verb(token) and token.tag_ != "MD":
            found = _verb_trigger(sentence, token)
        elif token.lower_ in _STATES["words"]:
            found = _state_trigger(sentence, token)
        else:
            found = None
        if found is not None:
            yield found


def _noun_trigger(sentence: ParsedSentence, token: Token) -> Trigger | None:
    """A noun of the lexicon, alone or with the word before it."""
    lemma = token.lemma_
    nouns = classes_of_words("nouns")
    before = token.nbor(-1) if token.i > 0 else None
    if before is not None and (pair := f"{before.lemma_} {lemma}") in nouns:
        return Trigger(sentence, before, token, nouns[pair], pair, noun=True)
    if before is not None and before.text == "-" and token.i > 1:
        joined = f"{token.nbor(-2).lower_}-{lemma}"
        if joined in nouns:
            return Trigger(sentence, token.nbor(-2), token, nouns[joined], joined, noun=True)
    if lemma == "court" and _is_date_in_court(token):
        return Trigger(sentence, token.head, token, "hearing", lemma, noun=True)
    sense = _sense(token)
    name = nouns.get(lemma) or nouns.get(token.lower_) or sense
    is_month = token.text[0].isupper() and lemma in _CALENDAR
    if name is None or sense == _NOTHING or is_month or _is_fixed_phrase(token):
        return None
    if lemma == "confirmation" and not _is_of_somebody(token):
        return None
    if token.dep_ == "compound" and token.head != token and _names(token, nouns):
        return None
    return Trigger(sentence, token, token, sense or name, lemma, noun=True)


def _is_part(noun: Token) -> bool:
    """ "A second round of talks": the talks are the event; ``noun`` is one of ``_PARTS``."""
    of = (c for link in noun.children if link.lower_ == "of" for c in link.children)
    return any(c.dep_ == "pobj" and c.lemma_ in classes_of_words("nouns") for c in of)


def whole_of(noun: Token) -> Token:
    """The word that stands for the event in its clause: the "round" of "a second round of talks"."""
    link = noun.head
    return link.head if noun.dep_ == "pobj" and link.lower_ == "of" and link.head.lemma_ in _PARTS else noun


def _names(compound: Token, nouns: dict[str, str]) -> bool:
    """True where the noun that it stands before names the event, or who sees to it.

    "launch ceremony", "contempt citation"; "election commission".
    """
    head = compound.head.lemma_
    if head in _NOT_EVENTS["keepers"]:
        return True
    return head in nouns or (compound.head.i == compound.i + 1 and f"{compound.lemma_} {head}" in nouns)


def _is_date_in_court(court: Token) -> bool:
    """ "Is due back in court", "will return to court": a hearing."""
    word, verb = court.head, court.head.head
    if court.dep_ != "pobj" or word.lower_ not in {"in", "to"} or list(court.children):
        return False
    return verb.lemma_ in {"be", "return"} or verb.lower_ in {"due", "back"}


def _sense(word: Token) -> str | None:
    """The class that the words around tell of a word of two ("strike"); None where they tell none."""
    senses = _SENSES.get(word.lemma_)
    return next((name for name, told in senses.items() if _is_told(word, told)), None) if senses else None


def _is_told(noun: Token, told: Mapping[str, Sequence[str]]) -> bool:
    if {token.lemma_ for token in noun.doc}.intersection(told.get("words", ())):
        return True
    if noun.dep_ == "pobj" and noun.head.lower_ in told.get("after", ()) and not list(noun.children):
        return True
    before = {c.lower_ for c in noun.children if c.i < noun.i}
    return not before.isdisjoint(told.get("before", ())) and not _is_on_something(noun)


def _is_on_something(vote: Token) -> bool:
    """ "A parliamentary vote on the budget", "voted to leave": what is chosen is no one."""
    after = [c for c in vote.children if c.i > vote.i]
    return any((c.lower_ in _MATTERS and not is_dated(c)) or c.tag_ == "VB" for c in after)


def _verb_sense(verb: Token, phrase: str) -> str | None:
    """The class that the subject or object tells of a verb: "nurses will strike", "to swap prisoners".

    ``phrase`` is the verb with its particle: "the album comes out".
    """
    listed = _SENSES.get(phrase) or _SENSES.get(verb.lemma_)
    senses = {n: t for n, t in listed.items() if n != _NOTHING} if listed else {}
    if not senses:
        return None
    words = {token.lemma_ for token in verb.doc}
    for name, told in senses.items():
        if not words.isdisjoint(told.get("near", ())):
            return str(name)
    doer = _doer(verb)
    done_by = (n for n, t in senses.items() if doer is not None and doer.lemma_ in t.get("doer", ()))
    if (name := next(done_by, None)) is not None:
        return str(name)
    objects = {c.lemma_ for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}}
    if objects:
        return next((n for n, t in senses.items() if not objects.isdisjoint(t.get("done_to", ()))), None)
    subject = verb.head if verb.dep_ in {"acl", "relcl"} and verb.tag_ == "VB" else subject_of(verb)
    if subject is None or (verb.lemma_ == "vote" and _is_on_something(verb)):
        return None
    # "President Reyes landed in Lima"
    who = {subject.lemma_, *(c.lemma_ for c in subject.children if c.dep_ in {"compound", "appos"})}
    by = (n for n, t in senses.items() if not who.isdisjoint((*t.get("words", ()), *t.get("by", ()))))
    return next(by, "election" if "election" in senses and _is_nation(subject) else None)


def _is_nation(word: Token) -> bool:
    return is_state(word.text) or _is_people(word)


def _is_people(word: Token) -> bool:
    """True for "Britons", not for "turks" or "poles" as things."""
    named = word.tag_ in {"NNS", "NNPS"} and word.text[:1].isupper()
    return named and state_called(word.text) is not None


def _is_by_people(verb: Token) -> bool:
    """True for "Britons voted to leave": on a question that is put to all."""
    who = subject_of(verb)
    return who is not None and (_is_people(who) or who.lemma_ in _SENSES["vote"]["election"]["by"])


def _is_ballots(votes: Token) -> bool:
    """ "Win veterans' votes", "60 votes": what is cast, not the occasion."""
    if votes.tag_ != "NNS":
        return False
    owned = any(c.dep_ in {"poss", "nummod"} for c in votes.children)
    return owned or (votes.dep_ == "dobj" and votes.head.lemma_ in _GATHERING)


def _is_parliament(noun: Token) -> bool:
    """ "Congress" and "the U.S. Congress" make laws, "the party congress" and "the World Congress" meet."""
    if noun.text != "Congress":
        return False
    told = {c.lower_ for c in noun.children if c.i < noun.i and c.dep_ in {"compound", "nmod", "amod"}}
    return told <= {"american", "u.s.", "us"}


def _argument_trigger(sentence: ParsedSentence, token: Token) -> Trigger | None:
    """Any other noun that a verb or preposition governs: "a tracheotomy", "the new console"."""
    lemma = token.lemma_
    if token.dep_ not in _ARGUMENTS or token.tag_ == "VBG" or not lemma.isalpha() or len(lemma) < 3:
        return None
    if lemma in _CALENDAR or lemma in _NOT_EVENTS["nouns"] or _sense(token) == _NOTHING:
        return None
    if not token.text.isupper() and any(letter.isupper() for letter in token.text[1:]):
        return None  # a name, whatever the tagger takes it for: "SpaceX"
    if token.tag_[:3] == "NNP" and place_called(token.text) is not None:
        return None
    if _is_fixed_phrase(token):
        return None
    return Trigger(sentence, token, token, "other", lemma, noun=True)


def _state_trigger(sentence: ParsedSentence, token: Token) -> Trigger | None:
    """A state that begins on a day, said of something: "will be available", "back in use"."""
    if token.dep_ not in {"acomp", "oprd", "ccomp", "attr", "advmod"} or not is_verb(token.head):
        return None
    return Trigger(sentence, token, token, "other", token.lower_, noun=False)


def _is_fixed_phrase(token: Token) -> bool:
    phrases = _fixed_phrases(token.doc)
    end = token.idx + len(token.text) if phrases else 0
    return any(start < end and token.idx < upto for start, upto in phrases)


# all nouns of a sentence ask, one after another
@lru_cache(maxsize=2)
def _fixed_phrases(doc: Doc) -> list[tuple[int, int]]:
    return [m.span() for m in _FIXED.finditer(doc.text.lower())]


def _verb_trigger(sentence: ParsedSentence, token: Token) -> Trigger | None:
    if token.dep_ in _NO_CLAUSE:
        return None
    lemma = token.lemma_
    if lemma == "appear" and not any(c.lower_ in {"before", "at", "on", "in"} for c in token.children):
        return None
    turn = turn_of_phrase(token)
    if turn is not None:
        return Trigger(sentence, token, token, *turn, noun=False)
    if (lemma == "confirm" and not confirms_somebody(token)) or (lemma == "try" and _tries_to(token)):
        return None
    verbs = classes_of_words("verbs")
    phrase = particle_verb(token) if lemma in _PHRASAL else lemma
    listed = "ruling" if _is_ruling(token) else verbs.get(lemma) or verbs.get(phrase)
    name = _verb_sense(token, phrase) or listed
    if name == "visit" and not _is_journey(token):
        name = "opening" if _is_back_in_use(token) else "other"
    if phrase in _GOVERNING or pauses(token) or moves_on(token):
        return None  # "ruled out a visit", "extended the deadline to May 3"
    if name is not None and _opens_window(token):
        return None  # "the launch window opens on May 3"
    if name is None and lemma in _NOT_EVENTS["verbs"]:
        return None
    head = "referendum" if name == lemma == "vote" and _is_by_people(token) else lemma
    return Trigger(sentence, token, token, name or "other", head, noun=False)


def _is_ruling(verb: Token) -> bool:
    """ "The judge refused to extradite him", "the takeover was cleared by the watchdog"."""
    if verb.lemma_ not in _RULINGS["verbs"]:
        return False
    who = _doer(verb) or subject_of(verb)
    return who is not None and who.lemma_ in _RULINGS["judges"]


def _doer(verb: Token) -> Token | None:
    """Who does it: the agent of a passive, the subject of anything else."""
    agent = next((w for c in verb.children if c.dep_ == "agent" for w in c.children), None)
    passive = any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children)
    return agent or (None if passive else subject_of(verb))


def _is_journey(verb: Token) -> bool:
    """False where nobody goes anywhere: the jet that "could fly again" or "will return to service".

    Who lands "at" an airport only lands.
    """
    if verb.lemma_ == "land":
        return not any(c.lower_ == "at" for c in verb.children)
    if verb.lemma_ == "fly":
        return any(c.lower_ in (_WAYS if c.dep_ == "prep" else _AWAY) for c in verb.children)
    return not _is_back_in_use(verb)


def _is_back_in_use(verb: Token) -> bool:
    """True for "return to service", not for "return to the service"."""
    links = (c for c in verb.children if c.lower_ == "to") if verb.lemma_ == "return" else ()
    return any(w.lemma_ in _USES and not w.children for link in links for w in link.children)


def _tries_to(verb: Token) -> bool:
    """True for "try again", "tried to": only who or what is tried stands before a court."""
    return not any(c.dep_ in {"auxpass", "dobj"} for c in verb.children)


def _is_of_somebody(noun: Token) -> bool:
    """False for the "confirmation of the order", "confirmation that": what is found true, not voted on."""
    if any(c.dep_ in {"acl", "ccomp"} for c in noun.children):
        return False
    of = [w for c in noun.children if c.lower_ == "of" for w in c.children]
    return all(is_person(w) for w in of)


def _opens_window(verb: Token) -> bool:
    """True for the "opens" of a "launch window": the launch is the event."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj" and c.lemma_ in _OCCASIONS]
    nouns = classes_of_words("nouns")
    return any(c.dep_ == "compound" and c.lemma_ in nouns for s in subjects for c in s.children)


def is_of_report(token: Token) -> bool:
    """True for the "announced" of "..., the governments announced on Friday.", parsed as a participle."""
    if token.tag_ not in {"VBN", "VBD"} or token.dep_ not in {"acl", "relcl"} or token.head.i > token.i:
        return False
    before = token.head.left_edge.i - 1
    if before < 0 or token.doc[before].text != "," or token.lemma_ not in _REPORTING:
        return False
    by = any(c.dep_ == "agent" for c in token.children)
    return (
        not by
        and token.i == token.head.i + 1
        and all(t.is_punct for t in token.doc[token.right_edge.i + 1 :])
    )
