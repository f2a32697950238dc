"""Actors: persons, organisations and states, their names merged over the article.

Names are runs of capitalised words that the tagger takes for proper nouns. A run is cut into
role and name by titles and demonyms ("North Korean leader" | "Park Min-jun") in names.py; here shorter
forms join the fuller name that they begin or end ("Kim", "Mr. Obama"), nearest first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from slated.model import Actor, Span
from slated.model.readings import ActorKind
from slated.reading.gazetteer import fold, place_called, state_called, state_name, state_of_capital
from slated.reading.lexicon import load_table, load_words
from slated.reading.names import Name, names_in
from slated.reading.parse import ParsedSentence, is_noun

_TITLES = load_words("titles")
_ORGANISATION, _JOINTS, _THINGS = _TITLES["organisation"], _TITLES["joints"], _TITLES["things"]
_FORMAL = {short: names[0] for names in load_table("given_names")["names"] for short in names[1:]}
_INSTITUTIONS = {
    name: code for code, names in load_table("institutions")["institutions"].items() for name in names
}
_BODIES = _INSTITUTIONS | {
    name: code for code, names in load_table("institutions")["bodies"].items() for name in names
}
_LONG = {short: full for full, names in load_table("institutions")["short"].items() for short in names}
_OFFICES = frozenset(load_table("institutions")["offices"]["any"])
_COMMON = frozenset(load_table("institutions")["common"]["any"])
_JOINED_OFFICE = re.compile(r"((?:[A-Z][\w.’'-]*\s(?:(?:of|for|the)\s)*){2,8})and\s$")
_HALF = re.compile(r"\b(North|South|East|West) and $")
_ROMAN = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}
_JUST = 400  # characters: some three sentences


@dataclass(slots=True)
class _Draft:
    name: str
    words: tuple[str, ...]
    spans: list[Span] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    full: list[int] = field(default_factory=list)  # where it is named in full
    placed: int = 0  # how often it stands after a preposition of place


def read_actors(sentences: Sequence[ParsedSentence]) -> tuple[Actor, ...]:
    """The actors named in the sentences, in order of first naming in the text."""
    names = [name for s in sentences if s.doc is not None and s.kind != "title" for name in _sharing(s)]
    lone = {w for n in names if "-" not in n.span.text.split()[-1] or n.role for w in _ends(n)}
    names = [part for name in names for part in _pair_parted(name, lone)]
    drafts = _merged(names)
    drafts = _merged([n for s in sentences if s.doc is not None for n in _missed_in(s, drafts)], drafts)
    known = {d.name.lower() for d in drafts} | {w for d in drafts for w in d.words}
    for sentence in sentences:
        if sentence.kind == "title" and sentence.doc is not None:
            parted = [part for name in names_in(sentence) for part in _pair_parted(name, known)]
            kept = [_as_known(n, known) for n in parted if _known_in_title(n, known)]
            drafts = _merged(kept, drafts)
    home = _home_state(drafts)
    return tuple(_actor(d, home) for d in drafts)


def _sharing(sentence: ParsedSentence) -> Iterator[Name]:
    """The names of a sentence, an office without a state given that of the one joined to it by "and".

    In "Chilean President A and Foreign Minister B" both are Chilean, as is the one person in
    "Communist Party of Chile chairman and trade secretary C".
    """
    for name in names_in(sentence):
        found = name
        if name.role and _state_in(name.role) is None:
            lead = sentence.span.text[: name.span.start - sentence.span.start].removesuffix(f"{name.role} ")
            joined = _JOINED_OFFICE.search(lead[-120:])
            state = _state_of_office(joined.group(1)) if joined is not None else None
            found = replace(name, role=f"{state} {name.role}") if state else name
        yield from _first_half(sentence, name)
        yield found


def _first_half(sentence: ParsedSentence, name: Name) -> Iterator[Name]:
    """The North Korea of "North and South Korea"."""
    place = name.span.start - sentence.span.start
    half = _HALF.search(sentence.span.text[max(0, place - 10) : place])
    whole = f"{half.group(1)} {name.span.text.rpartition(' ')[2]}" if half is not None else ""
    if half is not None and state_called(whole) is not None and state_called(name.span.text) is not None:
        start = place - len(half.group())
        yield Name(sentence.span_of(start, start + len(half.group(1))), "", full=whole)


def _state_of_office(words: str) -> str | None:
    """The state whose office or body the words name, if any."""
    state = _state_words(words)
    if state is not None:
        return state
    folded = fold(words)
    code = next((code for name, code in _BODIES.items() if name in folded), None)
    return state_name(code) if code else None


def _missed_in(sentence: ParsedSentence, drafts: Sequence[_Draft]) -> Iterator[Name]:
    """A family name that opens a sentence and that the tagger takes for a common noun ("Moon's visit")."""
    doc = sentence.doc
    if doc is None or len(doc) < 2 or sentence.kind == "title":
        return
    first, following = doc[0], doc[1]
    says = following.tag_ in {"POS", "VBD", "VBZ", "MD"} or following.text in {"’s", "'s"}
    if first.text[:1].isupper() and first.tag_[:2] in {"NN", "JJ"} and first.tag_[:3] != "NNP" and says:
        word = fold(first.text)
        if any(word in {d.words[0], d.words[-1]} and len(d.words) > 1 and d.roles for d in drafts):
            yield Name(sentence.span_of_tokens(first, first), "")


def _home_state(drafts: Sequence[_Draft]) -> str | None:
    """The state whose institutions the article names most, as papers do at home."""
    counts: Counter[str] = Counter()
    for draft in drafts:
        code = _state_of_body(draft) or _INSTITUTIONS.get(" ".join(draft.words))
        if code:
            counts[code] += len(draft.spans)
    return min(counts, key=lambda code: (-counts[code], code)) if counts else None


def _state_of_body(draft: _Draft) -> str | None:
    """The state as whose body a parliament or court is named: "the U.S. Congress", "Peru's Congress"."""
    first, _, rest = draft.name.partition(" ")
    if fold(rest) in _INSTITUTIONS or fold(rest) in _COMMON:
        return state_called(first)
    if " ".join(draft.words) not in _COMMON:
        return None
    return next((code for role in draft.roles if (code := _state_in(role)) is not None), None)


def _ends(name: Name) -> set[str]:
    words = fold(name.span.text).split()
    return {words[0], words[-1]} if words else set()


def _pair_parted(name: Name, known: set[str]) -> tuple[Name, ...]:
    """ "Smith-Jones summit": two actors, where the text names either by itself too."""
    span = name.span
    left, dash, right = span.text.rpartition("-")
    if not dash or not right[:1].isupper() or not {fold(left), fold(right)} <= known:
        return (name,)
    cut = span.start + len(left)
    return (
        Name(Span(span.start, cut, left, span.part), name.role),
        Name(Span(cut + 1, span.end, right, span.part), ""),
    )


def _known_in_title(name: Name, known: set[str]) -> bool:
    folded = fold(name.span.text)
    return (
        folded in known
        or _LONG.get(folded) in known
        or (bool(folded) and (folded.split()[-1] in known or state_called(name.span.text) is not None))
    )


def _as_known(name: Name, known: set[str]) -> Name:
    """The name without the words before it that the text does not know: "Court Frees Smith" -> "Smith".

    Headlines that capitalise all words run names and verbs together.
    """
    span = name.span
    words = list(re.finditer(r"\S+", span.text))
    first = len(words) - 1
    while first > 0 and fold(words[first - 1].group()) in known:
        first -= 1
    if first <= 0 or state_called(span.text) is not None or fold(span.text) in known:
        return name
    start = words[first].start()
    return Name(Span(span.start + start, span.end, span.text[start:], span.part), "")


def _merged(names: Sequence[Name], drafts: list[_Draft] | None = None) -> list[_Draft]:
    found = list(drafts or [])
    # full names first: a lone one may mean somebody who is named in full only later, or elsewhere
    fuller = sorted(names, key=lambda n: (" " not in n.called, n.span.start))
    by_word: dict[str, list[_Draft]] = {}
    for d in found:
        code = state_called(d.name)
        if code:
            by_word[f"state {code}"] = [d]
        for w in {d.words[0], d.words[-1], " ".join(d.words)}:
            by_word.setdefault(w, []).append(d)
    for name in fuller:
        own = tuple(fold(name.called).split())
        words = _written_out(own, name.called)
        if not words:
            continue
        draft = _same(words, by_word, name)
        if draft is None:
            code = state_called(name.called)
            draft = _Draft(state_name(code) if code else name.called, words)
            if code:
                draft.words = tuple(fold(draft.name).split())
                by_word[f"state {code}"] = [draft]
            found.append(draft)
        if len(words) > len(draft.words) and not state_called(draft.name):
            draft.name, draft.words = name.called, words
        for w in {own[0], words[0], words[-1], " ".join(words)}:
            if draft not in by_word.setdefault(w, []):
                by_word[w].append(draft)
        draft.spans.append(name.span)
        draft.placed += name.placed
        if len(words) > 1:
            draft.full.append(name.span.start)
        if name.role and name.role not in draft.roles:
            draft.roles.append(name.role)
    return found


def _written_out(words: tuple[str, ...], text: str) -> tuple[str, ...]:
    """The words of a name in full: "Bill Moss" is William, "the UN" the United Nations, but "Who" nobody."""
    full = _LONG.get(" ".join(words)) if text.replace(".", "").isupper() or text == "Fed" else None
    return tuple(full.split()) if full is not None else _formal(words)


def _formal(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a full name, a short given name made long: "Bill Moss" is William."""
    return (_FORMAL.get(words[0], words[0]), *words[1:]) if len(words) > 1 else words


