"""The texts that the language table is learnt from. They are not part of the project; REPORT.md says where they are from."""
import csv
import glob
import hashlib
import random
import re
import unicodedata
from pathlib import Path

# Scripts that several languages share; the figure is Script's raw value. The first of a group is its first lane.
GROUPS = {
    0: "en cy pl ro so tr pt es fr it de lt hu sq nl cs sk lv ga".split(),
    1: "bg uk ru".split(),
    2: "ar ur fa".split(),
}


def part(line):
    """0 to 4, by the line's hash."""
    return hashlib.sha256(line.encode()).digest()[0] % 5


def use(line):
    """Two fifths are held out: only measured. Of the rest a fifth is kept back, for choosing."""
    if part(line) < 2:
        return "held out"
    return "learning" if part("dev" + line) > 0 else "kept back"


def sentences(data, code):
    path = Path(data) / "langid/lingua_sentences" / f"{code}.txt"
    return [l.strip() for l in path.read_text("utf-8").split("\n") if l.strip()] if path.exists() else []


def held_out(data):
    codes = sorted(p.stem for p in (Path(data) / "langid/lingua_sentences").glob("*.txt"))
    return [(code, line) for code in codes for line in sentences(data, code) if use(line) == "held out"]


def extra(folder, code):
    """Lines of `collect.py`. The Czech fortunes hold Slovak too: rare letters part them."""
    path = Path(folder) / f"{code}.txt"
    lines = path.read_text("utf-8").split("\n") if path.exists() else []
    if code == "cs":
        lines = [l for l in lines if re.search("[ěřů]", l) and not re.search("[ľĺŕôä]", l)]
    if code == "sk":
        czech = (Path(folder) / "cs.txt").read_text("utf-8").split("\n")
        lines += [l for l in czech if re.search("[ľĺŕô]", l) and not re.search("[ěřů]", l)]
    return [l for l in lines if l]


def tweets(data):
    """English tweets, each once."""
    found = set()
    for path in sorted(glob.glob(f"{data}/sentiment/semeval_2013_2016/*")):
        for line in open(path, encoding="utf-8", errors="replace"):
            fields = line.rstrip("\n").split("\t")
            if len(fields) >= 3:
                found.add(" ".join(fields[-1].split()))
    return sorted(found)


def english(data):
    """English that is never learnt from, by kind: two fifths of the tweets, and three kinds of opinion."""
    folder = Path(data) / "comments"
    arc = folder / "arc_news_comment_stance/exported-3365-stance-taking-arguments.tsv"
    with open(arc, encoding="utf-8") as file:
        news = [" ".join((r["text"] or "").split()) for r in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]
    polis = []
    for path in sorted(folder.glob("polis/*/comments.csv")):
        with open(path, encoding="utf-8") as file:
            polis += [" ".join(r["comment-body"].split()) for r in csv.DictReader(file)]
    arguments = []
    for path in sorted(folder.glob("ibm_argkp2021/arguments_*.csv")):
        with open(path, encoding="utf-8") as file:
            arguments += [r["argument"] for r in csv.DictReader(file)]
    half = [t for t in tweets(data) if use(t) == "held out"]
    return {"tweets": half, "news comments": news, "Polis": polis, "arguments": sorted(set(arguments))}


def without_accents(text):
    """As many type: "biblioteka publiczna" stays, "książka" becomes "ksiazka"."""
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return plain.replace("ł", "l").replace("Ł", "L").replace("ı", "i")


def pieces(line, count, draw):
    """The line, its first 30 characters, and pieces of about 12 to 45 characters from other places."""
    found = [line[:300]]
    split = line.split()
    for index in range(count):
        if index == 0:
            found.append(line[:30])
            continue
        length = draw.choice((12, 20, 30, 30, 45))
        at = draw.randrange(max(1, len(split) - 2))
        piece = split[at]
        for word in split[at + 1 :]:
            if len(piece) >= length:
                break
            piece += " " + word
        found.append(piece)
    return found


def learning(data, folder, codes, seed=5):
    """(text, lane, weight) to learn from."""
    draw = random.Random(seed)
    rows = []
    for lane, code in enumerate(codes):
        own = [l for l in sentences(data, code) if use(l) == "learning"]
        for line in own:
            rows += [(p, lane, 1.0) for p in pieces(line, 5, draw)]
            plain = without_accents(line)
            if lane and plain != line:
                rows += [(p, lane, 0.5) for p in pieces(plain, 2, draw)]
        more = extra(folder, code)
        draw.shuffle(more)
        for line in more[: 3000 if own else 5000]:
            rows += [(p, lane, 0.5) for p in pieces(line, 2, draw)]
            plain = without_accents(line)
            if lane and plain != line:
                rows.append((plain[:100], lane, 0.25))
        if code == "en":
            posts = [t for t in tweets(data) if part(t) >= 2]
            draw.shuffle(posts)
            for line in posts[:12000]:
                rows += [(p, lane, 0.7) for p in pieces(line, 1, draw)]
    return rows
