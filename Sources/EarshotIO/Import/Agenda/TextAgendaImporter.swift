import EarshotCore

/// Reads an agenda typed as Markdown or plain text: a few lines on the meeting, then numbered items.
struct TextAgendaImporter: AgendaImporter {
    private static let limit = 8 << 20

    let format = FileFormat(name: "agenda-text", title: "Agenda in Markdown or plain text")

    func recognises(_ head: FileHead) -> Bool { AgendaHead(head).isPlainText }

    /// Whether a text is an agenda and nothing else: two numbered items or more, under lines that speak of a meeting.
    static func isPlainlyAgenda(_ head: FileHead) -> Bool {
        let text = String(decoding: TextEncoding.decode(head.bytes).text, as: UTF8.self)
        var outline = TextOutline(
            text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init))
        let numbered = outline.drafts().filter { !ItemNumber.normal($0.number).isEmpty }
        return numbered.count >= 2 && outline.header.prefix(20).contains { TextHeader.isAboutMeeting($0) }
    }

    func read(_ file: SourceFile, context: ImportContext) throws -> AgendaReading {
        let text = TextEncoding.decode(try file.wholeBytes(limit: Self.limit)).text
        let lines = String(decoding: text, as: UTF8.self).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        var outline = TextOutline(lines.map(String.init))
        let drafts = outline.drafts()
        let found = AgendaItems.items(from: drafts, path: context.path)
        let items = found.items
        var diagnostics = found.diagnostics
        guard items.contains(where: { $0.kind != .heading }) else {
            throw AgendaItems.none(
                context.path,
                mend: "Begin each item on a line of its own with its number (\"4. Parking in Mill Road\"), "
                    + "or fill in the CSV agenda template")
        }
        var meeting = TextHeader(outline.header).meeting()
        meeting.timeZone = context.timeZone
        if let word = TextHeader.statusWord(in: outline.header) {
            meeting.status = .cancelled
            diagnostics.insert(
                Diagnostic(
                    .warning, "The agenda says that the meeting is \(word)", at: context.path,
                    mend: "Check the date and time; set \"start\" in meeting.yaml if the meeting takes place after all"),
                at: 0)
        }
        return AgendaReading(agenda: Agenda(meeting: meeting, items: items), diagnostics: diagnostics)
    }
}

/// A line that may open an item.
struct TextLine {
    /// Counted from 1.
    var line: Int
    /// Without Markdown marks, trailing white space taken off.
    var text: String
    /// Markdown heading level; 0 for none.
    var heading: Int
    /// Columns of white space before the text.
    var indent: Int
    /// "4", "5a", "12.1", and what stands after it; `nil` where the line does not begin with a number.
    var number: String?
    var title: String
    /// The number is followed by a point, bracket, colon, dash or a wide gap, or comes after "Item".
    var isMarked: Bool

    init(_ raw: String, line: Int) {
        self.line = line
        var rest = raw[...]
        indent = rest.prefix { $0 == " " || $0 == "\t" }.reduce(0) { $0 + ($1 == "\t" ? 4 : 1) }
        rest = rest.drop { $0.isWhitespace }
        let hashes = rest.prefix { $0 == "#" }.count
        heading = (1...6).contains(hashes) && rest.dropFirst(hashes).first.map(\.isWhitespace) == true ? hashes : 0
        if heading > 0 {
            rest = rest.dropFirst(hashes).drop { $0.isWhitespace }
            while rest.last == "#" || rest.last == " " { rest = rest.dropLast() }
        }
        text = Self.withoutEmphasis(String(rest))
        number = nil
        title = text
        isMarked = false
        readNumber()
    }

