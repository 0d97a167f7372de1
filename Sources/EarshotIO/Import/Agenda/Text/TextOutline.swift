import EarshotCore

/// Tells the items of a typed agenda from its other lines.
struct TextOutline {
    private let lines: [TextLine]
    /// The lines before the first item, as typed; filled by `drafts`.
    private(set) var header: [String] = []
    /// A section after the last item, which holds none: "How to attend"; filled by `drafts`.
    private(set) var tail: (title: String, line: Int)?

    private enum Style {
        /// "## 4. Parking": numbered headings; numbers elsewhere belong to the text.
        case numberedHeadings
        /// "4. Parking".
        case numberedLines
        /// "4 Parking", where no number carries a mark.
        case bareNumbers
        /// "## Parking", where nothing is numbered.
        case headings(Int)
        /// "- Parking", where nothing is numbered.
        case bullets
    }

    init(_ lines: [TextLine]) {
        let lines = OtherNumbering.applied(to: UncountedLines.applied(to: lines))
        self.lines = UncountedLines.bulleted(lines) ?? lines
    }

    /// One draft an item or section title.
    mutating func drafts() -> [ItemDraft] {
        let style = style
        var drafts: [ItemDraft] = []
        var paragraphs: [[String]] = []
        var last: (number: Int, letter: String)?
        var list: (last: Int, line: Int)?
        var isAfterBlank = true
        func close() {
            guard let index = drafts.indices.last else { return }
            let text = paragraphs.map { $0.joined(separator: " ") }.filter { !$0.isEmpty }
            drafts[index].text = text.joined(separator: "\n")
            paragraphs = []
        }
        for line in lines {
            if line.text.isEmpty {
                isAfterBlank = true
                if paragraphs.last?.isEmpty == false { paragraphs.append([]) }
                continue
            }
            defer { isAfterBlank = false }
            if line.isParagraph {
                isAfterBlank = true
                if paragraphs.last?.isEmpty == false { paragraphs.append([]) }
            }
            if opensItem(line, style, last, list, isAfterBlank) {
                close()
                drafts.append(draft(line, style))
                if let leading = line.leading { last = (leading, line.number ?? "") }
                list = nil
            } else if isSection(line, style, isAfterBlank, hasItems: !drafts.isEmpty) {
                close()
                drafts.append(ItemDraft(title: line.text, isHeading: true, line: line.line))
                list = nil
            } else if drafts.isEmpty {
                header.append(line.text)
            } else {
                if let leading = line.leading, line.isMarked { list = (leading, line.line) }
                add(line, to: &drafts[drafts.count - 1], &paragraphs, isAfterBlank)
            }
        }
        close()
        return trimmed(drafts)
    }

    /// Section titles above the first item stay; those after the last one go, with what stands under them.
    private mutating func trimmed(_ drafts: [ItemDraft]) -> [ItemDraft] {
        guard let last = drafts.lastIndex(where: { $0.isHeading != true }) else { return drafts }
        if let first = drafts[(last + 1)...].first(where: { !$0.text.isEmpty }) { tail = (first.title, first.line) }
        return Array(drafts[...last])
    }

    /// Whether nothing but headings tells the items.
    var isOfHeadings: Bool { if case .headings = style { true } else { false } }

    private var style: Style {
        if lines.contains(where: \.isBullet) { return .bullets }
        let numbered = lines.filter { $0.heading > 0 && $0.number != nil && $0.isMarked }
        if numbered.count > 1 || numbered.contains(where: { !$0.isParagraph }) { return .numberedHeadings }
        if lines.contains(where: { $0.number != nil && $0.isMarked && isPlausible($0) }) { return .numberedLines }
        let levels = lines.filter { $0.heading > 0 }.map(\.heading)
        let level = levels.filter { level in level > 1 || levels.count { $0 == level } > 1 }.min()
        if let level, !lines.contains(where: { startsBare($0, after: nil) }) { return .headings(level) }
        return .bareNumbers
    }

    private func isPlausible(_ line: TextLine) -> Bool {
        line.indent < 4 && Dates.firstLocal(in: line.text)?.range.lowerBound != 0
    }

    private func opensItem(
        _ line: TextLine, _ style: Style, _ last: (number: Int, letter: String)?, _ list: (last: Int, line: Int)?,
        _ isAfterBlank: Bool
    ) -> Bool {
        switch style {
        case .numberedHeadings: return line.heading > 0 && line.number != nil
        case .headings(let level): return line.heading == level
        case .bullets: return line.isBullet
        case .bareNumbers: return startsBare(line, after: last?.number)
        case .numberedLines:
            guard let leading = line.leading, isPlausible(line) else { return false }
            guard let last else { return line.isMarked }
            guard line.isMarked else { return isPart(line, after: last) }
            // A number that goes back, or on from the line right above, counts a list within the item's text.
            if let list, leading == list.last + 1, line.line == list.line + 1 { return false }
            if leading == last.number {
                return line.number != last.letter && (line.number?.count ?? 0) > String(leading).count
            }
            return leading > last.number && leading - last.number <= 20
        }
    }

