"""The labelled Wikinews articles, their candidates, and how far a choice of candidates is right."""

from __future__ import annotations

import collections
import dataclasses
import datetime as dt
import json
import pathlib
import re
from collections.abc import Iterator, Sequence
from typing import Any

from slated.articles import make_article
from slated.model import Article, Capture, CreationTime, Span, TimePhrase
from slated.reading import infer_creation_time
from slated.reading.mentions.candidates import SentenceCandidates, candidates_of
from slated.reading.parse import parse_sentences
from slated.reading.sentences import split_sentences
from slated.reading.tense import tense_finder
from slated.reading.timex import read_times

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
TEXTS = ROOT.parent / "shared/bench/wikinews/articles.jsonl"
YEAR = 2009  # of articles that name none; their texts run from 2004 to 2020

Label = dict[str, Any]
Extent = tuple[int, int]


@dataclasses.dataclass(frozen=True)
class LabelledArticle:
    """The candidates of an article as of a day, with the labels that readers gave it."""

    source_id: str
    day: dt.date | None
    sentences: tuple[SentenceCandidates, ...]
    labels: list[Label]

    @property
    def spans(self) -> list[Span]:
        """The triggers of all candidates, in order."""
        return [c.trigger.span for s in self.sentences for c in s.candidates]


def labelled_articles() -> Iterator[LabelledArticle]:
    """Every labelled article, in the order of the texts."""
    done = {i for f in sorted(HERE.glob("articles-*.txt")) for i in f.read_text().split()}
    labels = collections.defaultdict(list)
    for path in sorted(HERE.glob("labels-*.jsonl")):
        for line in path.read_text().splitlines():
            label = json.loads(line)
            labels[label["article"]].append(label)
    for line in TEXTS.read_text().splitlines():
        row = json.loads(line)
        if row["id"] in done:
            yield _labelled(row, labels[row["id"]])


def _labelled(row: dict[str, Any], labels: list[Label]) -> LabelledArticle:
    article = make_article(Capture(row["id"], row["id"], "text", row["text"], language="en"))
    plain = split_sentences(article)
    sentences = parse_sentences(plain, [True] * len(plain))
    day, phrases = dated(article, labels, tense_finder(sentences, "text"))
    return LabelledArticle(row["id"], day, candidates_of(sentences, phrases), labels)


def dated(article: Article, labels: Sequence[Label], finder: Any) -> tuple[dt.date, tuple[TimePhrase, ...]]:
    """The day of an article, most of which name none, and its time phrases as of that day.

    Of the months of its latest year and the day inferred, the one by which most labelled times lie
    ahead and fewest others do.
    """
    spans = [label["when"] for label in labels if label.get("when")]
    years = [int(m[0]) for m in re.finditer(r"\b20[01]\d\b", article.text) if not meets(m.span(), spans)]
    named = [int(m[0]) for m in re.finditer(r"\b20[01]\d\b", article.text)]
    year = max(years, default=min(named, default=YEAR))
    days = [dt.date(year, month, 15) for month in (6, 1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12)]
    inferred = infer_creation_time(article).day
    tried = []
    for day in [*([inferred] if inferred else []), *days]:
        phrases = read_times(article.text, CreationTime(day, day, "given", ""), finder).phrases
        tried.append((sum(sense(p, day, spans) for p in phrases), day, phrases))
    _, day, phrases = max(tried, key=lambda t: t[0])
    return day, phrases


def sense(phrase: TimePhrase, day: dt.date, spans: Sequence[Extent]) -> int:
    """1 for a labelled time ahead, -1 for one behind and for any other time ahead, else 0."""
    window = phrase.when.window
    if window is None:
        return 0
    if meets((phrase.span.start, phrase.span.end), spans):
        return 1 if window.latest is None or window.latest >= day else -1
    return -1 if window.earliest is not None and window.earliest > day else 0


def meets(span: Extent, others: Sequence[Extent]) -> bool:
    """True where a span overlaps one of the others."""
    return any(span[0] < end and start < span[1] for start, end in others)


def answers(span: Span, labels: Sequence[Label]) -> tuple[int, int, int]:
    """For each leaning of the judge: 1 right, 0 wrong, -1 not counted.

    Expectation: the trigger of a strong label against what no label touches. Ahead: the trigger of any
    label against that. Diary: the trigger of a strong label against that of a weak one.
    """
    at = (span.start, span.end)
    for label in labels:
        if meets(at, [(label["start"], label["end"])]):
            return (1, 1, 1) if label["strength"] == "strong" else (-1, 1, 0)
    return (-1, -1, -1) if meets(at, [x["evidence"] for x in labels]) else (0, 0, -1)


def new_finds(article: LabelledArticle, chances: Sequence[float]) -> list[int]:
    """1 for a candidate that finds a strong label not found by a likelier one, -1 on weak ones, else 0."""
    strong = [x for x in article.labels if x["strength"] == "strong"]
    weak = [x["evidence"] for x in article.labels if x["strength"] != "strong"]
    spans, found, taken = article.spans, [0] * len(chances), set()
    for i in sorted(range(len(spans)), key=lambda i: (-chances[i], i)):
        at = (spans[i].start, spans[i].end)
        free = [k for k in range(len(strong)) if k not in taken]
        exact = [k for k in free if meets(at, [(strong[k]["start"], strong[k]["end"])])]
        within = exact or [k for k in free if meets(at, [strong[k]["evidence"]])]
        if within:
            taken.add(within[0])
            found[i] = 1
        elif meets(at, weak):
            found[i] = -1
    return found


def tally(article: LabelledArticle, chosen: Sequence[Span]) -> tuple[int, int, int]:
    """How many strong labels there are, how many choices count, and how many labels they find."""
    strong = [x for x in article.labels if x["strength"] == "strong"]
    weak = [x["evidence"] for x in article.labels if x["strength"] != "strong"]
    used: set[int] = set()
    found: set[int] = set()
    for exact in (True, False):
        for k, label in enumerate(strong):
            where = [(label["start"], label["end"])] if exact else [label["evidence"]]
            hits = [i for i, s in enumerate(chosen) if i not in used and meets((s.start, s.end), where)]
            if k not in found and hits:
                found.add(k)
                used.add(hits[0])
    extra = [s for i, s in enumerate(chosen) if i not in used and not meets((s.start, s.end), weak)]
    return len(strong), len(found) + len(extra), len(found)
