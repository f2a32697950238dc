"""The tense and sense of the clause that governs a place in a sentence.

From the words of a time the parse is climbed to the verb that governs them; that verb's
auxiliaries, its form and what it is a complement of tell whether it speaks of what is past or of
what is ahead ("met on Tuesday", "hopes to meet Tuesday", "talks scheduled for Tuesday").
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from slated.model.spans import TextPart
from slated.reading.lexicon import load_table, load_words
from slated.reading.parse import ParsedSentence
from slated.reading.reported import follows_report
from slated.reading.timex import TenseAt
from slated.reading.timex.cues import tense_from_words
from slated.reading.timex.read import Tense
from slated.reading.tokens import Doc, Token

_CUES = load_words("time_tense")
_MODALS = _CUES["modal"]
_PROSPECTIVE = _CUES["prospective"]
_SETTING = _CUES["setting"]
_AHEAD_NOUNS = _CUES["ahead"]
_AHEAD_WORDS = _CUES["ahead_of_time"]
_NEITHER = frozenset({"neither", "nor", "nobody", "none"})
_DELAYS = _CUES["delay"]
_STANDINGS = load_table("status_cues")
_OFF = frozenset(
    word
    for kind in ("verbs", "particles")
    for e in ("cancelled", "postponed")
    for word in _STANDINGS[e][kind]
)
_CLIMB = 12  # steps up the parse at most
_FORMERLY = frozenset({"originally", "previously", "initially", "earlier"})
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "your", "my", "this"})
_LEADING = {("ahead", "of"), ("heading", "into"), ("going", "into"), ("run-up", "to"), ("lead-up", "to")}
_CALLING = frozenset({"ask", "call", "press", "push"})
_LATEST = frozenset({"recent", "latest", "last", "previous", "earlier"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NAME_DEPS = frozenset({"nsubj", "nsubjpass", "pobj", "dobj", "compound", "poss", "appos"})
# what is done at, in or after a named occasion dates the occasion; what is done for or about it does not
_AT = frozenset({"at", "during", "in", "on", "after", "following", "since"})
# verbs that take a bare infinitive of the same time: "let the talks begin Monday"
_SHARED = frozenset({"let", "make", "see", "watch", "help", "hear", "have"})


def tense_finder(sentences: Sequence[ParsedSentence], part: TextPart) -> TenseAt:
    """A ``TenseAt`` over the parsed sentences of one text part."""
    mine = [s for s in sentences if s.span.part == part]
    starts = [s.span.start for s in mine]

    def tense_at(start: int, end: int) -> Tense | None:
        place = bisect_right(starts, start) - 1
        if place < 0 or mine[place].span.end < end:
            return None
        sentence = mine[place]
        first, last = start - sentence.span.start, end - sentence.span.start
        if sentence.doc is None:
            return tense_from_words(sentence.span.text, first, last)
        return _from_parse(sentence.doc, first, last, sentence.kind == "title")

    return tense_at


def _from_parse(doc: Doc, first: int, last: int, title: bool) -> Tense | None:
    inside = [t for t in doc if t.idx < last and first < t.idx + len(t.text)]
    if not inside:
        return None
    token = next((t for t in inside if t.head.i < inside[0].i or t.head.i > inside[-1].i), inside[0])
    before = [t.lower_ for t in doc[max(0, inside[0].i - 5) : inside[0].i]]
    was_set = any(t.lower_ in _FORMERLY for t in doc[max(0, inside[0].i - 4) : inside[0].i])
    if follows_report(doc, inside[0].i):
        return "past"
    if was_set and before[-1:] == ["for"]:
        return "formerly"
    if before[-3:] == ["as", "recently", "as"]:
        return "past"
    opened = before[:-1] if before and before[-1] in _DETERMINERS else before
    if tuple(opened[-2:]) in _LEADING or before[-1:] in (["upcoming"], ["coming"]):
        return "future"
    if before[-1:] == ["effective"]:
        return None
    told = _told_by_what_follows(doc, token, inside)
    if told:
        return told
    tense = _climb(doc, token, inside, title)
    return "future" if before[-1:] == ["for"] and tense not in {"planned", "formerly"} else tense


def _told_by_what_follows(doc: Doc, token: Token, inside: Sequence[Token]) -> Tense | None:
    """ "on Tuesday, when voters chose" tells by its own verb; "a warning on Thursday that" was given."""
    at = inside[-1].i + 1
    if at < len(doc) and doc[at].dep_ == "mark" and doc[at].lower_ == "that":
        governor = _governing_verb(token)
        return "past" if governor is None or governor.i > at else None
    if at < len(doc) and doc[at].text == ",":
        at += 1
    if at >= len(doc) or doc[at].lower_ != "when":
        return None
    finite = next((t for t in doc[at : at + _CLIMB] if t.tag_ in _FINITE), None)
    return None if finite is None else "past" if finite.tag_ == "VBD" else "future"


def _climb(doc: Doc, token: Token, inside: Sequence[Token], title: bool) -> Tense | None:
    """The tense of the first verb, or word that stands for a plan, above the token."""
    opening = inside[0]
    possessive = token.dep_ == "poss" or token.tag_ == "POS"
    if possessive and token.head.lemma_ in _CUES["happened"]:
        return "past"
    named = possessive or token.dep_ in {"compound", "nmod", "amod"}
    until, from_ = _until(opening), opening.i > 0 and opening.nbor(-1).lower_ == "from"
    passed: list[Token] = []
    for _ in range(_CLIMB):
        if _is_verb(token):
            standing = _standing(token)
            if standing is not None:
                return _of_adjective(standing)
            if (until and token.lemma_ in _DELAYS) or _is_called_for(token, passed):
                return "future"
            if named and _calls_off(token):
                return "planned"
            if from_ and token.lower_ in _CUES["moved"] and token.tag_ in {"VBD", "VBN"}:
                return "formerly"  # "moved from Thursday": it was to be then
            return _through(passed, _of_verb(token, title), possessive)
        if not possessive and token.tag_[:2] == "NN" and token.lemma_ in _AHEAD_NOUNS:
            return _of_ahead_noun(token, title)
        if token.tag_[:2] == "JJ" and token.lemma_ in _PROSPECTIVE:
            return _of_adjective(token)
        if token.head == token:
            break
        if token not in inside:
            passed.append(token)
        token = token.head
    return _without_verb(doc, opening.i, title)


def _standing(verb: Token) -> Token | None:
    """The "unlikely" of "a launch in May was unlikely", which looks ahead whatever the verb's tense."""
    told = verb.children if verb.lemma_ == "be" else ()
    return next((c for c in told if c.dep_ == "acomp" and c.lemma_ in _PROSPECTIVE), None)


