import EarshotCore

/// The agenda items of a page that is of no known format: told by their numbers alone.
///
/// The page's numbers may be those of headings, table rows, lists or paragraphs. Numbered headings win; else the
/// kind with the most numbers that follow one another.
struct NumberedBlocks {
    /// Where an item begins.
    private struct Opening {
        /// Index of the first of the item's blocks, and of the block after its title.
        var start: Int
        var body: Int
        var number: String
        var title: String
        var leading: Int
        /// The list that it is an entry of.
        var list: Int?
    }

    /// Numbers that may be left out between two items (chosen, not derived).
    private static let widestGap = 20
    /// Blocks of text behind the last item, where nothing says that it ends (chosen, not derived).
    private static let lastItem = 40

    private let blocks: [PageBlock]
    private let openings: [Opening]
    /// Level of the headings that the items are; 0 where they are none.
    private let level: Int
    /// Numbered entries of the page, of any kind, that are no items.
    let leftOut: Int

    init(_ blocks: [PageBlock]) {
        self.blocks = blocks
        let headings = Self.sequence(Self.headings(blocks), blocks)
        let kinds = [
            Self.sequence(Self.rows(blocks), blocks), Self.entries(blocks), Self.sequence(Self.lines(blocks), blocks),
        ]
        // The first of the longest.
        let best = kinds.reduce([]) { $1.count > $0.count ? $1 : $0 }
        openings = headings.count >= 2 ? headings : best.count >= 2 ? best : []
        level = headings.count >= 2 ? headings.map { blocks[$0.start].heading }.min() ?? 0 : 0
        leftOut = max(0, blocks.filter { $0.opensEntry && ($0.entry?.depth ?? 0) == 0 }.count - openings.count)
    }

    var isEmpty: Bool { openings.isEmpty }

    /// What stands above the first item.
    var header: ArraySlice<PageBlock> { blocks[..<(openings.first?.start ?? blocks.count)] }

    // MARK: - Where items begin

    private static func headings(_ blocks: [PageBlock]) -> [Opening] {
        blocks.indices.compactMap { index in
            guard blocks[index].heading > 0, let found = LeadingNumber(blocks[index].text), let leading = found.leading,
                !found.rest.isEmpty, found.isMarked || found.rest.first?.isUppercase == true,
                !beginsWithDate(blocks[index])
            else { return nil }
            return Opening(
                start: index, body: index + 1, number: found.number, title: found.rest, leading: leading, list: nil)
        }
    }

    /// Rows whose first words are a number in a cell of its own.
    private static func rows(_ blocks: [PageBlock]) -> [Opening] {
        var openings: [Opening] = []
        var rowNow: Int?
        for index in blocks.indices {
            guard let cell = blocks[index].cell, cell.row != rowNow else { continue }
            rowNow = cell.row
            guard let found = LeadingNumber(blocks[index].text), found.rest.isEmpty, let leading = found.leading,
                let words = blocks[(index + 1)...].prefix(3).firstIndex(where: { $0.text.contains(where: \.isLetter) }),
                blocks[index + 1...words].allSatisfy({ $0.cell?.row == cell.row && $0.cell != cell })
            else { continue }
            // A file's number may stand between the item's number and its words.
            let title = blocks[index + 1...words].map(\.text).joined(separator: " ")
            openings.append(
                Opening(
                    start: index, body: words + 1, number: found.number, title: title, leading: leading, list: nil))
        }
        return openings
    }

    /// The longest list, with those that go on counting where it ends.
    private static func entries(_ blocks: [PageBlock]) -> [Opening] {
        var lists: [Int: [Opening]] = [:]
        for index in blocks.indices where blocks[index].opensEntry {
            guard let entry = blocks[index].entry else { continue }
            // An entry that prints a number of its own is known by that.
            let own = LeadingNumber(blocks[index].text).flatMap { $0.isMarked && !$0.rest.isEmpty ? $0 : nil }
            lists[entry.list, default: []].append(
                Opening(
                    start: index, body: index + 1, number: own?.number ?? String(entry.number),
                    title: own?.rest ?? blocks[index].text, leading: own?.leading ?? entry.number, list: entry.list))
        }
        let inOrder = lists.keys.sorted().compactMap { lists[$0] }
        guard let longest = inOrder.indices.max(by: { inOrder[$0].count < inOrder[$1].count }) else { return [] }
        var chosen = inOrder[longest]
        for list in inOrder[(longest + 1)...] where list.first?.leading == (chosen.last?.leading ?? 0) + 1 {
            chosen += list
        }
        for list in inOrder[..<longest].reversed() where (list.last?.leading ?? 0) + 1 == chosen.first?.leading {
            chosen = list + chosen
        }
        return chosen
    }

    /// Paragraphs and other blocks that begin with a number and a mark, or are one.
    private static func lines(_ blocks: [PageBlock]) -> [Opening] {
        blocks.indices.compactMap { index in
            guard let found = LeadingNumber(blocks[index].text), found.isMarked, let leading = found.leading,
                !beginsWithDate(blocks[index])
            else { return nil }
            if !found.rest.isEmpty {
                return Opening(
                    start: index, body: index + 1, number: found.number, title: found.rest, leading: leading, list: nil)
            }
            // A number alone is an item's only where it is printed as one: "4.", not "4".
            guard let mark = blocks[index].text.last, !mark.isNumber, index + 1 < blocks.count,
                blocks[index + 1].text.contains(where: \.isLetter), LeadingNumber(blocks[index + 1].text) == nil
            else { return nil }
            return Opening(
                start: index, body: index + 2, number: found.number, title: blocks[index + 1].text, leading: leading,
                list: nil)
        }
    }

