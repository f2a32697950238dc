"""What other reports tell of an event helps to read one that is vague.

An article that speaks of "the hearing" after it was held, without a day, speaks of it as done; a
day that an article names somewhere is the event's where other reports give the event that day.
Only reports up to the article's own day are heard.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from slated.model import EventPlace, Reading, Report, StatedWindow, Window
from slated.model.readings import Standing, Status
from slated.tracking.placing import is_placed, is_surely_placed
from slated.tracking.timing import bounds, gap
from slated.tracking.weigh import PHASES, capped, is_silent

_LATELY = dt.timedelta(days=45)
_EXACT = 3
_AGREED = 2
_OPEN: frozenset[Status] = frozenset({"proposed", "in_doubt"})  # said of nothing that was held


@dataclass(frozen=True, slots=True)
class Context:
    """What the other reports say up to a day.

    ``planned`` is the day most planned of late, ``due`` that day where it has come, ``plans`` how
    often each window was planned of late, ``held`` the day on which it was held, ``shade`` how sure
    of late the plan is, where few tell that it took place, ``shades`` how often each was said,
    ``told`` what was told of late most often, of whatever phase.
    """

    planned: Window | None
    due: Window | None
    plans: Mapping[Window, int]
    held: Window | None
    shade: Status | None
    shades: Mapping[Status, int]
    told: Status | None


_SILENT = Context(None, None, {}, None, None, {}, None)


@dataclass(frozen=True, slots=True)
class Sketch:
    """What others hear of a report, as its article says it: not yet read by what others say.

    ``status`` is None where the article speaks of the event and does not say how it stands.
    """

    published: dt.date | None
    status: Status | None
    window: Window | None
    places: tuple[EventPlace, ...]

    def fading(self, day: dt.date) -> Sketch:
        """The sketch as far as reports of ``day`` and later hear it: places are heard for a time."""
        heard = self.published is None or day <= self.published + _LATELY
        return self if heard or not self.places else replace(self, places=())

    @property
    def phase(self) -> str | None:
        """The phase of the status, None where there is none."""
        return PHASES[self.status] if self.status is not None else None


def sketch_of(report: Report, reading: Reading) -> Sketch:
    """The sketch of a report that was not yet read by others; ``reading`` is that of its article.

    The places of mere journeys and the like are not heard by others.
    """
    own = report.places if is_placed(report, reading.mentions) else ()
    places = tuple(EventPlace(p.name, p.key, p.standing) for p in own)
    says = any(not is_silent(reading.mentions[i]) for i in report.mentions)
    return Sketch(report.published, report.status if says else None, _window(report), places)


def in_context(
    reports: Sequence[Report], readings: Sequence[Reading], before: Sequence[Sketch] = ()
) -> tuple[Report, ...]:
    """The reports (in order of publication) with what is vague in each read by the others.

    ``before`` are those of earlier days, of which there are only the sketches.
    """
    sketches = [sketch_of(report, reading) for report, reading in zip(reports, readings, strict=True)]
    known = (*before, *sketches)
    contexts = [_context(known, sketch) for sketch in sketches]
    settled = (
        _shaded(_settled(_worded(report, sketch, context), reading, context), context)
        for report, sketch, reading, context in zip(reports, sketches, readings, contexts, strict=True)
    )
    return tuple(
        report
        if is_surely_placed(report, reading.mentions)
        else replace(report, places=_common_place(known, sketch, reading) or report.places)
        for report, sketch, reading in zip(settled, sketches, readings, strict=True)
    )


def _context(reports: Sequence[Sketch], report: Sketch) -> Context:
    day = report.published
    if day is None:
        return _SILENT
    others = [r for r in reports if r is not report and r.published is not None and r.published <= day]
    lately = _lately(reports, report)
    ahead = [r for r in lately if r.phase == "ahead"]
    planned = _most(w for r in ahead if (w := _exact(r)))
    held = _most(w for r in others if r.status == "occurred" and (w := _exact(r))) or planned
    if held is not None and not _is_over(held, others, day):
        held = None
    due = planned if planned is not None and bounds(planned)[1] <= day else None
    if planned is not None and bounds(planned)[1] < day:
        planned = None
    plans = Counter(w for r in ahead if (w := r.window) and bounds(w)[1] >= day)
    shades = Counter(r.status for r in ahead if r.status is not None)
    shade = max(sorted(shades), key=shades.__getitem__, default=None)
    tellings = Counter(r.status for r in lately if r.status is not None)
    told = max(sorted(tellings), key=tellings.__getitem__, default=None)
    done = sum(r.status == "occurred" and r.window is not None for r in lately)
    return Context(planned, due, plans, held, shade if len(ahead) > 3 * done else None, shades, told)


def _lately(reports: Iterable[Sketch], report: Sketch) -> list[Sketch]:
    """The other reports of the forty-five days up to this one's."""
    day = report.published
    return [
        r
        for r in reports
        if r is not report
        and day is not None
        and r.published is not None
        and r.published <= day <= r.published + _LATELY
    ]


