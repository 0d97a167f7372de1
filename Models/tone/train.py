#!/usr/bin/env python3
"""Learns the tone scorer's weights: signed whole numbers over words, pairs of words and turned words.

    swift build -c release --product model-features
    python3 train.py [--late] > ../../Sources/CEarshotTables/tables/tone-weights.tsv

Needs numpy and scipy. Reads the labelled texts in place ($EARSHOT_REAL_DATA) and gets every feature from the scorer itself
($EARSHOT_MODEL_FEATURES, default ../../.build/release/model-features), so that training and scoring read alike.
What is reached on texts left out goes to the standard error, and into the table; `--late` adds a fit without the latest tweets.
Nothing here is random: the order of texts is that of their files. No text goes into the table, only words that at least three texts hold.
"""

import csv
import glob
import json
import os
import re
import subprocess
import sys
from collections import Counter

import numpy as np
import scipy.sparse as sp
from scipy.optimize import minimize

import measure

HERE = os.path.dirname(os.path.abspath(__file__))
READER = os.environ.get("EARSHOT_MODEL_FEATURES", os.path.join(HERE, "../../.build/release/model-features"))

LENGTH = 6  # added to the count of words under the root
TURNED = 0.5  # of a word's weight, the other way, behind a negator: `turned` in ToneSums.swift
LEAST = {"word": 3, "pair": 6, "turned": 10}  # texts that must hold a feature
PENALTY = {"word": 3.0, "pair": 5.0, "turned": 5.0}
VECTOR = 0.5  # how far words that mean alike share their weight
RATED = {"tweets": 2.0, "films": 1.0}  # weight of a rated text beside a labelled one
BUDGET = {"polarity": 9100, "opinion": 5950}
HALF = 3000
LATE = "twitter-2016test-A.tsv"
NAMES = ["negative", "neutral", "positive"]
FACTORS = ["warm", "cold", "warm sign", "cold sign"]
MARKS = ["exclaimed", "asked", "capitals", "drawn out", "opinion"]


# ---- texts


def clean(text):
    return re.sub(r"[\r\n\x00\x0b\x0c\x85\u2028\u2029]", " ", text)


def semeval():
    """SemEval tweets, but for TweetEval's validation tweets, with the file that each is from."""
    texts, labels = measure.semeval()
    where = {}
    folder = os.path.join(measure.DATA, "sentiment/semeval_2013_2016")
    for name in sorted(os.listdir(folder)):
        for line in measure.read(f"sentiment/semeval_2013_2016/{name}"):
            fields = line.rstrip("\r").split("\t")
            if len(fields) >= 3 and fields[1] in NAMES:
                where.setdefault(measure.key(fields[2]), name)
    late = np.array([where.get(measure.key(t)) == LATE for t in texts])
    return texts, np.array([NAMES.index(v) for v in labels]), late


def unlabelled():
    """Sentences of news comments, arguments and civic conversations: they only widen the list of words."""
    found = [row["text"] for row in measure.arc()]
    for path in sorted(glob.glob(os.path.join(measure.DATA, "comments/ibm_argkp2021/arguments_*.csv"))):
        with open(path, encoding="utf-8", newline="") as file:
            found += [row["argument"] for row in csv.DictReader(file)]
    for path in sorted(glob.glob(os.path.join(measure.DATA, "comments/polis/*/comments.csv"))):
        with open(path, encoding="utf-8", newline="") as file:
            found += [row["comment-body"] for row in csv.DictReader(file)]
    with open(os.path.join(measure.DATA, "linking/linking_arc/threads.jsonl"), encoding="utf-8") as file:
        for line in file:
            found += [comment["text"] for comment in json.loads(line)["comments"]]
    return sorted(set(found))


def reader(texts, mode="tone"):
    rows = "".join(clean(t) + "\n" for t in texts)
    done = subprocess.run([READER, mode], input=rows, capture_output=True, text=True, check=True)
    lines = done.stdout.split("\n")[:-1]
    assert len(lines) == len(texts), (len(lines), len(texts))
    return lines


def features(texts):
    rows = []
    for line in reader(texts):
        fields = line.split("\t")
        units = [u.rsplit(" ", 4) for u in fields[8:]]
        rows.append(([int(v) for v in fields[:8]], [(w, int(s), t == "1", j == "1", p == "1") for w, s, t, j, p in units]))
    return rows


