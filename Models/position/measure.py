#!/usr/bin/env python3
"""What the untaught and the taught position reach on the development sets, as the program itself reads them.

usage: measure.py DATA PROGRAM CACHE [untaught] [random40] [active40] …   (see sets.py; draws by seed 7)
A motion that takes something away is handed in as if it gave it, with the labels turned: the evidence reads approval of
the thing, and which way that speaks on such an item is another question. Everything that was fitted on these motions
(the approval direction, the zero's line) has seen them; `fit.py` says what leaving motions out costs.
"""
import json
import subprocess
import sys

import numpy as np

from fit import thing
from sets import Sets


def draw(item, share, rng, most=120):
    pro, con = (rng.permutation(np.flatnonzero(item['approves'] == s)) for s in (1, -1))
    if share >= .5:
        pro = pro[:most]
        con = con[:round(len(pro) * (1 - share) / share)]
    else:
        con = con[:most]
        pro = pro[:round(len(con) * share / (1 - share))]
    return rng.permutation(np.concatenate([pro, con]))


def run(program, mode, items, share, rng, anchors=0):
    rows = []
    for item in items:
        if share is None:
            chosen = rng.permutation(np.flatnonzero(item['approves'] != 0))
        else:
            chosen = draw(item, share, rng)
        title = thing(item['title'])
        row = {'title': title, 'about': title, 'texts': [item['rows'][i][0] for i in chosen],
               'labels': [int(item['approves'][i]) for i in chosen]}
        if anchors:  # invented statements: one in `anchors`, nine of ten of them right
            row['known'] = [0] * len(chosen)
            for n in range(0, len(chosen), anchors):
                row['known'][n] = row['labels'][n] * (-1 if rng.random() < .1 else 1)
        rows.append(row)
    lines = ''.join(json.dumps(row) + '\n' for row in rows)
    done = subprocess.run([program, mode], input=lines, text=True, capture_output=True, check=True)
    return [line.split('\t') for line in done.stdout.split('\n')[:-1]]


def show(name, labels, sides, confidence, decided):
    """labels and sides ±1; confidence thousandths; decided: whether a position is given."""
    right = labels == sides
    order = np.argsort(-confidence, kind='stable')
    macro = np.mean([2 * ((sides == s) & right).sum() / max(1, (sides == s).sum() + (labels == s).sum())
                     for s in (-1, 1)])
    at = [right[order][:int(q * len(right))].mean() for q in (.3, .6, 1)]
    print(f'{name:28} macro-F {macro:.3f}  right at .3 {at[0]:.3f} .6 {at[1]:.3f} all {at[2]:.3f}  '
          f'decides {decided.mean():.2f}, right {right[decided].mean():.3f}', flush=True)


def main():
    data, program, cache, *modes = sys.argv[1:]
    items = Sets(data, program, cache).items()
    groups = {
        'giving motions': [i for i in items if i['set'] == 'motions' and i['sense'] > 0],
        'taking motions, turned': [i for i in items if i['set'] == 'motions' and i['sense'] < 0],
        'tweets on three targets': [i for i in items if i['set'] == 'targets'],
    }
    for mode in modes or ['untaught']:
        for name, group in groups.items():
            for share in (.5, .9, .1) if mode.startswith('untaught') else (None, .8):
                rng = np.random.default_rng(7)
                anchors = int(mode[8:] or 0) if mode.startswith('untaught') else 0
                rows = run(program, mode[:8] if anchors else mode, group, share, rng, anchors)
                refused = sum('refused' in r[:2] for r in rows)
                rows = [r for r in rows if not r[0].startswith('#') and (len(r) < 6 or r[4] == 'unclear' or not anchors)]
                labels = np.array([int(r[1]) for r in rows])
                confidence = np.array([int(r[3]) for r in rows])
                decided = np.array([r[2] != 'unclear' for r in rows])
                if mode.startswith('untaught'):
                    sides = np.array([1 if int(r[8]) == int(r[3]) else -1 for r in rows])
                else:
                    sides = np.array([1 if int(r[4]) > 0 else -1 for r in rows])
                    sides = np.array([{'support': 1, 'oppose': -1}.get(r[2], s) for r, s in zip(rows, sides)])
                show(f'{mode} {name[:12]} {share}' + (f' refused {refused}' if refused else ''),
                     labels, sides, confidence, decided)


if __name__ == '__main__':
    main()
