"""One sign for each status, in Unicode and in plain ASCII, and its colour on a terminal."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Glyph:
    """How a status is drawn: a sign, its ASCII stand-in and a terminal style."""

    sign: str
    plain: str
    style: str


GLYPHS = {
    "proposed": Glyph("○", "o", "cyan"),
    "expected": Glyph("◐", "e", "blue"),
    "scheduled": Glyph("●", "s", "green"),
    "in_doubt": Glyph("?", "?", "yellow"),
    "postponed": Glyph("»", ">", "magenta"),
    "cancelled": Glyph("×", "x", "red"),
    "occurred": Glyph("✓", "+", "bold green"),
    "lapsed": Glyph("⌀", "-", "dim"),
}


def glyph(status: str, ascii_only: bool) -> str:
    """The sign of a status."""
    return GLYPHS[status].plain if ascii_only else GLYPHS[status].sign