def proper_names(texts):
    """Words that mostly stand in capitals inside a sentence: whose they are says nothing of tone."""
    upper, lower = Counter(), Counter()
    for text in texts:
        for before, word in re.findall(r"([a-z,] )([A-Za-z][A-Za-z'\u2019]+)", text):
            if word.isupper() and len(word) > 3:
                continue
            (upper if word[0].isupper() else lower)[word.lower().replace("\u2019", "'")] += 1
    return {w for w, n in upper.items() if n >= 3 and n > 2.5 * lower[w]}


def held_neutral():
    with open(os.path.join(HERE, "neutral.txt"), encoding="utf-8") as file:
        return {w for line in file if not line.startswith("#") for w in line.split()}


# ---- columns


def keys(unit, before):
    """The features of a unit: itself, itself turned (neither in a phrase of the prior like "not bad"), the pair with the unit before."""
    word, _, is_turned, joins, is_in_phrase = unit
    if not is_in_phrase:
        yield word, "word"
    if is_turned and not is_in_phrase:
        yield ("turned", word), "turned"
    if joins and before is not None:
        yield (before, word), "pair"


class Columns:
    def __init__(self, sets, barred):
        count, kinds = Counter(), {}
        for rows in sets.values():
            for _, units in rows:
                held, before = set(), None
                for unit in units:
                    for key, kind in keys(unit, before):
                        held.add(key)
                        kinds[key] = kind
                    before = unit[0]
                count.update(held)
        wanted = sorted((k for k, n in count.items() if n >= LEAST[kinds[k]]), key=str)
        wanted = [k for k in wanted if not (set([k] if isinstance(k, str) else k) & barred)]
        self.names, self.place = wanted, {k: i for i, k in enumerate(wanted)}
        self.kinds = np.array([kinds[k] for k in wanted])
        self.count = np.array([count[k] for k in wanted])

    def matrices(self, rows):
        """Polarity and opinion, a row a text: features, then prior factors, then (opinion) marks and one."""
        n = len(self.names)
        polarity, opinion = ([], [], []), ([], [], [])

        def put(to, row, column, value):
            for part, v in zip(to, (row, column, value)):
                part.append(v)

        for i, (head, units) in enumerate(rows):
            norm, before = 1 / np.sqrt(len(units) + LENGTH), None
            for unit in units:
                for key, kind in keys(unit, before):
                    column = self.place.get(key)
                    if column is None:
                        continue
                    share = unit[1] / 100 * norm
                    put(polarity, i, column, -TURNED * share if unit[2] and kind != "turned" else share)
                    if kind != "turned":
                        put(opinion, i, column, norm)
                before = unit[0]
            for k in range(4):
                put(polarity, i, n + k, head[k] / 1000 * norm)
                put(opinion, i, n + k, abs(head[k]) / 1000 * norm)
                put(opinion, i, n + 4 + k, min(head[4 + k], 3) * norm)
            put(opinion, i, n + 8, norm)
        shape = len(rows)
        return tuple(
            sp.csr_matrix((v, (r, c)), shape=(shape, n + extra))
            for (r, c, v), extra in ((polarity, 4), (opinion, 9)))

    def vectors(self):
        """For each feature that is a word the encoder's vector of it, centred, of unit length on average."""
        words = [i for i, k in enumerate(self.names) if isinstance(k, str)]
        lines = reader([self.names[i] for i in words], "vectors")
        found = np.array([np.array(line.split(), float) for line in lines])
        found -= found.mean(0)
        _, _, axes = np.linalg.svd(found[self.count[words] >= 5], full_matrices=False)
        found = found @ axes[:150].T
        found *= VECTOR / np.sqrt((found**2).sum(1).mean())
        out = np.zeros((len(self.names), 150))
        out[words] = found
        return out


# ---- learning


