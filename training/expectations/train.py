"""Train the judge that tells expectations from other candidates, on labelled Wikinews articles.

    pip install scikit-learn
    python training/expectations/train.py [--cross]      (after encode.py, for all folds and what is shipped)

Reads the labels beside this file (offsets into ../shared/bench/wikinews/articles.jsonl, CC BY 2.5)
and writes src/slated/reading/data/expectation_model.json. ``--cross`` prints precision, recall and F1
of cross-validation by article, counted as the scorer counts, and writes nothing.

The first look (logistic regressions) gives its leanings on articles that it was not trained on, and
so does the encoder where it is asked; from them and from what surrounds a candidate the second look
(gradient boosted trees) learns whether choosing it, after all likelier ones, finds one more event.
"""

from __future__ import annotations

import argparse
import collections
import hashlib
import json
from collections.abc import Sequence
from typing import Any

import numpy as np
from labelled import HERE, ROOT, LabelledArticle, answers, labelled_articles, new_finds, tally
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from slated.reading.mentions.context import numbers_of
from slated.reading.mentions.features import features_of, vectors_of
from slated.reading.mentions.select import blended, worth_asking

MODEL = ROOT / "src/slated/reading/data/expectation_model.json"
ENCODER = MODEL.with_name("encoder.npz")
FEWEST = 3
STRENGTH = 0.1
VECTORS = 0.15
FURTHEST = 9.0
LEAST = 0.015
FORESTS = 5
CUTS = (0.25, 0.275, 0.3, 0.325, 0.35, 0.375, 0.4, 0.425, 0.45)
NEXT_TO_NOTHING = 0.011
Floats = NDArray[np.float64]


class FirstLook:
    """The candidates of all articles as rows: features, vectors, answers, groups."""

    def __init__(self, articles: Sequence[LabelledArticle]) -> None:
        rows = [(a, s, c) for a in articles for s in a.sentences for c in s.candidates]
        named = [sorted(features_of(c, s.phrases, a.day)) for a, s, c in rows]
        counts = collections.Counter(n for names in named for n in names)
        self.names = sorted(n for n, c in counts.items() if c >= FEWEST)
        column = {n: i for i, n in enumerate(self.names)}
        indices = [[column[n] for n in names if n in column] for names in named]
        pointers = np.cumsum([0] + [len(i) for i in indices])
        shape = (len(rows), len(self.names))
        sparse = csr_matrix((np.ones(pointers[-1]), np.concatenate(indices).astype(int), pointers), shape)
        vectors = np.array([np.concatenate(vectors_of(c.trigger)) for _, _, c in rows])
        self.scale = (vectors.std(axis=0) + 1e-6) / VECTORS
        self.table = hstack([sparse, csr_matrix(vectors / self.scale)]).tocsr()
        self.answers = np.array([answers(c.trigger.span, a.labels) for a, _, c in rows])
        self.groups = np.array([a.source_id for a, _, _ in rows])

    def fit(self, rows: NDArray[np.intp], leaning: int) -> LogisticRegression:
        """The regression of one leaning on those rows."""
        kept = rows[self.answers[rows, leaning] >= 0]
        return LogisticRegression(C=STRENGTH, max_iter=3000).fit(
            self.table[kept], self.answers[kept, leaning]
        )

    def leanings(self, folds: int = 10) -> Floats:
        """The log odds of every row, by regressions that never saw its article."""
        found = np.zeros(self.answers.shape)
        for known, asked in GroupKFold(folds).split(self.groups, groups=self.groups):
            for leaning in range(found.shape[1]):
                found[asked, leaning] = self.fit(known, leaning).decision_function(self.table[asked])
        return np.clip(found, -FURTHEST, FURTHEST)

    def shipped(self) -> dict[str, Any]:
        """The regressions on all rows, as they are shipped."""
        models = [self.fit(np.arange(len(self.groups)), k) for k in range(self.answers.shape[1])]
        weights = np.array([m.coef_[0] for m in models])
        features = {
            n: [round(float(w), 3) for w in row]
            for n, row in zip(self.names, weights[:, : len(self.names)].T, strict=True)
            if np.abs(row).max() >= LEAST
        }
        vector = weights[:, len(self.names) :] / self.scale
        return {
            "bias": [round(float(m.intercept_[0]), 4) for m in models],
            "features": features,
            "vector": [[round(float(w), 5) for w in row] for row in vector],
        }


class Told:
    """How words lean by encoders that never saw their article, as encode.py kept it for each fold."""

    def __init__(self) -> None:
        kept = [np.load(path) for path in sorted(HERE.glob("told-*.npz"))]
        self.arrays = {name: fold[name] for fold in kept for name in fold.files}

    def blended(self, article: LabelledArticle, leanings: Floats) -> Floats:
        """The leanings of the article's candidates with the encoder's mixed in, as when it is read."""
        rows = [i for own in worth_asking(article.sentences, leanings) for i in own]
        at = {int(start): i for i, start in enumerate(self.arrays[f"{article.source_id}.at"])}
        told = self.arrays[f"{article.source_id}.told"].astype(np.float64)
        tokens = [(s.sentence, c.trigger.token) for s in article.sentences for c in s.candidates]
        starts = [tokens[i][0].span.start + tokens[i][1].idx for i in rows]
        return blended(leanings, rows, told[[at[start] for start in starts]])


