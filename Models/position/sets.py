"""The development sets for position, as items with labelled comments; vectors by the program's own encoder, kept."""
import csv
import glob
import hashlib
import os
import re
import subprocess

import numpy as np

# A motion that takes something away: who is for it disapproves of the thing.
TAKES = re.compile(r'\b(abandon|abandoned|abolish|abolition|ban|banned|close|end|fight|prohibit|criminal)\b', re.I)
TARGETS = {
    'climate': 'Climate change is a real concern', 'feminist': 'The feminist movement',
    'hillary': 'Hillary Clinton for president',
}


class Sets:
    """data: the folder with comments/ and sentiment/; program: model-features; cache: a folder for what it answers."""

    def __init__(self, data, program, cache):
        self.data, self.program, self.cache = data, program, cache

    def run(self, mode, texts):
        lines = ''.join(re.sub(r'[\r\n\x0b\x0c\x85\u2028\u2029]', ' ', text) + '\n' for text in texts)
        # A vector depends on the text alone, a tone on the program too.
        stamp = '' if mode == 'vectors' else str(os.path.getmtime(self.program))
        path = os.path.join(self.cache, hashlib.sha256((mode + stamp + lines).encode()).hexdigest()[:16])
        if not os.path.exists(path):
            with open(path + '.new', 'w') as file:
                subprocess.run([self.program, mode], input=lines, text=True, stdout=file, check=True)
            os.rename(path + '.new', path)
        return path

    def vectors(self, texts):
        path = self.run('vectors', texts)
        if not os.path.exists(path + '.npy'):
            with open(path) as file:
                np.save(path + '.npy', np.array([line.split() for line in file], np.int16))
        return np.load(path + '.npy') / 32768

    def tones(self, texts):
        """Thousandths; 0 where not scored."""
        with open(self.run('scores', texts)) as file:
            return np.array([int(line.strip() or 0) for line in file])

    def motions(self):
        """ArgKP 2021 (train and dev): sense −1 for motions that take something away."""
        found = {}
        for part in ('train', 'dev'):
            with open(f'{self.data}/comments/ibm_argkp2021/arguments_{part}.csv') as file:
                for row in csv.DictReader(file):
                    found.setdefault(row['topic'], []).append((row['argument'], int(row['stance'])))
        return [{'set': 'motions', 'title': t, 'sense': -1 if TAKES.search(t) else 1, 'rows': r}
                for t, r in sorted(found.items())]

    def targets(self):
        items = []
        for name, title in TARGETS.items():
            rows = []
            for part in ('train', 'val'):
                base = f'{self.data}/comments/tweeteval_stance/{name}/{part}_'
                texts = open(base + 'text.txt').read().split('\n')
                labels = open(base + 'labels.txt').read().split()
                rows += [(t.replace('#SemST', '').strip(), {'0': 0, '1': -1, '2': 1}[label])
                         for t, label in zip(texts, labels)]
            items.append({'set': 'targets', 'title': title, 'sense': 1, 'rows': rows})
        return items

    def tweets(self):
        """SemEval 2013–2016: text and −1, 0, 1."""
        seen = {}
        for path in sorted(glob.glob(f'{self.data}/sentiment/semeval_2013_2016/*')):
            for line in open(path, encoding='utf8'):
                parts = line.rstrip('\n').split('\t')
                if len(parts) >= 3 and parts[1] in ('positive', 'negative', 'neutral'):
                    seen[parts[2]] = {'positive': 1, 'negative': -1, 'neutral': 0}[parts[1]]
        return sorted(seen.items())

    def films(self):
        """Rated film snippets: text and −1…1."""
        path = f'{self.data}/sentiment/vader_ground_truth/movieReviewSnippets_GroundTruth.txt'
        parts = [line.rstrip('\n').split('\t', 2) for line in open(path, encoding='latin-1')]
        return [(p[2], float(p[1]) / 4) for p in parts if len(p) == 3]

    def items(self):
        items = self.motions() + self.targets()
        texts = [t for item in items for t, _ in item['rows']]
        vectors, tones = self.vectors(texts), self.tones(texts)
        at = 0
        for item in items:
            span = slice(at, at + len(item['rows']))
            at = span.stop
            item['vectors'], item['tones'] = vectors[span], tones[span]
            # "Approves of the thing": what the evidence reads, whatever the motion does to it.
            item['approves'] = np.array([y for _, y in item['rows']]) * item['sense']
        return items
