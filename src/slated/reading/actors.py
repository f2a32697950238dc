"""Actors: persons, organisations and states, their names merged over the article."""

from __future__ import annotations

from collections.abc import Sequence

from slated.model import Actor
from slated.reading.parse import ParsedSentence


def read_actors(sentences: Sequence[ParsedSentence]) -> tuple[Actor, ...]:
    """The actors named in the sentences, in order of first naming."""
    del sentences
    return ()
