"""Reports of one day that cannot all be right, shown as such and not averaged away."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence

from slated.model import Contradiction, Report, Say, Window
from slated.model.tracked import RevisedCell
from slated.tracking.timing import bounds
from slated.tracking.weigh import PHASES


def contradictions_of(day: dt.date | None, reports: Sequence[Report]) -> list[Contradiction]:
    """The cells of which the reports (of one day, each outlet's last word) say what excludes itself.

    Windows that share no day, statuses of other phases, a place that one states and another rules
    out. Copies of one origin are one voice and contradict nobody by themselves.
    """
    found = []
    phases = _grouped((r.status, r) for r in reports)
    if len({PHASES[r.status] for r in reports}) > 1:
        found.append(_contradiction(day, "status", phases))
    dated = [(r.window.window, r) for r in reports if r.window and r.window.window]
    if _apart([window for window, _ in dated]):
        ordered = sorted(dated, key=lambda pair: bounds(pair[0]))
        found.append(_contradiction(day, "window", _grouped((str(w), r) for w, r in ordered)))
    for key in sorted({p.key for r in reports for p in r.places if p.standing == "ruled_out"}):
        standing = [(p, r) for r in reports for p in r.places if p.key == key]
        if any(p.standing in ("stated", "leading") for p, _ in standing):
            words = (
                (p.name if p.standing == "stated" else f"{p.name} ({p.standing})", r) for p, r in standing
            )
            found.append(_contradiction(day, "place", _grouped(words)))
    return [c for c in found if _voices(c, reports) > 1]


def _apart(windows: Sequence[Window]) -> bool:
    """True where two of the windows share no day: the latest first day is after the earliest last."""
    firsts = [w.earliest for w in windows if w.earliest is not None]
    lasts = [w.latest for w in windows if w.latest is not None]
    return bool(firsts and lasts) and max(firsts) > min(lasts)


def _grouped(stated: Iterable[tuple[str, Report]]) -> dict[str, list[str]]:
    by_value: dict[str, list[str]] = defaultdict(list)
    for value, report in stated:
        by_value[value].append(report.source_id)
    return by_value


def _contradiction(day: dt.date | None, what: RevisedCell, by_value: dict[str, list[str]]) -> Contradiction:
    return Contradiction(day, what, tuple(Say(value, tuple(ids)) for value, ids in by_value.items()))


def _voices(found: Contradiction, reports: Sequence[Report]) -> int:
    said = {source for say in found.says for source in say.reports}
    return len({r.origin for r in reports if r.source_id in said})