class Task:
    """Three classes over two sums (positive S + P, negative S - P, neutral 0), and ratings over P, fitted together."""

    def __init__(self, columns, vectors, labelled, rated, keep=None):
        self.n, self.vectors = len(columns.names), vectors
        self.P, self.S, self.y = labelled
        self.rated = rated
        self.Pt, self.St = self.P.T.tocsr(), self.S.T.tocsr()
        self.weight = (len(self.y) / (3 * np.bincount(self.y, minlength=3)))[self.y]
        penalty = np.array([PENALTY[k] for k in columns.kinds])
        self.penalty = np.concatenate([penalty, np.full(4, 0.01), penalty, np.full(9, 0.01)])
        maskP, maskS = (np.ones(self.n + 4), np.ones(self.n + 9))
        maskS[: self.n][columns.kinds == "turned"] = 0
        if keep is not None:
            maskP[: self.n] *= keep[0]
            maskS[: self.n] *= keep[1]
        self.masks = maskP, maskS
        d, r = vectors.shape[1], len(rated)
        self.cuts = np.cumsum([self.n + 4, self.n + 9, d, d, 2, 2 * r])

    def parts(self, x):
        p, s, vp, vs, bias, scale, _ = np.split(x, self.cuts)
        p, s = p.copy(), s.copy()
        p[: self.n] += self.vectors @ vp
        s[: self.n] += self.vectors @ vs
        return p * self.masks[0], s * self.masks[1], bias, scale.reshape(-1, 2)

    def loss(self, x):
        p, s, bias, scale = self.parts(x)
        polarity, opinion = self.P @ p, self.S @ s
        z = np.stack([opinion - polarity + bias[1], 0 * polarity, opinion + polarity + bias[0]], 1)
        z -= z.max(1, keepdims=True)
        e = np.exp(z)
        e /= e.sum(1, keepdims=True)
        rows = np.arange(len(self.y))
        total = -(self.weight * np.log(e[rows, self.y] + 1e-12)).sum()
        e[rows, self.y] -= 1
        g = self.weight[:, None] * e
        gp, gs = self.Pt @ (g[:, 2] - g[:, 0]), self.St @ (g[:, 2] + g[:, 0])
        gb, gscale = np.array([g[:, 2].sum(), g[:, 0].sum()]), np.zeros_like(scale)
        for k, (X, target, weight) in enumerate(self.rated):
            u = X @ p
            error = scale[k, 0] * u + scale[k, 1] - target
            total += weight * error @ error
            gp += 2 * weight * scale[k, 0] * (X.T @ error)
            gscale[k] = 2 * weight * (error @ u), 2 * weight * error.sum()
        gp, gs = gp * self.masks[0], gs * self.masks[1]
        own, shared = x[: self.cuts[1]], x[self.cuts[1] : self.cuts[3]]
        total += 0.5 * (self.penalty @ own**2 + shared @ shared)
        back = [self.vectors.T @ gp[: self.n], self.vectors.T @ gs[: self.n]]
        grad = np.concatenate([np.concatenate([gp, gs]) + self.penalty * own, np.concatenate(back) + shared])
        return total, np.concatenate([grad, gb, gscale.ravel()])

    def fit(self, steps=70):
        x = np.zeros(self.cuts[-1])
        x[self.n : self.n + 4] = 1.5
        x[self.cuts[4] :: 2] = 0.3
        found = minimize(self.loss, x, jac=True, method="L-BFGS-B", options=dict(maxiter=steps, maxcor=12))
        return self.parts(found.x)[:3]


def largest(weights, columns, budget):
    """The features whose weights move the sums most."""
    size = np.abs(weights[: len(columns.names)]) * np.sqrt(columns.count)
    keep = np.zeros(len(size), bool)
    keep[np.argsort(-size, kind="stable")[:budget]] = True
    return keep & (size > 0)


def learn(columns, vectors, labelled, rated):
    """Fits all, keeps the largest, fits those."""
    p, s, _ = Task(columns, vectors, labelled, rated).fit()
    keep = largest(p, columns, BUDGET["polarity"]), largest(s, columns, BUDGET["opinion"])
    return Task(columns, vectors, labelled, rated, keep).fit()


# ---- the table


def whole(model, columns):
    p, s, bias = model
    n = len(columns.names)
    words = {}
    for i, key in enumerate(columns.names):
        a, b = round(p[i] * 100), round(s[i] * 100)
        if columns.kinds[i] == "turned":
            words.setdefault(key[1], [0, 0, 0])[2] = a
        elif columns.kinds[i] == "word":
            words.setdefault(key, [0, 0, 0])[:2] = a, b
        else:
            words[" ".join(key)] = [a, b, 0]
    head = {f: round(p[n + k] * 100) for k, f in enumerate(FACTORS)}
    head |= {f"{f} opinion": round(s[n + k] * 100) for k, f in enumerate(FACTORS)}
    head |= {f: round(s[n + 4 + k] * 1000) for k, f in enumerate(MARKS)}
    head |= {"length": LENGTH, "half": HALF, "positive": round(bias[0] * 1000), "negative": round(bias[1] * 1000)}
    return head, {w: v for w, v in words.items() if any(v)}


