"""Addresses of pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote, urlencode

Params = Sequence[tuple[str, str]]


def address(path: str, params: Params | Mapping[str, object] = (), anchor: str = "") -> str:
    """A path with its parameters; what is None or empty is left out."""
    pairs = params.items() if isinstance(params, Mapping) else params
    given = urlencode([(key, str(value)) for key, value in pairs if value not in (None, "")])
    return path + (f"?{given}" if given else "") + (f"#{anchor}" if anchor else "")


def part_of_path(name: str) -> str:
    """A name as a part of a path."""
    return quote(name, safe="")


def link_to(as_of: object, path: str, params: Params | Mapping[str, object] = (), anchor: str = "") -> str:
    """An address that keeps the day from which the record is looked at."""
    pairs = list(params.items() if isinstance(params, Mapping) else params)
    if as_of and not any(key == "as_of" for key, _ in pairs):
        pairs.append(("as_of", str(as_of)))
    return address(path, [(key, str(value)) for key, value in pairs if value is not None], anchor)
