"""Names where they stand in a sentence: cut from runs of capitalised words, titles and roles apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from slated.model import Span
from slated.reading.apposition import office_beside
from slated.reading.gazetteer import fold, joined_names, place_called, state_called
from slated.reading.lexicon import load_words
from slated.reading.parse import ParsedSentence, is_noun
from slated.reading.tokens import Doc

_TITLES = load_words("titles")
_PERSON, _ORGANISATION = _TITLES["person"], _TITLES["organisation"]
_PERSON_ENDS = frozenset(title.split()[-1] for title in _PERSON)
_NOT_A_NAME, _PORTFOLIOS = _TITLES["not_a_name"], _TITLES["portfolios"]
_TRADES = _TITLES["trades"]
_STYLES, _LETTERS, _THINGS = _TITLES["styles"], _TITLES["letters"], _TITLES["things"]
_WORD = r"(?:[A-Z]\.(?:[A-Z]\.)+|[A-Z][\w’'.-]*)"
_PARTICLE = r"(?:of|de|da|la|van|von|der|den|bin|al|del|du)[ ](?:(?:the|der|den|la|los)[ ])?"
_JOINED = "|".join(map(re.escape, joined_names()))
_RUN = re.compile(rf"(?:(?:The )?(?:{_JOINED})|{_WORD})(?:[ ](?:{_PARTICLE})?{_WORD})*")
_ROLE_BEFORE = re.compile(r"((?:[A-Z][\w.’'-]*\s+){0,3}(?:[a-z][\w-]*\s+){1,3})$")
_LOWER_CASE = re.compile(r"[a-z][\w-]*$")
_SAYS = re.compile(r"\s(?:said|says|told|added|noted|tweeted|wrote)\b")
_PLACED = re.compile(r"\b(?:across|at|in|near|outside)\s(?:the\s)?$")
_SAID_BY = re.compile(r"\b(?:said|says|added|according to)\s(?:M[rs]{1,2}\.?\s)?$")
_POSTED = re.compile(r"((?:[A-Z][\w.]*\s)*[A-Z]?[a-z]+) to (?:the )?[A-Z][\w.]*(?: [A-Z][\w.]*)?\s$")
_OWNER = re.compile(r"((?:[A-Z][\w.]*\s)?[A-Z][\w.]*)['’]s\s$")
_OWNED = re.compile(r" of (?:the )?([A-Z][\w.]*(?: [A-Z][\w.]*)?)")
_FULL = 2  # words of a person's name
_OF_STATE = re.compile(r" of (?:the )?(?P<state>[A-Z][\w. ]*)$")
_ATTRIBUTE = re.compile(r"-(?:backed|based|born|bound|led|listed|made|owned|run|style|trained|wide)$")
_POSSESSIVE = re.compile(r"['’]s?$")
_POSSESSIVE_INSIDE = re.compile(r"['’]s\s+")
_DASH = re.compile(r"[-–]")
_SENT_TO = re.compile(r"\bto (?:the )?$")
_FIRST_OF_TWO = re.compile(r"\S+ (?=[A-Z])")
_FIRST_WORD = re.compile(r"\S+\s*")
_WORDS = re.compile(r"\S+")
_OWN_POINT = re.compile(r"(?:\b[A-Z]\.|Jr\.|Sr\.|Inc\.|Corp\.|Co\.|Ltd\.)$")
_CALENDAR = load_words("calendar_names")["names"]
_TELLING = frozenset({"says", "said", "tells"})
_WEEKDAYS = load_words("calendar_names")["weekdays"]
_SHOUTED = 3  # blanks: a line in capitals is a headline, no name
_DIGITS = 3  # of a number that is part of a name: four are a year


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands: ``span`` without title, ``role`` the words that describe it.

    ``speaks`` is True where a verb of speech stands beside it ("Kim said"), ``placed`` where a
    preposition of place stands before it ("in Elm Creek"). ``full`` is what the words are short for.
    """

    span: Span
    role: str
    speaks: bool = False
    placed: bool = False
    full: str = ""

    @property
    def called(self) -> str:
        """What it names: its words, or what they are short for."""
        return self.full or self.span.text


