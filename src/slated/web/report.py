"""A report to send to someone: one page that holds everything it needs, of an event or of a ledger."""

from __future__ import annotations

from pathlib import Path

from slated.errors import OutputError
from slated.ledger import EventFilter, Ledger
from slated.ledger.view import LedgerView
from slated.model import TrackedEvent
from slated.outputs.plain_words import days_moved
from slated.outputs.slip_svg import slip_svg
from slated.web.excerpts import excerpts
from slated.web.site import render, style

_MOST = 200  # events of a ledger's report, the most reported first


def write_report(
    ledger: Ledger, path: str | Path, event: TrackedEvent | None = None, wanted: EventFilter | None = None
) -> int:
    """Write the report of an event, or of the events that fit; how many it tells of.

    Raises ``OutputError`` where the file cannot be written.
    """
    view = ledger.view
    events = [event] if event else _most_reported(view, wanted or EventFilter())
    page = render(
        "report.html", style=style(), standing=view.standing(), single=event is not None,
        sections=[_section(view, each) for each in events],
    )  # fmt: skip
    try:
        Path(path).write_text(page, "utf-8", errors="replace")
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror}") from error
    return len(events)


def _most_reported(view: LedgerView, wanted: EventFilter) -> list[TrackedEvent]:
    lines = view.sheet(wanted, "all", None, 0, 1_000_000).lines
    most = sorted(lines, key=lambda line: (-line.origins, -line.reports, line.event_id))[:_MOST]
    return sorted(view.events([line.event_id for line in most]), key=_day)


def _day(event: TrackedEvent) -> tuple[str, str]:
    window = event.window
    day = (window.earliest or window.latest) if window else None
    return day.isoformat() if day else "without", event.event_id


def _section(view: LedgerView, event: TrackedEvent) -> dict[str, object]:
    newest = event.reports[::-1]
    texts = view.texts([report.document_id for report in newest])
    return {
        "event": event,
        "chart": slip_svg(event) if len(newest) > 1 else "",
        "reports": [(report, excerpts(texts[report.document_id], report)) for report in newest],
        "origins": len({report.origin for report in newest}),
        "days_moved": days_moved(event.revisions),
    }
