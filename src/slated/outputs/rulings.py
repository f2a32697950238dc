"""Rulings in words: what was ruled, by whom, why, and whether it stands."""

from __future__ import annotations

from slated.model import Ruling
from slated.outputs.contract import ruling_record
from slated.outputs.phrases import window_words
from slated.outputs.terminal import ascii_only, print_json


def ruling_words(ruling: Ruling) -> str:
    """What a ruling says.

    >>> ruling_words(Ruling(1, "rename", "A. Editor", "its name", None, ("x-3bb6",), title="Gulf summit"))
    'x-3bb6 is called “Gulf summit”'
    """
    first = ruling.events[0] if ruling.events else "?"
    reports = ", ".join(ruling.reports)
    if ruling.kind == "merge":
        return f"{', '.join(ruling.events)} are one event"
    if ruling.kind == "split":
        return f"{reports} of {first} speak of another event"
    if ruling.kind == "rename":
        return f"{first} is called “{ruling.title}”"
    if ruling.kind == "reject":
        return f"{reports} of {first} speak of no event"
    when = f" {window_words(ruling.window)}" if ruling.window else ""
    return f"{first}: {ruling.status}{when}"


def ruling_lines(ruling: Ruling) -> list[str]:
    """The ruling in lines: what, then who and why, and who undid it."""
    day = f" on {ruling.made}" if ruling.made else ""
    lines = [f"{ruling.number}  {ruling_words(ruling)}", f"   {ruling.by}{day}: {ruling.why}"]
    if not ruling.stands:
        lines.append(f"   undone by {ruling.undone_by}: {ruling.undone_why}")
    return [_shown(line) for line in lines]


def print_ruling(ruling: Ruling, json: bool) -> None:
    """Print one ruling."""
    if json:
        print_json(ruling_record(ruling), indent=1)
    else:
        print("\n".join(ruling_lines(ruling)))


def _shown(line: str) -> str:
    return line.replace("“", '"').replace("”", '"') if ascii_only() else line
