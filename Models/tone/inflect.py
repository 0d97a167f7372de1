#!/usr/bin/env python3
"""Writes the tone lexicon from its hand-written roots.

    python3 inflect.py > ../../Sources/CEarshotTables/tables/tone.tsv

Forms made by rule give way to forms and phrases written out (`x` lines); of two of the same kind the later wins.
Every weight is an integer in -40...40.
"""

import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
VOWELS = "aeiou"


def ends_in_consonant_y(word):
    return word.endswith("y") and len(word) > 1 and word[-2] not in VOWELS


def verb(word, double):
    stem = word + word[-1] if double else word
    if word.endswith(("s", "x", "z", "ch", "sh")):
        third = word + "es"
    elif ends_in_consonant_y(word):
        third = word[:-1] + "ies"
    else:
        third = word + "s"
    if word.endswith("ie"):
        return [word, third, word + "d", word[:-2] + "ying"]
    if word.endswith("e"):
        return [word, third, word + "d", (word[:-1] if not word.endswith("ee") else word) + "ing"]
    past = word[:-1] + "ied" if ends_in_consonant_y(word) else stem + "ed"
    return [word, third, past, stem + "ing"]


IRREGULAR = {
    "lose": ["lose", "loses", "lost", "losing"],
    "fight": ["fight", "fights", "fought", "fighting"],
    "steal": ["steal", "steals", "stole", "stolen", "stealing"],
    "mislead": ["mislead", "misleads", "misled", "misleading"],
    "forbid": ["forbid", "forbids", "forbade", "forbidden", "forbidding"],
    "upset": ["upset", "upsets", "upsetting"],
    "hurt": ["hurt", "hurts", "hurting"],
    "cut": ["cut", "cuts", "cutting"],
}


def adverb(word):
    if word.endswith("ly"):
        return word
    if word.endswith("ic"):
        return word + "ally"
    if word.endswith("le") and word[-3] not in VOWELS:
        return word[:-1] + "y"
    if ends_in_consonant_y(word):
        return word[:-1] + "ily"
    if word.endswith("ll"):
        return word + "y"
    return word + "ly"


def comparison(word, double):
    stem = word + word[-1] if double else word
    if ends_in_consonant_y(word):
        stem = word[:-1] + "i"
    elif word.endswith("e"):
        stem = word[:-1]
    return [word, stem + "er", stem + "est", adverb(word)]


def noun(word):
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return [word, word + "es"]
    return [word, word[:-1] + "ies" if ends_in_consonant_y(word) else word + "s"]


def forms(kind, body):
    if kind == "x":
        return [form.strip().lower() for form in body.split(",") if form.strip()]
    out = []
    for word in body.split():
        double = word.endswith("+")
        word = word.rstrip("+")
        if kind == "v":
            out += IRREGULAR.get(word) or verb(word, double)
        elif kind == "a":
            out += [word, adverb(word)]
        elif kind == "c":
            out += comparison(word, double)
        elif kind == "n":
            out += noun(word)
        else:
            sys.exit(f"roots.txt: no such kind as {kind}")
    return out


def lexicon(path=os.path.join(HERE, "roots.txt")):
    """Form -> (weight, kind), in the order of the file."""
    ruled, written = {}, {}
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        head, _, body = line.partition(":")
        kind, weight = head.split()
        if not -40 <= int(weight) <= 40:
            sys.exit(f"roots.txt:{number}: weight {weight} is outside -40...40")
        (written if kind == "x" else ruled).update(dict.fromkeys(forms(kind, body), int(weight)))
    return {**ruled, **written}


def main():
    entries = lexicon()
    print("# The tone lexicon. Made by Models/tone/inflect.py from roots.txt: edit those, not this file.")
    print("# term\tweight in tenths of a -4...+4 scale; 0 takes the words of a phrase out of the count")
    for form in sorted(entries):
        print(f"{form}\t{entries[form]}")


if __name__ == "__main__":
    main()