def _same(words: tuple[str, ...], by_word: dict[str, list[_Draft]], name: Name) -> _Draft | None:
    """The draft that these words name: the same words, or a person's first or last name alone."""
    whole = " ".join(words)
    code = state_called(name.called)
    if code is not None:
        return next((d for d in by_word.get(f"state {code}", [])), None)
    exact = [d for d in by_word.get(whole, []) if d.words == words]
    if exact:
        return exact[-1]
    if place_called(name.called):
        return None
    if len(words) == 1:
        return _fuller(whole, by_word, name)
    same_ends = [d for d in by_word.get(words[-1], []) if d.words[0] == words[0] and _is_person(d)]
    # a family name comes last, or first where the name has an office ("President Xi Jinping")
    shorter = by_word.get(words[-1], []) + (by_word.get(words[0], []) if name.role else [])
    lone = [d for d in shorter if len(d.words) == 1 and (name.role or d.roles) and not state_called(d.name)]
    return next(iter([*same_ends, *lone]), None)


def _fuller(word: str, by_word: dict[str, list[_Draft]], name: Name) -> _Draft | None:
    """The person whom a single name means: the one just named in full, else the one named most.

    Who speaks for others is meant where the name speaks ("Kim said"), not where it acts ("met Kim").
    """
    people = [d for d in by_word.get(word, []) if len(d.words) > 1 and _is_person(d)]
    meant = [d for d in people if d.words[-1] == word or (d.words[0] == word and d.roles)] or people
    if not name.speaks:
        meant = [d for d in meant if not _is_mouthpiece(d)] or meant
    return max(meant, key=lambda d: (_just_named(d, name.span), len(d.full), bool(d.roles)), default=None)