def names_in(sentence: ParsedSentence) -> Iterator[Name]:
    """The proper names of one parsed sentence, titles cut off, in order."""
    assert sentence.doc is not None
    text = sentence.span.text
    proper = {t.idx for t in sentence.doc if t.tag_ in {"NNP", "NNPS"}}
    adjectives = {t.idx for t in sentence.doc if t.tag_[:2] == "JJ" and text[t.idx].isupper()}
    people = {t.idx for t in sentence.doc if t.tag_ == "NNS" and text[t.idx].isupper()}
    if not (proper or adjectives or people):
        return
    for run in _RUN.finditer(text):
        # an adjective alone is a name only where it stands for a state
        first = run.start() + (4 if run.group().startswith("The ") else 0)
        is_demonym = first in adjectives | people and state_called(text[first : run.end()]) is not None
        own = proper | adjectives | {first} if is_demonym else proper | adjectives
        if not is_demonym and not any(run.start() <= i < run.end() for i in proper):
            continue
        if run.group().isupper() and run.group().count(" ") >= _SHOUTED:
            continue
        for piece in _split_possessives(text, run.start(), run.end()):
            for start, end in _split_pairs(text, *_trimmed(text, *piece, own)):
                if end - start > 1 and not _ATTRIBUTE.search(text[start:end]):
                    yield from _cut(sentence, start, _with_number(sentence.doc, start, end))


def _with_number(doc: Doc, start: int, end: int) -> int:
    """Where a name ends with the number that stands behind it: "Apollo 11", not "in Iran 2 people"."""
    last = doc.text[start:end].split()[-1]
    number = next((t for t in doc.overlapping(end, end + 2) if t.idx == end + 1), None)
    if number is None or number.tag_ != "CD" or not number.text.isdigit() or len(number.text) > _DIGITS:
        return end
    counts = number.head.i > number.i and number.head.tag_ != "NN"
    if counts or fold(last) in _CALENDAR or state_called(doc.text[start:end]) is not None:
        return end
    return end + 1 + len(number.text)


