"""What changed in the record, as an Atom feed (RFC 4287).

The same record gives the same feed: a change is dated on the day of the reports that brought it,
and its id is made of its event, its kind and that day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from urllib.parse import quote
from xml.etree import ElementTree

from slated.model import Change
from slated.outputs.markup import clean
from slated.outputs.plain_words import change_long

_ATOM = "http://www.w3.org/2005/Atom"


def feed(changes: Sequence[Change], name: str, address: str, base: str) -> bytes:
    """The feed of the changes, the newest first; ``address`` is its own, ``base`` begins pages'."""
    ElementTree.register_namespace("", _ATOM)
    root = ElementTree.Element(_tag("feed"))
    _add(root, "id", address)
    _add(root, "title", name)
    days = [change.day for change in changes]
    _add(root, "updated", _moment(max(days, default=dt.date(1970, 1, 1))))
    _link(root, "self", address)
    _link(root, "alternate", f"{base}/")
    author = ElementTree.SubElement(root, _tag("author"))
    _add(author, "name", "slated")
    for change in sorted(changes, key=lambda c: (c.day, c.event_id, c.kind), reverse=True):
        _entry(root, change, base)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _entry(root: ElementTree.Element, change: Change, base: str) -> None:
    entry = ElementTree.SubElement(root, _tag("entry"))
    kind = change.kind.replace("_", " ")
    _add(entry, "id", f"urn:slated:{quote(change.event_id)}:{change.kind}:{change.day}")
    _add(entry, "title", f"{kind}: {change.title}")
    _add(entry, "updated", _moment(change.day))
    _link(entry, "alternate", f"{base}/events/{quote(change.event_id)}")
    ElementTree.SubElement(entry, _tag("category"), {"term": change.kind, "label": kind})
    _add(entry, "summary", change_long(change) or kind)


def _add(parent: ElementTree.Element, name: str, words: str) -> None:
    ElementTree.SubElement(parent, _tag(name)).text = clean(words)


def _link(parent: ElementTree.Element, relation: str, address: str) -> None:
    ElementTree.SubElement(parent, _tag("link"), {"rel": relation, "href": clean(address)})


def _tag(name: str) -> str:
    return f"{{{_ATOM}}}{name}"


def _moment(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
