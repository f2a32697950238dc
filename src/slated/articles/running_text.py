"""Which lines of a page are running text.

jusText's two passes (Pomikálek 2011, *Removing Boilerplate and Duplicate Content from Web
Corpora*, section 3.2) over lines in place of HTML blocks, with jusText's stop words and its
thresholds. Its own second pass looks for a neighbour line by line, which takes quadratic time
on long pages; here each line's neighbours are carried along.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Literal

LineClass = Literal["good", "neargood", "short", "bad"]

SHORT_BELOW, LONG_ABOVE = 70, 200
DENSITY_LOW, DENSITY_HIGH = 0.30, 0.32
# fmt: off
LISTED = {
    "bg": "Bulgarian", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German", "en": "English",
    "es": "Spanish", "fi": "Finnish", "fr": "French", "hu": "Hungarian", "id": "Indonesian", "it": "Italian",
    "nl": "Dutch", "no": "Norwegian_Bokmal", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian",
    "ru": "Russian", "sr": "Serbian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian", "vi": "Vietnamese",
}
# fmt: on


def running_lines(lines: Sequence[str], language: str) -> list[bool]:
    """True for each line of running text; for all of them where next to none would be."""
    stopwords = stopwords_of(language)
    good = _in_context([_class_of(line, stopwords) for line in lines])
    taken = sum(len(line) for line, is_good in zip(lines, good, strict=True) if is_good)
    return good if taken >= 0.3 * sum(map(len, lines)) else [True] * len(lines)


@cache
def stopwords_of(language: str) -> frozenset[str]:
    """jusText's stop words of a language, none where it has no list (length alone then counts)."""
    from justext import get_stoplist

    name = LISTED.get(language)
    return frozenset(word.lower() for word in get_stoplist(name)) if name else frozenset()


def _class_of(line: str, stopwords: frozenset[str]) -> LineClass:
    if "©" in line:
        return "bad"
    if len(line) < SHORT_BELOW:
        return "short"
    density = _density(line, stopwords) if stopwords else 1.0
    if density >= DENSITY_HIGH:
        return "good" if len(line) > LONG_ABOVE else "neargood"
    return "neargood" if density >= DENSITY_LOW else "bad"


def _density(line: str, stopwords: frozenset[str]) -> float:
    words = line.lower().split()
    return sum(word in stopwords for word in words) / len(words)


def _in_context(classes: Sequence[LineClass]) -> list[bool]:
    """Short and near-good lines take after their neighbours; the ends count as bad."""
    sure = [_sure(*sides) for sides in zip(classes, *_neighbours(classes), strict=True)]
    before, after = _neighbours(sure)
    return [
        own == "good" or (own == "neargood" and "good" in {left[0], right[0]})
        for own, left, right in zip(sure, before, after, strict=True)
    ]


def _sure(
    own: LineClass, before: tuple[LineClass, LineClass], after: tuple[LineClass, LineClass]
) -> LineClass:
    """A short line's class: good between good lines, or beside a good and a near-good one."""
    if own != "short":
        return own
    sides = {before[0], after[0]}
    if sides == {"good"}:
        return "good"
    if sides == {"bad"}:
        return "bad"
    leans = (before[0] == "bad" and before[1] == "neargood") or (after[0] == "bad" and after[1] == "neargood")
    return "good" if leans else "bad"


Sides = list[tuple[LineClass, LineClass]]


def _neighbours(classes: Sequence[LineClass]) -> tuple[Sides, Sides]:
    """For each line the nearest good or bad one, and the nearest that is not short, on either side."""
    backwards = list(_nearest(reversed(classes)))
    return list(_nearest(classes)), backwards[::-1]


def _nearest(classes: Iterable[LineClass]) -> Iterator[tuple[LineClass, LineClass]]:
    decided: LineClass = "bad"
    not_short: LineClass = "bad"
    for own in classes:
        yield decided, not_short
        if own != "short":
            not_short = own
        if own in {"good", "bad"}:
            decided = own
