"""Writes ease.tsv: by which power of two each input of each linear layer is divided before it goes to eight bits.

usage: python3 Models/encoder/calibrate.py MODEL_FOLDER
A few inputs are far larger than the rest and would leave these few steps of 256. Dividing them, and multiplying their
weights, shares the burden (as "SmoothQuant" does): the factor is act^A / weight^(1 − A), of the largest figures, on the
written sentences of fewer than 60 tokens. Committed, so that make_table.py gives the same bytes everywhere.
"""
import json
import sys

import numpy as np

import make_table
import make_fixture
import reference

A = 0.5
PARTS = {"heads": ["attention.self.query", "attention.self.key", "attention.self.value"],
         "joined": ["attention.output.dense"], "inner": ["intermediate.dense"], "outer": ["output.dense"]}


class Recorder(reference.Reference):
    """The reference, which keeps each linear layer's largest inputs."""

    def __init__(self, folder):
        super().__init__(folder)
        self.largest = {}

    def linear(self, x, name):
        self.largest[name] = np.maximum(self.largest.get(name, 0), np.abs(x).max(0))
        return super().linear(x, name)


def exponents(model, names):
    weight = np.max([np.abs(model.tensors[name + ".weight"]).max(0) for name in names], axis=0)
    factor = np.log2(np.maximum(model.largest[names[0]], 1e-6)) * A - np.log2(np.maximum(weight, 1e-6)) * (1 - A)
    return np.rint(factor - factor.mean()).astype(int)


def main():
    model = Recorder(sys.argv[1])
    for text in json.loads((make_fixture.FIXTURES / "sentences.json").read_text(encoding="utf-8")):
        ids = model.ids(text)
        if len(ids) < 60:
            model.vector(ids)
    with open(make_table.HERE / "ease.tsv", "w", encoding="utf-8") as out:
        for layer in range(make_table.LAYERS):
            for part, names in PARTS.items():
                found = exponents(model, [f"encoder.layer.{layer}.{name}" for name in names])
                out.write(f"{layer}\t{part}\t" + " ".join(map(str, found)) + "\n")


if __name__ == "__main__":
    main()
