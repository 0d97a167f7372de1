"""Writes what the tests compare with: the reference's token ids and vectors (needs numpy and the `tokenizers` package).

usage: python3 Models/encoder/make_fixture.py MODEL_FOLDER [DATA_FOLDER]
reference.tsv: for each text of sentences.json the ids, and the vector in eight bits (base64; its largest component is 127).
real.tsv, with DATA_FOLDER: file, line (from 0), count of ids, their FNV-1a, and for every fourth line the vector; no text.
"""
import base64
import json
import pathlib
import sys

import numpy as np

import make_table
import reference

FIXTURES = make_table.HERE.parent.parent / "Tests/EarshotEncoderTests/Fixtures"
TWEETS = "comments/tweeteval_stance/{}/val_text.txt"
REAL = [("langid/lingua_sentences/*.txt", 20), (TWEETS.format("*"), 40), ("sentiment/semeval_2013_2016/*dev-A.tsv", 60),
        ("comments/arc_news_comment_stance/*.tsv", 200)]


def eight_bits(vector):
    most = np.abs(vector).max()
    whole = np.rint(vector / most * 127) if most > 0 else vector
    return base64.b64encode(whole.astype(np.int8).tobytes()).decode()


def real_lines(folder):
    """File and line numbers spread over each file; a line is what stands between line feeds."""
    for pattern, count in REAL:
        for path in sorted(folder.glob(pattern)):
            lines = path.read_bytes().split(b"\n")[:-1]
            for number in range(0, len(lines), max(1, len(lines) // count)):
                if number // max(1, len(lines) // count) < count:
                    yield path.relative_to(folder).as_posix(), number, lines[number].decode("utf-8", "replace")


def main():
    model = reference.Reference(sys.argv[1])
    rows = []
    for text in json.loads((FIXTURES / "sentences.json").read_text(encoding="utf-8")):
        ids = model.ids(text)
        rows.append(" ".join(map(str, ids)) + "\t" + eight_bits(model.vector(ids)))
    (FIXTURES / "reference.tsv").write_text("\n".join(rows) + "\n")
    if len(sys.argv) > 2:
        rows = []
        for place, (name, number, text) in enumerate(real_lines(pathlib.Path(sys.argv[2]))):
            ids = model.ids(text)
            check = make_table.fnv(b"".join(i.to_bytes(2, "little") for i in ids))
            row = f"{name}\t{number}\t{len(ids)}\t{check}"
            rows.append(row + "\t" + eight_bits(model.vector(ids)) if place % 4 == 0 else row)
        (FIXTURES / "real.tsv").write_text("\n".join(rows) + "\n")


if __name__ == "__main__":
    main()
