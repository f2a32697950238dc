"""A wire that writes articles and readings by hand: what the tests of tracking feed in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pytest

from slated.model import (
    Actor,
    Article,
    Block,
    CreationTime,
    EventMention,
    EventPlace,
    Participant,
    Reading,
    Span,
    StatedWindow,
    Window,
)

STATES = {"ruritania": "RU1", "freedonia": "FR1", "sylvania": "SY1"}
PEOPLE = {"anna berg": "RU1", "otto falk": "FR1", "ida marr": "RU1", "rufus firefly": "SY1"}


@dataclass(frozen=True)
class Wired:
    """An article with its reading."""

    article: Article
    reading: Reading


def window(text: str | None) -> StatedWindow | None:
    """A window from "2031-05-01..2031-05-31", "2031-05-01" or "2031-05-01.."."""
    if text is None:
        return None
    first, _, last = text.partition("..")
    ends = (first, last) if ".." in text else (first, first)
    day_a, day_b = (dt.date.fromisoformat(e) if e else None for e in ends)
    return StatedWindow(Window(day_a, day_b), text)


def participant(key: str) -> Participant:
    """A state or a person by name."""
    if key in STATES:
        return Participant(key.title(), key, "agent", "state", STATES[key])
    return Participant(key.title(), key, "agent", "person", PEOPLE.get(key))


def _actor(p: Participant) -> Actor:
    return Actor(p.name, p.key, p.kind, (), (), p.state)


def _mention(start: int, text: str, given: dict[str, Any]) -> EventMention:
    head = given.get("head", "summit")
    mention = EventMention(
        trigger=Span(start, start + len(head), head, given.get("part", "text")),
        event_class=given.get("event_class", "meeting"),
        title=given.get("title", head),
        head=head,
        evidence=Span(start, start + len(text), text, given.get("part", "text")),
        status=given.get("status", "expected"),
        participants=tuple(participant(k) for k in given.get("parties", ("ruritania", "freedonia"))),
        places=tuple(
            EventPlace(name, name.lower(), standing) for name, standing in given.get("places", {}).items()
        ),
        window=window(given.get("window")),
        previous=window(given.get("previous")),
    )
    kept = {k: given[k] for k in ("ordinal", "modifiers", "anaphor", "refers_to") if k in given}
    return replace(mention, **kept)


def wired(
    name: str, published: str | None, *mentions: dict[str, Any], text: str = "", cast: Sequence[str] = ()
) -> Wired:
    """The article ``name``, published that day, with one sentence for each mention.

    It names each person of the ``cast`` once besides.
    """
    day = dt.date.fromisoformat(published) if published else None
    lines = [f"{m.get('head', 'summit')} {m.get('title', '')} {i}." for i, m in enumerate(mentions)]
    body = text or "\n".join(lines)
    article = Article(
        document_id=f"doc-{name}",
        source_id=name,
        url=None,
        outlet=f"Outlet {name}",
        title=None,
        byline=None,
        language="en",
        text=body,
        creation_time=CreationTime(day, day, "given" if day else "unknown", published or ""),
        blocks=(Block(0, len(body), "paragraph"),),
    )
    found, start = [], 0
    for line, given in zip(lines, mentions, strict=True):
        found.append(_mention(start, line, given))
        start += len(line) + 1
    seen = dict.fromkeys(p for m in found for p in m.participants)
    named = (
        Actor(n.title(), n, "person", (Span(i, i + 1, body[i : i + 1], "text"),)) for i, n in enumerate(cast)
    )
    actors = (*map(_actor, seen), *named)
    return Wired(article, Reading(article.document_id, actors=actors, mentions=tuple(found)))


@pytest.fixture
def wire() -> Callable[..., Wired]:
    """The function that writes an article with its reading by hand."""
    return wired