class SecondLook:
    """The numbers of every candidate, and whether choosing it finds one more event."""

    def __init__(self, articles: Sequence[LabelledArticle], leanings: Floats) -> None:
        rows, finds, start, told = [], [], 0, Told()
        for article in articles:
            own = leanings[start : start + len(article.spans)]
            start += len(own)
            own = told.blended(article, own)
            rows += numbers_of(article.sentences, own, article.day, range(len(own)))
            finds += new_finds(article, [float(x) for x in own[:, 0]])
        self.names = sorted(rows[0])
        self.table = np.array([[float(row[n]) for n in self.names] for row in rows])
        self.finds = np.array(finds)

    def fit(self, rows: NDArray[np.intp]) -> list[HistGradientBoostingClassifier]:
        """Forests on those rows that differ by their seed alone."""
        kept = rows[self.finds[rows] >= 0]
        return [
            HistGradientBoostingClassifier(
                max_iter=150, learning_rate=0.06, max_leaf_nodes=8, min_samples_leaf=30,
                l2_regularization=10, max_features=0.3, early_stopping=False, random_state=seed,
            ).fit(self.table[kept], self.finds[kept])
            for seed in range(FORESTS)
        ]  # fmt: skip

    def chances(self, groups: NDArray[np.str_], folds: int = 10) -> Floats:
        """The chance of every row, by forests that never saw its article."""
        found = np.zeros(len(groups))
        for known, asked in GroupKFold(folds).split(groups, groups=groups):
            odds = np.mean([m.decision_function(self.table[asked]) for m in self.fit(known)], axis=0)
            found[asked] = 1.0 / (1.0 + np.exp(-odds))
        return found

    def shipped(self) -> dict[str, Any]:
        """The forests on all rows, one after another, as they are shipped."""
        models = self.fit(np.arange(len(self.finds)))
        trees: dict[str, list[Any]] = {
            n: [] for n in ("roots", "column", "threshold", "left", "right", "value")
        }
        for nodes in (stage[0].nodes for model in models for stage in model._predictors):
            start = len(trees["column"])
            trees["roots"].append(start)
            for i, node in enumerate(nodes):
                leaf = bool(node["is_leaf"])
                trees["column"].append(0 if leaf else int(node["feature_idx"]))
                trees["threshold"].append(0.0 if leaf else round(float(node["num_threshold"]), 6))
                trees["left"].append(start + (i if leaf else int(node["left"])))
                trees["right"].append(start + (i if leaf else int(node["right"])))
                trees["value"].append(round(float(node["value"]) / FORESTS, 6) if leaf else 0.0)
        bias = float(np.mean([m._baseline_prediction.ravel()[0] for m in models]))
        return {"names": self.names, "bias": round(bias, 6), **trees}


def cross(articles: Sequence[LabelledArticle], chances: Floats) -> float:
    """Print precision, recall and F1 by cut; gives the lowest of the cuts that cost hardly any F1.

    What is listed in vain can be seen, what is missed cannot.
    """
    scored = []
    for cut in CUTS:
        start, totals = 0, np.zeros(3)
        for article in articles:
            own = chances[start : start + len(article.spans)]
            start += len(own)
            totals += tally(article, [s for s, c in zip(article.spans, own, strict=True) if c >= cut])
        precision, recall = totals[2] / totals[1], totals[2] / totals[0]
        scored.append(2 * precision * recall / (precision + recall))
        print(f"{cut:.3f} precision {precision:.3f} recall {recall:.3f} F1 {scored[-1]:.4f}")
    return min(cut for cut, f1 in zip(CUTS, scored, strict=True) if f1 >= max(scored) - NEXT_TO_NOTHING)


def written(model: dict[str, Any]) -> str:
    """The model as JSON, a line a feature."""
    leanings, trees = model["leanings"], model["trees"]
    features = ",\n".join(
        f"{json.dumps(n)}: {json.dumps(w)}" for n, w in sorted(leanings["features"].items())
    )
    rest = {k: v for k, v in leanings.items() if k != "features"}
    parts = ",\n".join(f"{json.dumps(k)}: {json.dumps(v)}" for k, v in sorted(trees.items()))
    return (
        f'{{"cut": {model["cut"]},\n"encoder": {json.dumps(model["encoder"])},\n'
        f'"leanings": {{\n"bias": {json.dumps(rest["bias"])},\n'
        f'"vector": {json.dumps(rest["vector"])},\n"features": {{\n{features}\n}}}},\n'
        f'"trees": {{\n{parts}\n}}}}\n'
    )


def main() -> None:
    """Train, or cross-validate."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cross", action="store_true")
    arguments = parser.parse_args()
    train(list(labelled_articles()), write=not arguments.cross)


def train(articles: Sequence[LabelledArticle], *, write: bool) -> None:
    """Cross-validate on the articles and, if asked, write the model of all of them."""
    first = FirstLook(articles)
    second = SecondLook(articles, first.leanings())
    print(f"{len(articles)} articles, {len(first.groups)} candidates, {(second.finds == 1).sum()} strong")
    cut = cross(articles, second.chances(first.groups))
    print("cut", cut)
    if write:
        told = hashlib.sha256(ENCODER.read_bytes()).hexdigest()
        model = {"cut": cut, "encoder": told, "leanings": first.shipped(), "trees": second.shipped()}
        MODEL.write_text(written(model), "utf-8")


if __name__ == "__main__":
    main()
