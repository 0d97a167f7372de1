import EarshotCore

/// Makes lines of a Word file's paragraphs and tables, as an agenda's reader takes them.
struct DocxLines {
    private var numbering: DocxNumbering
    private var found:
        [(text: String, label: DocxNumbering.Label?, heading: Int, links: [(title: String, url: String)])] = []

    /// First cells of a row that names a table's columns.
    private static let columnNames: Set = [
        "no", "number", "item", "item no", "item number", "agenda item", "ref", "agenda no", "#", "agenda", "eitem",
        "rhif",
    ]

    init(_ blocks: [DocxText.Block], numbering: DocxNumbering) {
        self.numbering = numbering
        for block in blocks {
            switch block {
            case .paragraph(let paragraph): add(counted(paragraph))
            case .row(let cells): add(row: cells.map { $0.map { counted($0) } })
            }
        }
    }

    private mutating func counted(_ paragraph: DocxParagraph) -> DocxParagraph {
        var paragraph = paragraph
        paragraph.label = numbering.label(of: paragraph)
        return paragraph
    }

    private mutating func add(_ paragraph: DocxParagraph) {
        guard !paragraph.isBlank, !numbering.isContents(paragraph) else { return }
        let heading = numbering.outlineLevel(of: paragraph).map { min($0 + 1, 6) } ?? 0
        let label = paragraph.label.flatMap { $0.text.isEmpty && !$0.isBullet ? nil : $0 }
        found.append((paragraph.text, label, heading, paragraph.links))
    }

    /// A row is an item where its first cell is a number; else its cells' paragraphs stand one under the other.
    private mutating func add(row cells: [[DocxParagraph]]) {
        let filled = cells.map { $0.filter { !$0.isBlank || $0.isBareNumber } }.filter { !$0.isEmpty }
        guard let first = filled.first else { return }
        if filled.count > 1, first.count == 1, first[0].isBareNumber {
            let rest = filled.dropFirst().flatMap { cell in
                cell.count == 1 && cell[0].isPages ? [] : cell.filter { !$0.isBlank }
            }
            guard var title = rest.first else { return }
            if first[0].isBlank {
                title.label = first[0].label
            } else {
                title.text = "\(MarkupText.collapsed(first[0].text))\t\(title.text)"
                title.label = nil
            }
            add(title)
            for paragraph in rest.dropFirst() { add(paragraph) }
            return
        }
        if filled.count == 2, first.count == 1, filled[1].count == 1, MarkupText.collapsed(first[0].text).hasSuffix(":")
        {
            var joined = first[0]
            joined.text += " \(filled[1][0].text)"
            return add(joined)
        }
        let name = MarkupText.collapsed(first[0].text.filter { $0 != "." && $0 != ":" }).lowercased()
        if filled.count > 1, filled.allSatisfy({ $0.count == 1 }), Self.columnNames.contains(name) { return }
        for paragraph in filled.joined() { add(paragraph) }
    }

    // MARK: - Lines

    /// The lines, with the numbers of the list that counts the items.
    func lines() -> [TextLine] {
        var count = ItemCount(main: mainList, lastOfMain: lastOf(mainList))
        return found.indices.flatMap { index in
            let entry = found[index]
            let number = entry.label.flatMap { count.number(of: $0, at: index, heading: entry.heading) }
            let pieces = entry.text.split(omittingEmptySubsequences: false) { $0 == "\n" }.map(String.init)
            return pieces.indices.map { part in
                var text = pieces[part].trimmedTabs
                if part == 0, number == nil, let label = entry.label {
                    text = "\(label.isBullet ? "•" : label.text) \(text)"
                }
                var line = TextLine(
                    paragraph: text, counted: part == 0 ? number : nil, heading: part == 0 ? entry.heading : 0,
                    line: index + 1)
                line.isParagraph = part == 0
                // A list's own label is no item's number.
                if part == 0, number == nil, entry.label != nil { line = line.unnumbered }
                if part == pieces.count - 1 { line.links = entry.links }
                return line
            }
        }
    }

    private func lastOf(_ main: (list: String, level: Int)?) -> Int {
        found.lastIndex { $0.label?.list == main?.list && $0.label?.level == main?.level } ?? 0
    }

    /// Which labels are items' numbers.
    private struct ItemCount {
        let main: (list: String, level: Int)?
        /// Where the items' own list ends.
        let lastOfMain: Int
        /// The number of the last item of the highest level.
        private var last = (text: "", value: 0)

        init(main: (list: String, level: Int)?, lastOfMain: Int) {
            self.main = main
            self.lastOfMain = lastOfMain
        }

        mutating func number(
            of label: DocxNumbering.Label, at index: Int, heading: Int
        ) -> (number: String, leading: Int)? {
            guard !label.isBullet, let main else { return nil }
            if label.list == main.list, label.level > main.level {
                if label.holdsFirst { return (label.text, label.first) }
                // Under Roman numbers and letters the next level are items too; elsewhere only headings are.
                let isOutline = last.text.first.map { $0.isLetter } ?? false
                guard heading > 0 || (isOutline && label.level == main.level + 1) else { return nil }
                return (last.text + label.text, last.value)
            }
            // A list that goes on where the items' own ended, as happens when agendas are pasted together.
            let goesOn = label.level == 0 && index > lastOfMain && last.value > 0 && label.value == last.value + 1
            guard label.list == main.list || goesOn else { return nil }
            last = (label.text, label.value)
            return (label.text, label.value)
        }
    }

    /// The list that numbers two paragraphs or more and begins first; none where numbers are typed before it begins.
    private var mainList: (list: String, level: Int)? {
        let typed = found.indices.filter { index in
            guard found[index].label == nil else { return false }
            let line = TextLine(found[index].text, line: 0)
            return line.number != nil && line.isMarked && Dates.firstLocal(in: line.text)?.range.lowerBound != 0
        }
        let numbered = found.indices.filter { found[$0].label.map { !$0.isBullet } ?? false }
        let lists = numbered.compactMap { found[$0].label?.list }
        let sizes = Dictionary(lists.map { ($0, 1) }, uniquingKeysWith: +)
        let chosen = lists.first { sizes[$0, default: 0] > 1 } ?? lists.first
        guard let chosen, let start = numbered.first(where: { found[$0].label?.list == chosen }) else { return nil }
        if typed.count > 1, typed[0] < start { return nil }
        let levels = numbered.compactMap { found[$0].label }.filter { $0.list == chosen }.map(\.level)
        return levels.min().map { (chosen, $0) }
    }
}

extension String {
    /// Without white space at the end; tabs at the beginning are indents.
    fileprivate var trimmedTabs: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
