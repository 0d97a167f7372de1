"""What calibrate.py and sets.py share: the labelled threads, the two halves, and a run of `earshot match`."""
import json, os, random, subprocess, tempfile, zlib

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.environ.get('EARSHOT_REAL_DATA', os.path.join(HERE, '..', '..', '..', 'shared', 'data'))
SET = os.path.join(DATA, 'linking', 'linking_arc')


def load():
    """Items and threads. Labels stay here: only titles, descriptions and comments' texts go into a run."""
    with open(os.path.join(SET, 'items.jsonl'), encoding='utf-8') as f:
        items = [json.loads(line) for line in f]
    with open(os.path.join(SET, 'threads.jsonl'), encoding='utf-8') as f:
        threads = [json.loads(line) for line in f]
    return items, threads


def is_held_out(thread):
    """By the item a thread is about (by the thread's own id where that is none), so that no item is in both halves."""
    return zlib.crc32((thread['true_item_id'] or thread['thread_id']).encode()) & 1 == 1


def samples(items, threads):
    """Agendas of the sizes that councils have: three draws each of 60 and of 15 items, every thread about one of
    them and as many about none."""
    for seed in range(3):
        draw = random.Random(seed)
        for size in (60, 15):
            some = draw.sample(items, size)
            ids = {item['item_id'] for item in some}
            own = [t for t in threads if t['true_item_id'] in ids]
            rest = [t for t in threads if t['true_item_id'] not in ids]
            yield size, some, own + draw.sample(rest, min(len(rest), len(own)))


def relabelled(items, threads):
    """The samples, with the threads about items that were not drawn labelled as about none."""
    for size, some, drawn in samples(items, threads):
        ids = {item['item_id'] for item in some}
        yield size, some, [t if t['true_item_id'] in ids else {**t, 'true_item_id': None, 'was': t} for t in drawn]


def match(command, items, threads):
    """Links by thread id, as `earshot match` prints them."""
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl', encoding='utf-8') as f:
        for item in items:
            keep = {k: item[k] for k in ('item_id', 'title', 'description', 'url', 'number') if item.get(k)}
            f.write(json.dumps(keep) + '\n')
        f.flush()
        lines = [json.dumps({'thread_id': t['thread_id'], 'title': t['title'],
                             'comments': [{'text': c['text']} for c in t['comments']]}) for t in threads]
        done = subprocess.run(command + ['--items', f.name], input='\n'.join(lines) + '\n', encoding='utf-8',
                              stdout=subprocess.PIPE, check=True)
    return {link['thread_id']: link for link in map(json.loads, done.stdout.splitlines())}
