#!/usr/bin/env python3
"""What the positions of `earshot score` reach on ArgKP's motions that give something: the very filter that users run.

usage: filter.py DATA EARSHOT [SHARE …]   (DATA: the folder with comments/; SHARE: of supporters, default .5 .9 .1; seed 7)
Each motion is one item (its text the `about`); the lines are shuffled within it. `measure.py` says what is drawn.
With --taught N, N labels of each motion, drawn at random, are handed in, and the other lines are judged.
"""
import json
import os
import subprocess
import sys
import tempfile

import numpy as np

from fit import thing
from measure import draw, show
from sets import Sets


def answers(program, lines, *more):
    out = subprocess.run([program, 'score', *more], input='\n'.join(map(json.dumps, lines)) + '\n', text=True,
                         capture_output=True, check=True)
    return [json.loads(line) for line in out.stdout.split('\n') if line], out.stderr


def judge(name, found, labels):
    """found: answers; labels ±1. What is unclear counts by its leaning, where it has one."""
    sides, confidence, decided = [], [], []
    for answer in found:
        evidence = answer.get('evidence', {})
        lean = answer['position'] if answer['position'] in ('support', 'oppose') else evidence.get('leans', 'support')
        sides.append(1 if lean == 'support' else -1)
        decided.append(answer['position'] in ('support', 'oppose'))
        confidence.append(answer['position_confidence'] or evidence.get('chance', 0))
    show(name, np.array(labels), np.array(sides), np.array(confidence), np.array(decided))


def main():
    arguments = sys.argv[1:]
    taught = 0
    if '--taught' in arguments:
        at = arguments.index('--taught')
        taught = int(arguments[at + 1])
        del arguments[at:at + 2]
    data, program, *shares = arguments
    motions = [m for m in Sets(data, None, None).motions() if m['sense'] > 0]
    for motion in motions:
        motion['approves'] = np.array([label for _, label in motion['rows']])
    for share in map(float, shares or ['.5', '.9', '.1']):
        rng = np.random.default_rng(7)
        found, labels, refused = [], [], 0
        for motion in motions:
            rows = [motion['rows'][i] for i in draw(motion, share, rng)]
            about = thing(motion['title'])
            lines = [{'id': n, 'text': text, 'about': about} for n, (text, _) in enumerate(rows)]
            if taught:
                with tempfile.TemporaryDirectory() as folder:
                    path = os.path.join(folder, 'labels.jsonl')
                    with open(path, 'w') as file:
                        for text, label in rows[:taught]:
                            file.write(json.dumps({'text': text, 'position': 'support' if label > 0 else 'oppose'}) + '\n')
                    told, said = answers(program, lines, '--taught', path)
                refused += 'Learnt from' not in said
                found += told[taught:]
                labels += [label for _, label in rows[taught:]]
            else:
                found += answers(program, lines)[0]
                labels += [label for _, label in rows]
        name = f'taught {taught}, refused {refused}' if taught else 'untaught'
        judge(f'{name} {share}', found, labels)
        by = {basis: sum(a['position_basis'] == basis for a in found) for basis in ('stated', 'inferred', 'taught', 'none')}
        print('   ', by)


if __name__ == '__main__':
    main()
