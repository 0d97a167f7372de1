#!/usr/bin/env python3
"""Makes the table of Sources/EarshotCore/Link/Words/Calibration.swift from the dev half of linking_arc.

usage: calibrate.py [COMMAND...]     default command: earshot match
Each thread's best candidate, where words alone speak for it, has a confidence; the present table turned round gives
its evidence back. Pool-adjacent-violators then gives how often such a candidate was right, rising with the evidence,
and straight lines are laid through it at fixed knots, times MOST: words alone are never certain, and these debates are
better told apart by their words than a council's business is. Also prints, for each threshold, the F1 on the dev half.
"""
import os, re, sys

import linking
from evaluate import relabelled

SWIFT = os.path.join(linking.HERE, '..', '..', 'Sources', 'EarshotCore', 'Link', 'Words', 'Calibration.swift')
MOST = .95
KNOTS = (0, 20, 40, 60, 80, 100, 120, 150, 180, 220, 270, 330, 400)


def present_table():
    with open(SWIFT, encoding='utf-8') as f:
        text = f.read()
    block = text[text.index('confidence: Int)] = ['):]
    return [(int(a), int(b)) for a, b in re.findall(r'\((\d+), (\d+)\)', block[:block.index(']\n')])]


def evidence(confidence, table):
    for (a, ya), (b, yb) in zip(table, table[1:]):
        if ya <= confidence <= yb and yb > ya:
            return a + (b - a) * (confidence - ya) / (yb - ya)
    return table[-1][0] if confidence >= table[-1][1] else 0


def best(threads, links, table):
    """(evidence, right, has an item) of each thread of the dev half."""
    out = []
    for t in threads:
        if linking.is_held_out(t.get('was', t)):
            continue
        candidates = links[t['thread_id']]['candidates']
        if not candidates:
            out.append((0, False, bool(t['true_item_id'])))
        elif {r['kind'] for r in candidates[0]['reasons']} <= {'words', 'feedback'}:
            out.append((evidence(candidates[0]['confidence'], table), candidates[0]['item_id'] == t['true_item_id'],
                        bool(t['true_item_id'])))
    return out


def rising(pairs):
    """Pool adjacent violators: [(evidence from, evidence to, share right, count)]."""
    blocks = []
    for x, right in sorted(pairs):
        blocks.append([x, x, float(right), 1])
        while len(blocks) > 1 and blocks[-2][2] * blocks[-1][3] >= blocks[-1][2] * blocks[-2][3]:
            last = blocks.pop()
            blocks[-1][1:] = [last[1], blocks[-1][2] + last[2], blocks[-1][3] + last[3]]
    return [(a, b, s / n, n) for a, b, s, n in blocks]


def at(blocks, x, width):
    """The mean of the steps within `width` of x, each as long as it lies there."""
    total = weight = 0
    for k in range(21):
        place = x + width * (k - 10) / 10
        share = next((s for a, b, s, _ in blocks if place <= b), blocks[-1][2])
        total, weight = total + share, weight + 1
    return total / weight


def main(command):
    table = present_table()
    items, threads = linking.load()
    runs = [best(threads, linking.match(command, items, threads), table)]
    for _, some, drawn in relabelled(items, threads):
        runs.append(best(drawn, linking.match(command, some, drawn), table))
    pairs = [(x, right) for run in runs for x, right, _ in run]
    blocks = rising(pairs)
    print('        ' + ', '.join(f'({x}, {round(1000 * MOST * at(blocks, x, max(10, x * .15))) if x else 0})' for x in KNOTS))
    print('\nevidence: how often right in each run (all items; 60, 15, 60, 15, 60, 15 items)')
    for low, high in zip(KNOTS, KNOTS[1:] + (9999,)):
        cells = [[r for x, r, _ in run if low <= x < high] for run in runs]
        print(f'{low:4}', *(f'{sum(c) / len(c):.2f} ({len(c)})'.rjust(11) if c else '-'.rjust(11) for c in cells))
    print('\nevidence threshold: F1 on all items; mean F1 of the draws')
    for low in range(30, 160, 10):
        print(f'{low:4}', f'{f1(runs[0], low):.3f}', f'{sum(f1(r, low) for r in runs[1:]) / 6:.3f}')


def f1(run, low):
    made = [right for x, right, _ in run if x >= low]
    right, has = sum(made), sum(h for _, _, h in run)
    return 2 * right / max(len(made) + has, 1)


if __name__ == '__main__':
    main(sys.argv[1:] or ['earshot', 'match'])
