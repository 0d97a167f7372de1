"""What the language table reaches: `measure.py DATA PROGRAM`, PROGRAM being the built earshot.

Sentences held out by hash, whole and cut at 100 and 30 characters; English of several kinds that was never learnt from.
Prints the tables of REPORT.md; the texts themselves are never printed.
"""
import collections
import json
import math
import subprocess
import sys

import texts


def languages(program, lines):
    """The language of each line, by `earshot score`."""
    sent = "".join(json.dumps({"id": str(i), "text": l}) + "\n" for i, l in enumerate(lines))
    run = subprocess.run([program, "score"], input=sent, capture_output=True, text=True, check=True)
    found = {}
    for line in run.stdout.splitlines():
        row = json.loads(line)
        found[int(row["id"])] = row["language"]
    return [found[i] for i in range(len(lines))]


def interval(right, count):
    """Wilson's, 95 %."""
    if count == 0:
        return (0.0, 1.0)
    z, share = 1.96, right / count
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    half = z * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count)) / (1 + z * z / count)
    return (middle - half, middle + half)


def figure(right, count):
    low, high = interval(right, count)
    return f"{right / count:.3f} ({low:.3f}–{high:.3f})"


def report(rows, program):
    each = {}
    for size in (None, 100, 30):
        found = languages(program, [line[:size] for _, line in rows])
        wrong, right, count = collections.Counter(), collections.Counter(), collections.Counter()
        for (code, _), answer in zip(rows, found):
            count[code] += 1
            right[code] += code == answer
            if code != answer:
                wrong[code, answer] += 1
        each[size] = (right, count)
        print(f"\n{size or 'whole'}: {figure(sum(right.values()), sum(count.values()))} of {sum(count.values())}")
        print(", ".join(f"{a}→{b} {n}" for (a, b), n in wrong.most_common(40)))
    print("\n| language | whole | 100 characters | 30 characters |\n|---|---|---|---|")
    for code in sorted(each[None][1]):
        print(f"| {code} | " + " | ".join(figure(each[s][0][code], each[s][1][code]) for s in (None, 100, 30)) + " |")


def report_english(data, program):
    print("\n| English | texts | other language | unknown | of 30 characters: other | unknown |\n|---|---|---|---|---|---|")
    for kind, lines in texts.english(data).items():
        cells = []
        for size in (None, 30):
            count = collections.Counter(languages(program, [line[:size] for line in lines]))
            unknown = count["und"]
            cells += [len(lines) - count["en"] - unknown, unknown]
        print(f"| {kind} | {len(lines)} | " + " | ".join(map(str, cells)) + " |")


if __name__ == "__main__":
    report(texts.held_out(sys.argv[1]), sys.argv[2])
    report_english(*sys.argv[1:3])
