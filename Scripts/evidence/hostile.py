"""Makes a meeting whose titles, names and comments are strings made to break programs.

usage: hostile.py ADVERSARIAL FOLDER        ADVERSARIAL holds the strings, gathered by others; none of them is kept
"""
import csv
import json
import pathlib
import sys


def strings(source):
    """Every string once, in the order of the files' paths; the lists of lines as lines, whole files too."""
    found = {}
    for path in sorted(source.rglob("*")):
        if not path.is_file() or path.name == "LICENSE":
            continue
        text = path.read_bytes().decode("utf-8", "replace")
        if path.name == "blns.json":
            found.update(dict.fromkeys(json.loads(text)))
        elif path.suffix in {".txt", ""}:
            found.update(dict.fromkeys(text.splitlines()))
        found[text] = None
    formulas = [
        "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "'=1", "\u2212 1", "\uff1d1",
        "=HYPERLINK(\"http://x.example\")", "a;=1", "a\t=1", "a|=1", "\"\n=1", "1/2", "007", "1E5",
        "2026-11-25", "TRUE", "12.10",
    ]
    found.update(dict.fromkeys(formulas))
    return [text for text in found if text.strip()]


def main():
    source, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    (folder / "threads").mkdir(parents=True)
    texts = strings(source)
    short = [" ".join(text.split())[:120] for text in texts if text.split()]
    with open(folder / "agenda.csv", "w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["item_id", "item_number", "title", "description"])
        for number, title in enumerate(short[:60], start=1):
            rows.writerow([f"i{number}", number, title, short[-number]])
    with open(folder / "threads" / "hostile.csv", "w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(
            "thread_id thread_title place comment_id author posted_at ward item likes text".split())
        for number, text in enumerate(texts):
            place, author, ward = (short[(number * 7 + step) % len(short)] for step in (1, 2, 3))
            rows.writerow([
                f"t{number % 40}", short[number % 40], place, f"c{number}", author, "2026-11-09T18:04:00Z", ward,
                number % 50 + 1, number % 9 - 4, text])
    (folder / "meeting.yaml").write_text(
        f"council: {json.dumps(short[3])}\nvenue: {json.dumps(short[5])}\nstart: 2026-11-25 18:30\n", encoding="utf-8")


if __name__ == "__main__":
    main()