    private static func beginsWithDate(_ block: PageBlock) -> Bool {
        Dates.firstLocal(in: String(block.text.prefix(80)))?.range.lowerBound == 0
    }

    /// Those of the candidates whose numbers follow one another. One that goes back counts a list within an item, so
    /// do those that go on from it right below.
    private static func sequence(_ candidates: [Opening], _ blocks: [PageBlock]) -> [Opening] {
        var best: [Opening] = []
        // The first number may be no item's; eight starts are enough for pages seen.
        for start in candidates.indices.prefix(8) {
            let found = follow(candidates[start...])
            if found.count > best.count { best = found }
        }
        return best
    }

    private static func follow(_ candidates: ArraySlice<Opening>) -> [Opening] {
        var found: [Opening] = []
        var inner: (leading: Int, body: Int)?
        for candidate in candidates {
            guard let last = found.last else {
                found.append(candidate)
                continue
            }
            if let list = inner, candidate.leading == list.leading + 1, candidate.start == list.body {
                inner = (candidate.leading, candidate.body)
                continue
            }
            let isNext = candidate.leading > last.leading && candidate.leading - last.leading <= widestGap
            let isPart =
                candidate.leading == last.leading && candidate.number != last.number
                && candidate.number.contains { !$0.isNumber }
            if isNext || isPart {
                found.append(candidate)
                inner = nil
            } else {
                inner = (candidate.leading, candidate.body)
            }
        }
        return found
    }

    // MARK: - Items

    /// One draft an item; headings between items are section titles.
    func drafts(base: String?) -> [ItemDraft] {
        var drafts: [ItemDraft] = []
        for (index, opening) in openings.enumerated() {
            let next = index + 1 < openings.count ? openings[index + 1].start : nil
            var draft = ItemDraft(number: opening.number, title: opening.title, line: blocks[opening.start].line)
            draft.isHeading = false
            var text: [String] = []
            for block in blocks[opening.start..<opening.body] { Self.take(block, isTitle: true, base, &draft) }
            for block in blocks[opening.body..<(next ?? end(opening))] {
                if isSection(block) {
                    guard next != nil else { break }
                    Self.finish(&draft, &text, &drafts)
                    draft = ItemDraft(title: block.text, line: block.line)
                    draft.isHeading = true
                } else if Self.take(block, isTitle: false, base, &draft) {
                    text.append(block.text)
                }
            }
            Self.finish(&draft, &text, &drafts)
        }
        return drafts
    }

    private static func finish(_ draft: inout ItemDraft, _ text: inout [String], _ drafts: inout [ItemDraft]) {
        draft.text = text.joined(separator: "\n")
        drafts.append(draft)
        text = []
    }

    /// Where the last item ends: with its list, its table or the next heading.
    private func end(_ last: Opening) -> Int {
        let inTable = blocks[last.start].cell != nil
        let rest = blocks[last.body...].prefix(Self.lastItem)
        let end = rest.firstIndex { block in
            isSection(block) || (level == 0 && block.heading > 0) || (last.list != nil && block.entry == nil)
                || (inTable && block.cell == nil)
        }
        return end ?? rest.endIndex
    }

    private func isSection(_ block: PageBlock) -> Bool {
        if block.heading > 0 {
            return level == 0 || block.heading < level || LeadingNumber(block.text) == nil && block.heading == level
        }
        guard block.text.count <= 80, block.entry == nil else { return false }
        let letters = block.text.filter(\.isLetter)
        return letters.count >= 4 && letters.allSatisfy(\.isUppercase)
    }

    /// Takes the block's documents; answers whether it holds words beside them.
    @discardableResult
    private static func take(_ block: PageBlock, isTitle: Bool, _ base: String?, _ draft: inout ItemDraft) -> Bool {
        var ofDocuments = 0
        for link in block.links {
            guard let url = WebAddress.resolved(link.href, against: base) else { continue }
            if isDocument(link.href) {
                let title = ItemTitle.cleaned(link.title)
                let isWholeTitle = isTitle && block.text.hasSuffix(link.title)
                draft.documents.append(
                    AgendaItem.Document(
                        title: isWholeTitle ? ItemTitle.cleaned(draft.title) : title, url: url,
                        restricted: RestrictedWords.mark(document: link.title)))
                ofDocuments += link.title.count
            } else if isTitle, draft.url == nil {
                draft.url = url
            }
        }
        return ofDocuments == 0 || ofDocuments * 5 < block.text.count * 4
    }

    private static let endings = [
        ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".rtf", ".odt", ".ods", ".csv", ".zip",
    ]
    private static let services = [
        "filestream.ashx", "view.ashx", "metaviewer.php", "documentviewer", "downloadfile", "/download", "viewfile",
        "viewdocument", "attachmentviewer", "coversheet.aspx",
    ]

    private static func isDocument(_ href: String) -> Bool {
        let href = href.lowercased()
        let path = href.prefix { $0 != "?" && $0 != "#" }
        return endings.contains { path.hasSuffix($0) } || services.contains { href.contains($0) }
    }
}
