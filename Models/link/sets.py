#!/usr/bin/env python3
"""Makes development sets for `earshot evaluate link`, in the form of linking_arc, from the shared data.

usage: sets.py FOLDER     writes FOLDER/{mixed,long,agenda-60-0,agenda-15-0,…}/{items,threads}.jsonl
The sets hold other people's words: never commit them. Same sets on every run.

mixed   many short voices on many subjects: news debates (comments cut at 280 letters), crowd-written arguments on
        motions, tweets at five targets, statements of two civic conversations, and the council items of linking_arc that
        nobody speaks of. Threads of 1, 2, 3, 5 or 8. A third of the subjects of each kind is left off the agenda: their
        threads are about none (now and then one fits a neighbour that was left on; none was checked by hand).
long    news debates in threads of 10 to 30 whole comments, over the items of linking_arc.
agenda  linking_arc over agendas of 60 and 15 items drawn from its own, three draws each.

A debate keeps the id that it has in linking_arc, so that it is in the same half everywhere. "group" names the half where
that is not the thread's own item: a thread about a subject that was left off goes with that subject.
"""
import collections, csv, glob, json, os, random, sys

import linking

COMMENTS = os.path.join(linking.DATA, 'comments')
TARGETS = {'abortion': 'Legalization of Abortion', 'atheism': 'Atheism', 'climate': 'Climate Change is a Real Concern',
           'feminist': 'Feminist Movement', 'hillary': 'Hillary Clinton'}
SIZES = (1, 2, 1, 3, 1, 5, 2, 8, 1, 3)
SHORT = 280


def opened(*path):
    return open(os.path.join(COMMENTS, *path), encoding='utf-8', newline='')


def debates(items):
    """(id, title, description, comments) of every news debate; the ids of linking_arc where it has them."""
    known = {item['source']: item['item_id'] for item in items if item.get('source', '').startswith('/')}
    found = collections.OrderedDict()
    with opened('arc_news_comment_stance', 'exported-3365-stance-taking-arguments.tsv') as f:
        for row in csv.DictReader(f, delimiter='\t', quoting=csv.QUOTE_NONE):
            about = known.get(row['url']) or 'arc-' + row['url'].rsplit('/', 1)[-1]
            found.setdefault(about, (row['title'], row['description'], []))[2].append(row['text'])
    return [(about, *subject) for about, subject in sorted(found.items())]


def motions():
    found = collections.defaultdict(list)
    for part in ('train', 'dev'):
        with opened('ibm_argkp2021', f'arguments_{part}.csv') as f:
            for row in csv.DictReader(f):
                found[row['topic']].append(row['argument'])
    return [(f'motion-{n}', title, '', texts) for n, (title, texts) in enumerate(sorted(found.items()))]


def targets():
    found = []
    for name, title in TARGETS.items():
        texts = []
        for part in ('train', 'val'):
            with opened('tweeteval_stance', name, f'{part}_text.txt') as f:
                texts += [line.replace('#SemST', '').strip() for line in f]
        found.append((f'target-{name}', title, '', texts))
    return found


def conversations():
    found = []
    for folder in sorted(glob.glob(os.path.join(COMMENTS, 'polis', '*'))):
        with opened(folder, 'summary.csv') as f:
            about = dict(row for row in csv.reader(f) if len(row) == 2)
        with opened(folder, 'comments.csv') as f:
            texts = [row['comment-body'] for row in csv.DictReader(f) if row['moderated'] != '-1']
        found.append((f'polis-{about["topic"]}', about['topic'], about['conversation-description'], texts))
    return found


def short(text):
    """At most SHORT letters, cut at a word's end."""
    return text if len(text) <= SHORT else text[:SHORT + 1].rsplit(' ', 1)[0]


def item(subject):
    return {'item_id': subject[0], 'title': subject[1], 'description': subject[2]}


def thread(name, texts, about, left_off=()):
    return {'thread_id': name, 'title': '', 'comments': [{'text': text} for text in texts],
            'true_item_id': None if about in left_off else about, 'group': about}


def mixed(items):
    draw = random.Random(7)
    kinds = ((debates(items), 4), (motions(), 20), (targets(), 20), (conversations(), 40))
    agenda, threads = [], []
    for subjects, most in kinds:
        left_off = {subject[0] for subject in draw.sample(subjects, round(len(subjects) / 3))}
        agenda += [item(subject) for subject in subjects if subject[0] not in left_off]
        for about, _, _, texts in subjects:
            texts = draw.sample(texts, len(texts))
            for n in range(most):
                size = SIZES[n % len(SIZES)]
                if size > len(texts):
                    break
                threads.append(thread(f'mixed-{len(threads)}', map(short, texts[:size]), about, left_off))
                texts = texts[size:]
    return agenda + [i for i in items if i.get('never_true')], threads


def long(items):
    draw = random.Random(8)
    on_agenda = {i['item_id'] for i in items}
    threads = []
    for about, _, _, texts in debates(items):
        texts = draw.sample(texts, len(texts))
        while len(texts) >= 10:
            size = draw.randint(10, 30)
            threads.append(thread(f'long-{len(threads)}', texts[:size], about, () if about in on_agenda else (about,)))
            texts = texts[size:]
    return items, threads


def bare(items, threads):
    """Without anything that neither the evaluation nor a method reads."""
    for one in items:
        yield {k: one[k] for k in ('item_id', 'title', 'description') if one.get(k)}
    for one in threads:
        yield {**{k: one[k] for k in ('thread_id', 'title', 'true_item_id', 'group') if k in one},
               'comments': [{'text': c['text']} for c in one['comments']]}


def write(folder, items, threads):
    os.makedirs(folder, exist_ok=True)
    lines = [json.dumps(line, ensure_ascii=False) + '\n' for line in bare(items, threads)]
    for name, part in (('items', lines[:len(items)]), ('threads', lines[len(items):])):
        with open(os.path.join(folder, name + '.jsonl'), 'w', encoding='utf-8') as f:
            f.writelines(part)
    none = sum(t['true_item_id'] is None for t in threads)
    print(f'{folder}: {len(items)} items, {len(threads)} threads, {none} of them about none')


def main(folder):
    items, threads = linking.load()
    write(os.path.join(folder, 'mixed'), *mixed(items))
    write(os.path.join(folder, 'long'), *long(items))
    drawn = collections.Counter()
    for size, some, labelled in linking.relabelled(items, threads):
        grouped = [{**t, 'group': t['was']['true_item_id'] or t['thread_id']} if 'was' in t else t for t in labelled]
        write(os.path.join(folder, f'agenda-{size}-{drawn[size]}'), some, grouped)
        drawn[size] += 1


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
