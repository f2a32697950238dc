"""Quotations: where quotation marks open and close, over sentences and paragraphs.

Marks are often missing, doubled or of the wrong shape: the direction of a straight mark is read
from its neighbours, a quotation that nobody closes ends with its paragraph, and a mark that
closes nothing is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from slated.reading.statements.tree import Range

_DOUBLE = re.compile(r"[“”„«»\"]|''|``")
_SINGLE = re.compile(r"(?<!\w)['‘](?=[A-Za-z])|(?<=[\w.,!?…])['’](?!\w)")
_ALWAYS_OPEN = frozenset({"“", "„", "«", "``"})
_ALWAYS_CLOSE = frozenset({"”", "»"})
_END = re.compile(r"[.!?](?=\s)")
_WORD = re.compile(r"\w[\w’'-]*")

_LONGEST_SENTENCE = 600
_MARKS = frozenset("“\"„«‘'`")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation with its marks: ``place`` in the article part, ``paragraph`` its number.

    ``closed`` is False where no mark ends it and the next paragraph does not go on with one.
    ``utterance`` is True for whole speech, False for
    a few quoted words within somebody else's sentence; ``opens`` where it begins its paragraph.
    """

    place: Range
    paragraph: int
    closed: bool
    utterance: bool
    opens: bool = False


def find_quotes(text: str, paragraphs: Sequence[Range]) -> list[Quote]:
    """The outermost quotations of each paragraph, in text order; none crosses a paragraph."""
    found: list[Quote] = []
    for number, (start, end) in enumerate(paragraphs):
        places = _outermost(text, start, end)
        if places and not places[-1][2] and places[-1][1] == end:
            goes_on = number + 1 < len(paragraphs) and text[paragraphs[number + 1][0]] in _MARKS
            places[-1] = (*_cut(text, places[-1][0], end, goes_on), goes_on)
        found.extend(
            Quote((a, b), number, closed, _is_utterance(text, a, b), a == start)
            for a, b, closed in places
            if b - a > 2
        )
    return found


def _outermost(text: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    """Quotations in double marks, and those in single marks that stand in none of them."""
    places = list(_quoted(text, start, end, _DOUBLE))
    edges = [start, *(edge for a, b, _ in places for edge in (a, b)), end]
    gaps = zip(edges[::2], edges[1::2], strict=True)
    return sorted([*places, *(q for a, b in gaps for q in _quoted(text, a, b, _SINGLE))])


def _cut(text: str, start: int, end: int, goes_on: bool) -> Range:
    """An open quotation runs to the end of its paragraph only where the next one goes on with it."""
    stop = None if goes_on else _END.search(text, start, min(end, start + _LONGEST_SENTENCE))
    return start, stop.end() if stop else end


def _quoted(text: str, start: int, end: int, marks: re.Pattern[str]) -> Iterator[tuple[int, int, bool]]:
    opened: int | None = None
    for mark in marks.finditer(text, start, end):
        if _opens(text, mark, start, end, opened is not None):
            if opened is not None and marks is _DOUBLE and mark.start() > opened + 1:
                cut = _END.search(text, opened, min(mark.start(), opened + _LONGEST_SENTENCE))
                if cut is None:
                    continue
                yield opened, cut.end(), False
            opened = mark.start()
        elif opened is not None:
            yield opened, mark.end(), True
            opened = None
    if opened is not None and marks is _DOUBLE:
        yield opened, end, False


def _opens(text: str, mark: re.Match[str], start: int, end: int, inside: bool) -> bool:
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    leads = (before.isspace() or before in "([—–-‘'“:") and not after.isspace()
    trails = not before.isspace() and (after.isspace() or after in ".,;:!?)]—–-")
    shape = mark.group()
    if shape in _ALWAYS_OPEN:
        return not (inside and trails)
    if shape in _ALWAYS_CLOSE:
        return leads and not inside and not trails
    if leads != trails:
        return leads
    return not inside


def _is_utterance(text: str, start: int, end: int) -> bool:
    words = _WORD.findall(text, start, min(end, start + 200))
    if len(words) < 2:
        return len(words) == 1 and text[start:end].rstrip("\"”’'»").endswith((",", ".", "!", "?"))
    inner = text[start:end].strip("\"“”‘’'«»„` ")
    return inner.endswith((",", ".", "!", "?", "…", "—", "-", "–")) or (
        inner[0].isupper() and len(words) >= 4
    )
