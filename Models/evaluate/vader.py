#!/usr/bin/env python3
"""VADER's answers to the texts of `sets.py`, for `earshot evaluate all FOLDER --beside VADER=FILE`.

usage: vader.py FOLDER > FILE      (pip install vaderSentiment==3.3.2; nothing of VADER is used in the product)
Label: positive from .05 on, negative from -.05 (its authors' thresholds). Position: the sign of the same figure, and how
large it is as how sure; that is what anybody would try first, and not what VADER is for.
"""
import glob
import json
import os
import sys

from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer


def side(value, names):
    return names[0 if value <= -.05 else 2 if value >= .05 else 1]


def main(folder):
    analyzer = SentimentIntensityAnalyzer()
    seen = {}
    for kind in ('tone', 'position'):
        for path in sorted(glob.glob(os.path.join(folder, kind + '*.jsonl'))):
            with open(path, encoding='utf-8') as file:
                for line in file:
                    seen[json.loads(line)['text']] = None
    for text in seen:
        value = analyzer.polarity_scores(text)['compound']
        print(json.dumps({'text': text, 'tone': value, 'tone_label': side(value, ('negative', 'neutral', 'positive')),
                          'position': side(value, ('oppose', 'unclear', 'support')),
                          'position_confidence': abs(value)}, ensure_ascii=False))


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
