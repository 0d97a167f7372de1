"""What is checked on the screen of Chromium: nothing runs or is fetched, nothing sticks out, axe finds nothing."""
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (320, 768, 1280)

# Elements a pack's page is made of. One that is not among them has come from somebody's words.
ELEMENTS = set("""html head meta title style body header main footer nav section article aside div span p a b strong em i small mark
time abbr code q cite blockquote figure figcaption h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption colgroup col thead tbody tfoot tr th td
details summary br hr wbr bdi input label img svg defs pattern rect path line circle g text tspan lineargradient clippath use""".split())

HOOKS = """(() => {
  window.__seen = [];
  for (const name of ['alert', 'confirm', 'prompt', 'open', 'print', 'fetch'])
    window[name] = () => { window.__seen.push('called ' + name); };
  document.addEventListener('securitypolicyviolation', e =>
    window.__seen.push('the policy refused ' + e.violatedDirective + ' ' + e.blockedURI));
})()"""

FOREIGN = """(known) => {
  const found = [];
  for (const e of document.querySelectorAll('*')) {
    const name = e.localName;
    if (!known.includes(name.toLowerCase())) found.push('an element <' + name + '>');
    if (name === 'input' && (e.type !== 'checkbox' || e.name || e.autofocus)) found.push('an <input> that is no plain box to tick');
    for (const a of e.attributes) {
      const key = a.name.toLowerCase(), value = a.value.trim().toLowerCase().replace(/[\\u0000-\\u0020]/g, '');
      if (key.startsWith('on')) found.push('<' + name + '> has ' + key);
      if (key === 'style' || key === 'srcdoc' || key === 'formaction' || key === 'ping') found.push('<' + name + '> has ' + key);
      if (/^(src|data|poster|background|action|srcset)$/.test(key) && !/^data:image\\/(png|svg\\+xml)/.test(value)) found.push('<' + name + '> fetches ' + value.slice(0, 60));
    }
    if (name === 'meta' && (e.httpEquiv || '').toLowerCase() === 'refresh') found.push('a meta refresh');
    for (const key of ['href', 'xlink:href']) {
      const raw = e.getAttribute(key);
      if (raw === null) continue;
      if (raw.startsWith('#')) { if (raw.length > 1 && !document.getElementById(decodeURIComponent(raw.slice(1)))) found.push('a link to nowhere: ' + raw); continue; }
      let to; try { to = new URL(raw, location.href); } catch { found.push('an address that is none: ' + raw.slice(0, 60)); continue; }
      if (to.protocol === 'file:' && /^[a-z0-9][a-z0-9._-]*(#.*)?$/i.test(raw)) continue;
      if (!['http:', 'https:', 'mailto:'].includes(to.protocol)) found.push('a link to ' + raw.slice(0, 60));
    }
  }
  if (document.querySelectorAll('input').length > 1) found.push('more than one <input>');
  if (!document.querySelector('meta[http-equiv="Content-Security-Policy"]')) found.push('no Content-Security-Policy');
  return found;
}"""

STICKS_OUT = """() => {
  const wide = document.scrollingElement.scrollWidth, room = document.documentElement.clientWidth, found = [];
  if (getComputedStyle(document.documentElement).overflowX === 'hidden' || getComputedStyle(document.body).overflowX === 'hidden')
    found.push('the page cuts off what is too wide');
  if (wide <= room) return found;
  const name = e => e.localName + (e.id ? '#' + e.id : '') + [...e.classList].map(c => '.' + c).join('');
  const out = [...document.querySelectorAll('body *')].filter(e => {
    const box = e.getBoundingClientRect();
    const right = Math.max(box.right, getComputedStyle(e).overflowX === 'visible' ? box.left + e.scrollWidth : 0);
    if (right <= room + .5 || !box.width) return false;
    for (let p = e.parentElement; p && p !== document.body; p = p.parentElement)
      if (getComputedStyle(p).overflowX !== 'visible') return false;
    return ![...e.children].some(c => c.getBoundingClientRect().left + Math.max(c.scrollWidth, c.getBoundingClientRect().width) > room + .5);
  });
  found.push('scrolls to ' + wide + ' px of ' + room + ': ' + (out.slice(0, 3).map(e =>
    name(e.parentElement) + ' > ' + name(e) + ' “' + e.textContent.trim().slice(0, 20) + '”').join(', ') || 'no single element'));
  return found;
}"""