def british(words):
    """The British spellings of American words that have weights, where they have none."""
    more = {}
    with open(os.path.join(HERE, "../../Sources/CEarshotTables/tables/spellings.tsv"), encoding="utf-8") as file:
        pairs = [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]
    endings = ["", "s", "ed", "d", "ing", "er", "ers", "ful", "able", "ly", "less"]
    for pair in pairs:
        for ending in endings if len(pair) > 2 else [""]:
            if pair[1] + ending in words and pair[0] + ending not in words:
                more[pair[0] + ending] = words[pair[1] + ending]
    for word in words:
        other = re.sub(r"iz(e|es|ed|ing|ation)$", r"is\1", word)
        if other != word and other not in words and len(word) > 5:
            more[other] = words[word]
    return more


def write(head, words):
    print("# Learned tone weights. Made by Models/tone/train.py: change that, not this file.")
    print("# @name, number; then word or pair, polarity, opinion[, added to polarity behind a negator]; see ToneWeights.swift")
    for name in sorted(head):
        print(f"@{name}\t{head[name]}")
    for word in sorted(words):
        a, b, c = words[word]
        print(f"{word}\t{a}\t{b}" + (f"\t{c}" if c else ""))


# ---- what is reached


def judged(model, P, S):
    p, s, bias = model
    polarity, opinion = P @ p, S @ s
    warm, cold = opinion + polarity + bias[0], opinion - polarity + bias[1]
    label = np.where((polarity > 0) & (warm > 0), 2, np.where((polarity < 0) & (cold > 0), 0, 1))
    return polarity / np.sqrt(polarity**2 + (HALF / 1000) ** 2), label


def recall(gold, said):
    return np.mean([(said[gold == c] == c).mean() for c in range(3)])


def say(*words):
    print(*words, file=sys.stderr, flush=True)


def main():
    texts, y, late = semeval()
    rated = {"tweets": measure.rated("tweets_GroundTruth.txt"),
             "films": measure.rated("movieReviewSnippets_GroundTruth.txt", "latin-1")}
    val, gold = measure.tweeteval_val()
    rows = {"semeval": features(texts), "other": features(unlabelled())}
    rows |= {k: features(v[0]) for k, v in rated.items()}
    columns = Columns(rows, held_neutral() | proper_names(texts + rated["tweets"][0]))
    vectors = columns.vectors()
    X = {k: columns.matrices(v) for k, v in rows.items() if k != "other"}
    X["validation"] = columns.matrices(features(val))
    gold = np.array([NAMES.index(v) for v in gold])
    r = {k: np.array(v[1]) / 4 for k, v in rated.items()}
    say(f"{len(columns.names)} features")
    finish(columns, *fits(columns, vectors, X, y, late, gold, r))


def fits(columns, vectors, X, y, late, gold, r):
    """The model, and what is reached on texts left out of fits like it."""
    P, S = X["semeval"]

    def model(rows, *others):
        rated = [(X[k][0], r[k], RATED[k]) for k in others]
        return learn(columns, vectors, (P[rows], S[rows], y[rows]), rated)

    def against(model, name):
        return np.corrcoef(judged(model, *X[name])[0], r[name])[0, 1]

    every = late | True
    whole_model = model(every, "tweets", "films")
    said = judged(whole_model, *X["validation"])[1]
    measured = {
        "validation": recall(gold, said),
        "tweets": against(model(every, "films"), "tweets"),
        "films": against(model(every, "tweets"), "films"),
    }
    if "--late" in sys.argv:
        earlier = model(~late, "tweets", "films")
        say("2016's test tweets, trained on the others: %.4f" % recall(y[late], judged(earlier, P[late], S[late])[1]))
    say("\n".join(f"{k}: {v:.4f}" for k, v in measured.items()))
    say("validation, rows gold, columns said:", *[[int(((gold == g) & (said == c)).sum()) for c in range(3)] for g in range(3)])
    return whole_model, measured


def finish(columns, model, measured):
    head, words = whole(model, columns)
    head |= {f"measured {k}": round(v * 1000) for k, v in measured.items()}
    more = british(words)
    say(f"{sum(v != 0 for w in words.values() for v in w)} weights, {len(more)} spellings more")
    write(head, words | more)


if __name__ == "__main__":
    main()
