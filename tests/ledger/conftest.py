"""Strategies for nouns that point into one small article."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import strategies as st

from slated.ledger.codec import Words
from slated.model import Span, Window

TEXT = "The two sides may meet in “Élan Hall”, officials said.\n\nA date — May 5 — is not set \U0001f642."
TITLE = "Second meeting may come in May"
WORDS = Words(TEXT, TITLE)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    part = draw(st.sampled_from(["text", "title"]))
    words = TITLE if part == "title" else TEXT
    start = draw(st.integers(0, len(words)))
    return WORDS.span(start, draw(st.integers(start, len(words))), part)


@st.composite
def windows(draw: st.DrawFn) -> Window:
    first, last = sorted([draw(st.dates()), draw(st.dates())])
    choice = draw(st.integers(0, 2))
    return Window(None if choice == 1 else first, None if choice == 2 else last)


st.register_type_strategy(Span, spans())
st.register_type_strategy(Window, windows())
st.register_type_strategy(dt.date, st.dates())
st.register_type_strategy(float, st.floats(0, 1))  # a confidence: no NaN
st.register_type_strategy(int, st.integers(-(2**63), 2**63 - 1))  # what a database holds


@pytest.fixture
def words() -> Words:
    return WORDS
