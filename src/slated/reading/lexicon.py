"""Word lists and cue lexicons: TOML files in ``data``, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Literal


@cache
def load_table(name: str) -> dict[str, Any]:
    """The whole table in ``data/<name>.toml``; raises FileNotFoundError where there is none."""
    return tomllib.loads(files("slated.reading").joinpath(f"data/{name}.toml").read_text("utf-8"))


@cache
def load_words(name: str) -> dict[str, frozenset[str]]:
    """The lists of words in ``data/<name>.toml``, by their keys; other values are left out."""
    return {key: frozenset(words) for key, words in load_table(name).items() if isinstance(words, list)}


@cache
def classes_of_words(kind: Literal["nouns", "verbs"]) -> dict[str, str]:
    """The event class of each noun or verb that ``data/event_classes.toml`` lists."""
    return {word: name for name, table in load_table("event_classes").items() for word in table[kind]}