OPEN = "(open) => { for (const d of document.querySelectorAll('details')) d.open = open; }"


def runs_nothing(browser, address):
    """Problems found while the page is opened with scripts allowed, every fold unfolded, everything hovered and clicked on."""
    context = browser.new_context(viewport={"width": 1024, "height": 800})
    context.add_init_script(HOOKS)
    page, seen = context.new_page(), []
    page.on("request", lambda r: r.url.split("#")[0] == address or r.url.startswith("data:image/") or seen.append(f"asked for {r.url[:80]}"))
    page.on("dialog", lambda d: (seen.append(f"opened a dialog: {d.type}"), d.dismiss()))
    page.on("popup", lambda p: seen.append(f"opened a window: {p.url[:60]}"))
    page.on("console", lambda m: seen.append(f"wrote to the console: {m.text[:100]}"))
    page.on("pageerror", lambda e: seen.append(f"ran a script that broke: {e}"))
    page.goto(address)
    seen += page.evaluate(FOREIGN, sorted(ELEMENTS))
    page.evaluate(OPEN, True)
    page.evaluate("""() => { for (const e of document.querySelectorAll('*')) {
        for (const kind of ['mouseover', 'mouseenter', 'focus', 'pointerenter', 'toggle', 'animationstart', 'error', 'load'])
            e.dispatchEvent(new Event(kind)); } }""")
    page.wait_for_timeout(150)
    seen += page.evaluate("window.__seen")
    if page.url.split("#")[0] != address:
        seen.append(f"went to {page.url[:80]}")
    context.close()
    return unique(seen)


def fits(browser, address):
    """Problems with room: at 320 px, at twice the text size, at 640 px with twice the pixels; folds shut and open."""
    found = []
    for width, scale, size in ((320, 1, ""), (640, 1, "200%"), (640, 2, "")):
        context = browser.new_context(viewport={"width": width, "height": 800}, device_scale_factor=scale)
        page = context.new_page()
        page.goto(address)
        page.evaluate("(size) => { document.documentElement.style.fontSize = size; }", size)
        for opened in (False, True):
            page.evaluate(OPEN, opened)
            how = f"{width} px" + (f", text {size}" if size else "") + (f", {scale} pixels each" if scale > 1 else "") + (", unfolded" if opened else "")
            found += [f"{how}: {what}" for what in page.evaluate(STICKS_OUT)]
        context.close()
    return unique(found)


def axe(browser, address, source, thorough):
    """axe's violations: at 320 px and in forced colours with folds open; where thorough, folds shut and open at all three
    widths, in forced colours light and dark, and in the dark."""
    looks = [(320, True, {})]
    if thorough:
        looks = [(width, opened, {}) for opened in (False, True) for width in WIDTHS]
        looks += [(768, True, {"color_scheme": "dark"}), (768, True, {"forced_colors": "active", "color_scheme": "dark"})]
    looks += [(768, True, {"forced_colors": "active"})]
    found, context, page, now = [], None, None, None
    for width, opened, options in looks:
        if context is None or now != options:
            if context:
                context.close()
            context, now = browser.new_context(**options), options
            page = context.new_page()
            page.goto(address)
            page.evaluate(source)
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate(OPEN, opened)
        violations = page.evaluate("""(tags) => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})
            .then(r => r.violations.map(v => [v.id, v.nodes.length, v.nodes[0].target.join(' '), v.help]))""", AXE_TAGS)
        how = f"{width} px, {'open' if opened else 'shut'}" + "".join(f", {key} {value}" for key, value in options.items())
        found += [f"{rule} at {target[:70]} and {count - 1} more ({help}; {how})" for rule, count, target, help in violations]
    context.close()
    return sorted(set(found)), len(looks)


def speed(browser, address):
    """Milliseconds to `load` and to the first contentful paint: the medians of three openings."""
    times = []
    for _ in range(3):
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        page = context.new_page()
        page.goto(address)
        for _ in range(200):
            painted = page.evaluate("performance.getEntriesByName('first-contentful-paint').map(e => e.startTime)")
            if painted:
                break
            page.wait_for_timeout(50)
        times.append([page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd"), *(painted or [10_000])])
        context.close()
    return [round(sorted(values)[1]) for values in zip(*times)]


def unique(texts):
    return list(dict.fromkeys(texts))
