from __future__ import annotations

import pytest

from slated.model import Span


def test_a_span_holds_its_words() -> None:
    with pytest.raises(ValueError, match="does not hold"):
        Span(0, 3, "four")


def test_a_span_is_ordered() -> None:
    with pytest.raises(ValueError, match="not ordered"):
        Span(3, 2, "")


def test_spans_of_different_parts_do_not_meet() -> None:
    assert Span(0, 4, "vote").overlaps(Span(2, 5, "te ", "text"))
    assert not Span(0, 4, "vote").overlaps(Span(0, 4, "vote", "title"))
    assert Span(0, 4, "vote").covers(Span(1, 2, "o"))
