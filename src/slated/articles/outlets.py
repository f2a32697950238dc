"""The name of the outlet."""

from __future__ import annotations

from urllib.parse import urlsplit

from slated.articles.words import load_table

PREFIXES = ("www.", "m.", "amp.", "edition.", "mobile.", "news.", "en.", "english.")


def outlet_of(url: str | None, only_known: bool = False) -> str | None:
    """The outlet that a page's address names: known by its host, else the bare host itself."""
    host = host_of(url)
    if host is None:
        return None
    known: dict[str, str] = load_table("outlets")["outlets"]
    labels = host.split(".")
    for first in range(len(labels) - 1):
        name = known.get(".".join(labels[first:]))
        if name is not None:
            return name
    if only_known:
        return None
    for prefix in PREFIXES:
        if host.startswith(prefix) and host.count(".") > 1:
            return host.removeprefix(prefix)
    return host


def host_of(url: str | None) -> str | None:
    """The host of an address, in lower case; None where it is no address of a page."""
    try:
        parts = urlsplit(url or "")
        host = parts.hostname
    except ValueError:
        return None
    return host if parts.scheme in {"http", "https"} and host and "." in host else None
