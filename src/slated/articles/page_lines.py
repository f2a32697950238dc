"""A page's markup -> the lines that a reader sees."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

# fmt: off
INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "mark", "meter", "nobr", "output", "q", "s", "samp", "small",
    "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
))
# fmt: on
# fmt: off
UNSEEN = frozenset((
    "head", "script", "style", "noscript", "template", "select", "option", "textarea", "svg", "math",
    "iframe", "object", "video", "audio", "canvas", "map", "button", "input",
))
# fmt: on


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of visible text; ``is_caption`` where the markup says that it belongs to a picture."""

    text: str
    is_caption: bool = False


class _Lines:
    """The lines so far, and the words of the one that is being read."""

    def __init__(self) -> None:
        self.found: list[PageLine] = []
        self._words: list[str] = []

    def add(self, words: str | None) -> None:
        if words:
            self._words.append(words)

    def end(self, is_caption: bool) -> None:
        text = " ".join("".join(self._words).split())
        self._words.clear()
        if text:
            self.found.append(PageLine(text, is_caption))


def page_lines(tree: HtmlElement) -> list[PageLine]:
    """The visible text, a line for every block of markup, in the order of the page."""
    lines = _Lines()
    caption: HtmlElement | None = None
    walk = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event in {"comment", "pi"}:
            lines.add(element.tail)
        elif event == "start":
            opens_caption = caption is None and _is_caption(element)
            if opens_caption or _breaks(element, caption):
                lines.end(caption is not None)
            caption = element if opens_caption else caption
            if element.tag in UNSEEN:
                walk.skip_subtree()
            else:
                lines.add(element.text)
        else:
            if element is caption or _breaks(element, caption):
                lines.end(caption is not None)
            caption = None if element is caption else caption
            lines.add(element.tail)
    lines.end(False)
    return lines.found


def _breaks(element: HtmlElement, caption: HtmlElement | None) -> bool:
    """True where the element starts a line of its own; a caption is one line whatever is in it."""
    return caption is None and element.tag not in INLINE and element.tag not in UNSEEN


def _is_caption(element: HtmlElement) -> bool:
    if element.tag == "figcaption":
        return True
    return element.tag in {"p", "div", "span"} and "caption" in (element.get("class") or "").lower()