def _is_called_for(verb: Token, passed: Sequence[Token]) -> bool:
    """ "Called for a strike on Tuesday": what is called for lies ahead."""
    nouns = [t for t in passed if t.tag_[:2] == "NN"]
    return verb.lemma_ in _CALLING and len(nouns) == 1 and nouns[0].head.lower_ == "for"


def _calls_off(verb: Token) -> bool:
    """ "Called off Sunday's march": it was to come, and may come yet."""
    lemma = verb.lemma_
    return lemma in _OFF or any(f"{lemma} {c.lower_}" in _OFF for c in verb.children)


def _is_verb(token: Token) -> bool:
    """False for names that the tagger takes for verbs: subjects, objects, capitals within a sentence."""
    if token.tag_[:2] not in {"VB", "MD"}:
        return False
    if token.tag_ in {"VB", "VBP"} and token.text[:1].isupper():
        return token.dep_ not in _NAME_DEPS and token.opens
    return True


def _through(passed: Sequence[Token], tense: Tense | None, possessive: bool) -> Tense | None:
    """The tense for a time that hangs on the verb by the words passed on the way up."""
    nouns = [t for t in passed if t.tag_[:2] == "NN" and t.dep_ != "npadvmod"]
    if any(c.lower_ in _LATEST for t in nouns[:1] for c in t.children):
        # "its most recent test in September"
        return "past"
    joints = {t.lower_ for t in passed if t.dep_ == "prep"}
    if tense == "past" and nouns and not (nouns[-1].dep_ == "pobj" and joints & _AT):
        return "under_past"
    if tense == "present":
        if joints & {"after", "following", "since"} or any(
            t.lemma_ in _CUES["happened"] and t.dep_[:5] == "nsubj" for t in nouns
        ):
            return "past"
        return None if possessive else "under_present" if nouns else tense
    return tense


def _of_ahead_noun(noun: Token, title: bool) -> Tense | None:
    """ "plans for Friday" look ahead; "had a Wednesday deadline" may lie on either side."""
    verb = _governing_verb(noun)
    if verb is not None and _of_verb(verb, title) == "past":
        settled = verb.lemma_ in {"have", "be", "miss"} or verb.head.lemma_ in _CUES["settled"]
        return "formerly" if settled else "future"
    return "future"


def _until(opening: Token) -> bool:
    return opening.i > 0 and opening.nbor(-1).lower_ in {"until", "till", "to"}


