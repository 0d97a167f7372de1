"""Proves that the checks can fail: breaks a good page in one way at a time, and expects the check that is meant to notice."""
import packs

SCRIPT = "<script>alert(1)</script>"

# What is done to the page (the words replaced, the words in their place), and the check that must say so.
BREAKS = [
    ("a made-up element", "</h1>", "</h1><blink>x</blink>", "nothing runs, nothing is fetched"),
    ("a script", "<main", SCRIPT + "<main", "nothing runs, nothing is fetched"),
    ("a script where the policy is gone", "<meta http-equiv=\"Content-Security-Policy\"", SCRIPT + "<meta name=\"x\"", "nothing runs, nothing is fetched"),
    ("a picture from elsewhere", "</h1>", "</h1><img alt=\"\" src=\"https://attacker.example/a.png\">", "nothing runs, nothing is fetched"),
    ("a handler", "<main", "<main onmouseover=\"alert(1)\"", "nothing runs, nothing is fetched"),
    ("a link that runs", "href=\"#glance\"", "href=\"javascript:alert(1)\"", "nothing runs, nothing is fetched"),
    ("a link to nowhere", "href=\"#method\"", "href=\"#nowhere\"", "nothing runs, nothing is fetched"),
    ("a form", "</h1>", "</h1><form action=\"https://attacker.example\"></form>", "nothing runs, nothing is fetched"),
    ("a refresh", "<title>", "<meta http-equiv=\"refresh\" content=\"9;url=https://attacker.example\"><title>", "nothing runs, nothing is fetched"),
    ("a paragraph in a list", "<ul class=\"figures\">", "<ul class=\"figures\"><p>x</p>", "Nu HTML checker"),
    ("a style nobody knows", "<style>", "<style>p{colour:red}", "Nu HTML checker"),
    ("no language", "<html lang=\"en-GB\"", "<html", "headings, tables, links, drawings"),
    ("a heading left out", "<h2", "<h4>x</h4><h2", "headings, tables, links, drawings"),
    ("two first headings", "<h2", "<h1>x</h1><h2", "headings, tables, links, drawings"),
    ("a table without a caption", "<caption", "<tbody hidden", "headings, tables, links, drawings"),
    ("a link called here", "</h1>", "</h1><a href=\"#glance\">here</a>", "headings, tables, links, drawings"),
    ("a drawing unnamed", "<svg class=\"bar\"", "<svg data-x=\"bar\" class=\"bar\" role=\"none\"><g", "headings, tables, links, drawings"),
    ("no skip link", "class=\"skip\" href=\"#glance\"", "class=\"skip\" href=\"https://a.example\"", "keyboard"),
    ("a stop out of order", "</main>", "<a tabindex=\"1\" href=\"#glance\">To the agenda</a></main>", "keyboard"),
    ("no focus to see", "<style>", "<style>a:focus-visible{outline:none!important;box-shadow:none!important}", "keyboard"),
    ("focus behind something", "<style>", "<style>.band{position:relative;z-index:9}.skip:focus{z-index:0!important}", "keyboard"),
    ("something wide", "</h1>", "</h1><pre>" + "wide " * 90 + "</pre>", "room at 320 px and 200 %"),
    ("fixed width at twice the text", "<style>", "<style>h2{min-width:24rem}", "room at 320 px and 200 %"),
    ("too little contrast", "<style>", "<style>h2{color:#bbb!important}", "axe"),
    ("too little contrast in the dark", "<style>", "<style>@media (prefers-color-scheme:dark){h2{color:#bbb!important}}", "axe"),
    ("a picture without a name", "</h1>", "</h1><img src=\"data:image/png;base64,iVBORw0KGgo=\">", "axe"),
    ("an item of two sheets", "<style>", "<style>@media print{.item h3{margin-top:60mm!important}}", "paper"),
    ("a last sheet of a line", "</main>", "<p class=\"lonely\">x</p></main><style>.lonely,.foot{break-before:page!important}</style>", "paper"),
    ("a sheet almost empty", "<style>", "<style>@media print{.item h2{break-after:page!important;break-inside:avoid}}", "paper"),
    ("a fold printed", "<details", "<details open class=\"shown\"", "paper"),
    ("an item that is not printed", "<style>", "<style>@media print{.item{display:none!important}}", "paper"),
]
KEPT = "<meta http-equiv=\"Content-Security-Policy\""


def run(folder, look, nu, formulas):
    """Breaks the sample's page in every way; answers 1 where a check did not notice."""
    maker = packs.Maker(folder, None)
    good = next(maker.sample().rglob("index.html")).read_text(encoding="utf-8")
    (folder / "index.html").write_text(good, encoding="utf-8")
    before, unnoticed = {}, 0
    for number, (name, words, others, check) in enumerate(BREAKS):
        if words not in good:
            unnoticed += tell(False, name, f"the page no longer holds {words}")
            continue
        broken = good.replace(words, others, 1)
        if "<style>" in others + words or check in ("headings, tables, links, drawings", "keyboard", "room at 320 px and 200 %"):
            # The policy would refuse a style that is not its own.
            broken = broken.replace(KEPT, "<meta name=\"x\"", 1)
        path = folder / f"broken-{number}" / "index.html"
        path.parent.mkdir()
        path.write_text(broken, encoding="utf-8")
        see = (lambda page: nu([page])[0][str(page)]) if check == "Nu HTML checker" else (lambda page: look(page, check))
        if check not in before:
            before[check] = see(folder / "index.html")
        problems = [problem for problem in see(path) if problem not in before[check]]
        unnoticed += tell(bool(problems), name, f"{check}: {problems[0] if problems else 'not noticed'}")
    (folder / "table").mkdir()
    (folder / "table" / "a.csv").write_text("a,b\r\n1,\"=1+1\"\r\n-1.5,+x\r\n", encoding="utf-8")
    found = formulas(folder / "table")[0]
    unnoticed += tell(len(found) == 2, "a formula in a table", f"{found}")
    print("Every check can fail." if not unnoticed else f"{unnoticed} of the breaks were not noticed.")
    return 1 if unnoticed else 0


def tell(noticed, name, text):
    print(f"{'ok  ' if noticed else 'no  '} {name} · {text[:150]}", flush=True)
    return not noticed
