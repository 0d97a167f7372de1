#!/usr/bin/env python3
"""Measures the scorers on labelled texts that are not part of the project.

    python3 measure.py [--beside-vader] [tone] [language] [position]

The texts are read in place from $EARSHOT_REAL_DATA (default ../../../shared/data); the scorer is the program named by
$EARSHOT_SCORE (default "earshot score"): JSON lines {"id", "text"} in, {"id", "tone", "tone_label", …} out. VADER
(pip install vaderSentiment) is the yardstick; nothing of it is used. Prints Markdown tables; never prints a text.
"""

import csv
import json
import os
import re
import shlex
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.environ.get("EARSHOT_REAL_DATA", os.path.join(HERE, "../../../shared/data"))
SCORE = shlex.split(os.environ.get("EARSHOT_SCORE", "earshot score"))
CLASSES = ["negative", "neutral", "positive"]


def score(texts):
    """What the scorer says of each text, in order."""
    rows = "".join(json.dumps({"id": n, "text": t}) + "\n" for n, t in enumerate(texts))
    done = subprocess.run(SCORE, input=rows, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


# ---- texts


def read(name, encoding="utf-8"):
    with open(os.path.join(DATA, name), encoding=encoding) as file:
        return file.read().split("\n")


def rated(name, encoding="utf-8"):
    """VADER's human ratings: text and mean of twenty raters, -4...+4."""
    rows = [line.rstrip("\r").split("\t") for line in read(f"sentiment/vader_ground_truth/{name}", encoding) if line]
    return [row[2] for row in rows], [float(row[1]) for row in rows]


def key(text):
    return re.sub(r"[^a-z0-9]+", " ", re.sub(r"@\w+|http\S+", " ", text.lower())).strip()


def tweeteval_val():
    texts = [t for t in read("sentiment/tweeteval/val_text.txt") if t]
    return texts, [CLASSES[int(v)] for v in read("sentiment/tweeteval/val_labels.txt") if v]


def semeval():
    """SemEval tweets of 2013-2016 but for those that are TweetEval validation tweets too; doubles once."""
    seen = {key(text) for text in tweeteval_val()[0]}
    texts, labels = [], []
    folder = os.path.join(DATA, "sentiment/semeval_2013_2016")
    for name in sorted(os.listdir(folder)):
        for line in read(f"sentiment/semeval_2013_2016/{name}"):
            fields = line.rstrip("\r").split("\t")
            if len(fields) < 3 or fields[1] not in CLASSES or key(fields[2]) in seen:
                continue
            seen.add(key(fields[2]))
            texts.append(fields[2].replace('""', '"').strip('"'))
            labels.append(fields[1])
    return texts, labels


# ---- measures


def correlation(a, b):
    n = len(a)
    ma, mb = sum(a) / n, sum(b) / n
    cov = sum((x - ma) * (y - mb) for x, y in zip(a, b))
    return cov / (sum((x - ma) ** 2 for x in a) * sum((y - mb) ** 2 for y in b)) ** 0.5


def three_class(gold, said):
    recalls, fs, weighted = [], [], 0
    for c in CLASSES:
        hit = sum(g == c == s for g, s in zip(gold, said))
        of_gold, of_said = gold.count(c), said.count(c)
        recalls.append(hit / of_gold if of_gold else 0)
        f = 2 * hit / (of_gold + of_said) if of_gold + of_said else 0
        fs.append(f)
        weighted += f * of_gold
    accuracy = sum(g == s for g, s in zip(gold, said)) / len(gold)
    return sum(recalls) / 3, accuracy, sum(fs) / 3, weighted / len(gold)


def confusion(gold, said):
    print("\n| gold \\ said | " + " | ".join(CLASSES) + " |\n|---|---|---|---|")
    for g in CLASSES:
        print(f"| {g} | " + " | ".join(str(sum(a == g and b == s for a, b in zip(gold, said))) for s in CLASSES) + " |")


def label_of_rating(value):
    return "neutral" if abs(value) <= 0.2 else "positive" if value > 0 else "negative"


def vader_scores(texts):
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    analyzer = SentimentIntensityAnalyzer()
    values = [analyzer.polarity_scores(text)["compound"] for text in texts]
    return values, [CLASSES[0 if v <= -0.05 else 2 if v >= 0.05 else 1] for v in values]


def tone(beside_vader):
    sets = [
        ("VADER's tweets", *rated("tweets_GroundTruth.txt")),
        ("VADER's film snippets", *rated("movieReviewSnippets_GroundTruth.txt", "latin-1")),
        ("SemEval 2013-2016 (tuned on)", *semeval()),
        ("TweetEval val", *tweeteval_val()),
    ]
    print("| texts | scorer | r | macro-recall | accuracy | macro-F1 | weighted F1 | not scored |")
    print("|---|---|---|---|---|---|---|---|")
    tables = []
    for name, texts, gold in sets:
        ratings = None if isinstance(gold[0], str) else gold
        labels = [label_of_rating(v) for v in gold] if ratings else gold
        rows = score(texts)
        unscored = sum(row["tone"] is None for row in rows)
        # What is not scored counts as neutral here, against the scorer.
        said = ["neutral" if row["tone_label"] == "not_scored" else row["tone_label"] for row in rows]
        values = [row["tone"] or 0 for row in rows]
        line(name, "Earshot", values, ratings, labels, said, unscored)
        tables.append((name, labels, said))
        if beside_vader:
            values, said = vader_scores(texts)
            line(name, "VADER 3.3.2", values, ratings, labels, said, 0)
    for name, labels, said in tables:
        print(f"\n{name}:")
        confusion(labels, said)


def line(name, scorer, values, ratings, labels, said, unscored):
    numbers = ratings or [CLASSES.index(v) - 1 for v in labels]
    recall, accuracy, f1, weighted = three_class(labels, said)
    r = correlation(values, numbers)
    print(f"| {name} | {scorer} | {r:.3f} | {recall:.3f} | {accuracy:.3f} | {f1:.3f} | {weighted:.3f} | {unscored} |")


def language():
    folder = os.path.join(DATA, "langid/lingua_sentences")
    print("| language | whole sentence | first 30 characters | most often taken for (30) |\n|---|---|---|---|")
    whole_all, short_all, count = 0, 0, 0
    for name in sorted(os.listdir(folder)):
        code = name.split(".")[0]
        texts = [t for t in read(f"langid/lingua_sentences/{name}") if t.strip()]
        whole = [row["language"] for row in score(texts)]
        short = [row["language"] for row in score([t[:30] for t in texts])]
        wrong = [c for c in short if c != code]
        common = sorted(set(wrong), key=lambda c: (-wrong.count(c), c))[:3]
        print(f"| {code} | {whole.count(code) / len(texts):.3f} | {short.count(code) / len(texts):.3f} | "
              + ", ".join(f"{c} {wrong.count(c)}" for c in common) + " |")
        whole_all += whole.count(code)
        short_all += short.count(code)
        count += len(texts)
    print(f"| all | {whole_all / count:.3f} | {short_all / count:.3f} | |")
    for name, texts in [
        ("SemEval tweets", semeval()[0]),
        ("TweetEval val tweets", tweeteval_val()[0]),
        ("ARC comments", [row["text"] for row in arc()]),
        ("ARC first 30 characters", [row["text"][:30] for row in arc()]),
    ]:
        rows = score(texts)
        codes = [row["language"] for row in rows]
        foreign = [c for c in codes if c not in ("en", "und")]
        common = sorted(set(foreign), key=lambda c: (-foreign.count(c), c))[:5]
        unscored = sum(row["tone"] is None for row in rows)
        print(f"\n{name}: {len(codes)} texts; called another language {len(foreign) / len(codes):.4%}"
              f" ({', '.join(f'{c} {foreign.count(c)}' for c in common)}); 'und' {codes.count('und') / len(codes):.3%};"
              f" not scored {unscored / len(codes):.3%}")


def arc():
    path = os.path.join(DATA, "comments/arc_news_comment_stance/exported-3365-stance-taking-arguments.tsv")
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


TURNED = re.compile(r"\b(not?|cannot|no|never|aren't|can't|don't|doesn't|isn't|shouldn't|won't)\b|n't\b", re.I)


def arc_gold():
    """Comments with the side they take, where one of the two stances is the other's denial."""
    texts, gold = [], []
    for row in arc():
        one, two = (len(TURNED.findall(row[f])) for f in ("stance1", "stance2"))
        if one == two or row["annotatedStance"] not in (row["stance1"], row["stance2"]):
            continue
        affirms = row["stance1"] if one < two else row["stance2"]
        texts.append(row["text"])
        gold.append("support" if row["annotatedStance"] == affirms else "oppose")
    return texts, gold


def stance_tweets():
    texts, gold = [], []
    folder = "comments/tweeteval_stance"
    for topic in ("abortion", "atheism", "climate", "feminist", "hillary"):
        for part in ("train", "val"):
            rows = zip(read(f"{folder}/{topic}/{part}_text.txt"), read(f"{folder}/{topic}/{part}_labels.txt"))
            for text, label in rows:
                if label:
                    texts.append(text)
                    gold.append({"0": "none", "1": "oppose", "2": "support"}[label])
    return texts, gold


def synthetic():
    """Written by a language model: to look at while building, never a result."""
    texts, gold = [], []
    base = "comments/themefinder_SYNTHETIC/gambling_XS"
    for part in ("question_part_1",):
        answers = {r["response_id"]: r["response"] for r in map(json.loads, filter(None, read(f"{base}/inputs/{part}/responses.jsonl")))}
        found = f"{base}/outputs/mapping/2025-07-22/{part}/sentiment.jsonl"
        for row in map(json.loads, filter(None, read(found))):
            side = {"AGREE": "support", "DISAGREE": "oppose"}.get(row["position"])
            if side and row["response_id"] in answers:
                texts.append(answers[row["response_id"]])
                gold.append(side)
    return texts, gold


def position(with_synthetic):
    sets = [("ARC news comments", *arc_gold()), ("TweetEval stance (train+val)", *stance_tweets())]
    if with_synthetic:
        sets.append(("synthetic (never to be reported)", *synthetic()))
    print("| texts | count | stated | coverage | right where stated | right: support | right: oppose | mixed |")
    print("|---|---|---|---|---|---|---|---|")
    for name, texts, gold in sets:
        said = [row["position"] for row in score(texts)]
        sides = [(g, s) for g, s in zip(gold, said) if s in ("support", "oppose")]
        right = sum(g == s for g, s in sides)

        def part(side):
            of = [g for g, s in sides if s == side]
            return f"{of.count(side)}/{len(of)}"

        print(f"| {name} | {len(texts)} | {len(sides)} | {len(sides) / len(texts):.1%} | "
              f"{right / max(1, len(sides)):.3f} | {part('support')} | {part('oppose')} | {said.count('mixed')} |")


def main():
    words = sys.argv[1:]
    wanted = [w for w in words if w in ("tone", "language", "position")] or ["tone", "language", "position"]
    if "tone" in wanted:
        tone("--beside-vader" in words)
    if "language" in wanted:
        language()
    if "position" in wanted:
        position("--synthetic" in words)


if __name__ == "__main__":
    main()
