"""Families of events: which heads can name one and the same kind of event."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_families() -> Mapping[str, Any]:
    """The tables of ``data/families.toml``."""
    return tomllib.loads(files("slated.tracking").joinpath("data/families.toml").read_text("utf-8"))


@cache
def _family_of_head() -> Mapping[str, str]:
    table = load_families()["families"]
    return {head: family for family, heads in table.items() for head in heads}


@cache
def words_in(table: str, key: str) -> frozenset[str]:
    """The words of one list of ``data/families.toml``."""
    return frozenset(load_families()[table][key])


def family_of(head: str, event_class: str) -> str:
    """The family of an event's head; of an unlisted head its class, of class "other" itself."""
    if event_class in {"election", "vote"}:
        return event_class  # whatever it is called: "the presidential vote", "voters will decide"
    word = head.lower()
    if event_class == "legislation" and word in words_in("votes", "heads"):
        return "vote"
    listed = None if word in load_families()["senses"].get(event_class, ()) else _family_of_head().get(word)
    if listed is None and event_class == "other":
        return f"other:{word}"
    return listed or load_families()["joined"].get(event_class, event_class)


def is_mutual(family: str) -> bool:
    """True where the parties meet one another, so that both sides have to agree."""
    return family in words_in("mutual", "families")


def is_of_things(family: str) -> bool:
    """True where the event is that of the craft on which it is done, or that does it."""
    return family in words_in("undergone", "by_things") | words_in("undergone", "by_things_else_agent")


def is_listed(family: str) -> bool:
    """True where the family's heads are listed as names of one kind of event."""
    return family in load_families()["families"]


def is_carrier(head: str, title: str) -> bool:
    """True where the words only say that some event takes place ("talks to take place").

    >>> is_carrier("take", "talks to take place"), is_carrier("take", "take office")
    (True, False)
    """
    first, _, _ = head.lower().partition(" ")
    for phrase in words_in("carriers", "phrases"):
        verb, _, rest = phrase.partition(" ")
        if verb == first and (not rest or f" {rest} " in f" {title.lower()} "):
            return True
    return False
