"""Origins: the first-hand source behind each article, so that copies count once.

Near duplicates are found with MinHash over five-word shingles and locality-sensitive hashing
(Broder 1997; the datasketch library); what remains is compared on the estimate itself. An
article that has none goes by its own id, unless it only passes on what another outlet reports.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from slated.model import Article, Report
from slated.tracking.names import words_of

if TYPE_CHECKING:
    from datasketch import MinHash

PERMUTATIONS = 64
SIMILAR = 0.6
"""Share of shingles in common (Jaccard, estimated) from which a text is a copy of another."""

_SHINGLE = 5
_SHORTEST = 40


def signature(text: str) -> MinHash | None:
    """The MinHash of a text's five-word shingles; None where it is too short to tell copies by."""
    from datasketch import MinHash

    words = [w.lower() for w in text.split()]
    if len(words) < _SHORTEST:
        return None
    shingles = {" ".join(words[i : i + _SHINGLE]).encode() for i in range(len(words) - _SHINGLE + 1)}
    made = MinHash(num_perm=PERMUTATIONS, seed=1)
    made.update_batch(sorted(shingles))
    return made


def copies(articles: Iterable[Article]) -> Mapping[str, str]:
    """The origin of each article by document id: the first of those that it is a copy of, or itself.

    Articles are taken by publication and id, so that the order in which they come changes nothing.
    """
    from datasketch import MinHashLSH

    index = MinHashLSH(threshold=SIMILAR, num_perm=PERMUTATIONS)
    kept: dict[str, MinHash] = {}
    origins: dict[str, str] = {}
    rank: dict[str, int] = {}
    for article in sorted(articles, key=_order):
        name = article.document_id
        made = signature(article.text)
        origins[name] = name
        rank[name] = len(rank)
        if made is None:
            continue
        near = [k for k in index.query(made) if made.jaccard(kept[k]) >= SIMILAR]
        if near:
            origins[name] = origins[min(near, key=rank.__getitem__)]
        kept[name] = made
        index.insert(name, made)
    return origins


def bands_of(made: MinHash) -> tuple[str, ...]:
    """Digests of the bands of a signature: texts that share one may be copies of each other."""
    bands, size = _bands()
    cuts = (made.hashvalues[i * size : (i + 1) * size].tobytes() for i in range(bands))
    return tuple(f"{i}:{blake2b(cut, digest_size=6).hexdigest()}" for i, cut in enumerate(cuts))


@cache
def _bands() -> tuple[int, int]:
    from datasketch import MinHashLSH

    index = MinHashLSH(threshold=SIMILAR, num_perm=PERMUTATIONS)
    return index.b, index.r


def as_text(made: MinHash) -> str:
    """A signature as text, for ``likeness``."""
    return ",".join(f"{int(value):x}" for value in made.hashvalues)


def likeness(one: str, other: str) -> float:
    """The share of shingles in common that two signatures, as text, let expect (estimated Jaccard)."""
    pairs = list(zip(one.split(","), other.split(","), strict=True))
    return sum(a == b for a, b in pairs) / len(pairs)


def _order(article: Article) -> tuple[str, str]:
    day = article.creation_time.day
    return (day.isoformat() if day else "9999", article.document_id)


def passed_on(report: Report) -> str | None:
    """The outlet on whose word alone a report rests ("citing the Post"), folded; None for its own."""
    outlets = [" ".join(words_of(s.name)) for s in report.sources if s.kind == "outlet"]
    own = " ".join(words_of(report.outlet or ""))
    others = [name for name in outlets if name and name not in own and own not in name]
    named = [s for s in report.sources if s.kind == "named"]
    return others[0] if others and not named else None


def first_hand(reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports with the outlet that they pass on as their origin, where there is one."""
    return tuple(replace(r, origin=name) if (name := passed_on(r)) else r for r in reports)
