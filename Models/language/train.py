"""Learns Sources/CEarshotTables/tables/language.bin: `train.py DATA TEXTS OUT`.

DATA: the folder with langid/, sentiment/ and comments/; TEXTS: what collect.py wrote. Softmax regression over words and
runs of letters, weights in whole numbers. A fifth of the learning sentences is kept back; what was chosen was chosen on it.
"""
import collections
import struct
import sys

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

import letters
import texts

BUCKETS = {0: 12288, 1: 3072, 2: 3072}
COMMON = {0: 150, 1: 150, 2: 150}
COMMON_ENGLISH = 2000
# e to the 1/24th a unit: ±127 is ±5.3 in the logarithm.
SCALE = 24
# Chosen on the kept back fifth.
RIDGE = 1e-5
ROUNDS = 90
# Said in many languages: no ground to tell one.
SHARED = "ok okay okey ooh oh ah aha ha haha hahaha hahahaha lol omg wow hm hmm hmmm bravo super stop mr mrs".split()


def vocabulary(rows, group):
    words = set(SHARED) if group == 0 else set()
    for lane in sorted({lane for _, lane, _ in rows}):
        count = collections.Counter()
        for text, other, _ in rows:
            if other == lane:
                count.update(word for word, _ in letters.words(text))
        size = COMMON_ENGLISH if group == 0 and lane == 0 else COMMON[group]
        words.update(word for word, _ in sorted(count.items(), key=lambda x: (-x[1], x[0]))[:size])
    return sorted(words)


def run_places(word, first, buckets):
    return [first + ((letters.bucket_hash(run) * buckets) >> 32) for run in letters.runs(word)]


def matrix(lines, words, buckets, learning=False):
    """A common word counts by its own row; in learning by those of its runs too, which `rows_of` adds in later."""
    index = {word: i for i, word in enumerate(words)}
    cache, pointers, columns, values = {}, [0], [], []
    for line in lines:
        counts = {}
        for word, name in letters.words(line):
            places = cache.get(word)
            if places is None:
                if word in SHARED:
                    places = []
                elif word in index and not learning:
                    places = [index[word]]
                else:
                    places = run_places(word, len(words), buckets) + ([index[word]] if word in index else [])
                cache[word] = places
            for place in places:
                counts[place] = counts.get(place, 0) + (0.5 if name else 1.0)
        columns.extend(counts)
        values.extend(counts.values())
        pointers.append(len(columns))
    shape = (len(lines), len(words) + buckets)
    return csr_matrix((np.array(values, np.float32), np.array(columns, np.int32), np.array(pointers)), shape=shape)


def fit(features, lanes, weights, count):
    """Softmax regression, by L-BFGS from zero."""
    rows, columns = features.shape
    turned = features.T.tocsr()
    truth = np.zeros((rows, count), np.float32)
    truth[np.arange(rows), lanes] = 1
    weights = (weights / weights.sum()).astype(np.float32)

    def loss(flat):
        table = flat.reshape(columns, count).astype(np.float32)
        odds = features @ table
        odds -= odds.max(1, keepdims=True)
        np.exp(odds, out=odds)
        odds /= odds.sum(1, keepdims=True)
        value = -(weights * np.log(np.maximum(odds[np.arange(rows), lanes], 1e-12))).sum()
        odds -= truth
        odds *= weights[:, None]
        slope = turned @ odds + 2 * RIDGE * table
        return float(value + RIDGE * (table * table).sum()), slope.ravel().astype(np.float64)

    found = minimize(loss, np.zeros(columns * count), jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS})
    print("loss", round(found.fun, 5), "rounds", found.nit, flush=True)
    return found.x.reshape(columns, count)


def rows_of(table, words, buckets):
    """Rows in whole numbers: a common word's own weights and those of its runs in one. What all languages share tells
    nothing, so each row is centred first."""
    table = table - table.mean(1, keepdims=True)
    for index, word in enumerate(words):
        table[index] += table[run_places(word, len(words), buckets)].sum(0)
        if word in SHARED:
            table[index] = 0
    return np.clip(np.rint(table * SCALE), -127, 127).astype(np.int8)


def measure(table, words, buckets, codes, lines):
    for size in (None, 100, 30, 15):
        sums = matrix([l[:size] for _, l in lines], words, buckets) @ table.astype(np.float32)
        lanes = np.array([codes.index(c) for c, _ in lines])
        right = sums.argmax(1) == lanes
        each = " ".join(f"{codes[l]} {right[lanes == l].mean():.3f}" for l in sorted(set(lanes)))
        print(size or "whole", f"{right.mean():.4f}", each, flush=True)


def main():
    data, folder, out = sys.argv[1:4]
    blob = b"LNG1" + bytes([len(texts.GROUPS)])
    for group, codes in texts.GROUPS.items():
        rows = texts.learning(data, folder, codes)
        words = vocabulary(rows, group)
        features = matrix([r[0] for r in rows], words, BUCKETS[group], learning=True)
        print(group, len(rows), "texts", len(words), "words", flush=True)
        table = fit(features, np.array([r[1] for r in rows]), np.array([r[2] for r in rows]), len(codes))
        table = rows_of(table, words, BUCKETS[group])
        print("at the limit", (abs(table.astype(int)) == 127).sum(), "of", table.size)
        kept_back = [(c, l) for c in codes for l in texts.sentences(data, c) if texts.use(l) == "kept back"]
        measure(table, words, BUCKETS[group], codes, kept_back)
        blob += bytes([group, len(codes)]) + "".join(codes).encode()
        blob += struct.pack("<II", len(words), BUCKETS[group])
        blob += b"".join(struct.pack("<Q", letters.word_hash(w)) for w in words)
        blob += table.tobytes()
    with open(out, "wb") as file:
        file.write(blob)
    print(len(blob), "bytes")


if __name__ == "__main__":
    main()
