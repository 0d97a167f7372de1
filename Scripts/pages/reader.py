"""What is checked for people who use the keyboard or a screen reader."""

STRUCTURE = """() => {
  const found = [], name = e => e.localName + (e.id ? '#' + e.id : '') + [...e.classList].map(c => '.' + c).join('');
  const said = e => (e.textContent || '').replace(/\\s+/g, ' ').trim();
  if (!/^[a-z]{2}(-[A-Za-z0-9]+)*$/.test(document.documentElement.lang)) found.push('html has no lang');
  if (!document.title.trim()) found.push('no title');
  const tops = document.querySelectorAll('h1').length;
  if (tops !== 1) found.push(tops + ' h1');
  let last = 0;
  for (const h of document.querySelectorAll('h1,h2,h3,h4,h5,h6')) {
    const level = +h.localName[1];
    if (level > last + 1) found.push('h' + last + ' is followed by ' + h.localName + ': ' + said(h).slice(0, 40));
    if (!said(h)) found.push('an empty ' + name(h));
    last = level;
  }
  for (const one of ['header', 'main', 'footer'])
    if (document.querySelectorAll('body > ' + one + ', body > div > ' + one).length !== 1) found.push('not one ' + one);
  for (const t of document.querySelectorAll('table')) {
    if (!t.caption || !said(t.caption)) found.push('a table without a caption: ' + name(t) + ' ' + said(t).slice(0, 30));
    for (const th of t.querySelectorAll('th')) if (!/^(col|row|colgroup|rowgroup)$/.test(th.scope)) { found.push('a th without scope: ' + said(th).slice(0, 30)); break; }
    if (!t.querySelector('th')) found.push('a table without headers: ' + name(t));
  }
  const vague = /^(here|click here|more|read more|link|this|details|see|page|pdf|csv|download|https?:.*)$/i;
  for (const a of document.querySelectorAll('a[href]')) {
    const words = (a.getAttribute('aria-label') || said(a)).trim();
    if (!words || vague.test(words)) found.push('a link called “' + words.slice(0, 40) + '” to ' + a.getAttribute('href').slice(0, 40));
  }
  for (const s of document.querySelectorAll('summary')) if (!said(s)) found.push('a fold without a name');
  for (const s of document.querySelectorAll('svg')) {
    const hidden = s.closest('[aria-hidden="true"]'), named = s.getAttribute('role') === 'img' && (s.getAttribute('aria-label') || s.getAttribute('aria-labelledby') || s.querySelector(':scope > title'));
    if (!hidden && !named) found.push('a drawing neither hidden nor named: ' + name(s.parentElement) + ' > ' + name(s));
    let near = '', at = s; // Its figures: text beside it, or after it within the same part.
    for (let up = 0; up < 2 && !/\\d/.test(near) && at.parentElement; up++, at = at.parentElement) near += [...at.parentElement.childNodes].filter(n => n !== at).map(n => n.textContent).join(' ');
    if (hidden && s.querySelector('rect,path,circle') && !s.querySelector('defs') && !s.classList.contains('swatch') && !s.classList.contains('crest') && !/\\d/.test(near))
      found.push('a drawing without its figures as text: ' + name(s.parentElement) + ' > ' + name(s));
  }
  for (const e of document.querySelectorAll('[tabindex]')) if (e.tabIndex > 0) found.push('tabindex ' + e.tabIndex + ' at ' + name(e));
  for (const e of document.querySelectorAll('main *')) { const s = getComputedStyle(e);
    if (s.order !== '0' || /reverse/.test(s.flexDirection) || /dense/.test(s.gridAutoFlow)) { found.push('drawn in another order than it is read: ' + name(e)); break; } }
  return found;
}"""

# Says of what has the focus: its place among all that can have it, and whether a person sees it.
FOCUS = """() => {
  const e = document.activeElement;
  if (!e || e === document.body || e === document.documentElement) return null;
  window.__order ||= new Map([...document.querySelectorAll('*')].map((e, i) => [e, i]));
  const s = getComputedStyle(e), box = (e.getClientRects()[0] || e.getBoundingClientRect());
  const ring = s.outlineStyle === 'auto' || (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) || s.boxShadow !== 'none';
  const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1), top = Math.max(box.top, 0), y = top + Math.min((Math.min(box.bottom, innerHeight) - top) / 2, 20);
  const on = document.elementFromPoint(x, y);
  return {at: window.__order.get(e), what: e.localName + ' “' + e.textContent.replace(/\\s+/g, ' ').trim().slice(0, 40) + '”',
    href: e.getAttribute('href'), ring, inside: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    covered: !(on && (e.contains(on) || on.contains(e)))};
}"""

REACHABLE = """() => { window.__order ||= new Map([...document.querySelectorAll('*')].map((e, i) => [e, i]));
  return [...document.querySelectorAll('a[href],summary,input')].filter(e => e.checkVisibility({visibilityProperty: true})).map(e =>
    [window.__order.get(e), e.localName + ' “' + e.textContent.trim().slice(0, 40) + '”']); }"""


def structure(browser, address):
    """Problems with headings, landmarks, tables, links' names, drawings."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address)
    found = page.evaluate(STRUCTURE)
    page.close()
    return list(dict.fromkeys(found))


def keyboard(browser, address, most=150):
    """Goes through the page with the Tab key, at most `most` times: answers problems and how far it went."""
    page = browser.new_page(viewport={"width": 1024, "height": 700})
    page.goto(address)
    found, reached, last = [], [], -1
    while len(reached) < most:
        page.keyboard.press("Tab")
        now = page.evaluate(FOCUS)
        if now is None or now["at"] in reached:
            break
        if not reached and not (now["href"] or "").startswith("#"):
            found.append(f"the first stop is no skip link but {now['what']}")
        for wrong, text in ((not now["ring"], "no focus to be seen at"), (not now["inside"], "out of sight:"), (now["covered"], "covered:"),
                            (now["at"] < last, "out of reading order:")):
            found += [f"{text} {now['what']}"] if wrong else []
        last = now["at"]
        reached.append(last)
    visible = page.evaluate(REACHABLE)
    if len(reached) < most:
        found += [f"never reached: {what}" for at, what in visible if at not in reached]
    if not reached:
        found.append("nothing to go to, not even a skip link")
    found += skip(page, address) if len(visible) > 1 else []
    page.close()
    return list(dict.fromkeys(found)), len(reached)


def skip(page, address):
    """Problems with the skip link: it must bring its target into sight, and the next stop must stand behind it."""
    page.goto(address)
    page.keyboard.press("Tab")
    target = (page.evaluate(FOCUS) or {}).get("href") or ""
    if not target.startswith("#"):
        return []
    page.keyboard.press("Enter")
    page.wait_for_timeout(50)
    seen = page.evaluate("""(id) => { const e = document.getElementById(id), b = e && e.getBoundingClientRect();
        return !!b && b.top > -5 && b.top < innerHeight; }""", target[1:])
    page.keyboard.press("Tab")
    behind = page.evaluate("""(id) => { const e = document.getElementById(id);
        return !!e && (e === document.activeElement || !!(e.compareDocumentPosition(document.activeElement) & (4 | 16))); }""", target[1:])
    return ([] if seen else [f"the skip link does not go to {target}"]) + ([] if behind else ["after the skip link the focus is not behind its target"])
