"""Charts as pictures."""

from __future__ import annotations

from functools import lru_cache

from slated.errors import OutputError

_SCALE = 2.0


@lru_cache(maxsize=64)
def png_of(svg: str) -> bytes:
    """The picture of an SVG; raises ``OutputError`` where the library that draws it is missing."""
    try:
        import vl_convert
    except ImportError as error:
        raise OutputError("pictures need vl-convert-python: pip install 'slated[web]'") from error
    drawn: bytes = vl_convert.svg_to_png(svg, scale=_SCALE)
    return drawn
