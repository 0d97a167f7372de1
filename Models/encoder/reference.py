"""The reference: all-MiniLM-L6-v2 in float32, plainly (numpy), and its tokens (the `tokenizers` package)."""
import pathlib

import numpy as np
import tokenizers

import make_table

F = np.float32


def error_function(x):
    """Abramowitz and Stegun 7.1.26 in double precision, to 1.5e-7."""
    t = 1 / (1 + 0.3275911 * np.abs(x))
    sum_ = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t
    return np.sign(x) * (1 - sum_ * np.exp(-x * x))


def normalise(x, gain, bias):
    mean = x.mean(-1, keepdims=True)
    return (x - mean) / np.sqrt(((x - mean) ** 2).mean(-1, keepdims=True) + 1e-12) * gain + bias


class Reference:
    def __init__(self, folder):
        folder = pathlib.Path(folder)
        self.tensors = make_table.read_weights(folder / "model.safetensors")
        self.tokenizer = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(make_table.TOKENS)

    def ids(self, text):
        """The tokens' ids; none when the text has no words."""
        ids = self.tokenizer.encode(text).ids
        return ids if len(ids) > 2 else []

    def linear(self, x, name):
        return x @ self.tensors[name + ".weight"].T + self.tensors[name + ".bias"]

    def norm(self, x, name):
        return normalise(x, self.tensors[name + ".weight"], self.tensors[name + ".bias"])

    def layer(self, x, number):
        prefix = f"encoder.layer.{number}."
        count = len(x)
        parts = [self.linear(x, f"{prefix}attention.self.{part}").reshape(count, 12, 32).transpose(1, 0, 2)
                 for part in ("query", "key", "value")]
        scores = parts[0] @ parts[1].transpose(0, 2, 1) / np.sqrt(F(32))
        weights = np.exp(scores - scores.max(-1, keepdims=True))
        joined = weights / weights.sum(-1, keepdims=True) @ parts[2]
        joined = self.linear(joined.transpose(1, 0, 2).reshape(count, 384), prefix + "attention.output.dense")
        x = self.norm(x + joined, prefix + "attention.output.LayerNorm")
        inner = self.linear(x, prefix + "intermediate.dense")
        inner = (inner * (0.5 + 0.5 * error_function(inner / np.sqrt(2)))).astype(F)
        return self.norm(x + self.linear(inner, prefix + "output.dense"), prefix + "output.LayerNorm")

    def vector(self, ids):
        """The vector of length one of a text's tokens; zero for none."""
        if not ids:
            return np.zeros(384, F)
        x = self.tensors["embeddings.word_embeddings.weight"][ids]
        x = x + self.tensors["embeddings.position_embeddings.weight"][:len(ids)]
        x = self.norm(x + self.tensors["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
        for number in range(make_table.LAYERS):
            x = self.layer(x, number)
        mean = x.mean(0)
        return mean / np.linalg.norm(mean)
