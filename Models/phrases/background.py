"""How common words and phrases are in English comments in general: `background.py DATA OUT`.

DATA: the folder of development data; OUT: Sources/CEarshotTables/tables/background.tsv.
A line is a word or phrase in the singular, tab, its class: 2^-class of all comments hold it (0-15, rounded).
No chance is involved: no seed. What goes in and why: REPORT.md.
"""
import collections
import csv
import math
import re
import sys
from pathlib import Path

WORDS = 8000
PHRASES = 500
# Of the groups (debates, motions, targets) the twentieth that says a word most often is left out: it is their subject.
LEFT_OUT = 0.05
LEAST_GROUPS = 6
CONNECTING = {"of", "and", "for", "in", "on"}
TOKEN = re.compile(r"(?:https?://|www\.)\S+|[@#]\w+|[^\W\d_]+(?:'[^\W\d_]+)*|\d+|[^\s\w]")


def singular(word):
    """As Sources/EarshotCore/Brief/Phrases/Singular.swift."""
    if len(word) < 4 or not word.endswith("s"):
        return word
    if word.endswith("'s"):
        return word[:-2]
    if word[-2] in "siu":
        return word
    if word[-2] == "e":
        if len(word) >= 5 and word.endswith("ies"):
            return word[:-3] + "y"
        if word[-3] == "x" or word.endswith(("ches", "shes", "sses", "zzes")) or word == "buses":
            return word[:-2]
    return word[:-1]


def british(word):
    """As PhraseSpelling.swift: "organizing" as "organising"."""
    return re.sub(r"^(..+?[iy])z(?=[eia])", r"\1s", word, count=1) if len(word) >= 6 else word


def table(path, delimiter=",", quoting=csv.QUOTE_MINIMAL):
    with open(path, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter=delimiter, quoting=quoting)


def texts(data):
    """(group, text): a group is what is talked of, so that its subject can be told from what people always say."""
    for part in ("train", "dev"):
        for row in table(data / f"comments/ibm_argkp2021/arguments_{part}.csv"):
            yield "argkp " + row["topic"], row["argument"]
    arc = data / "comments/arc_news_comment_stance/exported-3365-stance-taking-arguments.tsv"
    for row in table(arc, "\t", csv.QUOTE_NONE):
        yield "arc " + row["title"], row["text"]
    for path in sorted(data.glob("comments/polis/*/comments.csv")):
        for row in table(path):
            yield "polis " + path.parent.name, row["comment-body"]
    for path in sorted(data.glob("comments/tweeteval_stance/*/*_text.txt")):
        for line in path.read_text("utf-8").splitlines():
            yield "stance " + path.parent.name, line
    # Tweets on whatever was talked of that week: every thousand is a group.
    count = 0
    for path in sorted(data.glob("sentiment/semeval_2013_2016/*.tsv")):
        for line in path.read_text("utf-8").splitlines():
            yield f"tweets {count // 1000}", line.split("\t")[-1]
            count += 1


def stop_words(root):
    lines = (root / "stopwords.txt").read_text("utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")}


def terms(text, stops):
    """The words and phrases of two or three words of a text, each once, as PhraseReader.swift cuts them."""
    text = text.lower().replace("\u2019", "'").replace("&amp;", "&")
    found = set()
    run = []
    for token in TOKEN.findall(text):
        if token[0].isalpha() and not token.startswith(("http", "www.")):
            run.append(token)
            continue
        if token[0] == "'" or token == "-":
            continue
        add(run, stops, found)
        run = []
    add(run, stops, found)
    return found


def add(run, stops, found):
    keys = [word if word in stops else singular(british(word)) for word in run]
    content = [word not in stops and len(word) > 2 for word in run]
    for i, key in enumerate(keys):
        if not content[i]:
            continue
        found.add(key)
        if i + 1 < len(keys) and content[i + 1]:
            found.add(key + " " + keys[i + 1])
        if i + 2 < len(keys) and content[i + 2] and (content[i + 1] or run[i + 1] in CONNECTING):
            found.add(" ".join(keys[i : i + 3]))


def share(counts, size):
    """The share of the groups' texts that hold a term, without the groups whose subject it is."""
    left_out = sorted(counts.keys() & size.keys(), key=lambda group: (-counts[group] / size[group], group))
    left_out = left_out[: math.ceil(len(size) * LEFT_OUT)]
    count = sum(counts[group] for group in size) - sum(counts[group] for group in left_out)
    return count / (sum(size.values()) - sum(size[group] for group in left_out))


def main():
    data, out = map(Path, sys.argv[1:])
    stops = stop_words(out.parent)
    sizes = collections.Counter()
    held = collections.defaultdict(collections.Counter)
    for group, text in texts(data):
        sizes[group] += 1
        for term in terms(text, stops):
            held[term][group] += 1
    # Small debates are too small to be told apart: those under 20 texts are one group.
    small = {group for group, size in sizes.items() if size < 20}
    groups = [group for group in sizes if group not in small]
    size = {group: sizes[group] for group in groups} | {"": sum(sizes[group] for group in small)}
    kinds = [{group: size[group] for group in size if group.startswith("tweets") == tweets} for tweets in (True, False)]
    rates = []
    for term, counts in held.items():
        by = collections.Counter()
        for group, count in counts.items():
            by["" if group in small else group] += count
        # Tweets are many and comments few: both say as much, and a term must stand in both.
        shares = [share(by, kind) for kind in kinds] if len(counts) >= LEAST_GROUPS else [0]
        if min(shares) > 0:
            rates.append((-sum(shares) / 2, term))
    rates.sort()
    words = [(rate, term) for rate, term in rates if " " not in term][:WORDS]
    phrases = [(rate, term) for rate, term in rates if " " in term][:PHRASES]
    with open(out, "w", encoding="utf-8", newline="\n") as file:
        file.write("# How common words and phrases are in English comments in general: 2^-class of all hold it.\n")
        file.write("# Made by Models/phrases/background.py; sources and licences in its REPORT.md.\n")
        for rate, term in words + phrases:
            file.write(f"{term}\t{min(15, round(-math.log2(-rate)))}\n")
    print(sum(size.values()), "texts", len(size), "groups", len(words), "words", len(phrases), "phrases")


main()