def _window(report: Report) -> Window | None:
    return report.window.window if report.window else None


def _exact(report: Sketch) -> Window | None:
    window = report.window
    return window if window is not None and not _is_wide(window) else None


def _most(windows: Iterable[Window]) -> Window | None:
    counts = Counter(windows)
    best = max(sorted(counts, key=bounds), key=counts.__getitem__, default=None)
    return best if best is not None and counts[best] > 1 else None


def _is_over(held: Window, others: Sequence[Sketch], day: dt.date) -> bool:
    last = bounds(held)[1]
    since = [r for r in others if r.status and r.published is not None and r.published >= last]
    done = sum(r.status == "occurred" for r in since)
    return day >= last and done > 0 and 2 * done >= len(since)


def _worded(report: Report, sketch: Sketch, context: Context) -> Report:
    """The report, with the status that was told most of late where the article itself gives none."""
    told = context.told if sketch.status is None and context.held is None else None
    return report if told is None else replace(report, status=told)


def _settled(report: Report, reading: Reading, context: Context) -> Report:
    """The report by the first case of ``_CASES`` that it is; as it stands where it is none of them."""
    report = _undone(report, context)
    found = (case(report, reading, context) for case in _CASES)
    return next((settled for settled in found if settled is not None), report)


def _undone(report: Report, context: Context) -> Report:
    """What few call done, without a day, and others plan for a day ahead is as sure as that plan."""
    is_undated = PHASES[report.status] == "done" and _window(report) is None and context.held is None
    if is_undated and context.shade is not None and _is_ahead(context.planned, report.published):
        return replace(report, status=context.shade)
    return report


def _held_by_now(report: Report, reading: Reading, context: Context) -> Report | None:
    """Spoken of as ahead, vaguely, after the day on which others saw it held."""
    window, held = _window(report), context.held
    if held is None or PHASES[report.status] != "ahead":
        return None
    if (gap(window, held) > 0) if window is not None else report.status in _OPEN:
        return None
    named = _named(reading, [held]) or _told_done(report, reading, held)
    is_own = window is not None and (named is None or not _is_wide(window))
    return replace(report, status="occurred", window=report.window if is_own else named)


def _held_on_a_day(report: Report, reading: Reading, context: Context) -> Report | None:
    """Told as done without an exact day: on the day on which it was held, or had to be by now."""
    window, day = _window(report), context.held or context.due
    if day is None or PHASES[report.status] != "done" or (window is not None and not _is_wide(window)):
        return None
    return replace(report, window=_named(reading, [day]) or report.window)


def _planned_within(report: Report, reading: Reading, context: Context) -> Report | None:
    """Ahead, in vague days within which others plan it for an exact one."""
    window, planned = _window(report), context.planned
    if PHASES[report.status] != "ahead" or window is None or planned is None:
        return None
    if not _is_wide(window) or gap(window, planned) > 0:
        return None
    return replace(report, window=_planned_in(reading, [planned]) or report.window)


def _planned_undated(report: Report, reading: Reading, context: Context) -> Report | None:
    """Ahead, and without a day, or with none but that of the article."""
    window, day = _window(report), report.published
    is_of_today = window is not None and window.latest == day and not _is_dated(report)
    if PHASES[report.status] != "ahead" or not (window is None or is_of_today):
        return None
    stated = _planned_in(reading, _ranked(context.plans))
    later = sum(n for plan, n in context.plans.items() if day is not None and bounds(plan)[0] > day)
    return replace(report, window=stated or (None if later >= _AGREED else report.window))


