"""Templates: one environment in which every text is escaped, and the words that pages share."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache, partial
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from slated.outputs import plain_words
from slated.outputs.glyphs import GLYPHS
from slated.outputs.json_ld import json_ld_script
from slated.outputs.phrases import all_places_words, places_words, sources_words
from slated.outputs.rulings import ruling_words
from slated.outputs.slip_svg import COLOURS
from slated.web.addresses import address, link_to, part_of_path

_STATIC = re.compile(r"[a-z]+\.css")


@cache
def environment() -> Environment:
    """The templates of this package."""
    made = Environment(
        loader=PackageLoader("slated.web"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        day=plain_words.day_long,
        window=plain_words.window_long,
        stated=plain_words.stated_long,
        moved=plain_words.move_words,
        places=places_words,
        all_places=all_places_words,
        part=part_of_path,
        said=_said,
        short=_short,
        iso_day=lambda day: plain_words.day_long(dt.date.fromisoformat(day) if day else None),
        spaced=lambda word: str(word).replace("_", " "),
        sign=lambda status: GLYPHS[status].sign,
    )
    made.globals.update(
        revised=plain_words.revised_words,
        ruled=ruling_words,
        changed=plain_words.change_long,
        moved_by=plain_words.move_long,
        says=sources_words,
        address=address,
        svg=Markup,
        statuses=tuple(GLYPHS),
        json_ld=lambda event, at: Markup(json_ld_script(event, at)),
    )
    return made


def render(template: str, **context: Any) -> str:
    """A page; ``link`` makes its addresses, and keeps the day that it is looked at from."""
    shared = {"as_of": None, "link": partial(_link, None), "at": address}
    return environment().get_template(template).render(**shared | context)


def _link(as_of: object, path: str, anchor: str = "", **params: object) -> str:
    return link_to(as_of, path, params, anchor)


@cache
def style() -> str:
    """The style sheet, the statuses' colours put in."""
    sheet = resources.files("slated.web").joinpath("static/style.css").read_text("utf-8")
    light = "".join(f"--{_name(s)}:{one};" for s, (one, _) in COLOURS.items())
    dark = "".join(f"--{_name(s)}:{other};" for s, (_, other) in COLOURS.items())
    rules = "".join(
        f".{s}{{color:var(--{_name(s)});fill:var(--{_name(s)})}}.bar-{s}{{fill:var(--{_name(s)})}}"
        for s in COLOURS
    )
    return (
        f":root{{{light}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}"
        f"@media print{{:root{{{light}}}}}{rules}\n{sheet}"
    )


def _short(words: str, most: int = 240) -> str:
    """Words that a list can hold: a title of thousands of letters is cut."""
    return words if len(words) <= most else f"{words[:most]}…"


def _said(ends: tuple[str | None, str | None]) -> str:
    return plain_words.window_long(plain_words.window_of(f"{ends[0] or ''}..{ends[1] or ''}"))


def _name(status: str) -> str:
    return status.replace("_", "-")
