import EarshotCore

/// The agenda of a page whose items carry no whole numbers: counted by letters, Roman numbers or references ("24/101"),
/// each in a list of its own, or merely bulleted under "Agenda". Its blocks are read as the lines of a typed agenda.
struct PageLines {
    private(set) var drafts: [ItemDraft] = []
    /// What stands above the first item.
    private(set) var header: ArraySlice<PageBlock>

    /// Fewer are no agenda: any page has a short list (chosen, not derived).
    private static let fewest = 3

    /// Blocks of the largest page that is looked at (chosen, not derived; real agendas have a few hundred).
    private static let most = 5000

    init(_ blocks: [PageBlock], base: String?) {
        header = blocks[...]
        guard blocks.count <= Self.most else { return }
        var outline = TextOutline(Self.lines(blocks, base))
        guard !outline.isOfHeadings else { return }
        let found = outline.drafts()
        guard found.count(where: { $0.isHeading != true }) >= Self.fewest, let first = found.first else { return }
        drafts = found
        header = blocks[..<(blocks.firstIndex { $0.text.contains(first.title) } ?? blocks.endIndex)]
    }

    private static func lines(_ blocks: [PageBlock], _ base: String?) -> [TextLine] {
        let agenda = agendaList(blocks)
        var lines: [TextLine] = []
        var rowNumber: (text: String, cell: PageBlock.Cell)?
        let titles = titles(blocks)
        for (index, block) in blocks.enumerated() {
            var text = block.text
            if let cell = block.cell {
                if cell.column == 0, text.count <= 12, text.contains(where: \.isNumber) {
                    rowNumber = (text, cell)
                    continue
                }
                if let number = rowNumber, number.cell.row == cell.row, text.contains(where: \.isLetter) {
                    text = "\(number.text)\t\(text)"
                }
            }
            rowNumber = nil
            if block.opensEntry, let entry = block.entry, entry.depth == 0, LeadingNumber(text) == nil {
                text = "\(entry.number). \(text)"
            } else if let list = block.bullet, list == agenda {
                text = "• \(text)"
            }
            let isTitle = titles.contains(index)
            if isTitle { text = "• \(text)" }
            var line = TextLine(
                paragraph: text, counted: nil, heading: isTitle ? 0 : block.heading, line: block.line)
            line.links = block.links.compactMap { link in
                WebAddress.resolved(link.href, against: base).map { (link.title, $0) }
            }
            lines.append(line)
        }
        return lines
    }

    /// Headings without numbers, of one level, below one that says no more than "Agenda".
    private static func titles(_ blocks: [PageBlock]) -> Set<Int> {
        guard
            let start = blocks.firstIndex(where: {
                $0.heading > 0 && ["agenda", "agenda items", "rhaglen"].contains($0.text.lowercased())
            })
        else { return [] }
        let below = blocks.indices.dropFirst(start + 1).filter { blocks[$0].heading > 0 }
            .prefix { blocks[$0].heading > blocks[start].heading }
        let level = below.map { blocks[$0].heading }.min()
        let titles = below.filter { blocks[$0].heading == level && LeadingNumber(blocks[$0].text) == nil }
        return titles.count >= fewest ? Set(titles) : []
    }

    /// The bulleted list that follows the word "Agenda"; `nil` where there is none, or where it is a menu.
    private static func agendaList(_ blocks: [PageBlock]) -> Int? {
        guard let start = blocks.firstIndex(where: { UncountedLines.saysAgenda($0.text) }) else { return nil }
        var entries: [Int: [PageBlock]] = [:]
        for block in blocks[start...] {
            if let list = block.bullet { entries[list, default: []].append(block) }
        }
        return entries.keys.sorted().first { list in
            let entries = entries[list] ?? []
            let links = entries.count { $0.links.first?.title == $0.text }
            return entries.count >= fewest && links * 2 < entries.count
        }
    }
}
