"""The word lists of this room: TOML files in ``data``, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_table(name: str) -> dict[str, Any]:
    """The whole table in ``data/<name>.toml``; raises FileNotFoundError where there is none."""
    return tomllib.loads(files("slated.articles").joinpath(f"data/{name}.toml").read_text("utf-8"))


@cache
def load_words(name: str, key: str) -> frozenset[str]:
    """One list of words in ``data/<name>.toml``; ``key`` may be dotted."""
    table: Any = load_table(name)
    for part in key.split("."):
        table = table[part]
    return frozenset(table)
