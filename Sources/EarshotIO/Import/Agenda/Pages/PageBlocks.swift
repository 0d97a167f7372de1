import EarshotCore

/// One paragraph, heading, list entry or cell of a page, as plain text on one line.
struct PageBlock {
    struct Link {
        var title: String
        var href: String
    }

    /// An entry of a numbered list.
    struct Entry: Equatable {
        /// Which `<ol>` of the page, counted from 0.
        var list: Int
        var number: Int
        /// Lists around this one.
        var depth: Int
    }

    struct Cell: Equatable {
        /// Which row of the page, counted from 0.
        var row: Int
        var column: Int
    }

    var text = ""
    /// Counted from 1.
    var line = 0
    /// 1 for `<h1>`; 0 for none.
    var heading = 0
    /// The innermost numbered list that it stands in.
    var entry: Entry?
    /// Whether it is the first of its entry.
    var opensEntry = false
    /// The bulleted list of which it opens an entry, where no list is around that.
    var bullet: Int?
    /// The innermost table row that it stands in.
    var cell: Cell?
    var links: [Link] = []
}

/// A page's text in document order, without what surrounds it: menus, breadcrumbs, footers.
struct PageBlocks {
    private(set) var blocks: [PageBlock] = []
    private var block = PageBlock()
    /// Elements that are open and have a bearing on what stands in them.
    private var open: [Open] = []
    private var lists = 0
    private var rows = 0
    private var lineNow = 0

    private struct Open {
        var end: Int
        var role: Role
    }

    private enum Role {
        case block
        case heading(Int)
        case numbered(list: Int, next: Int, step: Int)
        case bulleted(list: Int)
        case entry(PageBlock.Entry)
        case row(Int, next: Int)
        case cell(PageBlock.Cell)
    }

    init(_ page: MarkupTree) {
        guard let root = page.root else { return }
        var i = root.index
        while i < page.nodes.count {
            while let last = open.last, last.end <= i { leave() }
            let node = page.nodes[i]
            if node.name.isEmpty {
                if block.line == 0, node.text.contains(where: { !$0.isWhitespace }) { block.line = lineNow }
                block.text += node.text
                i += 1
            } else if Self.isSurrounding(MarkupElement(tree: page, index: i), node) {
                close()
                i = node.end
            } else {
                lineNow = node.line > 0 ? node.line : lineNow
                enter(MarkupElement(tree: page, index: i), node)
                i += 1
            }
        }
        while !open.isEmpty { leave() }
        close()
    }

    // MARK: - What surrounds the text

    private static let surrounding: Set = [
        "head", "script", "style", "nav", "footer", "aside", "select", "button", "svg", "noscript", "template",
        "iframe",
        "dialog", "object",
    ]
    private static let surroundingRoles: Set = [
        "navigation", "contentinfo", "search", "complementary", "dialog", "menu",
    ]
    private static let surroundingWords: Set = [
        "breadcrumb", "breadcrumbs", "menu", "nav", "navbar", "navigation", "pagination", "pager", "sidebar", "cookie",
        "cookies", "footer", "skip", "toc", "share", "sr-only",
    ]

    private static func isSurrounding(_ element: MarkupElement, _ node: MarkupTree.Node) -> Bool {
        if surrounding.contains(node.name) { return true }
        for attribute in node.attributes {
            switch attribute.name {
            case "role": if surroundingRoles.contains(attribute.value.lowercased()) { return true }
            case "class", "id":
                // The page itself is never its own surroundings, whatever its classes ("no-sidebar").
                guard node.name != "html", node.name != "body", node.name != "main", node.name != "form" else {
                    continue
                }
                let names = attribute.value.lowercased().split(whereSeparator: \.isWhitespace).prefix(12)
                if names.contains(where: { surroundingWords.contains(String($0)) }) { return true }
            default: break
            }
        }
        return false
    }

    // MARK: - Elements