def _is_mouthpiece(draft: _Draft) -> bool:
    return any("spokes" in role.lower() for role in draft.roles)


def _just_named(draft: _Draft, span: Span) -> int:
    """Where the person was named in full within the last lines; -1 where that is longer ago."""
    before = [at for at in draft.full if span.start - _JUST <= at < span.start]
    return max(before, default=-1) if span.part == "text" else -1


def _is_person(draft: _Draft) -> bool:
    if set(draft.words) & _ORGANISATION or draft.words[-1] in _THINGS:
        return False
    if draft.roles:
        return True
    if _numbered(draft.words)[-1].isdigit():
        return False
    return 2 <= len(draft.words) <= 4 and not (set(draft.words) & (_ORGANISATION | _JOINTS))


def _actor(draft: _Draft, home: str | None) -> Actor:
    state = state_called(draft.name)
    for role in draft.roles:
        state = state or _state_in(role) or _BODIES.get(fold(role))
    if state is None and (
        any(fold(role) in _OFFICES for role in draft.roles) or " ".join(draft.words) in _COMMON
    ):
        state = home
    return Actor(
        name=draft.name,
        key=" ".join(draft.words if draft.roles else _numbered(draft.words)),
        kind=_kind(draft),
        spans=tuple(sorted(dict.fromkeys(draft.spans), key=lambda s: (s.part, s.start))),
        roles=tuple(draft.roles),
        state=state or _BODIES.get(" ".join(draft.words)) or state_of_capital(draft.name),
    )


def _numbered(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name with its number in figures: "Apollo II" is "Apollo 2", "Dan Moss II" has none."""
    return (words[0], _ROMAN.get(words[1], words[1])) if len(words) == 2 else words


def _state_in(role: str) -> str | None:
    words = _state_words(role)
    return state_called(words) if words else None


def _state_words(role: str) -> str | None:
    """The words of a role that name a state: "South Korean"."""
    words = role.split()
    for size in (3, 2, 1):  # "Trinidad and Tobago"
        for i in range(len(words) - size + 1):
            named = " ".join(words[i : i + size])
            if state_called(named):
                return named
    return None


def _kind(draft: _Draft) -> ActorKind:
    if state_called(draft.name):
        return "state"
    last = draft.words[-1]
    if last in _THINGS and last not in _ORGANISATION and not draft.roles:
        return "unknown"  # "Court Street", "Union Station"
    # datelines have their city in capitals
    if set(draft.words) & _ORGANISATION or (draft.name.isupper() and place_called(draft.name) is None):
        return "organisation"
    if draft.roles:
        return "person"
    placed = draft.placed == len(draft.spans) and (draft.placed > 1 or is_noun(draft.words[-1]))
    if place_called(draft.name) is not None or placed:
        return "unknown"  # a place, or always spoken of as one: "in Elm Creek"
    return "person" if _is_person(draft) else "unknown"
