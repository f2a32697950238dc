"""What stands as a place after a preposition: "in Oslo, Rome and Paris", "at the border"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from slated.model import Span
from slated.reading.gazetteer import fold, is_demonym, is_division, is_state, place_called
from slated.reading.lexicon import classes_of_words, load_words
from slated.reading.parse import ParsedSentence
from slated.reading.tokens import Doc, Token

WORDS = load_words("places_words")
_CALENDAR = load_words("calendar_names")["names"]
_PREPOSITIONS = frozenset(
    {"in", "at", "to", "near", "outside", "inside", "into", "on", "aboard", "along", "from", "for", "across"}
)
_PLACE_OR_PART = WORDS["place_nouns"] | WORDS["parts"]
_PLACE_WORDS = WORDS["place_nouns"] | WORDS["common_places"]
_PROPER = frozenset({"NNP", "NNPS"})
_WHILE = frozenset({"while", "whilst"})
_MOST_WORDS = 4
_MOST_BEFORE = 4


@dataclass(frozen=True, slots=True)
class PlacePhrase:
    """A name or a place noun after a preposition of place; ``common`` for plain words ("the border")."""

    preposition: Token
    first: Token
    last: Token
    common: bool = False

    @property
    def governor(self) -> Token:
        """The word that it is said of: "return" in "return home to Lima"."""
        head = self.preposition.head
        return head.head if head.tag_ == "RB" and head.dep_ == "advmod" else head

    @property
    def name(self) -> str:
        """Its words."""
        return self.first.doc.words(self.first.i, self.last.i + 1)

    @property
    def known(self) -> bool:
        """True where the gazetteer or the list of regions holds the name."""
        return is_known(self.name) or is_known(self.name.partition(",")[0])

    def span(self, sentence: ParsedSentence) -> Span:
        """Where it stands in the article."""
        return sentence.span_of_tokens(self.first, self.last)


@lru_cache(maxsize=8)
def places_in(sentence: ParsedSentence) -> tuple[PlacePhrase, ...]:
    """The place phrases of a parsed sentence, in order."""
    return tuple(_read(sentence))


def is_known(name: str) -> bool:
    """True for states, cities and divisions by any of their names, and for parts of the world."""
    listed = WORDS["regions"] | WORDS["after_on"]
    return place_called(name) is not None or is_state(name) or fold(name) in listed


def has_place_noun(first: Token, last: Token) -> bool:
    """True where a word of the name is one for places: "Unity Hall"."""
    return any(fold(t.text) in WORDS["place_nouns"] for t in first.doc[first.i : last.i + 1])


def _read(sentence: ParsedSentence) -> Iterator[PlacePhrase]:
    """Names are tried first, then plain words for places."""
    assert sentence.doc is not None
    doc = sentence.doc
    past = 0
    for token in doc:
        if token.i < past or token.lower_ not in _PREPOSITIONS or token.tag_ not in {"IN", "TO", "RP"}:
            continue
        if token.i > 0 and token.nbor(-1).lower_ in _WHILE:
            continue  # "she said while in Lima": there she spoke
        if token.i + 1 >= len(doc):
            return
        found = [*_names_after(token)] or [*_nouns_after(token)]
        yield from found
        past = found[-1].last.i + 1 if found else past


def _names_after(preposition: Token) -> Iterator[PlacePhrase]:
    """The name after the preposition, and those that are listed with it."""
    doc = preposition.doc
    start = _past_village(doc, preposition.i + 1)
    if start < len(doc) and doc[start].lower_ == "the":
        start += 1
    inside = start > preposition.i + 2 and doc[start - 1].lower_ in {"of", "the"}
    bare = _past_part(doc, start)
    last = name_end(doc, bare)
    if last is None or _is_owner(last):
        return
    named = PlacePhrase(preposition, doc[bare], last)
    if bare > start and not (named.known or has_place_noun(named.first, last) or _is_house(named)):
        return
    if _may_be_place("in" if inside else preposition.lower_, named):
        yield named
        for first, end in _listed(named):
            yield PlacePhrase(preposition, first, end)


def _is_owner(last: Token) -> bool:
    return last.i + 1 < len(last.doc) and last.nbor(1).tag_ == "POS"


def _listed(named: PlacePhrase) -> Iterator[tuple[Token, Token]]:
    """The known names that a list goes on with: ", Rome and Paris"; a list ends with "and" or "or"."""
    doc, i = named.first.doc, named.last.i + 1
    found: list[tuple[Token, Token]] = []
    while i + 1 < len(doc) and named.known:
        comma = doc[i].text == ","
        joined = doc[i + comma].lower_ in {"and", "or"} if i + comma < len(doc) else False
        start = i + comma + joined
        if not (comma or joined) or start >= len(doc):
            return
        start += doc[start].lower_ == "the"
        last = name_end(doc, start)
        if last is None or _is_owner(last) or not PlacePhrase(doc[i], doc[start], last).known:
            if joined:
                yield from found
            return
        found.append((doc[start], last))
        if joined:
            if last.dep_ not in {"nsubj", "nsubjpass"}:
                yield from found
            return
        i = last.i + 1


def _past_part(doc: Doc, start: int) -> int:
    """Past "downtown", "southern", "two-story" and other words of description to a name; else ``start``."""
    for i in range(start, min(start + _MOST_BEFORE, len(doc) - 1)):
        if doc[i].text[0].isupper():
            return i if doc[i].tag_ in _PROPER else start
        joined = "-" in {doc[i].text, doc[i + 1].text, doc[i - 1].text}
        if not joined and doc[i].tag_[:1] != "J" and doc[i].tag_ != "VBG" and not _is_part(doc[i]):
            return start
    return start


def _is_part(token: Token) -> bool:
    return token.lower_ in WORDS["parts"]


def _past_village(doc: Doc, start: int) -> int:
    """Past "the border village of" and the like, where a name follows; else ``start``."""
    for i in range(start, min(start + _MOST_WORDS + 1, len(doc) - 2)):
        if not doc[i].text.isalpha() or doc[i].tag_[:1] == "V":
            return start
        if doc[i].lower_ in _PLACE_OR_PART and doc[i + 1].text == "of":
            after = i + 3 if doc[i + 2].lower_ == "the" else i + 2
            proper = after < len(doc) and doc[after].tag_ in _PROPER
            return after if proper and doc[i].text.islower() else start
    return start


def _nouns_after(preposition: Token) -> Iterator[PlacePhrase]:
    """ "at the border", "in the demilitarized zone": a plain word for a place, with what stands before it."""
    doc = preposition.doc
    start = preposition.i + 1
    if preposition.lower_ in {"on", "from", "for"} or doc[start].lower_ not in {"the", "a", "an"}:
        return
    for i in range(start + 1, min(start + 1 + _MOST_WORDS, len(doc))):
        if doc[i].tag_[:1] not in {"N", "J"} and doc[i].text != "-":
            return
        following = doc[i + 1] if i + 1 < len(doc) else None
        if following is not None and (following.tag_[:1] == "N" or following.tag_ == "POS"):
            continue
        if doc[i].text in WORDS["common_places"]:
            yield PlacePhrase(preposition, doc[start + 1], doc[i], common=True)
            return


def name_end(doc: Doc, start: int) -> Token | None:
    """The last token of the name that begins at ``start``, with the state after a comma; None for no name.

    Days are no part of a name: "in Lima Tuesday".
    """
    i, last = start, None
    while i < len(doc) and doc[i].tag_ in _PROPER and doc[i].text[0].isupper() and not _is_day(doc[i], last):
        last = doc[i]
        i += 1
        if i + 1 < len(doc) and doc[i].text in {"of", "-"} and doc[i + 1].tag_ in _PROPER:
            i += 1
        elif i + 2 < len(doc) and doc.words(i, i + 2) == "of the" and doc[i + 2].tag_ in _PROPER:
            i += 2
    return _with_state(doc, last)


def _is_day(token: Token, last: Token | None) -> bool:
    return last is not None and fold(token.text) in _CALENDAR


def _with_state(doc: Doc, last: Token | None) -> Token | None:
    """ "Boston, MA" and "Central, South Carolina" are one name; "Oslo, Peru and Chile" are three."""
    if last is None or last.i + 2 >= len(doc) or doc[last.i + 1].text != ",":
        return last
    end = last.i + 2
    while end + 1 < len(doc) and doc[end].tag_ == "NNP" and doc[end + 1].tag_ == "NNP":
        end += 1
    name = doc.words(last.i + 2, end + 1)
    if not name[0].isupper():
        return last
    whole = fold(name) in WORDS["state_abbreviations"] or _is_state_of(name, last, _goes_on(doc, end + 1))
    return doc[end] if whole else last


def _is_state_of(name: str, last: Token, listed: bool) -> bool:
    """Whether ``name`` is the state or division in which the place before it lies.

    ``listed``: whether a list goes on after it, in which a state may be another place.
    """
    known, before = place_called(name), place_called(last.doc.words(_start_of(last), last.i + 1))
    in_america = known is not None and known.country == "US" and is_division(name)
    if known is None or (known.kind == "city" and not in_america):
        return False
    if before is None or before.kind == "city":
        return not listed or (
            before is not None and before.country == known.country and known.kind == "state"
        )
    return before.kind == "division" and not (in_america and before.country == "US")


def _goes_on(doc: Doc, at: int) -> bool:
    """True where "and", "or" or one more known name after a comma stands there."""
    if at + 1 >= len(doc):
        return False
    follows = doc[at].text == "," and is_known(doc[at + 1].text)
    return follows or doc[at].lower_ in {"and", "or"}


def _start_of(last: Token) -> int:
    start = last.i
    while start > 0 and last.doc[start - 1].tag_ in _PROPER:
        start -= 1
    return start


def _may_be_place(preposition: str, named: PlacePhrase) -> bool:
    name = named.name
    folded = fold(name)
    if not folded or all(w in _CALENDAR or w.isdigit() for w in folded.split()):
        return False
    words = folded.split()
    if preposition == "on":
        return folded in WORDS["after_on"]
    if named.known:
        return preposition != "outside" or _is_before_place(named.last)
    if len(words) == 1 and (folded in WORDS["bare"] or (preposition == "in" and name.isupper())):
        return False
    if (
        preposition == "for"
        or is_demonym(name)
        or words[-1] in classes_of_words("nouns")
        or _is_before_noun(named.last)
    ):
        return False
    if set(words) & _PLACE_WORDS or _is_house(named):
        return True
    return preposition in {"in", "at"} and len(folded) > 3 and not set(words) & WORDS["never"]


def _is_house(named: PlacePhrase) -> bool:
    return named.first != named.last and fold(named.last.text) == "house"


def _is_before_noun(last: Token) -> bool:
    """True for a name that tells a thing from others: "at the G20 conference", but "at a Bergen hotel"."""
    if last.i + 1 >= len(last.doc) or last.head.i <= last.i:
        return False
    return last.nbor(1).tag_ in {"NN", "NNS"} and not _is_before_place(last)


def _is_before_place(last: Token) -> bool:
    return last.i + 1 < len(last.doc) and fold(last.nbor(1).text) in _PLACE_WORDS