    private static let plainBlocks: Set = [
        "address", "article", "blockquote", "caption", "center", "dd", "div", "dl", "dt", "fieldset", "figure", "form",
        "header", "hr", "main", "p", "pre", "section", "table", "tbody", "thead", "tfoot", "details", "summary",
    ]

    private mutating func enter(_ element: MarkupElement, _ node: MarkupTree.Node) {
        switch node.name {
        case "br": close()
        case "h1", "h2", "h3", "h4", "h5", "h6":
            close()
            push(node.end, .heading(Int(node.name.dropFirst()) ?? 0))
        case "ol":
            close()
            let isReversed = element.attribute("reversed") != nil
            let start = element.attribute("start").flatMap { Int($0) } ?? 1
            push(node.end, .numbered(list: lists, next: start, step: isReversed ? -1 : 1))
            lists += 1
        case "ul", "menu":
            close()
            push(node.end, .bulleted(list: lists))
            lists += 1
        case "li":
            close()
            let entry = entry(element)
            push(node.end, entry.map { .entry($0) } ?? .block)
            if entry != nil { block.opensEntry = true } else { block.bullet = outerBullets }
        case "tr":
            close()
            push(node.end, .row(rows, next: 0))
            rows += 1
        case "td", "th":
            close()
            push(node.end, nextCell().map { .cell($0) } ?? .block)
        case "a":
            let words = MarkupText.line(of: element)
            guard let href = element.attribute("href"), !href.hasPrefix("#"), !words.isEmpty else { return }
            block.links.append(PageBlock.Link(title: words, href: href))
        default:
            guard Self.plainBlocks.contains(node.name) else { return }
            close()
            push(node.end, .block)
        }
    }

    private mutating func push(_ end: Int, _ role: Role) { open.append(Open(end: end, role: role)) }

    /// The number of a list entry that begins; `nil` in a list without numbers.
    private mutating func entry(_ element: MarkupElement) -> PageBlock.Entry? {
        guard
            let holder = open.lastIndex(where: {
                switch $0.role {
                case .numbered, .bulleted, .entry: true
                default: false
                }
            }), case .numbered(let list, let next, let step) = open[holder].role
        else { return nil }
        let number = element.attribute("value").flatMap { Int($0) } ?? next
        let (following, isTooLarge) = number.addingReportingOverflow(step)
        open[holder].role = .numbered(list: list, next: isTooLarge ? 0 : following, step: step)
        let depth = open[..<holder].reduce(0) { count, open in
            switch open.role {
            case .numbered, .bulleted: count + 1
            default: count
            }
        }
        return PageBlock.Entry(list: list, number: number, depth: depth)
    }

    /// The bulleted list that is open, where it stands in no other.
    private var outerBullets: Int? {
        var found: Int?
        for open in open {
            switch open.role {
            case .numbered: return nil
            case .bulleted(let list):
                guard found == nil else { return nil }
                found = list
            default: break
            }
        }
        return found
    }

    private mutating func nextCell() -> PageBlock.Cell? {
        guard
            let holder = open.lastIndex(where: { if case .row = $0.role { true } else { false } }),
            case .row(let row, let column) = open[holder].role
        else { return nil }
        open[holder].role = .row(row, next: column + 1)
        return PageBlock.Cell(row: row, column: column)
    }

    private mutating func leave() {
        close()
        open.removeLast()
    }

    /// Ends the block; one without words leaves nothing but the mark that an entry has begun.
    private mutating func close() {
        let text = MarkupText.collapsed(block.text)
        guard !text.isEmpty else {
            block.text = ""
            return
        }
        var done = block
        done.text = text
        for open in open.reversed() {
            switch open.role {
            case .heading(let level) where done.heading == 0: done.heading = level
            case .entry(let entry) where done.entry == nil: done.entry = entry
            case .cell(let cell) where done.cell == nil: done.cell = cell
            default: break
            }
        }
        if done.entry == nil { done.opensEntry = false }
        blocks.append(done)
        block = PageBlock()
    }
}
