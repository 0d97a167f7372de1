#!/usr/bin/env python3
"""Makes labelled texts for `earshot evaluate all FOLDER` from the shared data, each set a file of JSON lines.

usage: sets.py FOLDER     (EARSHOT_REAL_DATA: the data, default ../../../shared/data)
The sets hold other people's words: never commit them. Same sets on every run.

tone      TweetEval's validation tweets (no weight was made from them); tweets and film sentences with the mean of twenty
          ratings each (training saw them: train.py's report has what they reach where it did not).
position  ArgKP's motions as items, their arguments as comments: motions that give something ("compulsory voting"), all
          arguments and drawn so that nine in ten are for or against; motions that take something away; stance tweets at three targets, those without
          a stance among them. The untaught position was chosen on these (Models/position/REPORT.md).
language  Sentences that the table never learnt from (two fifths, by their hash), whole and cut at 100 and 30 characters;
          English of four kinds.
"""
import csv
import json
import os
import random
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.environ.get('EARSHOT_REAL_DATA', os.path.join(HERE, '../../../shared/data'))
sys.path.insert(0, os.path.join(HERE, '../language'))

import texts  # noqa: E402  (Models/language)

# As Models/position/sets.py has it; that one needs numpy.
TAKES = ('abandon', 'abandoned', 'abolish', 'abolition', 'ban', 'banned', 'close', 'end', 'fight', 'prohibit', 'criminal')
TARGETS = {'climate': 'Climate change is a real concern', 'feminist': 'The feminist movement',
           'hillary': 'Hillary Clinton for president'}
SIDES = {1: 'support', -1: 'oppose', 0: 'unclear'}


def opened(*path, encoding='utf-8'):
    return open(os.path.join(DATA, *path), encoding=encoding, newline='')


def tweeteval():
    names = {'0': 'negative', '1': 'neutral', '2': 'positive'}
    with opened('sentiment/tweeteval/val_text.txt') as rows, opened('sentiment/tweeteval/val_labels.txt') as labels:
        return [{'text': text.rstrip('\n'), 'label': names[label.strip()]} for text, label in zip(rows, labels)]


def rated(name, encoding):
    with opened(f'sentiment/vader_ground_truth/{name}_GroundTruth.txt', encoding=encoding) as file:
        rows = [line.rstrip('\r\n').split('\t', 2) for line in file]
    return [{'text': row[2], 'rating': float(row[1])} for row in rows if len(row) == 3]


def motions():
    """(title, takes something away, [(argument, 1 or -1)])."""
    found = {}
    for part in ('train', 'dev'):
        with opened(f'comments/ibm_argkp2021/arguments_{part}.csv') as file:
            for row in csv.DictReader(file):
                found.setdefault(row['topic'], []).append((row['argument'], int(row['stance'])))
    return [(title, any(w in TAKES for w in title.lower().replace('.', ' ').split()), rows)
            for title, rows in sorted(found.items())]


def thing(title):
    """What a motion gives, as an item's title would name it: "We should introduce compulsory voting"."""
    return re.sub(r'^We should (introduce|subsidize|legalize|adopt)? ?', '', title)


def targets():
    found = []
    for name, title in TARGETS.items():
        rows = []
        for part in ('train', 'val'):
            with opened(f'comments/tweeteval_stance/{name}/{part}_text.txt') as lines, \
                    opened(f'comments/tweeteval_stance/{name}/{part}_labels.txt') as labels:
                rows += [(line.replace('#SemST', '').strip(), {'0': 0, '1': -1, '2': 1}[label.strip()])
                         for line, label in zip(lines, labels)]
        found.append((title, False, rows))
    return found


def drawn(items, share):
    """At most 120 of the larger side of each item; `share` of all are for it."""
    draw = random.Random(7)
    larger = 1 if share > .5 else -1
    found = []
    for title, takes, rows in items:
        many = [r for r in rows if r[1] == larger]
        few = [r for r in rows if r[1] == -larger]
        many = draw.sample(many, min(120, len(many)))
        few = draw.sample(few, min(len(few), round(len(many) * (1 - max(share, 1 - share)) / max(share, 1 - share))))
        found.append((title, takes, draw.sample(many + few, len(many) + len(few))))
    return found


def positions(items):
    return [{'text': text, 'about': title, 'position': SIDES[side]} for title, _, rows in items for text, side in rows]


def languages(rows, size=None):
    return [{'text': line[:size], 'language': code} for code, line in rows]


def write(folder, name, rows):
    with open(os.path.join(folder, name + '.jsonl'), 'w', encoding='utf-8') as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + '\n' for row in rows)
    print(f'{name}: {len(rows)} texts')


def main(folder):
    os.makedirs(folder, exist_ok=True)
    write(folder, 'tone-tweeteval', tweeteval())
    write(folder, 'tone-rated-tweets', rated('tweets', 'utf-8'))
    write(folder, 'tone-rated-films', rated('movieReviewSnippets', 'latin-1'))
    giving = [(thing(title), takes, rows) for title, takes, rows in motions() if not takes]
    write(folder, 'position-giving', positions(giving))
    write(folder, 'position-giving-9-for', positions(drawn(giving, .9)))
    write(folder, 'position-giving-9-against', positions(drawn(giving, .1)))
    write(folder, 'position-taking', positions([motion for motion in motions() if motion[1]]))
    write(folder, 'position-tweets', positions(targets()))
    held_out = texts.held_out(DATA)
    write(folder, 'language-whole', languages(held_out))
    for size in (100, 30):
        write(folder, f'language-{size}', languages(held_out, size))
    for kind, lines in texts.english(DATA).items():
        write(folder, 'language-english-' + kind.lower().replace(' ', '-'), [{'text': t, 'language': 'en'} for t in lines])


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
