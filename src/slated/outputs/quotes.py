"""Evidence in its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from slated.model import Article, Span
from slated.reading.sentences import split_sentences


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence (or the sentences) of an article around evidence.

    ``start`` and ``end`` are the evidence's characters (half-open) within ``sentence``.
    """

    sentence: str
    start: int
    end: int
    in_title: bool


def quotes(article: Article, evidence: tuple[Span, ...]) -> list[Quote]:
    """Each piece of evidence in its sentence, in the order of the text, none within another."""
    found = [sentence.span for sentence in split_sentences(article)]
    widest = [span for span in evidence if not any(o != span and o.covers(span) for o in evidence)]
    return [
        _quote(article, span, found) for span in sorted(set(widest), key=lambda s: (s.part != "title", s))
    ]


def _quote(article: Article, evidence: Span, sentences: list[Span]) -> Quote:
    around = [sentence for sentence in sentences if sentence.overlaps(evidence)]
    start = min([s.start for s in around] + [evidence.start])
    end = max([s.end for s in around] + [evidence.end])
    words = (article.title or "") if evidence.part == "title" else article.text
    return Quote(words[start:end], evidence.start - start, evidence.end - start, evidence.part == "title")