    /// "7.1 Footpaths" below item 7, "7.2 Verges" below that: parts whose numbers carry no mark.
    private func isPart(_ line: TextLine, after last: (number: Int, letter: String)) -> Bool {
        guard line.leading == last.number, line.title.first?.isUppercase == true,
            let part = line.number?.split(separator: ".").dropFirst().first.flatMap({ Int($0) })
        else { return false }
        let before = last.letter.split(separator: ".").dropFirst().first.flatMap { Int($0) } ?? 0
        return part == before + 1
    }

    /// "4 Parking in Mill Road": the next number in turn and a title that begins like one.
    private func startsBare(_ line: TextLine, after last: Int?) -> Bool {
        guard let leading = line.leading, line.indent < 4, let first = line.title.first, first.isUppercase else {
            return false
        }
        return line.title.count <= 160 && Dates.firstLocal(in: line.text) == nil
            && (last.map { leading == $0 + 1 } ?? (leading <= 2))
    }

    /// A Markdown heading without a number among items, or a line in capitals on its own.
    private func isSection(_ line: TextLine, _ style: Style, _ isAfterBlank: Bool, hasItems: Bool) -> Bool {
        if case .headings = style { return false }
        if line.heading > 0, line.number == nil {
            return hasItems || (line.heading > 1 && !TextHeader.isAboutMeeting(line.text))
        }
        guard isAfterBlank, line.number == nil, line.heading == 0, line.text.count <= 80 else { return false }
        let letters = line.text.filter(\.isLetter)
        guard letters.count >= 4, letters.allSatisfy(\.isUppercase) else { return false }
        return hasItems || line.text.hasPrefix("PART ") || line.text.hasPrefix("SECTION ")
    }

    // MARK: - One item

    private func draft(_ line: TextLine, _ style: Style) -> ItemDraft {
        let (title, links) = Self.links(in: line.title)
        var draft = ItemDraft(number: line.number ?? "", title: Self.withoutPages(title), line: line.line)
        switch style {
        case .headings, .bullets: draft.isHeading = false
        default: break
        }
        draft.documents = (links + line.links).map {
            AgendaItem.Document(title: ItemTitle.cleaned($0.title), url: $0.url)
        }
        return draft
    }

    private func add(
        _ line: TextLine, to draft: inout ItemDraft, _ paragraphs: inout [[String]], _ isAfterBlank: Bool
    ) {
        if draft.title.isEmpty {
            draft.title = Self.withoutPages(Self.links(in: line.text).text)
            draft.documents += Self.documents(line.links, line.text)
            return
        }
        if paragraphs.isEmpty, line.indent > 0, !isAfterBlank, Self.isPages(line.text) {
            return
        }
        var (text, links) = Self.links(in: line.text)
        links += line.links
        draft.documents += Self.documents(links, line.text)
        if links.isEmpty, let url = WebAddress.page(text) {
            if draft.url == nil {
                draft.url = url
            } else {
                draft.documents.append(AgendaItem.Document(title: url, url: url))
            }
            return
        }
        if Self.isPages(text) { return }
        let isListEntry = text.hasPrefix("- ") || text.hasPrefix("* ") || text.hasPrefix("• ") || line.number != nil
        if text.hasPrefix("- ") || text.hasPrefix("* ") || text.hasPrefix("• ") { text = String(text.dropFirst(2)) }
        if paragraphs.isEmpty || isListEntry { paragraphs.append([]) }
        paragraphs[paragraphs.count - 1].append(MarkupText.collapsed(text))
    }

    private static func documents(_ links: [(title: String, url: String)], _ line: String) -> [AgendaItem.Document] {
        links.map {
            AgendaItem.Document(
                title: ItemTitle.cleaned($0.title), url: $0.url, restricted: RestrictedWords.mark(document: line))
        }
    }

    /// Takes off the pages that stand in a column of their own: "Parking in Mill Road        5 - 12".
    private static func withoutPages(_ title: String) -> String {
        let pattern = /(?:\t\s*|\s{3,})(?:(?i:pages?|pp\.?)\s*)?\d{1,4}(?:\s*[-–—]\s*\d{1,4})?$/
        return title.replacing(pattern, with: "")
    }

    private static func isPages(_ text: String) -> Bool { ItemTitle.cleaned("Title \(text)") == "Title" }

    /// Takes `[title](url)` apart: the text keeps the title.
    static func links(in text: String) -> (text: String, links: [(title: String, url: String)]) {
        guard text.utf8.contains(UInt8(ascii: "]")) else { return (text, []) }
        var links: [(title: String, url: String)] = []
        let pattern = /\[(?<title>[^\]\[]{1,300})\]\((?<url>[^()\s]+(?:\([^()\s]*\)[^()\s]*)*)(?:\s+"[^"]*")?\)/
        let plain = text.replacing(pattern) { match in
            if let url = WebAddress.resolved(String(match.url), against: nil) {
                links.append((String(match.title), url))
            }
            return String(match.title)
        }
        return (plain, links)
    }
}
