"""Train the judge that tells expectations from other candidates, on labelled Wikinews articles.

    pip install scikit-learn
    python training/expectations/train.py [--cross]

Reads the labels beside this file (offsets into ../shared/bench/wikinews/articles.jsonl, CC BY 2.5)
and writes src/slated/reading/data/expectation_model.json. ``--cross`` prints the average
precision of ten-fold cross-validation by article instead.
"""

from __future__ import annotations

import argparse
import collections
import datetime as dt
import json
import pathlib
import re

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.model_selection import GroupKFold, cross_val_predict

from slated.articles import make_article
from slated.model import Capture, CreationTime
from slated.reading import infer_creation_time
from slated.reading.mentions.candidates import candidates_in
from slated.reading.mentions.features import features_of, vectors_of
from slated.reading.parse import parse_sentences
from slated.reading.sentences import split_sentences
from slated.reading.tense import tense_finder
from slated.reading.timex import read_times

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
TEXTS = ROOT.parent / "shared/bench/wikinews/articles.jsonl"
MODEL = ROOT / "src/slated/reading/data/expectation_model.json"
FEWEST = 3
STRENGTH = 0.1
VECTORS = 0.15
YEAR = 2009  # of articles that name none; their texts run from 2004 to 2020


def examples():
    """A row a candidate: article, feature names, vector, 1 strong, 0 none, -1 not counted."""
    done = {i for f in sorted(HERE.glob("articles-*.txt")) for i in f.read_text().split()}
    labels = collections.defaultdict(list)
    for path in sorted(HERE.glob("labels-*.jsonl")):
        for line in path.read_text().splitlines():
            label = json.loads(line)
            labels[label["article"]].append(label)
    for line in TEXTS.read_text().splitlines():
        row = json.loads(line)
        if row["id"] in done:
            yield from article_examples(row, labels[row["id"]])


def article_examples(row, labels):
    """The rows of one article."""
    article = make_article(Capture(row["id"], row["id"], "text", row["text"], language="en"))
    plain = split_sentences(article)
    sentences = parse_sentences(plain, [True] * len(plain))
    finder = tense_finder(sentences, "text")
    day, phrases = dated(article, labels, finder)
    for sentence in sentences:
        if sentence.doc is None:
            continue
        inside = [p for p in phrases if sentence.span.covers(p.span)]
        for candidate in candidates_in(sentence, inside):
            names = features_of(candidate, inside, day)
            vector = np.concatenate([t.tensor for t in vectors_of(candidate.trigger)])
            yield row["id"], names, vector, answer(candidate.trigger.span, labels)


def dated(article, labels, finder):
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


def sense(phrase, day, spans):
    """1 for a labelled time ahead, -1 for one behind and for any other time ahead, else 0."""
    window = phrase.when.window
    if window is None:
        return 0
    if meets((phrase.span.start, phrase.span.end), spans):
        return 1 if window.latest is None or window.latest >= day else -1
    return -1 if window.earliest is not None and window.earliest > day else 0


def meets(span, others):
    """True where a span overlaps one of the others."""
    return any(span[0] < end and start < span[1] for start, end in others)


def answer(span, labels):
    """1 where the trigger is a strong label's, -1 for weak ones and the rest of the evidence, else 0."""
    for label in labels:
        if span.start < label["end"] and label["start"] < span.end:
            return 1 if label["strength"] == "strong" else -1
    return -1 if any(span.start < e[1] and e[0] < span.end for e in (x["evidence"] for x in labels)) else 0


def main() -> None:
    """Train, or cross-validate."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cross", action="store_true")
    parser.add_argument("--strength", type=float, default=STRENGTH)
    parser.add_argument("--vectors", type=float, default=VECTORS)
    arguments = parser.parse_args()
    rows = [r for r in examples() if r[3] >= 0]
    counts = collections.Counter(n for r in rows for n in r[1])
    names = sorted(n for n, c in counts.items() if c >= FEWEST)
    column = {n: i for i, n in enumerate(names)}
    indices = [[column[n] for n in r[1] if n in column] for r in rows]
    pointers = np.cumsum([0] + [len(i) for i in indices])
    sparse = csr_matrix(
        (np.ones(pointers[-1]), np.concatenate(indices), pointers), shape=(len(rows), len(names))
    )
    vectors = np.array([r[2] for r in rows])
    scale = vectors.std(axis=0) + 1e-6
    features = hstack([sparse, csr_matrix(vectors / scale * arguments.vectors)]).tocsr()
    wanted = np.array([r[3] for r in rows])
    model = LogisticRegression(C=arguments.strength, max_iter=3000)
    print(f"{len(rows)} candidates, {wanted.sum()} strong, {len(names)} features")
    if arguments.cross:
        groups = [r[0] for r in rows]
        guessed = cross_val_predict(
            model, features, wanted, cv=GroupKFold(10), groups=groups, method="predict_proba"
        )
        print("average precision", round(average_precision_score(wanted, guessed[:, 1]), 4))
        for cut in (0.2, 0.3, 0.4, 0.5):
            hit = ((guessed[:, 1] >= cut) & (wanted == 1)).sum()
            print(
                cut,
                "precision",
                round(hit / max(1, (guessed[:, 1] >= cut).sum()), 3),
                "recall",
                round(hit / wanted.sum(), 3),
            )
        return
    model.fit(features, wanted)
    weights = model.coef_[0]
    written = {
        "bias": round(float(model.intercept_[0]), 4),
        "features": {n: round(float(w), 3) for n, w in zip(names, weights, strict=False) if abs(w) >= 0.01},
        "vector": [round(float(w), 5) for w in weights[len(names) :] / scale * arguments.vectors],
    }
    MODEL.write_text(json.dumps(written, indent=0, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
