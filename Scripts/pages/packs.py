"""Makes the packs that are looked at: the sample meeting in every edition there is, a hostile one, a big one."""
import csv
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import hostile

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "Agendas" / "kinsterley-cabinet-2026-11-25"
LATE = """thread_id,thread_title,place,network,comment_id,author,posted_at,text
late-1,Weirside Library opening hours,Weirside Matters,facebook,l1,Late One,2026-11-21 09:00,I object to the new hours. Mondays matter.
late-1,Weirside Library opening hours,Weirside Matters,facebook,l2,Late Two,2026-11-19 09:00,I support the new opening hours of Weirside Library.
"""


def program():
    """The newest build of the program."""
    builds = [ROOT / ".build" / kind / "earshot" for kind in ("release", "debug")]
    built = sorted((path for path in builds if path.exists()), key=lambda path: path.stat().st_mtime)
    if "EARSHOT" in os.environ:
        return os.environ["EARSHOT"]
    if not built:
        sys.exit("There is no .build/release/earshot or .build/debug/earshot: build it first (swift build -c release --product earshot).")
    return str(built[-1])


class Maker:
    def __init__(self, out, data):
        self.out, self.data, self.program = Path(out), data, program()

    def run(self, *words):
        done = subprocess.run([self.program, *map(str, words)], capture_output=True, text=True, errors="replace")
        if done.returncode not in (0, 1):
            sys.exit(f"earshot {' '.join(map(str, words))} ended with code {done.returncode}:\n{done.stderr[-1500:]}")
        return done.stdout + done.stderr

    def audiences(self):
        """The audiences that `earshot export --for` knows; empty while there is no such option."""
        return [name for name in ("councillors", "officers", "public") if "--for" in self.run("export", "--help")]

    def packs_of(self, folder, group, *options):
        """Brings the meeting into a pack for each audience; answers the group's folder."""
        out, kept = self.out / group, self.out / f"{group}.sqlite"
        known = self.audiences()
        self.run("brief", folder, "--out", out, "--database", kept, "--quiet", *options, *(["--for", known[0]] if known else []))
        for audience in known[1:]:
            self.run("export", folder.name, "--out", out, "--database", kept, "--quiet", "--for", audience)
        return out

    def sample(self):
        return self.packs_of(SAMPLE, "sample")

    def sealed(self):
        """A sealed edition of the sample meeting, and a supplement for a late thread; None while nothing can be sealed."""
        if "freeze" not in self.run("--help"):
            return None
        meeting = self.out / "in" / SAMPLE.name
        shutil.copytree(SAMPLE, meeting)
        out, kept = self.out / "sealed", self.out / "sealed.sqlite"
        for round, day in enumerate(("2026-11-20 17:12", "2026-11-23 09:30")):
            if round:
                (meeting / "threads" / "late.csv").write_text(LATE, encoding="utf-8")
            self.run("import", meeting, "--database", kept, "--quiet")
            for audience in [name for name in self.audiences() if name != "officers"] or [""]:
                self.run("freeze", SAMPLE.name, "--at", day, "--out", out, "--database", kept, *(["--for", audience] if audience else []))
        return out

    def hostile(self):
        meeting = self.out / "in" / "hostile"
        hostile.make(meeting, self.data)
        return self.packs_of(meeting, "hostile")

    def big(self, comments=50_000):
        """A meeting of 50,000 comments: of real sentences where the folder of real data has `scale` beside it."""
        meeting, raw = self.out / "in" / "big", self.out / "in" / "corpus"
        corpus = Path(self.data).parent / "scale" / "make_corpus.py" if self.data else None
        if corpus and corpus.exists():
            subprocess.run([sys.executable, corpus, str(comments), raw], check=True)
        else:
            own_corpus(comments, raw)
        (meeting / "threads").mkdir(parents=True)
        shutil.move(raw / "items.csv", meeting / "agenda.csv")
        shutil.move(raw / "comments.csv", meeting / "threads" / "comments.csv")
        return self.packs_of(meeting, "big", "--meaning", "off")


def own_corpus(comments, out):
    """60 items, 2,000 threads, comments of made-up sentences of ordinary words; the same at every run."""
    chance = random.Random(7)
    words = ("library park bus lane market bridge school road tax bin crossing tower pool hall flood tree planning shop noise "
             "parking allotment museum cemetery play square station street river path lamp").split()
    says = ["I object to the {} plan.", "I support what is said about the {}.", "Who pays for the {}?", "Please keep the {} open.",
            "The {} was better before.", "My children use the {} every week.", "Nobody asked us about the {}."]
    out.mkdir(parents=True)
    with open(out / "items.csv", "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([["item_id", "title", "description"]] + [
            [f"A{i + 1}", f"The {words[i % 31]} at {words[(i * 7) % 31].title()} {i + 1}", "Cabinet is asked to agree."] for i in range(60)])
    with open(out / "comments.csv", "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(["thread_id", "thread_title", "comment_id", "author", "created_at", "text"])
        for number in range(comments):
            thread = chance.randrange(2000)
            text = " ".join(chance.choice(says).format(words[(thread % 60 + chance.randrange(3)) % 31]) for _ in range(chance.randint(1, 4)))
            table.writerow([f"T{thread}", f"The {words[thread % 60 % 31]} {thread % 60 + 1}", f"C{number}", f"user{chance.randrange(20000)}",
                            f"2026-11-{1 + number % 24:02d}T12:00:00Z", text])
