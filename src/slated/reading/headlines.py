"""Headlines whose verb the parser takes for a noun: "Senate delays vote on budget".

The small model learnt from running text, where "delays" after a noun is one. Said in the past ("Senate
delayed vote on budget") it parses such headlines well: so they are read that way, and the word put back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from slated.reading.lexicon import load_table, load_words
from slated.reading.tokens import Doc, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
Parse = Callable[[str], Doc]
Lemma = Callable[[str, str], str]


def read_again(doc: Doc, parse: Parse, lemma: Lemma) -> Doc:
    """The headline's parse; another one where its verb was taken for a noun and the past tells it for one.

    ``parse`` parses a text, ``lemma`` gives a word's lemma under a tag.
    """
    verb = _taken_for_noun(doc.tokens, lemma)
    if verb is None:
        return doc
    past = _past(lemma(verb.lower_, "VBZ"))
    end = verb.idx + len(verb.text)
    again = parse(f"{doc.text[: verb.idx]}{past}{doc.text[end:]}")
    told = again.tokens[verb.i] if len(again.tokens) == len(doc.tokens) else None
    if told is None or told.tag_ != "VBD" or told.head is not told:
        return doc
    told.text, told.lower_, told.tag_ = verb.text, verb.lower_, "VBZ"
    told.lemma_ = lemma(verb.lower_, "VBZ")
    for token, place in zip(again.tokens, [t.idx for t in doc.tokens], strict=True):
        token.idx = place
    again.text = doc.text
    return again


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
