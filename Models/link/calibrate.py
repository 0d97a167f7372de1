#!/usr/bin/env python3
"""Fits the three tables of Calibration.swift and prints them, with how true they are on the held-out halves.

usage: calibrate.py [COMMAND...]     default command: earshot match
Needs numpy and scikit-learn. Reads the data in place (EARSHOT_REAL_DATA, else ../shared/data beside the project).

How often a thread was about the item that fitted it best is fitted by logistic regression on the best item's fit, the
next one's, and the doublings of the number of comments, on the dev halves of linking_arc, mixed and long (sets.py) and of
agendas of 60 and 15 items. Threads of 60 comments and more: two corpora of the shared corpus maker (other seeds than the
one that speed is measured on), in which real sentences are drawn again and again; no other threads of that length exist.
"""
import collections, contextlib, csv, json, math, os, subprocess, sys, tempfile

import numpy as np
from sklearn.linear_model import LogisticRegression

import linking, sets

MAKER = os.path.join(linking.DATA, '..', 'scale', 'make_corpus.py')
LONG, READ = 60, 200
MOST = {'words': 950, 'wordsOfLongThreads': 950, 'meaning': 980}


def lines(path):
    with open(path, encoding='utf-8') as f:
        return [json.loads(line) for line in f]


def fits(command, meaning, items, threads):
    """A row for each thread: fit, the next one's, doublings, right, has an item, held out."""
    links = linking.match(command + ['--fit', '--meaning', meaning], items, threads)
    rows = []
    for t in threads:
        fit = links[t['thread_id']].get('fit')
        held = linking.is_held_out({**t, 'true_item_id': t.get('group') or t['true_item_id']})
        if fit:
            rows.append((fit['value'] / 1000, fit['next'] / 1000, int(math.log2(max(len(t['comments']), 1))),
                         fit['item_id'] == t['true_item_id'], t['true_item_id'] is not None, held))
    return np.array(rows, float)


def corpus(folder, comments, threads, seed):
    """Long threads of the corpus maker, at most as many comments of each as the program reads."""
    subprocess.run([sys.executable, MAKER, str(comments), folder, str(threads), '60', str(seed)], check=True,
                   stdout=subprocess.DEVNULL)
    rows = lambda name: csv.DictReader(open(os.path.join(folder, name), encoding='utf-8', newline=''))
    found = collections.OrderedDict()
    for row in rows('comments.csv'):
        found.setdefault(row['thread_id'], (row['thread_title'], []))[1].append({'text': row['text']})
    truth = {row['thread_id']: row['item_id'] or None for row in rows('truth.csv')}
    read = lambda texts: [texts[n * len(texts) // READ] for n in range(READ)] if len(texts) > READ else texts
    return list(rows('items.csv')), [
        {'thread_id': k, 'title': title, 'comments': read(texts), 'true_item_id': truth[k], 'group': k}
        for k, (title, texts) in found.items() if len(texts) >= LONG]


def fitted(rows, doublings):
    columns = 3 if doublings else 2
    model = LogisticRegression(C=1e4, max_iter=20_000).fit(rows[:, :columns], rows[:, 3])
    return [*model.coef_[0], *([] if doublings else [0]), model.intercept_[0]]


def table(name, coefficients):
    fit, following, doubling, constant = coefficients
    logit = lambda share: math.log(share / (1 - share))
    ends = [(logit(share) - constant) / fit for share in (.02, .98)]
    step = max(10, round((ends[1] - ends[0]) / 12 / 10) * 10)
    first = math.floor(ends[0] / step) * step
    knots = [(first + step * n, 1 / (1 + math.exp(-(fit * (first + step * n) + constant)))) for n in range(14)]
    shown = [(x, 0 if n == 0 else min(MOST[name], round(1000 * p))) for n, (x, p) in enumerate(knots)]
    print(f'    static let {name} = Calibration(\n        nextShare: {round(-1000 * following / fit)}, '
          f'perDoubling: {round(doubling / fit)},\n        table: [' + ', '.join(map(str, shown)) + '])')


def reliability(rows, coefficients):
    promised = 1 / (1 + np.exp(-(rows[:, :3] @ np.array(coefficients[:3]) + coefficients[3])))
    for low in np.arange(0, 1, .1):
        some = (promised >= low) & (promised < low + .1)
        if some.any():
            print(f'    // {low:.1f}: {int(some.sum())} threads, promised {promised[some].mean():.2f}, '
                  f'right {rows[some, 3].mean():.2f}')


def main(command):
    with tempfile.TemporaryDirectory() as folder:
        with contextlib.redirect_stdout(sys.stderr):
            sets.main(folder)
        runs = [linking.load()] + [
            (lines(os.path.join(folder, name, 'items.jsonl')), lines(os.path.join(folder, name, 'threads.jsonl')))
            for name in sorted(os.listdir(folder))]
        for name, meaning in (('words', 'off'), ('meaning', 'all')):
            rows = np.vstack([fits(command, meaning, *run) for run in runs])
            coefficients = fitted(rows[rows[:, 5] == 0], doublings=True)
            table(name, coefficients)
            reliability(rows[rows[:, 5] == 1], coefficients)
        rows = np.vstack([fits(command, 'off', *corpus(os.path.join(folder, f'corpus{seed}'), n, threads, seed))
                          for n, threads, seed in ((100_000, 300, 11), (60_000, 600, 12))])
        coefficients = fitted(rows, doublings=False)
        table('wordsOfLongThreads', coefficients)
        reliability(rows, coefficients)


if __name__ == '__main__':
    main(sys.argv[1:] or ['earshot', 'match'])
