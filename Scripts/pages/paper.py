"""What is checked on paper: the page printed by Chromium on A4."""
import re
import subprocess
import tempfile
from pathlib import Path

# Chosen, not derived: a page whose text ends in its upper fifth looks empty.
LEAST_FILLED = 0.2
# The last sheet may be emptier, but must hold more than a line or two.
LEAST_LAST = 0.1

# Tiny white words at both ends of every item's section and in every fold tell on which page they came out.
MARK = """() => {
  const mark = (text, where, e) => { const m = document.createElement('span'); m.textContent = text;
    Object.assign(m.style, {position: 'absolute', fontSize: '2px', lineHeight: '2px', color: '#fefefe', whiteSpace: 'nowrap', letterSpacing: '0'});
    m.dir = 'ltr'; where === 'first' ? e.prepend(m) : e.append(m); };
  const items = [...document.querySelectorAll('section.item[id^="item"]')], folds = [...document.querySelectorAll('details')];
  items.forEach((e, i) => { mark('qzb' + i + 'z', 'first', e.querySelector('h2') || e); mark('qze' + i + 'z', 'last', e); });
  folds.forEach((e, i) => mark('qzf' + i + 'z', 'last', e));
  return [items.map(e => (e.querySelector('h2') || e).textContent.replace(/qz[bef]\\d+z/g, '').replace(/\\s+/g, ' ').trim().slice(0, 50)),
    folds.map(e => e.querySelector('summary').textContent.trim().slice(0, 40))];
}"""


def printed(browser, address):
    """Problems on paper, with the number of sheets: an item over more than one, one almost empty, a fold printed."""
    page = browser.new_page(viewport={"width": 1024, "height": 800})
    page.goto(address)
    items, folds = page.evaluate(MARK)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.pdf"
        page.pdf(path=path, format="A4", prefer_css_page_size=True)
        page.close()
        boxes = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, text=True, errors="replace").stdout
    sheets = re.split(r"<page ", boxes)[1:]
    found = [] if re.match(r'width="59[45]\.\d+" height="84[12]\.\d+"', sheets[0]) else ["not on A4"]
    at = {}
    for number, sheet in enumerate(sheets, 1):
        for word in re.findall(r"qz[bef]\d+z", sheet):
            at.setdefault(word, number)
            at["last " + word] = number
        found += almost_empty(sheet, number, LEAST_FILLED if number < len(sheets) else LEAST_LAST)
    for index, title in enumerate(items):
        first, last = at.get(f"qzb{index}z"), at.get(f"last qze{index}z")
        if first is None or last is None:
            found.append(f"“{title}” is not printed whole")
        elif first != last:
            found.append(f"“{title}” takes sheets {first} to {last}")
    found += [f"printed although folded: “{name}”" for index, name in enumerate(folds) if f"qzf{index}z" in at]
    return found, len(sheets), len(items)


def almost_empty(sheet, number, least):
    """Whether the sheet's text, but for running lines in the margin, ends in its upper part."""
    height = float(re.search(r'height="([\d.]+)"', sheet)[1])
    ends = [float(end) for end, word in re.findall(r'yMax="([\d.]+)">([^<]*)<', sheet) if not re.match(r"qz[bef]\d+z", word)]
    lowest = max((end for end in ends if end < height - 40), default=0)
    return [f"sheet {number} is almost empty: its text ends after {round(100 * lowest / height)} %"] if lowest < least * height else []
