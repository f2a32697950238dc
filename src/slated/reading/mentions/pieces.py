"""Words cut into the pieces that the encoder knows: WordPiece, the longest known piece first.

As BERT does it (Devlin and others, NAACL 2019): lower case, accents off, signs by themselves, and the
parts of a word after its first marked by ``##``. What has no known piece is ``[UNK]``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from slated.reading.tokens import Token

START, END, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
MOST = 160  # pieces of a sentence; what follows is not seen
_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
_LONGEST = 40  # letters: a longer "word" is an address or a key


def pieces_of(tokens: Sequence[Token]) -> tuple[list[int], list[tuple[int, int]]]:
    """The pieces of a sentence by number, its start and end marked, and for each token its own.

    Those of a token are a half-open range of places; (0, 0) for a blank one and for one beyond ``MOST``.
    """
    known = _known()
    numbers, places = [known[START]], []
    for token in tokens:
        own = _pieces(token.lower_)
        begin = len(numbers)
        if own and begin + len(own) < MOST:
            numbers.extend(own)
            places.append((begin, len(numbers)))
        else:
            places.append((0, 0))
    return [*numbers, known[END]], places


@cache
def _known() -> dict[str, int]:
    text = files("slated.reading").joinpath("data/encoder_pieces.txt").read_text("utf-8")
    return {piece: number for number, piece in enumerate(text.split("\n")[:-1])}


@lru_cache(maxsize=32768)
def _pieces(word: str) -> tuple[int, ...]:
    plain = "".join(c for c in unicodedata.normalize("NFD", word) if unicodedata.category(c) != "Mn")
    return tuple(number for part in _WORD.findall(plain) for number in _cut(part))


def _cut(part: str) -> Iterator[int]:
    known = _known()
    found: list[int] = []
    start = 0
    while start < len(part):
        mark = "##" if start else ""
        ends = range(min(len(part), start + _LONGEST), start, -1)
        end = next((e for e in ends if mark + part[start:e] in known), None)
        if end is None or len(part) > _LONGEST:
            yield known[UNKNOWN]
            return
        found.append(known[mark + part[start:end]])
        start = end
    yield from found
