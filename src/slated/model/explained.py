"""Explanations: why a cell of a reading says what it says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One step of reading a sentence: its ``kind``, the ``words`` it rests on, and what it ``found``.

    Kinds: parse, time, actor, statement, candidate, mention.
    """

    kind: str
    words: str
    found: str


@dataclass(frozen=True, slots=True)
class ExplainedSentence:
    """A sentence of the article (or its title) with the steps that read it, in their order."""

    text: str
    steps: tuple[Step, ...]
