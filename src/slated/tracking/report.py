"""An account made a report: what the article says of the event now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from slated.model import NARRATOR, Article, EventPlace, Reading, Report, Source, Span, StatedWindow
from slated.model.readings import Status
from slated.tracking.families import family_of
from slated.tracking.fit import Fit
from slated.tracking.places import merge_places
from slated.tracking.placing import placing
from slated.tracking.weigh import Weighed, choose_status, dated_of, weigh

_UNSURE = frozenset({"proposed", "expected", "in_doubt"})


def make_report(
    article: Article, reading: Reading, mentions: tuple[int, ...], fit: Fit, origin: str
) -> Report:
    """The report of an article on the event of those mentions (indices into its reading).

    ``fit`` says how far each mention's word counts; ``origin`` names the first-hand source.
    """
    day = article.creation_time.day
    weighed = [weigh(i, reading.mentions[i], day, fit(reading.mentions[i])) for i in mentions]
    status = choose_status(weighed)
    dated = dated_of(weighed, status, day)
    window = dated.window if dated and status != "cancelled" else None
    if status == "scheduled" and window is not None and _either_or(window):
        status = "expected"
    told = _telling(weighed, status, dated)
    return Report(
        source_id=article.source_id,
        document_id=article.document_id,
        published=day,
        outlet=article.outlet,
        url=article.url,
        status=status,
        window=window,
        previous=_previous(weighed, status, window),
        places=merge_places((_places(w), w.weight) for w in placing(weighed, status, window)),
        sources=_sources([told, *([dated] if dated else [])]),
        hedge=told.mention.hedge,
        condition=next((w.mention.condition.text for w in weighed if w.mention.condition), None),
        evidence=_evidence([told, *([dated] if dated else [])]),
        mentions=mentions,
        origin=origin,
    )


def _either_or(stated: StatedWindow) -> bool:
    """True for "late May or early June": no time is set yet."""
    return stated.window is not None and (stated.window.days or 0) > 1 and " or " in f" {stated.text} "


def _places(w: Weighed) -> tuple[EventPlace, ...]:
    """The mention's places; a visit that may be paid makes its goal a candidate."""
    if family_of(w.mention.head, w.mention.event_class) != "visit" or w.status not in _UNSURE:
        return w.mention.places
    return tuple(replace(p, standing="candidate") if p.standing == "stated" else p for p in w.mention.places)


def _previous(weighed: Sequence[Weighed], status: Status, window: StatedWindow | None) -> StatedWindow | None:
    for w in weighed:
        if w.mention.previous is not None:
            return w.mention.previous
    if status == "cancelled":
        return next((w.stale or w.window for w in weighed if w.stale or w.window), None)
    stale = [w.stale for w in weighed if w.stale is not None]
    return stale[0] if stale and window is not None and stale[0].window != window.window else None


def _telling(weighed: Sequence[Weighed], status: Status, dated: Weighed | None) -> Weighed:
    fitting = [w for w in weighed if w.status == status] or list(weighed)
    return max(fitting, key=lambda w: (w is dated, w.weight, not w.mention.anaphor, -w.index))


def _sources(told: Iterable[Weighed]) -> tuple[Source, ...]:
    seen: dict[tuple[str, str], Source] = {}
    for w in told:
        for source in w.mention.sources:
            seen.setdefault((source.name, source.kind), source)
    return tuple(seen.values()) or (NARRATOR,)


def _evidence(told: Iterable[Weighed]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(w.mention.evidence for w in told))


def places_of(reports: Iterable[Report]) -> tuple[EventPlace, ...]:
    """The places of several reports, merged."""
    return merge_places((r.places, 1.0) for r in reports)