def _of_adjective(word: Token) -> Tense:
    """ "is due Friday" looks ahead, "was due Friday" where it can, "had been due Friday" where it is near."""
    return _of_plan(word.head)


def _of_plan(verb: Token) -> Tense:
    """What the tense of a verb of planning makes of the time planned."""
    words = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    if words & {"had", "'d", "’d"}:
        return "formerly"
    if words & _MODALS:
        return "future"
    return "planned" if verb.tag_ == "VBD" or words & {"was", "were"} else "future"


def _without_verb(doc: Doc, place: int, title: bool) -> Tense | None:
    """The tense of a sentence or headline without a finite verb: its cue words before the place."""
    words = [t.lower_ for t in doc]
    if title and "to" in words[:place]:
        to = words.index("to")
        if to + 1 < len(doc) and doc[to + 1].tag_ == "VB":
            return "future"
    if any(w in _MODALS or w in _AHEAD_WORDS for w in words[:place]):
        return "future"
    return None


def _of_verb(verb: Token, title: bool) -> Tense | None:
    words = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    if words & _MODALS or verb.lower_ in _MODALS:
        return _of_modal(verb, words)
    if "to" in words:
        return _of_infinitive(verb, title, "have" in words)
    if verb.lemma_ in _SETTING and verb.tag_ in {"VBN", "VBD"}:
        return _of_setting(verb, words, title)
    if verb.tag_ == "VBG":
        return _of_participle(verb, words, title)
    if verb.tag_ == "VBN" and words & {"is", "are", "'re", "’re"}:
        return None if title else "present"
    if verb.tag_ in {"VBD", "VBN"} or words & {"was", "were", "did", "had"}:
        return "past"
    if verb.tag_ == "VB":
        shared = verb.head != verb and verb.dep_ in {"ccomp", "xcomp"} and verb.head.lemma_ in _SHARED
        return _of_verb(verb.head, title) if shared else "future"
    return None if title else "present"


def _of_modal(verb: Token, words: set[str]) -> Tense:
    """ "would have met" and "could not be reached" look back, other modals ahead."""
    doc = verb.doc
    negated = any(c.dep_ == "neg" for c in verb.children) or any(
        t.lower_ in _NEITHER for t in doc[max(0, verb.i - 8) : verb.i]
    )
    if "have" in words and verb.tag_ in {"VBN", "VBD"}:
        return "past"
    return "past" if negated and "could" in words else "future"


def _of_setting(verb: Token, words: set[str], title: bool) -> Tense:
    """ "is planned for Friday" looks ahead; "originally planned" and "had planned" to either side."""
    if any(c.lower_ in _FORMERLY for c in verb.children):
        return "formerly"
    if verb.lower_ == "set" and not any(c.lower_ in {"as", "for", "to"} for c in verb.children):
        return "past"
    if verb.tag_ == "VBN" and not words:
        above = _governing_verb(verb)
        return "planned" if above is not None and _of_verb(above, title) == "past" else "future"
    return _of_plan(verb)


def _of_participle(verb: Token, words: set[str], title: bool) -> Tense | None:
    """ "is meeting Tuesday" looks ahead; "was meeting" back; a bare participle goes with its clause."""
    if words & {"was", "were", "been"}:
        return "past"
    if words & {"is", "are", "am", "'s", "’s", "'re", "’re", "'m", "’m"}:
        return "future"
    if verb.lemma_ in _SETTING:
        return "future"
    governor = _governing_verb(verb)
    return _of_verb(governor, title) if governor is not None and governor.i != verb.i else None


def _of_infinitive(verb: Token, title: bool, perfect: bool) -> Tense | None:
    if perfect:
        return "past"
    governor = verb.head
    if governor == verb or title:
        return "future"
    if any(c.lower_ in {"first", "last", "only", "latest"} for c in governor.children):
        above = _governing_verb(governor)
        return _of_verb(above, title) if above is not None else None
    lemma = governor.lemma_
    if lemma in _PROSPECTIVE:
        return _of_plan(governor if governor.tag_[:2] == "VB" else governor.head)
    if lemma in _AHEAD_NOUNS or lemma == "be":
        return "future"
    above = governor if governor.tag_[:2] == "VB" else _governing_verb(governor)
    if above is None or governor.tag_[:2] == "NN":
        return "future"
    tense = _of_verb(above, title)
    if tense == "past" and lemma in _CUES["settled"]:
        return "past"
    return "under_past" if tense == "past" else "future" if governor is not above else tense


def _governing_verb(token: Token) -> Token | None:
    for _ in range(_CLIMB):
        if token.head == token:
            return None
        token = token.head
        if token.tag_[:2] in {"VB", "MD"}:
            return token
    return None
