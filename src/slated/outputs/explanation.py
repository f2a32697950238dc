"""A reading step by step, as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from slated.document_stage import ReadArticle
from slated.model import ExplainedSentence


def explanation_lines(read: ReadArticle, sentences: Iterable[ExplainedSentence]) -> Iterator[str]:
    """The lines that show how an article was read: its day, then its sentences with their steps."""
    article = read.article
    dct = article.creation_time
    days = " to ".join(str(d) for d in dict.fromkeys((dct.earliest, dct.latest)) if d is not None)
    evidence = f" ({dct.method}: {dct.evidence})" if dct.evidence else f" ({dct.method})"
    yield f"{article.source_id}: {article.title or 'no title'}"
    yield f"speaks from {days or 'no known day'}{evidence}"
    for sentence in sentences:
        yield ""
        yield " ".join(sentence.text.split())
        for step in sentence.steps:
            words = f"“{' '.join(step.words.split())}” → " if step.words else ""
            yield f"  {step.kind:<9}  {words}{step.found}"
