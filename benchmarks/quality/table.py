"""The scores as a table: for the terminal, for docs and for the README."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from benchmarks.quality.floors import Floors
from benchmarks.quality.measure import LESS_IS_BETTER, Scores

BEGIN, END = "<!-- benchmark: begin -->", "<!-- benchmark: end -->"
HEADLINES: dict[str, tuple[str, ...]] = {
    "seeds": ("link_f1", "status", "when_exact", "place_f1"),
    "nk1": ("link_f1", "phase", "when_overlap", "place_f1"),
    "mueller": ("link_f1", "phase", "when_overlap", "place_f1"),
    "expectations": ("detect_f1", "status", "when_exact", "source"),
    "timebank": ("all.strict_f1", "all.value_f1", "date.value_f1"),
    "aquaint": ("all.strict_f1", "all.value_f1", "date.value_f1"),
    "polnear": ("source.overlap_f1", "cue.overlap_f1", "content.overlap_f1", "link.f1"),
}


def full_table(scores: Sequence[Scores], floors: Floors) -> str:
    """Markdown: a line for every measure of every corpus, with its floor."""
    rows = ["| corpus | documents | measure | score | floor |", "|---|--:|---|--:|--:|"]
    for each in scores:
        held = floors[each.corpus].floors if each.corpus in floors else {}
        for place, (name, value) in enumerate(each.values.items()):
            corpus, documents = (each.corpus, str(each.documents)) if place == 0 else ("", "")
            sign = "at most " if name in LESS_IS_BETTER else ""
            floor = f"{sign}{held[name]:.3f}" if name in held else "none"
            rows.append(f"| {corpus} | {documents} | {name} | {value:.3f} | {floor} |")
    return "\n".join(rows)


def headline_table(scores: Sequence[Scores]) -> str:
    """Markdown: a line for each corpus with its main measures."""
    rows = ["| corpus | documents | scores |", "|---|--:|---|"]
    for each in scores:
        named = [f"{name} **{each.values[name]:.2f}**" for name in HEADLINES[each.corpus]]
        rows.append(f"| {each.corpus} | {each.documents} | {', '.join(named)} |")
    return "\n".join(rows)


def put_between_markers(page: Path, table: str) -> None:
    """Replace what stands between the page's markers; raises ``ValueError`` where it has none."""
    before, begin, rest = page.read_text("utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"{page} lacks the markers {BEGIN} and {END}")
    page.write_text(f"{before}{BEGIN}\n{table}\n{END}{after}", "utf-8")
