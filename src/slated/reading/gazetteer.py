"""States, cities and divisions: tables made from GeoNames and countryinfo (scripts/make_gazetteer.py).

States are told by their ISO 3166 code whatever they are called: by name, demonym, capital or
seat of government.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from slated.reading.lexicon import load_table

PlaceKind = Literal["state", "division", "city"]

_KIND_ORDER = {"state": 0, "city": 1, "division": 2}
_MARKS = re.compile(r"[^a-z0-9 ]")


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place of the gazetteer; ``country`` is an ISO code, ``population`` 0 where unknown."""

    name: str
    kind: PlaceKind
    country: str
    population: int


@lru_cache(maxsize=16384)
def fold(name: str) -> str:
    """A name without accents, case, points and hyphens: "Park Min-jun" and "Park Min Jun" are one."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    plain = _MARKS.sub("", re.sub(r"['’]s$", "", plain).replace("-", " "))
    return re.sub(r"^the ", "", " ".join(plain.split()))


def place_called(name: str) -> KnownPlace | None:
    """The best-known place of that name: a state before a city before a division."""
    return _places().get(fold(name).replace(" ", ""))


def state_called(name: str) -> str | None:
    """The ISO code of the state with that name, demonym or seat of government."""
    folded = fold(name)
    return _states().get(folded) or (_states().get(folded[:-1]) if _is_of_people(folded) else None)


def _is_of_people(folded: str) -> bool:
    """ "Kenyans", "Iraqis"; not the "Chinas" of a headline."""
    return folded.endswith("s") and (folded.endswith("ns") or folded[:-1] in _demonyms())


def is_state(name: str) -> bool:
    """True for the names of states ("the UK", "America"), not for demonyms and seats of government."""
    return fold(name) in _state_words()


def is_division(name: str) -> bool:
    """True for the name of a first-level division, though a city may be called so too: "New York"."""
    return fold(name) in _divisions()


def is_demonym(name: str) -> bool:
    """True for words of a state's people and language alone: "Italian", "North Korean"."""
    return fold(name) in _demonyms()


def place_key(name: str) -> str:
    """What "Madrid" and "Madrid, Spain" share: a place without the state or division that it lies in."""
    place, comma, where = name.partition(", ")
    known = comma and (state_called(where) is not None or is_division(where))
    return fold(place if known else name)


@cache
def joined_names() -> tuple[str, ...]:
    """The states' names that "and" joins ("Bosnia and Herzegovina"), the longest first."""
    names = {n for _, name, others, *_ in _rows("states") for n in (name, *others.split("|"))}
    names |= {name.replace("Saint ", "St ") for name in names} | {n.replace("&", "and") for n in names}
    return tuple(sorted((n for n in names if " and " in n), key=lambda n: (-len(n), n)))


def state_of_capital(name: str) -> str | None:
    """The ISO code of the state that a capital stands for ("Washington announced ...")."""
    return _capitals().get(fold(name))


@cache
def states_of_region(adjective: str) -> tuple[str, ...]:
    """The codes of a divided country's two states: "Korean" -> North and South Korea; none of others."""
    sides = (state_called(f"{side} {adjective}") for side in ("north", "south", "east", "west"))
    return tuple(code for code in sides if code)


def state_name(code: str) -> str:
    """The usual English name of a state."""
    return _state_names()[code]


@cache
def _rows(name: str) -> tuple[tuple[str, ...], ...]:
    text = files("slated.reading").joinpath(f"data/{name}.tsv").read_text("utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines())


@cache
def _state_names() -> dict[str, str]:
    names = {row[0]: row[1] for row in _rows("states")}
    return names | {
        code: own[-1] for code, own in load_table("state_names")["names"].items() if code not in names
    }


@cache
def _states() -> dict[str, str]:
    found: dict[str, str] = {}
    for code, name, others, _, demonym in _rows("states"):
        for called in (name, demonym, *others.split("|")):
            if called:
                found.setdefault(fold(called), code)
    extra = load_table("state_names")
    for table in ("names", "demonyms", "seats"):
        for code, names in extra[table].items():
            found.update({fold(n): code for n in names})
    return found


@cache
def _state_words() -> frozenset[str]:
    rows = [word for _, name, others, *_ in _rows("states") for word in (name, *others.split("|"))]
    short = [word for words in load_table("state_names")["names"].values() for word in words]
    return frozenset(fold(word) for word in (*rows, *short) if word)


@cache
def _divisions() -> frozenset[str]:
    return frozenset(fold(name) for name, kind, *_ in _rows("places") if kind == "division")


@cache
def _demonyms() -> frozenset[str]:
    rows = [demonym for *_, demonym in _rows("states")]
    own = [word for words in load_table("state_names")["demonyms"].values() for word in words]
    return frozenset(fold(word) for word in (*rows, *own) if word) - _state_words()


@cache
def _capitals() -> dict[str, str]:
    found = {fold(c): row[0] for row in _rows("states") for c in row[3].split("|") if c}
    found.update(
        {fold(c): code for code, names in load_table("state_names")["capitals"].items() for c in names}
    )
    return found


@cache
def _places() -> dict[str, KnownPlace]:
    found: dict[str, KnownPlace] = {}
    rows = [KnownPlace(n, "state", code, 0) for code, n, *_ in _rows("states")]
    rows += [
        KnownPlace(name, "city" if kind == "city" else "division", country, int(population))
        for name, kind, country, population in _rows("places")
    ]
    rows.sort(key=lambda p: (_KIND_ORDER[p.kind], -p.population))
    for place in rows:
        found.setdefault(fold(place.name).replace(" ", ""), place)
    return found
