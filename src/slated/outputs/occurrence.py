"""A status in the words of others: IPTC's event occurrence status, iCalendar's and schema.org's.

IPTC NewsCodes, scheme ``eventoccurstatus`` (cv.iptc.org/newscodes/eventoccurstatus): how sure it is
that a planned event takes place. Hedges take part: they say how firmly the latest report expects it.
"""

from __future__ import annotations

from slated.model import TrackedEvent
from slated.model.tracked import TrackedStatus

CERTAIN, LIKELY, MAY, UNCERTAIN, CALLED_OFF = "eos5", "eos4", "eos3", "eos2", "eos6"
_PLANNED = "eos1"

# from the hedge scale (docs: vocabulary) to IPTC's
_BY_GRADE = {
    "certain": CERTAIN,
    "very_likely": LIKELY,
    "likely": LIKELY,
    "possible": MAY,
    "unlikely": UNCERTAIN,
}
_BY_STATUS: dict[TrackedStatus, str] = {
    "proposed": MAY,
    "expected": LIKELY,
    "scheduled": CERTAIN,
    "in_doubt": UNCERTAIN,
    "postponed": _PLANNED,
    "cancelled": CALLED_OFF,
    "occurred": CERTAIN,
    "lapsed": _PLANNED,
}
NAMES = {
    "eos1": "planned, occurrence planned only",
    "eos2": "planned, occurrence highly uncertain",
    "eos3": "planned, may occur",
    "eos4": "planned, occurrence highly likely",
    "eos5": "planned, occurs certainly",
    "eos6": "planned, then cancelled",
}
ICALENDAR: dict[TrackedStatus, str] = {
    "proposed": "TENTATIVE",
    "expected": "TENTATIVE",
    "scheduled": "CONFIRMED",
    "in_doubt": "TENTATIVE",
    "postponed": "TENTATIVE",
    "cancelled": "CANCELLED",
    "occurred": "CONFIRMED",
    "lapsed": "TENTATIVE",
}


def iptc_of(status: TrackedStatus, grade: str | None = None) -> str:
    """IPTC's code for a status, made firmer or fainter by the grade of a hedge where it is expected.

    >>> iptc_of("expected", "possible")
    'eos3'
    """
    if status == "expected" and grade in _BY_GRADE:
        return _BY_GRADE[grade]
    return _BY_STATUS[status]


def iptc_of_event(event: TrackedEvent) -> str:
    """IPTC's code for an event, by its status and the hedge of its latest report."""
    hedge = event.reports[-1].hedge if event.reports else None
    return iptc_of(event.status, hedge.grade if hedge else None)


def schema_org_of(status: TrackedStatus, moved: bool) -> str:
    """The EventStatusType of schema.org."""
    if status == "cancelled":
        return "https://schema.org/EventCancelled"
    if status == "postponed":
        return "https://schema.org/EventPostponed"
    return f"https://schema.org/Event{'Rescheduled' if moved else 'Scheduled'}"