_CASES = (_held_by_now, _held_on_a_day, _planned_within, _planned_undated)
"""How a report is read by others; each gives None for a report that is no such case."""


def _is_wide(window: Window) -> bool:
    """True for days too vague to be those of one occasion."""
    return (window.days or 99) > _EXACT


def _is_dated(report: Report) -> bool:
    """True where the words themselves give the day: "June 12", "today"; "Sunday" may be of speaking."""
    words = report.window.text.lower() if report.window else ""
    return any(letter.isdigit() for letter in words) or bool({"today", "tonight"} & set(words.split()))


def _shaded(report: Report, context: Context) -> Report:
    """How sure a plan is without a day: agreed for a time that others name, or only expected.

    An event that most others expect, some on days ahead, is not newly proposed where an article
    gives it no day.
    """
    if _window(report) is not None:
        return report
    told = sum(context.shades.values())
    only_expected = report.status == "scheduled" and context.planned is None
    agreed = told > 2 and 2 * context.shades.get("proposed", 0) <= told and bool(context.plans)
    past_proposing = report.status == "proposed" and agreed
    return replace(report, status="expected") if only_expected or past_proposing else report


def _is_ahead(planned: Window | None, day: dt.date | None) -> bool:
    return planned is not None and day is not None and bounds(planned)[0] > day


def _ranked(plans: Mapping[Window, int]) -> list[Window]:
    """The windows that two reports or more plan in much the same words, the most planned first."""
    told = {w: sum(times for other, times in plans.items() if _alike(w, other)) for w in plans}
    agreed = [w for w in plans if told[w] >= _AGREED]
    return sorted(agreed, key=lambda w: (-plans[w], -told[w], bounds(w)))


def _alike(one: Window, other: Window) -> bool:
    """True for windows that meet and are of much the same width ("late April", "April")."""
    (a, b), (c, d) = bounds(one), bounds(other)
    narrow, wide = sorted(((b - a).days + 1, (d - c).days + 1))
    return one.meets(other) and wide <= 3 * narrow


def _named(reading: Reading, windows: Iterable[Window]) -> StatedWindow | None:
    """The article's own words for the first of the windows that it has words for."""
    stated = {p.when.window: p.when for p in reversed(reading.phrases) if p.when.window is not None}
    return next((stated[w] for w in windows if w in stated), None)


def _told_done(report: Report, reading: Reading, held: Window) -> StatedWindow | None:
    """The days that the report's own mentions give for it as done, if the day on which it was held may
    be one of them.
    """
    mentions = (reading.mentions[i] for i in report.mentions)
    stated = (m.window for m in mentions if m.status == "occurred" and m.window is not None)
    told = next((w for w in stated if w.window is not None and w.window.meets(held)), None)
    return capped(told, report.published) if told is not None and report.published is not None else told


def _planned_in(reading: Reading, windows: Iterable[Window]) -> StatedWindow | None:
    """The article's own words for one of the windows, unless it says them of what is over."""
    said: dict[Window, set[str]] = {}
    for mention in reading.mentions:
        if mention.window is not None and mention.window.window is not None:
            said.setdefault(mention.window.window, set()).add(PHASES[mention.status])
    return _named(reading, [w for w in windows if said.get(w) != {"done"}])


def _common_place(reports: Sequence[Sketch], report: Sketch, reading: Reading) -> tuple[EventPlace, ...]:
    """The place that others give the event most of late, where the article at least names it."""
    placed = [r for r in _lately(reports, report) if r.places]
    given = [place for r in placed for place in r.places if place.standing != "ruled_out"]
    counts = Counter(place.key for place in given)
    names = {actor.key: actor.name for actor in reading.actors}
    told = [key for key in counts if key in names and counts[key] >= max(_AGREED, 0.4 * len(placed))]
    most = min(told, key=lambda key: (-counts[key], key), default=None)
    return () if most is None else (EventPlace(names[most], most, _standing(given, most)),)


def _standing(given: Iterable[EventPlace], key: str) -> Standing:
    standings = Counter(place.standing for place in given if place.key == key)
    return max(sorted(standings), key=standings.__getitem__)
