"""A report's evidence, each piece in its paragraph, for a page that quotes it."""

from __future__ import annotations

from dataclasses import dataclass

from slated.model import Article, Report, Span

_AROUND = 420  # characters of a long paragraph that are kept on either side
_LONGEST = 1200  # characters of evidence that are quoted


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Evidence (``said``) with what stands before and after it in its paragraph."""

    before: str
    said: str
    after: str
    in_title: bool
    start: int
    end: int


def excerpts(article: Article, report: Report) -> list[Excerpt]:
    """The evidence in the order of the text, the title first; none within another."""
    spans = set(report.evidence)
    widest = [span for span in spans if not any(o != span and o.covers(span) for o in spans)]
    return [_excerpt(article, span) for span in sorted(widest, key=lambda s: (s.part != "title", s))]


def _excerpt(article: Article, span: Span) -> Excerpt:
    words = (article.title or "") if span.part == "title" else article.text
    first, last = (0, len(words)) if span.part == "title" else _paragraph(article, span)
    before, after = words[first : span.start], words[span.end : last]
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + " …"
    said = span.text if len(span.text) <= _LONGEST else span.text[:_LONGEST] + "…"
    return Excerpt(before, said, after, span.part == "title", span.start, span.end)


def _paragraph(article: Article, span: Span) -> tuple[int, int]:
    held = [block for block in article.blocks if block.start < span.end and span.start < block.end]
    first = min([block.start for block in held] + [span.start])
    return first, max([block.end for block in held] + [span.end])
