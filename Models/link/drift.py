"""How well the linker finds where a thread leaves for another item, and how often it sees that where it isn't.

Threads that drift are made: the comments of two debates one after another, 6 to 20 of each. Threads that don't are the
other debates, 12 comments or more. Run: python3 Models/link/drift.py earshot match --meaning off
"""
import collections, random, sys
from linking import load, is_held_out, match

AGENDAS = {233: 8, 60: 24, 15: 60}  # items: draws


def debates(threads):
    found = collections.defaultdict(list)
    for thread in threads:
        if thread['true_item_id']:
            found[thread['true_item_id']] += thread['comments']
    return found


def draw(items, found, size, rand, half):
    """An agenda, the threads about it, and of each what is to be found: (first debate, second or None, where)."""
    agenda = items
    if size < len(items):
        own = rand.sample([i for i in items if i['item_id'] in found], size // 2)
        agenda = own + rand.sample([i for i in items if i['item_id'] not in found], size - len(own))
    on_agenda = [i['item_id'] for i in agenda if len(found.get(i['item_id'], [])) >= 6]
    on_agenda = [i for i in on_agenda if half(i)]
    rand.shuffle(on_agenda)
    part = on_agenda[:len(on_agenda) // 2]
    threads, truth = [], {}
    for a, b in zip(part[::2], part[1::2]):
        first = found[a][:rand.randint(6, 20)]
        threads.append({'thread_id': f'{a}+{b}', 'title': '', 'comments': first + found[b][:rand.randint(6, 20)]})
        truth[f'{a}+{b}'] = (a, b, len(first))
    for debate in sorted(found):
        if debate not in part and half(debate) and len(found[debate]) >= 12:
            threads.append({'thread_id': debate, 'title': '', 'comments': found[debate]})
            truth[debate] = (debate, None, len(found[debate]))
    return agenda, threads, truth


def measure(command, size, half, bins):
    items, labelled = load()
    found = debates(labelled)
    rand = random.Random(size)
    n = collections.Counter()
    for _ in range(AGENDAS[size]):
        agenda, threads, truth = draw(items, found, size, rand, half)
        links = match(command, agenda, threads)
        for thread in threads:
            a, b, cut = truth[thread['thread_id']]
            link = links[thread['thread_id']]
            runs = link.get('runs', [])
            last = len(thread['comments']) - 1
            for run in runs:
                own = run['item_id'] in (a, b) and run['item_id'] != link['linked']
                bins[int(run['confidence'] * 10) / 10].append(own)
            if b is None:
                n['whole'] += 1
                n['whole split'] += any(run['item_id'] != a for run in runs)
                continue
            n['drifting'] += 1
            n['wrong item'] += any(run['item_id'] not in (a, b) for run in runs)
            if link['linked'] is None:
                n['unlinked'] += 1
                n['unlinked found'] += len({run['item_id'] for run in runs} & {a, b})
            if link['linked'] not in (a, b):
                continue
            n['linked'] += 1
            other, first, end = (b, cut, last) if link['linked'] == a else (a, 0, cut - 1)
            for run in runs:
                if run['item_id'] == other:
                    n['found'] += 1
                    n['in place'] += abs(run['first'] - first) <= 2 and abs(run['last'] - end) <= 2
                    break
    return n


def main():
    command = sys.argv[1:] or ['earshot', 'match', '--meaning', 'off']
    for name, half in (('dev', lambda i: not is_held_out({'true_item_id': i})),
                       ('held out', lambda i: is_held_out({'true_item_id': i}))):
        bins = collections.defaultdict(list)
        print(f'\n{name}\n| items | drifting | linked to one of the two | other one found | both ends within 2 | '
              'linked to none | stretches found of two each | a third item | not drifting | split |\n|---|---|---|---|---|---|---|---|---|---|')
        for size in AGENDAS:
            n = measure(command, size, half, bins)
            print(f"| {size} | {n['drifting']} | {n['linked']} | {n['found'] / max(1, n['linked']):.2f} | "
                  f"{n['in place'] / max(1, n['found']):.2f} | {n['unlinked']} | "
                  f"{n['unlinked found'] / max(1, 2 * n['unlinked']):.2f} | {n['wrong item'] / max(1, n['drifting']):.3f} | "
                  f"{n['whole']} | {n['whole split'] / max(1, n['whole']):.4f} |", flush=True)
        print('confidence, runs, right:', '; '.join(
            f'{b:.1f} {len(v)} {sum(v) / len(v):.2f}' for b, v in sorted(bins.items())))


if __name__ == '__main__':
    main()
