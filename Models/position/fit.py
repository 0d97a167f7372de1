#!/usr/bin/env python3
"""Fits the approval direction and the scales of the untaught position; writes approval.tsv and prints the scales.

usage: fit.py DATA PROGRAM CACHE approval.tsv       (see sets.py; nothing is random)
Three ridge regressions on the encoder's vectors (penalty 20 each): polarity of SemEval tweets, rating of film snippets,
and "approves of the thing" on ArgKP motions, each motion's vectors about their own mean. They are added with weights
.6, .4 and .5 (chosen, not fitted) after division by their spread within a side, then all is divided by the spread of the
whole, so that one step is the spread among comments of one side.
"""
import re
import sys

import numpy as np

from sets import Sets

SUPPORT = [
    'I support this proposal.', 'Please approve it.', 'This is a great idea.', 'I am strongly in favour of this.',
    'This would be a real improvement.',
]
OPPOSE = [
    'I object to this proposal.', 'Please reject it.', 'This is a terrible idea, please stop.',
    'I am strongly against this.', 'This would make things worse.',
]
NEUTRAL = [
    'The council will consider {}.', 'A report about {}.', 'The item concerns {}.', 'What are the details of {}?',
    'The consultation on {} closes on Friday.',
]
RIDGE = 20


def ridge(x, y):
    x, y = x - x.mean(0), y - y.mean()
    return np.linalg.solve(x.T @ x + RIDGE * np.eye(384), x.T @ y)


def about_means(items):
    x = np.concatenate([(i['vectors'] - i['vectors'].mean(0))[i['approves'] != 0] for i in items])
    y = np.concatenate([i['approves'][i['approves'] != 0] for i in items])
    return np.linalg.solve(x.T @ x + RIDGE * np.eye(384), x.T @ y)


def spread(items, value):
    """The spread within a side, mean over the items' sides."""
    sides = [[np.var(value(i)[i['approves'] == s]) for s in (-1, 1)] for i in items]
    return float(np.mean([np.sqrt(np.mean(s)) for s in sides]))


def thing(title):
    title = re.sub(r'^(We should |The )', '', title)
    title = re.sub(r'^(introduce|subsidize|legalize|adopt|ban|abolish|prohibit|close|end|fight for the|fight|'
                   r'abandon the use of|abandon)\s+', '', title)
    return re.sub(r' should be (banned|a criminal offence|abandoned)$', '', title)


class Evidence:
    general = None

    def __init__(self, sets, items, without=None):
        train = [i for i in items if i['set'] == 'motions' and i is not without]
        seeds = sets.vectors(SUPPORT + OPPOSE)
        near = seeds[:5].mean(0) - seeds[5:].mean(0)
        if Evidence.general is None:
            tweets, films = sets.tweets(), sets.films()
            Evidence.general = [
                (.6, ridge(sets.vectors([t for t, _ in tweets]), np.array([y for _, y in tweets], float))),
                (.4, ridge(sets.vectors([t for t, _ in films]), np.array([y for _, y in films]))),
            ]
        heads = Evidence.general + [(.5, about_means(train))]
        direction = sum(w * h / spread(items, lambda i: i['vectors'] @ h) for w, h in heads)
        scales = spread(items, lambda i: i['vectors'] @ near), spread(items, lambda i: i['tones'] / 1000)
        whole = spread(items, lambda i: i['vectors'] @ (near / scales[0] + direction) + i['tones'] / 1000 / scales[1])
        self.near, self.approval = near / scales[0] / whole, direction / whole
        self.near_scale, self.tone_scale = 1 / scales[0] / whole, 1 / scales[1] / whole

    def of(self, item):
        return item['vectors'] @ (self.near + self.approval) + item['tones'] / 1000 * self.tone_scale

    def neutral(self, sets, title):
        return float(sets.vectors([n.format(thing(title)) for n in NEUTRAL]).mean(0) @ (self.near + self.approval))


def middle(item, values):
    return (values[item['approves'] > 0].mean() + values[item['approves'] < 0].mean()) / 2


def main():
    data, program, cache, output = sys.argv[1:]
    sets = Sets(data, program, cache)
    items = sets.items()
    evidence = Evidence(sets, items)
    middles = [middle(i, evidence.of(i)) for i in items]
    # The line of the zero: from each motion read by evidence that was fitted without it, as new items will be.
    apart = [Evidence(sets, items, without=i) if i['set'] == 'motions' else evidence for i in items]
    slope, start = np.polyfit([e.neutral(sets, i['title']) for e, i in zip(apart, items)],
                              [middle(i, e.of(i)) for e, i in zip(apart, items)], 1)
    left = np.array([middle(i, e.of(i)) - (slope * e.neutral(sets, i['title']) + start) for e, i in zip(apart, items)])
    print(f'near: {evidence.near_scale:.3f} steps per unit of likeness; tone: {evidence.tone_scale:.4f} steps per unit')
    print(f'zero, each motion left out: {slope:.3f} × neutral + {start:.3f}; what is left {left.std():.3f} of {np.std(middles):.3f} steps')
    gaps = [evidence.of(i)[i['approves'] > 0].mean() - evidence.of(i)[i['approves'] < 0].mean() for i in items]
    print(f'half gap between the sides: {np.mean(gaps) / 2:.3f} ({np.min(gaps) / 2:.3f} … {np.max(gaps) / 2:.3f})')
    weights = np.round(evidence.approval * 1000).astype(int)
    print('largest weight', abs(weights).max(), 'length', float(np.sqrt((weights ** 2).sum())))
    with open(output, 'w') as file:
        file.write('# The direction of approval among sentence vectors, in thousandths of a step per component of length one.\n')
        file.write('# Made by Models/position/fit.py; one whole number for each of the 384 components, in order.\n')
        file.writelines(f'{w}\n' for w in weights)


if __name__ == '__main__':
    main()
