from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from slated.tracking import track
from slated.tracking.title import ordinal


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "first"),
        (10, "tenth"),
        (11, "11th"),
        (12, "12th"),
        (21, "21st"),
        (22, "22nd"),
        (103, "103rd"),
        (111, "111th"),
    ],
)
def test_ordinals_in_words_then_in_figures(number: int, words: str) -> None:
    assert ordinal(number) == words


@pytest.mark.parametrize(
    ("mention", "title", "slug"),
    [
        ({"parties": ("otto falk", "ida marr")}, "Otto Falk-Ida Marr summit", "falk-marr-summit"),
        (
            {"head": "election", "event_class": "election", "title": "May’s snap election", "parties": ()},
            "May’s snap election",
            "snap-election",
        ),
    ],
)
def test_titles_and_ids_in_the_order_of_the_text(
    wire: Callable[..., Any], mention: dict[str, Any], title: str, slug: str
) -> None:
    (event,) = track([wire("a", "2031-05-02", mention | {"window": "2031-05-20", "status": "scheduled"})])
    assert event.title == title
    assert event.event_id.rpartition("-")[0] == slug
