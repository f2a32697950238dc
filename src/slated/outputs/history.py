"""An event's history on a terminal: how it stands, how it slipped, and every report's words."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rich.console import Console
from rich.text import Text

from slated.model import Article, Contradiction, Report, Revision, TrackedEvent
from slated.outputs.glyphs import GLYPHS, glyph
from slated.outputs.phrases import (
    all_places_words,
    day_words,
    places_words,
    revision_words,
    sources_words,
    stated_words,
    window_words,
)
from slated.outputs.quotes import Quote, quotes
from slated.outputs.rulings import ruling_lines
from slated.outputs.slip_chart import slip_chart

ArticleOf = Callable[[str], Article]
_INDENT = 4


def print_history(
    event: TrackedEvent, article_of: ArticleOf, console: Console, ascii_only: bool = False
) -> None:
    """Print everything that is known of the event; ``article_of`` gives the article of an id."""
    _print_wrapped(_head(event, ascii_only), console, 0)
    print_chart(event, console, ascii_only)
    for report in event.reports:
        console.print()
        _print_wrapped(_report_line(report, ascii_only), console, 0)
        for line in _details(report, event):
            _print_wrapped(line, console)
        for quote in quotes(article_of(report.document_id), report.evidence):
            _print_wrapped(_quoted(quote, ascii_only), console)
    if event.revisions:
        console.print()
        console.print(Text("what moved", "bold"))
        for revision in event.revisions:
            _print_wrapped(_revised(revision), console)
    if event.contradictions:
        console.print()
        console.print(Text("who disagreed", "bold"))
        for found in event.contradictions:
            _print_wrapped(_disagreed(found), console)
    if event.rulings:
        console.print()
        console.print(Text("ruled", "bold"))
        for words in (line for ruling in event.rulings for line in ruling_lines(ruling)):
            _print_wrapped(Text(words), console)


def print_chart(event: TrackedEvent, console: Console, ascii_only: bool = False) -> None:
    """Print the slip chart, between empty lines, where there is one."""
    lines = slip_chart(event, console.width, ascii_only)
    if lines:
        console.print()
    for line in lines:
        style = GLYPHS[line.status].style if line.status else ""
        console.print(Text(line.text, style), no_wrap=True, overflow="crop")


def _print_wrapped(text: Text, console: Console, indent: int = _INDENT) -> None:
    for line in text.wrap(console, console.width - indent):
        line.rstrip()
        console.print(Text.assemble(" " * indent, line))


def _head(event: TrackedEvent, ascii_only: bool) -> Text:
    head = Text.assemble((event.title, "bold"), (f"  {event.event_class}  {event.event_id}\n", "dim"))
    sign = f"{glyph(event.status, ascii_only)} {event.status.replace('_', ' ')}"
    head.append(sign, GLYPHS[event.status].style)
    cells = [window_words(event.window), places_words(event.places)]
    cells.append(", ".join(dict.fromkeys(p.name for p in event.participants)))
    head.append("".join(f"; {cell}" for cell in cells if cell))
    return head


def _report_line(report: Report, ascii_only: bool) -> Text:
    line = Text.assemble((day_words(report.published), "bold"), " ")
    status = f"{glyph(report.status, ascii_only)} {report.status.replace('_', ' ')}"
    line.append(status, GLYPHS[report.status].style)
    when = stated_words(report.window)
    line.append(f"; {when}" if when else "")
    line.append(f"  ({report.outlet or report.source_id})", "dim")
    return line


def _details(report: Report, event: TrackedEvent) -> Iterator[Text]:
    sources = sources_words(report.sources, report.outlet)
    hedge = f"; {report.hedge.grade}: “{report.hedge.text}”" if report.hedge else ""
    cells = {
        "says": sources + hedge,
        "where": all_places_words(report.places),
        "if": report.condition or "",
        "before": stated_words(report.previous),
        "after": _origin_words(report, event),
    }
    for name, words in cells.items():
        if words:
            yield Text.assemble((f"{name}: ", "dim"), words)


def _origin_words(report: Report, event: TrackedEvent) -> str:
    """Whose report it copies or passes on; nothing where it is first-hand."""
    if report.origin == report.document_id:
        return ""
    first = next((r for r in event.reports if r.document_id == report.origin), None)
    if first is None:
        return f"{report.origin} (not first-hand)"
    return f"a copy of {first.outlet or first.source_id}, {day_words(first.published)}"


def _quoted(quote: Quote, ascii_only: bool) -> Text:
    """The sentence in quotation marks, the evidence set off where it is only a part of it."""
    opening, closing = ('"', '"') if ascii_only else ("“", "”")
    evidence = quote.sentence[quote.start : quote.end]
    text = Text.assemble(
        opening, quote.sentence[: quote.start], (evidence, "bold"), quote.sentence[quote.end :], closing
    )
    flat = Text(" ").join(text.split("\n"))
    return Text.assemble(("headline: ", "dim"), flat) if quote.in_title else flat


def _revised(revision: Revision) -> Text:
    return Text.assemble((f"{day_words(revision.as_of)} ", "bold"), revision_words(revision))


def _disagreed(found: Contradiction) -> Text:
    says = "; ".join(f"{say.value} ({', '.join(say.reports)})" for say in found.says)
    return Text.assemble((f"{day_words(found.as_of)} ", "bold"), f"{found.what}: {says}")
