#!/usr/bin/env python3
"""How often links are right on linking_arc.

usage: evaluate.py [COMMAND...]     default command: earshot match
Reads the data in place (EARSHOT_REAL_DATA, else ../shared/data beside the project). Prints REPORT.md's tables.
"""
import sys

import linking


def measures(threads, links):
    """top-1 and top-3 over threads that have an item; precision, recall and F1 of the links made; rejection."""
    has = [t for t in threads if t['true_item_id']]
    none = [t for t in threads if not t['true_item_id']]
    names = {t['thread_id']: [c['item_id'] for c in links[t['thread_id']]['candidates']] for t in threads}
    made = [t for t in threads if links[t['thread_id']]['linked']]
    right = [t for t in made if links[t['thread_id']]['linked'] == t['true_item_id']]
    top = [sum(t['true_item_id'] in names[t['thread_id']][:n] for t in has) / max(len(has), 1) for n in (1, 3)]
    precision, recall = len(right) / max(len(made), 1), len(right) / max(len(has), 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    rejected = sum(not links[t['thread_id']]['linked'] for t in none) / max(len(none), 1)
    return dict(threads=len(threads), top1=top[0], top3=top[1], f1=f1, precision=precision, recall=recall,
                rejected=rejected)


def row(name, m):
    print(f"| {name} | {m['threads']:.0f} | " + ' | '.join(
        f'{m[k]:.3f}' for k in ('top1', 'top3', 'f1', 'precision', 'recall', 'rejected')) + ' |')


def main(command):
    items, threads = linking.load()
    links = linking.match(command, items, threads)
    print('| | threads | top-1 | top-3 | F1 | precision | recall | no item rejected |\n|---|---|---|---|---|---|---|---|')
    halves = {False: [t for t in threads if not linking.is_held_out(t)],
              True: [t for t in threads if linking.is_held_out(t)]}
    row('all', measures(threads, links))
    row('dev half', measures(halves[False], links))
    row('**held-out half**', measures(halves[True], links))
    for low, high in ((1, 1), (2, 2), (3, 3), (4, 99)):
        some = [t for t in halves[True] if low <= len(t['comments']) <= high]
        row(f'held out, {low} comment' + ('s or more' if high > low else 's' if low > 1 else ''), measures(some, links))
    alone = {t['thread_id']: linking.match(command, items, [t])[t['thread_id']] for t in halves[True][:100]}
    row('held out, each thread on its own (first 100)', measures(halves[True][:100], alone))
    for size in (60, 15):
        parts = [measures([t for t in some if linking.is_held_out(t.get('was', t))], linking.match(command, drawn, some))
                 for n, drawn, some in relabelled(items, threads) if n == size]
        row(f'held out, {size} items (mean of 3 draws)', {k: sum(p[k] for p in parts) / len(parts) for k in parts[0]})
    reliability(halves[True], links)


def relabelled(items, threads):
    """The samples, with the threads about items that were not drawn labelled as about none."""
    for size, some, drawn in linking.samples(items, threads):
        ids = {item['item_id'] for item in some}
        yield size, some, [t if t['true_item_id'] in ids else {**t, 'true_item_id': None, 'was': t} for t in drawn]


def reliability(threads, links):
    print('\n| confidence of the best candidate | threads | right |\n|---|---|---|')
    for low in range(0, 1000, 100):
        some = [t for t in threads if links[t['thread_id']]['candidates']
                and low <= links[t['thread_id']]['candidates'][0]['confidence'] < low + 100 + (low == 900)]
        if some:
            right = sum(links[t['thread_id']]['candidates'][0]['item_id'] == t['true_item_id'] for t in some)
            print(f'| {low}–{low + 99} | {len(some)} | {right / len(some):.2f} |')


if __name__ == '__main__':
    main(sys.argv[1:] or ['earshot', 'match'])
