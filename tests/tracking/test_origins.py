from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from slated.tracking.origins import copies, signature

Wire = Callable[..., Any]
WORDS = [a + b for a in ("ka", "lo", "mi", "ren") for b in ("tas", "vu", "bel", "dor", "fin")]


def prose(seed: int, length: int = 200) -> str:
    chance = random.Random(seed)
    return " ".join(chance.choice(WORDS) for _ in range(length))


def test_a_near_copy_has_the_origin_of_the_first(wire: Wire) -> None:
    story = prose(1)
    first = wire("a", "2031-03-01", text=story).article
    trimmed = wire("b", "2031-03-02", text=story.rsplit(" ", 10)[0] + " with a local ending").article
    other = wire("c", "2031-03-02", text=prose(2)).article
    found = copies([trimmed, other, first])
    assert found == {"doc-a": "doc-a", "doc-b": "doc-a", "doc-c": "doc-c"}


def test_the_order_of_articles_changes_nothing(wire: Wire) -> None:
    articles = [wire(f"{n}", f"2031-03-{n + 1:02d}", text=prose(n % 3)).article for n in range(9)]
    forward, backward = copies(articles), copies(articles[::-1])
    assert forward == backward
    assert set(forward.values()) == {"doc-0", "doc-1", "doc-2"}


def test_a_text_too_short_to_tell_has_no_signature() -> None:
    assert signature("only a few words") is None