    private mutating func readNumber() {
        guard let first = text.first, first.isNumber || "iIaAeE".contains(first) else { return }
        let pattern =
            /(?i)^(?<item>(?:agenda\s+)?item\s+(?:no\.?\s*)?|eitem\s+)?(?<number>\d{1,3}(?:\.\d{1,2})?\s?(?:[a-z](?![a-z])|\([a-z]{1,3}\))?)(?<mark>\s*[.):]+(?=\s|$)|\s+[-–—](?=\s)|\s{2,}|\t|\s|$)/
        guard let match = text.prefixMatch(of: pattern) else { return }
        number = match.number.filter { !$0.isWhitespace }
        title = String(text[match.range.upperBound...].drop { $0.isWhitespace || "-–—:.".contains($0) })
        let mark = match.mark.filter { !$0.isWhitespace }
        isMarked = match.item != nil || !mark.isEmpty || match.mark.count > 1 || match.mark == "\t" || title.isEmpty
    }

    /// "**4. Parking**" and "4\. Parking" → "4. Parking".
    static func withoutEmphasis(_ text: String) -> String {
        var out = text.replacing("**", with: "").replacing("__", with: "").replacing("\\.", with: ".")
        if out.hasPrefix("*"), !out.hasPrefix("* "), out.hasSuffix("*"), out.count > 2 {
            out = String(out.dropFirst().dropLast())
        }
        while let last = out.last, last.isWhitespace { out.removeLast() }
        return out
    }

    /// The whole number before letter or point: 5 for "5a" and "5.2".
    var leading: Int? { number.flatMap { Int($0.prefix { $0.isNumber }) } }
}

/// Tells the items of a typed agenda from its other lines.
struct TextOutline {
    private let lines: [TextLine]
    /// The lines before the first item, as typed; filled by `drafts`.
    private(set) var header: [String] = []

    private enum Style {
        /// "## 4. Parking": numbered headings; numbers elsewhere belong to the text.
        case numberedHeadings
        /// "4. Parking".
        case numberedLines
        /// "4 Parking", where no number carries a mark.
        case bareNumbers
        /// "## Parking", where nothing is numbered.
        case headings(Int)
    }

    init(_ lines: [String]) {
        self.lines = lines.enumerated().map { TextLine($1, line: $0 + 1) }
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
            if opensItem(line, style, last, list, isAfterBlank) {
                close()
                drafts.append(draft(line))
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

    /// Section titles above the first item stay; one that nothing follows goes.
    private func trimmed(_ drafts: [ItemDraft]) -> [ItemDraft] {
        var drafts = drafts
        while let last = drafts.last, last.isHeading == true, last.text.isEmpty { drafts.removeLast() }
        return drafts
    }

    private var style: Style {
        if lines.contains(where: { $0.heading > 0 && $0.number != nil && $0.isMarked }) { return .numberedHeadings }
        if lines.contains(where: { $0.number != nil && $0.isMarked && isPlausible($0) }) { return .numberedLines }
        let levels = lines.filter { $0.heading > 1 }.map(\.heading)
        if let level = levels.min(), !lines.contains(where: { startsBare($0, after: nil) }) { return .headings(level) }
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
        case .bareNumbers: return startsBare(line, after: last?.number)
        case .numberedLines:
            guard let leading = line.leading, line.isMarked, isPlausible(line) else { return false }
            guard let last else { return true }
            // A number that goes back, or on from the line right above, counts a list within the item's text.
            if let list, leading == list.last + 1, line.line == list.line + 1 { return false }
            if leading == last.number {
                return line.number != last.letter && (line.number?.count ?? 0) > String(leading).count
            }
            return leading > last.number && leading - last.number <= 20
        }
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

    private func draft(_ line: TextLine) -> ItemDraft {
        let (title, links) = Self.links(in: line.title)
        var draft = ItemDraft(number: line.number ?? "", title: title, line: line.line)
        if case .headings = style { draft.isHeading = false }
        draft.documents = links.map { AgendaItem.Document(title: ItemTitle.cleaned($0.title), url: $0.url) }
        return draft
    }

    private func add(
        _ line: TextLine, to draft: inout ItemDraft, _ paragraphs: inout [[String]], _ isAfterBlank: Bool
    ) {
        if draft.title.isEmpty {
            draft.title = Self.links(in: line.text).text
            return
        }
        if paragraphs.isEmpty, line.indent > 0, !isAfterBlank, Self.isPages(line.text) {
            return
        }
        var (text, links) = Self.links(in: line.text)
        draft.documents += links.map {
            AgendaItem.Document(
                title: ItemTitle.cleaned($0.title), url: $0.url, restricted: RestrictedWords.mark(document: line.text))
        }
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
