"""Which statement a place in the text stands in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from slated.model import Source, Span, Statement

_REACH = 20_000  # characters; no statement in the news is longer
_OPENING = re.compile(r"[“\"„«‘]|''|``|(?<!\w)'")


def statement_at(statements: Sequence[Statement], span: Span) -> int | None:
    """The index of the innermost statement whose content covers the span, or None.

    ``statements`` stand in the order in which ``read_statements`` gives them.

    The words of a statement's own source and cue are not part of what it says, also where they
    stand between two halves of a quotation.
    """
    best: int | None = None
    after = bisect_right(statements, (span.part == "text", span.start), key=_place)
    for i in range(after - 1, -1, -1):
        statement, content = statements[i], statements[i].content
        if content.part != span.part or span.start - content.start > _REACH:
            break
        if not (content.start <= span.start and span.end <= content.end) or _credits(statement, span):
            continue
        if best is None or _size(statement) < _size(statements[best]):
            best = i
    return best


def sources_along(statements: Sequence[Statement], at: int | None) -> tuple[Source, ...]:
    """Everyone on whose word what stands in statement ``at`` rests, nearest first.

    Empty for the article's own voice, and where ``at`` is None.
    """
    found: list[Source] = []
    seen: set[int] = set()
    while at is not None and at not in seen:
        seen.add(at)
        source = statements[at].source
        told = statements[at].kind != "attitude"  # praise for a plan does not report it
        named = {s.name for s in found}  # "in politics it takes time, he said, but added, ..."
        if told and source is not None and source.kind != "narrator" and source.name not in named:
            found.append(source)
        at = statements[at].within
    return tuple(found)


def _place(statement: Statement) -> tuple[bool, int]:
    """The key by which statements are ordered: the title first, then by where they begin."""
    cue, content = statement.cue, statement.content
    return content.part == "text", min(content.start, cue.start) if cue else content.start


def _credits(statement: Statement, span: Span) -> bool:
    source = statement.source.span if statement.source else None
    if (statement.cue and statement.cue.overlaps(span)) or (source and source.covers(span)):
        return True
    return statement.mode == "direct" and _between_halves(statement, span)


def _between_halves(statement: Statement, span: Span) -> bool:
    """True after the cue of "...", said the envoy in Oslo. "...", before the quotation goes on."""
    cue, content = statement.cue, statement.content
    if cue is None or not content.covers(cue) or span.start < cue.end:
        return False
    goes_on = _OPENING.search(content.text, cue.end - content.start)
    return goes_on is None or span.end <= content.start + goes_on.start()


def _size(statement: Statement) -> int:
    return statement.content.end - statement.content.start
