"""Headlines that the parser misreads: "Senate delays vote on budget", "Chile to host climate talks".

The small model learnt from running text, where "delays" after a noun is one, and "to host" says what
something is for. Said as running text would ("Senate delayed vote on budget", "Chile will host climate
talks") it parses them well: so they are read that way, and the word put back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from slated.reading.lexicon import classes_of_words, load_table, load_words
from slated.reading.tokens import Doc, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
Parse = Callable[[str], Doc]
Lemma = Callable[[str, str], str]


def read_again(doc: Doc, parse: Parse, lemma: Lemma) -> Doc:
    """The headline's parse; another where a verb was taken for a noun, or what is to be done for an aim.

    ``parse`` parses a text, ``lemma`` gives a word's lemma under a tag.
    """
    verb = _taken_for_noun(doc.tokens, lemma)
    to = _of_plan(doc.tokens) if verb is None else None
    if verb is not None:
        stem = lemma(verb.lower_, "VBZ")
        told = _reworded(doc, verb, _past(stem), parse)
        if told is not None and told.tag_ == "VBD" and told.head is told:
            told.tag_, told.lemma_ = "VBZ", stem
            return told.doc
    elif to is not None:
        told = _reworded(doc, to, "will", parse)
        if (
            told is not None
            and told.tag_ == "MD"
            and told.head.tag_[:2] == "VB"
            and told.head.head is told.head
        ):
            told.tag_, told.lemma_ = "TO", "to"
            return told.doc
    return doc


def _reworded(doc: Doc, word: Token, instead: str, parse: Parse) -> Token | None:
    """The word in a parse of the headline with another in its place; None where that has more or fewer."""
    end = word.idx + len(word.text)
    again = parse(f"{doc.text[: word.idx]}{instead}{doc.text[end:]}")
    if len(again.tokens) != len(doc.tokens):
        return None
    for token, was in zip(again.tokens, doc.tokens, strict=True):
        token.idx = was.idx
    again.text, told = doc.text, again.tokens[word.i]
    told.text, told.lower_ = word.text, word.lower_
    return told


def _of_plan(tokens: Sequence[Token]) -> Token | None:
    """The "to" of "Chile to host talks", not of "Plan to cut jobs"; None where it is parsed well."""
    if any(t.tag_ in _FINITE for t in tokens):
        return None
    to = next((t for t in tokens[1:] if t.tag_ == "TO" and t.dep_ == "aux"), None)
    if to is None or tokens[to.i - 1].tag_[:1] not in {"N", "C"}:
        return None
    verb = to.head
    if verb.head is verb and any(c.dep_ in {"nsubj", "nsubjpass"} and c.i < to.i for c in verb.children):
        return None
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    nouns = {tokens[to.i - 1].lemma_, verb.head.lemma_}
    if not passive and (
        nouns & _purposeful()
        or (nouns & classes_of_words("nouns").keys() and verb.lemma_ not in _befalling())
    ):
        return None
    return to


@cache
def _purposeful() -> frozenset[str]:
    """Nouns that may be for something to be done: "plan", "bid", "fight"."""
    cues = {noun for table in load_table("status_cues").values() for noun in table.get("nouns", [])}
    return load_words("headlines")["purposeful"] | cues


@cache
def _befalling() -> frozenset[str]:
    """Verbs that are done by an event: "Talks to resume"; but "Talks to end strike" are for that."""
    light = load_table("status_cues")["light"]
    return frozenset((*light["taking_place"], *light["spanning"]))


def _taken_for_noun(tokens: Sequence[Token], lemma: Lemma) -> Token | None:
    """The first plural noun after a noun that may be the verb, where no verb stands before it."""
    for token in tokens[1:]:
        if token.tag_ in _FINITE:
            return None
        follows = tokens[token.i - 1].tag_[:1] in {"N", "C"}
        if token.tag_ == "NNS" and follows and lemma(token.lower_, "VBZ") in _verbs():
            return token
    return None


@cache
def _verbs() -> frozenset[str]:
    """Verbs that say how an event stands or name one, those aside that have no regular past."""
    tables = [*load_table("status_cues").values(), *load_table("event_classes").values()]
    return (
        frozenset(v for table in tables for v in table.get("verbs", []))
        - load_words("irregular_verbs")["verbs"]
    )


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ied"
    return lemma + "ed"
