"""Reports that contradict each other: told about the same time, of other days or another fate."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import takewhile

from slated.model import Report, Window
from slated.outputs.slip_points import windows_of

_NEAR = dt.timedelta(days=3)
_FATE = {"occurred": "held", "cancelled": "called off", "postponed": "put off"}


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two reports of different origin that cannot both be right, and what they disagree about."""

    one: Report
    other: Report
    about: str


def disagreements(reports: Sequence[Report]) -> tuple[Disagreement, ...]:
    """The contradictions among reports, each pair of outlets once for each matter, latest first."""
    found: dict[tuple[str | None, str | None, str], Disagreement] = {}
    for one, other in _neighbours([r for r in reports if r.published]):
        if one.origin != other.origin and one.outlet != other.outlet:
            for about in _matters(one, other):
                found[one.outlet, other.outlet, about] = Disagreement(one, other, about)
    return tuple(sorted(found.values(), key=lambda d: str(d.other.published), reverse=True))


def _neighbours(reports: Sequence[Report]) -> Iterator[tuple[Report, Report]]:
    """Pairs of reports of about the same day; the reports come in order of their days."""
    for i, one in enumerate(reports):
        yield from ((one, other) for other in takewhile(partial(_near, one), reports[i + 1 :]))


def _near(one: Report, other: Report) -> bool:
    assert one.published is not None
    assert other.published is not None
    return abs(other.published - one.published) <= _NEAR


def _matters(one: Report, other: Report) -> Iterator[str]:
    ours, theirs = windows_of(one), windows_of(other)
    if ours and theirs and not _any_meet(ours, theirs):
        yield "when"
    if one.published == other.published:
        fates = {_FATE.get(report.status, "going ahead") for report in (one, other)}
        if len(fates) > 1:
            yield "whether"


def _any_meet(ours: Sequence[Window], theirs: Sequence[Window]) -> bool:
    return any(a.meets(b) for a in ours for b in theirs)