def _split_possessives(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """ "South Korea's Moon" is two names: a possessive ends one."""
    for mark in _POSSESSIVE_INSIDE.finditer(text[start:end]):
        yield start, start + mark.start()
        yield from _split_possessives(text, start + mark.end(), end)
        return
    yield start, end


def _split_pairs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """ "US-North Korea" and "to the US Jane Doe" are two names each."""
    for mark in _DASH.finditer(text[start:end]):
        left, right = text[start : start + mark.start()], text[start + mark.end() : end]
        if (state_called(left) or state_called(right)) and right[:1].isupper() and len(left) > 1:
            yield start, start + mark.start()
            yield from _split_pairs(text, start + mark.end(), end)
            return
    of = _OF_STATE.search(text[start:end])
    if of is not None and _is_person_of(of):
        yield start, start + of.start()
        yield start + of.start("state"), end
        return
    if _SENT_TO.search(text[max(0, start - 8) : start]):
        lead = _FIRST_OF_TWO.match(text[start:end])
        if lead is not None and state_called(lead.group()) and not state_called(text[start:end]):
            yield start, start + lead.end() - 1
            start += lead.end()
    yield start, end


def _is_person_of(of: re.Match[str]) -> bool:
    """True for "Jane Doe of Norway" and "Mayor Jane Doe of Elm City", not for "Bank of England"."""
    words = fold(of.string[: of.start()]).split()
    if len(words) < _FULL or set(words) & _ORGANISATION:
        return False
    office = _after_title(of.string[: of.start()].split())
    if state_called(of.group("state")) is not None or 0 < office <= len(words) - _FULL:
        return True
    # "Ada Voss of the Pilots' League", not "Paris Agreement of ..." or "Comprehensive Plan of Action"
    common = all(is_noun(word) or is_noun(word.removesuffix("s")) for word in words)
    return len(words) == _FULL and words[-1] not in _THINGS and not common


def _trimmed(text: str, start: int, end: int, proper: set[int]) -> tuple[int, int]:
    while start < end:
        first = _FIRST_WORD.match(text[start:end])
        if first is None:
            break
        word, goes_on = fold(first.group()), start + first.end() < end
        if start in proper and word not in _NOT_A_NAME and not (start == 0 and goes_on and word in _TRADES):
            break
        start += first.end()
    piece = _POSSESSIVE.sub("", text[start:end])
    if piece.endswith(".") and not _OWN_POINT.search(piece):
        piece = piece[:-1]
    return start, start + len(piece.rstrip(" -'’"))


def _cut(sentence: ParsedSentence, start: int, end: int) -> Iterator[Name]:
    text = sentence.span.text
    words = _once([(m.start() + start, m.group()) for m in _WORDS.finditer(text[start:end])])
    words = _without_letters(_without_ends(words))
    start = words[0][0]
    end = min(end, words[-1][0] + len(words[-1][1]))
    if all(fold(w) in _CALENDAR for _, w in words):
        return
    first = _after_title([w for _, w in words])
    if first < len(words) and words[first][1] == "of":
        yield from _of_office(sentence, words, first)
        return
    at = words[first][0] if first < len(words) else start
    before = text[:start]
    role = text[start:at].strip() or _described(before[-60:]) or _posted(before[-60:])
    role = role or office_beside(text, start, end)
    owner = _OWNER.search(before[-40:]) or _OWNED.match(text[end : end + 40])
    if owner is not None and state_called(owner.group(1)) is not None:
        role = f"{owner.group(1)} {role}".strip()
    body = _body_of_office(words)
    if body:
        yield Name(sentence.span_of(start, words[body - 1][0] + len(words[body - 1][1])), "")
        return
    if len(words) > 1 and _is_office(text[start:end]):
        # "the Norwegian Ambassador" names a state and nobody
        size = next((n for n in (2, 1) if state_called(" ".join(w for _, w in words[:n]))), 0)
        if size:
            yield Name(sentence.span_of(start, words[size - 1][0] + len(words[size - 1][1])), "")
        return
    if role and first and state_called(words[0][1]) is not None:
        country = words[0]
        yield Name(sentence.span_of(country[0], country[0] + len(country[1])), "")
    speaks = _SAYS.match(text[end : end + 12]) or _SAID_BY.search(before[-20:])
    placed = _PLACED.search(before[-16:])
    yield Name(sentence.span_of(at, end), role, speaks is not None, placed is not None)


def _of_office(sentence: ParsedSentence, words: Sequence[tuple[int, str]], of: int) -> Iterator[Name]:
    """What "Governor of the Bank of Norway" is of; the person of "Minister of Sport Jane Doe"."""
    after = of + 2 if words[of + 1][1] == "the" else of + 1
    rest = [w for _, w in words[after:]]
    folded = [fold(w) for w in rest]
    end = words[-1][0] + len(words[-1][1])
    closes = set(folded[-2:]) & (_ORGANISATION | _THINGS | {"of"})
    called = " ".join(rest)
    if len(rest) > _FULL and not closes and place_called(called) is None:
        at = words[-_FULL][0]
        yield Name(sentence.span_of(at, end), sentence.span.text[words[0][0] : at].strip())
    elif set(folded) & _ORGANISATION or place_called(called) is not None:
        yield Name(sentence.span_of(words[after][0], end), "")
    elif state_called(rest[-1]) is not None:
        yield Name(sentence.span_of(words[-1][0], end), "")


def _without_ends(words: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The words without weekdays at either end ("Tuesday Berg"), nor the verb of a headline ("BERG SAYS")."""
    first, last = 0, len(words)
    while last - first > 1 and fold(words[first][1]) in _WEEKDAYS:
        first += 1
    while last - first > 1 and (
        fold(words[last - 1][1]) in _WEEKDAYS | _TELLING or words[last - 1][1].islower()
    ):
        last -= 1  # and what joined them to the name: "King of Monday"
    return words[first:last]


def _is_end(word: str) -> bool:
    """True for what stands behind a name, and for what joins it to that: the "of" of "King of Monday"."""
    return word.islower() or fold(word) in _WEEKDAYS | _TELLING


def _without_letters(words: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The words without the letters after a full name: "Jane Doe KC"."""
    last = len(words)
    while last > _FULL and _is_in_capitals(words[last - 1][1].strip(",."), _LETTERS):
        last -= 1
    return words[:last]


def _is_in_capitals(word: str, words: frozenset[str]) -> bool:
    return word.lower() in words and any(letter.isupper() for letter in word[1:])


def _once(words: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The words up to where a page's hover text says the name again: "Lee Ann LeeTop stories"."""
    for k in range(2, len(words)):
        for j in range(k - 1):
            name, again = words[j][1], words[k][1]
            if len(name) > 2 and again.startswith(name):
                return words[:k] if again == name else words[: j + 1]
    return words


def _described(before: str) -> str:
    """The role in "North Korean leader" (lower-case title words straight before a name), or ""."""
    # most names have none, and the whole pattern is dear
    words = before.split() if before[-1:].isspace() else []
    last = _LOWER_CASE.search(words[-1]) if words else None
    if last is None or fold(last.group()) not in _PERSON:
        return ""
    lead = _ROLE_BEFORE.search(before)
    return lead.group().strip() if lead is not None else ""


def _posted(before: str) -> str:
    """The office in "Norwegian Ambassador to the United Nations" straight before a name, or ""."""
    posted = _POSTED.search(before) if " to " in before else None
    return posted.group(1) if posted is not None and _is_office(posted.group(1)) else ""


def _ends_title(word: str) -> bool:
    """True for the last word of a person's title, which few names hold: "Chairman", "Vice-Chairman"."""
    return word.rpartition(" ")[2] in _PERSON_ENDS


def _body_of_office(words: Sequence[tuple[int, str]]) -> int:
    """How many words of "Federal Reserve Vice Chairman" name the body; 0 where it is no such office."""
    folded = [fold(w) for _, w in words]
    if not _ends_title(folded[-1]):
        return 0
    tail = next((i for i in range(1, len(folded)) if " ".join(folded[i:]) in _PERSON), 0)
    return tail if set(folded[:tail]) & _ORGANISATION else 0


def _is_office(run: str) -> bool:
    """True for a run that is all office: "South Korean Ambassador", "Deputy Prime Minister"."""
    folded = fold(run).split()
    if len(folded) > 1 and folded[-1].removesuffix("s") in _PERSON_ENDS:
        folded[-1] = folded[-1].removesuffix("s")  # "the Prime Ministers"
    if not folded or not _ends_title(folded[-1]):
        return False
    for i in range(len(folded)):
        if " ".join(folded[i:]) in _PERSON:
            return i == 0 or state_called(" ".join(run.split()[:i])) is not None
    return False


def _after_title(words: Sequence[str]) -> int:
    """How many leading words are a title or a demonym with a title: "US President" -> 2."""
    last = 1 if len(words) > 1 and _is_in_capitals(words[0], _STYLES) else 0
    folded = [fold(w) for w in words]
    for size in range(1, len(words)):
        if _ends_title(folded[size - 1]) and any(" ".join(folded[i:size]) in _PERSON for i in range(size)):
            last = size
    if last and words[last] == "of":
        # "Minister of Foreign Affairs Jane Doe"
        rest = folded[last + 1 :]
        last += next((n + 1 for n in (2, 1) if len(rest) > n and " ".join(rest[:n]) in _PORTFOLIOS), 0)
    return last
