"""What a page's markup says about itself: JSON-LD, meta elements, times near the title."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from slated.articles.date_lines import day_in
from slated.articles.draft import Clue
from slated.articles.words import load_table

MOST_NODES = 300
EPOCH = dt.date(1970, 1, 1)  # what a missing time becomes in many a system


@dataclass(frozen=True, slots=True)
class PageFacts:
    """Each with the best source first; empty where the page says nothing."""

    titles: tuple[str, ...]
    clues: tuple[Clue, ...]
    outlets: tuple[str, ...]
    bylines: tuple[str, ...]
    labels: tuple[str, ...]
    language: str | None


def read_page_facts(tree: HtmlElement) -> PageFacts:
    """The facts in a page's markup; malformed JSON-LD is passed over, as browsers do."""
    nodes = [node for node in _linked_nodes(tree) if _is_article(node)]
    metas = _metas(tree)
    names = load_table("page_fields")
    lang = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    return PageFacts(
        titles=(*_texts(nodes, "headline"), *_named(metas, names["title"])),
        clues=(*_json_clues(nodes), *_meta_clues(metas, names["published"]), *_time_clues(tree)),
        outlets=(*_named(metas, names["outlet"]), *_texts(nodes, "publisher")),
        bylines=(*_joined(_texts(nodes, "author")), *_named(metas, names["byline"])),
        labels=(
            *_texts(nodes, "articleSection"),
            *_named(metas, names["section"]),
            *("opinion" for node in nodes if "OpinionNewsArticle" in _types(node)),
        ),
        language=lang.split("-")[0].split("_")[0].lower() or None,
    )


def _linked_nodes(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            found = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        waiting = [found]
        for _ in range(MOST_NODES):
            if not waiting:
                break
            node = waiting.pop(0)
            if isinstance(node, list):
                waiting = [*node, *waiting]
            elif isinstance(node, dict):
                yield node
                waiting += [node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in node]


def _types(node: dict[str, Any]) -> list[str]:
    named = node.get("@type")
    return [kind for kind in (named if isinstance(named, list) else [named]) if isinstance(kind, str)]


def _is_article(node: dict[str, Any]) -> bool:
    return any(kind.endswith(("Article", "Posting")) for kind in _types(node))


def _texts(nodes: list[dict[str, Any]], key: str) -> list[str]:
    """The words under a key, whether plain, a named thing, or a list of either."""
    words = []
    for node in nodes:
        values = node.get(key)
        for value in values if isinstance(values, list) else [values]:
            name = value.get("name") if isinstance(value, dict) else value
            if isinstance(name, str) and name.strip() and not name.startswith("http"):
                words.append(" ".join(name.split()))
    return words


def _joined(names: list[str]) -> list[str]:
    unique = list(dict.fromkeys(names))
    return [", ".join(unique)] if unique else []


def _metas(tree: HtmlElement) -> dict[str, str]:
    """The meta elements' contents by their folded name, the first of each."""
    metas: dict[str, str] = {}
    for meta in tree.iterfind(".//meta[@content]"):
        content = " ".join((meta.get("content") or "").split())
        for attribute in ("property", "name", "itemprop"):
            name = (meta.get(attribute) or "").strip().lower()
            if name and content:
                metas.setdefault(name, content)
    return metas


def _named(metas: dict[str, str], names: list[str]) -> list[str]:
    return [metas[name] for name in names if name in metas and not metas[name].startswith("http")]


def _json_clues(nodes: list[dict[str, Any]]) -> Iterator[Clue]:
    for written in _texts(nodes, "datePublished"):
        yield from _clue(written, "JSON-LD datePublished", 0.97)


def _meta_clues(metas: dict[str, str], names: list[str]) -> Iterator[Clue]:
    for name in names:
        yield from _clue(metas.get(name, ""), f"meta {name}", 0.95)


def _time_clues(tree: HtmlElement) -> Iterator[Clue]:
    """Times that are marked as the publication's, then the first below the headline."""
    below: list[Clue] = []
    headed = False
    for element in tree.iter("h1", "time"):
        if element.tag == "h1":
            headed = True
            continue
        written = element.get("datetime") or "".join(element.itertext())
        marks = f"{element.get('itemprop') or ''} {element.get('class') or ''}".lower()
        if "datepublished" in marks or "published" in marks or element.get("pubdate") is not None:
            yield from _clue(written, "time marked as published", 0.93)
        elif headed and not below and "updated" not in marks and "modified" not in marks:
            below += _clue(written, "time below the headline", 0.85)
    yield from below


def _clue(written: str, where: str, confidence: float) -> Iterator[Clue]:
    day = day_in(written[:60])
    if day is not None and day != EPOCH:
        yield Clue(day, day, "metadata", f"{where}: {written[:60]}", confidence)
