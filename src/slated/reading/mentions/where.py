"""The places of an event, and how each stands: stated, candidate, leading or ruled out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from slated.model import EventPlace, Span
from slated.model.readings import Standing
from slated.reading.gazetteer import fold, place_called
from slated.reading.lexicon import load_words
from slated.reading.mentions.clause import is_verb
from slated.reading.mentions.outlook import LIGHT, REPORTING, Outlook, is_cue
from slated.reading.mentions.triggers import Trigger
from slated.reading.parse import ParsedSentence, lemma_of
from slated.reading.tokens import Doc, Token

_WORDS = load_words("places_words")
_CALENDAR = load_words("calendar_names")["names"]
_PREPOSITIONS = frozenset(
    {"in", "at", "to", "near", "outside", "inside", "into", "on", "aboard", "along", "from"}
)
_HELD = frozenset(
    {
        "meeting",
        "hearing",
        "trial",
        "ceremony",
        "sport",
        "visit",
        "protest",
        "vote",
        "opening",
        "deal",
        "launch",
    }
)
_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "parataxis"})
_PARTS = frozenset({"side", "outskirts", "edge", "north", "south", "east", "west", "middle", "heart", "part"})
_MOST_WORDS = 4
_FAR = 99.0


@dataclass(frozen=True, slots=True)
class _Named:
    """A name or a place noun after a preposition of place."""

    preposition: Token
    first: Token
    last: Token
    common: bool = False

    def span(self, sentence: ParsedSentence) -> Span:
        return sentence.span_of_tokens(self.first, self.last)


def places_of(trigger: Trigger, rivals: Sequence[Trigger], outlook: Outlook) -> tuple[EventPlace, ...]:
    """The places that the trigger's clause gives the event, in order, each once.

    "the border" and other plain words for places count only where no name stands beside them.
    """
    hedged = outlook.status in {"expected", "proposed"} and bool(outlook.tokens("expected"))
    mine = [
        n for n in _places_in(trigger.sentence) if _suits(n, trigger) and _is_owner(n.first, trigger, rivals)
    ]
    names = [n for n in mine if not n.common] or mine[:1]
    found: dict[str, EventPlace] = {}
    for named in names:
        span = named.span(trigger.sentence)
        standing: Standing = "candidate" if hedged and _is_alternative(named.first) else "stated"
        place = EventPlace(span.text, fold(span.text), standing, span)
        found.setdefault(place.key, place)
    for first, last in (*_targets(trigger), *_listed(trigger)):
        span = trigger.sentence.span_of_tokens(first, last)
        found.setdefault(fold(span.text), EventPlace(span.text, fold(span.text), "stated", span))
    return tuple(found.values())


def _targets(trigger: Trigger) -> Iterator[tuple[Token, Token]]:
    """The place that is itself visited, attacked, opened or closed, and the one "where" it will be.

    "visit Lima", "dismantle the Rocky Flats site", "the closure of Rocky Flats airport".
    """
    token = trigger.token
    if not trigger.noun and trigger.event_class in {"visit", "attack"}:
        for child in token.children:
            if child.dep_ == "dobj" and child.tag_ in {"NNP", "NNPS"}:
                first = _run_start(child)
                if place_called(child.doc.words(first.i, child.i + 1)) is not None:
                    yield first, child
    if trigger.noun and trigger.event_class == "visit":
        # "her New York visit"
        for child in token.children:
            if child.dep_ == "compound" and _is_known(child.doc.words(_run_start(child).i, child.i + 1)):
                yield _run_start(child), child
    if trigger.event_class in {"closing", "opening", "attack"}:
        for child in token.children:
            if child.dep_ in {"dobj", "nsubjpass"}:
                yield from _site(child)
            elif child.lower_ == "of":
                yield from (site for c in child.children for site in _site(c))
    if token.dep_ == "relcl" and any(c.lower_ == "where" for c in token.children):
        head = token.head
        if head.tag_ in {"NNP", "NNPS"} and _is_known(head.doc.words(_run_start(head).i, head.i + 1)):
            yield _run_start(head), head


def _run_start(last: Token) -> Token:
    first = last
    while first.i > 0 and first.nbor(-1).tag_ == "NNP" and first.nbor(-1).head in {last, last.head}:
        first = first.nbor(-1)
    return first


def _site(noun: Token) -> Iterator[tuple[Token, Token]]:
    """ "the Rocky Flats nuclear site": from the first capitalised word to a noun that is a place."""
    word = noun.lower_
    if word not in _WORDS["place_nouns"] | _WORDS["common_places"]:
        return
    before = [c for c in noun.lefts if c.dep_ in {"compound", "amod", "nmod"}]
    named = [c for c in before if c.text[0].isupper()]
    if named:
        yield noun.doc[min(c.left_edge.i for c in named)], noun


def _listed(trigger: Trigger) -> Iterator[tuple[Token, Token]]:
    """ "Founders event Boston, MA": in a listing the city with its state stands right after the event."""
    doc, start = trigger.token.doc, trigger.token.i + 1
    if start < len(doc) and doc[start].is_space:
        start += 1
    if trigger.noun and start < len(doc) and doc[start].tag_ in {"NNP", "NNPS"}:
        last = _name_end(doc, start)
        if last is not None and "," in doc.words(start, last.i + 1):
            yield doc[start], last


@lru_cache(maxsize=8)
def _places_in(sentence: ParsedSentence) -> tuple[_Named, ...]:
    return tuple(_read_places(sentence))


def _read_places(sentence: ParsedSentence) -> Iterator[_Named]:
    """What stands as a place after a preposition: names first tried, then plain words for places."""
    assert sentence.doc is not None
    doc = sentence.doc
    past = 0
    for token in doc:
        word = token.lower_
        if token.i < past or word not in _PREPOSITIONS or token.tag_ not in {"IN", "TO", "RP"}:
            continue
        if token.i + 1 >= len(doc):
            return
        named = _name_after(token) or _noun_after(token)
        if named is not None:
            yield named
            past = named.last.i + 1


def _name_after(preposition: Token) -> _Named | None:
    doc = preposition.doc
    start = _past_village(doc, preposition.i + 1)
    if start < len(doc) and doc[start].lower_ == "the":
        start += 1
    last = _name_end(doc, start)
    if last is None or (last.i + 1 < len(doc) and doc[last.i + 1].tag_ == "POS"):
        return None
    named = _Named(preposition, doc[start], last)
    name = doc.text[named.first.idx : last.idx + len(last.text)]
    inside = start > preposition.i + 2 and doc[start - 1].lower_ in {"of", "the"}
    word = "in" if inside else preposition.lower_
    return named if _may_be_place(word, name) else None


def _past_village(doc: Doc, start: int) -> int:
    """Past "the border village of" and the like, where a name follows; else ``start``."""
    for i in range(start, min(start + _MOST_WORDS + 1, len(doc) - 2)):
        if not doc[i].text.isalpha() or doc[i].tag_[:1] == "V":
            return start
        is_part = doc[i].lower_ in _WORDS["place_nouns"] or doc[i].lower_ in _PARTS
        if is_part and doc[i + 1].text == "of":
            after = i + 3 if doc[i + 2].lower_ == "the" else i + 2
            proper = after < len(doc) and doc[after].tag_ in {"NNP", "NNPS"}
            return after if proper and doc[i].text.islower() else start
    return start


def _noun_after(preposition: Token) -> _Named | None:
    """ "at the border", "in the demilitarized zone": a plain word for a place, with what stands before it."""
    doc = preposition.doc
    start = preposition.i + 1
    if preposition.lower_ in {"on", "from"} or doc[start].lower_ not in {"the", "a", "an"}:
        return None
    for i in range(start + 1, min(start + 1 + _MOST_WORDS, len(doc))):
        if doc[i].tag_[:1] not in {"N", "J"}:
            return None
        following = doc[i + 1] if i + 1 < len(doc) else None
        if following is not None and (following.tag_[:1] == "N" or following.tag_ == "POS"):
            continue
        if doc[i].text in _WORDS["common_places"]:
            return _Named(preposition, doc[start + 1], doc[i], common=True)
    return None


def _name_end(doc: Doc, start: int) -> Token | None:
    i, last = start, None
    while i < len(doc) and doc[i].tag_ in {"NNP", "NNPS"} and doc[i].text[0].isupper():
        last = doc[i]
        i += 1
        if i + 1 < len(doc) and doc[i].text in {"of", "-"} and doc[i + 1].tag_ in {"NNP", "NNPS"}:
            i += 1
        elif i + 2 < len(doc) and doc.words(i, i + 2) == "of the" and doc[i + 2].tag_ in {"NNP", "NNPS"}:
            i += 2
    return _with_state(doc, last)


def _with_state(doc: Doc, last: Token | None) -> Token | None:
    """ "Boston, MA" and "Central, South Carolina" are one name."""
    if last is None or last.i + 2 >= len(doc) or doc[last.i + 1].text != ",":
        return last
    end = last.i + 2
    while end + 1 < len(doc) and doc[end].tag_ == "NNP" and doc[end + 1].tag_ == "NNP":
        end += 1
    name = doc.words(last.i + 2, end + 1)
    known = place_called(name)
    is_state = known is not None and known.kind != "city" and name[0].isupper()
    short = name[0].isupper() and fold(name) in _WORDS["state_abbreviations"]
    return doc[end] if is_state or short else last


def _may_be_place(preposition: str, name: str) -> bool:
    folded = fold(name)
    if not folded or all(w in _CALENDAR or w.isdigit() for w in folded.split()):
        return False
    words = set(folded.split())
    if preposition == "on":
        return folded in _WORDS["after_on"]
    if _is_known(name) or words & (_WORDS["place_nouns"] | _WORDS["common_places"]):
        return True
    if folded.endswith(" house"):
        return True
    return preposition in {"in", "at"} and len(folded) > 3 and not words & _WORDS["never"]


def _is_known(name: str) -> bool:
    return place_called(name) is not None or fold(name) in _WORDS["regions"]


def _suits(named: _Named, trigger: Trigger) -> bool:
    """Whether such a phrase can say where the event is: "to" needs a move, "at" what is held."""
    word = named.preposition.lower_
    if word == "from":
        # "returned from Lima": there the journey was
        return trigger.event_class == "visit" and lemma_of(named.preposition.head) in {"return", "back"}
    if word in {"to", "into"}:
        head = named.preposition.head
        return trigger.event_class == "visit" or is_move(head)
    known = _is_known(named.span(trigger.sentence).text)
    held = trigger.event_class in _HELD
    return held or (not named.common and (word != "at" or known or _has_place_noun(named)))


def is_move(word: Token) -> bool:
    """True for verbs and nouns of moving, after which "to" names where: "travel", "transfer", "trip"."""
    return lemma_of(word) in _WORDS["movers"]


def _has_place_noun(named: _Named) -> bool:
    doc = named.first.doc
    return any(fold(doc[i].text) in _WORDS["place_nouns"] for i in range(named.first.i, named.last.i + 1))


def _is_owner(name: Token, trigger: Trigger, rivals: Sequence[Trigger]) -> bool:
    # "the truce village": a word before a noun that is no event takes no place from one
    others = [t for t in rivals if t.token.dep_ != "compound"]
    mine = _distance(name, trigger)
    return mine < _FAR and all(mine <= _distance(name, other) for other in others)


def _distance(name: Token, trigger: Trigger) -> float:
    """Steps in the tree between name and trigger; far across a clause or a reporting verb."""
    above: dict[Token, float] = {}
    node = trigger.token
    for step in range(5):
        above[node] = step
        if node.head == node or (is_verb(node) and node.dep_ in _CLAUSES):
            break
        node = node.head
        if is_verb(node) and lemma_of(node) in REPORTING:
            break
    node = name
    for step in range(6):
        if node in above:
            return above[node] + step + abs(name.i - trigger.token.i) / 100
        if node.head == node or (is_verb(node) and node.dep_ in {*_CLAUSES, "acl"}):
            if node.head == trigger.token and _carries(node):
                # "a summit that will be held in Lima", "talks planned in Oslo"
                return step + 1 + abs(name.i - trigger.token.i) / 100
            break
        node = node.head
    return _FAR


def _carries(verb: Token) -> bool:
    return verb.dep_ in {"relcl", "acl"} and (lemma_of(verb) in LIGHT or is_cue(verb))


def _is_alternative(name: Token) -> bool:
    return any(c.dep_ == "cc" and c.lower_ == "or" for c in [*name.children, *name.head.children])
