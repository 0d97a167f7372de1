import EarshotCore

/// Turns the XML of a Word file into paragraphs and rows of tables, event by event.
///
/// Deleted text of tracked changes is left out and inserted text kept; of a drawing that is there twice, for old and new
/// programs, the first form is read.
struct DocxText {
    /// What stands in the document, in order.
    enum Block {
        case paragraph(DocxParagraph)
        /// The paragraphs of each cell.
        case row([[DocxParagraph]])
    }

    private enum Place { case paragraph, properties, run, cell, row, table, link, control, other, alternatives }

    private static let skipped: Set<Substring> = [
        "del", "moveFrom", "pPrChange", "rPrChange", "tblPrChange", "tcPrChange", "trPrChange", "sectPrChange",
        "numberingChange", "tblGridChange", "tblPrExChange", "instrText", "delText", "delInstrText", "rt", "footnote",
        "endnote",
    ]

    private(set) var blocks: [Block] = []
    private let addresses: [String: String]
    private var open: [Place] = []
    private var skip = 0
    private var paragraphs: [DocxParagraph] = []
    private var links: [(start: Int, url: String)] = []
    private var isHidden = false
    private var choices: [Bool] = []
    private var placeholders: [Bool] = []
    /// The cells of the open rows; a table in a cell belongs to the cell.
    private var rows: [(cells: [[DocxParagraph]], isDeleted: Bool)] = []

    /// - Parameter addresses: What the file's links refer to, by id.
    init(addresses: [String: String]) { self.addresses = addresses }

    mutating func take(_ event: XMLEvent) {
        switch event {
        case .start(let name, let attributes, _): start(OfficePackage.local(name), attributes)
        case .text(let text): if skip == 0, isText { add(text) }
        case .end: end()
        }
    }

    private var isText = false

    private mutating func start(_ name: Substring, _ attributes: [MarkupTree.Attribute]) {
        isText = false
        if skip > 0 { return skip += 1 }
        if Self.skipped.contains(name) || isOtherChoice(name) || (name == "sdtContent" && placeholders.last == true) {
            if name == "del" { markDeleted() }
            return skip = 1
        }
        func value(_ name: String) -> String? {
            attributes.first { OfficePackage.local($0.name) == name }?.value
        }
        switch name {
        case "p":
            paragraphs.append(DocxParagraph())
            open.append(.paragraph)
        case "pPr", "rPr", "trPr", "tcPr", "tblPr", "sectPr", "sdtPr": open.append(.properties)
        case "r":
            isHidden = false
            open.append(.run)
        case "tbl": open.append(.table)
        case "tr":
            rows.append(([], false))
            open.append(.row)
        case "tc":
            if !rows.isEmpty { rows[rows.count - 1].cells.append([]) }
            open.append(.cell)
        case "hyperlink":
            let url = value("id").flatMap { addresses[$0] } ?? ""
            links.append((paragraphs.last?.text.count ?? 0, url))
            open.append(.link)
        case "sdt":
            placeholders.append(false)
            open.append(.control)
        case "AlternateContent":
            choices.append(false)
            open.append(.alternatives)
        default:
            open.append(.other)
            mark(name, value)
        }
    }

    /// An element that is a mark rather than a container.
    private mutating func mark(_ name: Substring, _ value: (String) -> String?) {
        guard open.contains(.properties) else {
            switch name {
            case "t": isText = true
            case "tab", "ptab": add("\t")
            case "br", "cr": add("\n")
            case "noBreakHyphen": add("-")
            default: break
            }
            return
        }
        let isOff = ["0", "false", "off"].contains(value("val"))
        let last = paragraphs.count - 1
        switch name {
        case "vanish": if open.contains(.run), isInRun { isHidden = !isOff }
        case "showingPlcHdr": if !placeholders.isEmpty { placeholders[placeholders.count - 1] = !isOff }
        case "numId": if last >= 0 { paragraphs[last].list = value("val") }
        case "ilvl": if last >= 0 { paragraphs[last].level = value("val").flatMap { Int($0) } }
        case "pStyle": if last >= 0 { paragraphs[last].style = value("val") }
        case "outlineLvl": if last >= 0 { paragraphs[last].outlineLevel = value("val").flatMap { Int($0) } }
        default: break
        }
    }

    private var isInRun: Bool {
        guard let run = open.lastIndex(of: .run) else { return false }
        return run > open.lastIndex(of: .paragraph) ?? -1
    }

    /// The second form of something that is there twice.
    private mutating func isOtherChoice(_ name: Substring) -> Bool {
        guard open.last == .alternatives, name == "Choice" || name == "Fallback", !choices.isEmpty else { return false }
        defer { choices[choices.count - 1] = true }
        return choices[choices.count - 1]
    }

    /// A deletion that stands among properties deletes the paragraph's end, or the row.
    private mutating func markDeleted() {
        guard open.last == .properties else { return }
        if open.dropLast().last == .row {
            if !rows.isEmpty { rows[rows.count - 1].isDeleted = true }
        } else if !paragraphs.isEmpty, !isInRun {
            paragraphs[paragraphs.count - 1].isJoined = true
        }
    }

    private mutating func add(_ text: String) {
        guard !isHidden, !paragraphs.isEmpty else { return }
        paragraphs[paragraphs.count - 1].text += text
    }

    private mutating func end() {
        isText = false
        if skip > 0 { return skip -= 1 }
        switch open.popLast() {
        case .paragraph: if let paragraph = paragraphs.popLast() { finish(paragraph) }
        case .run: isHidden = false
        case .link: finishLink()
        case .row: finishRow()
        case .control: placeholders.removeLast()
        case .alternatives: choices.removeLast()
        default: break
        }
    }

    private mutating func finish(_ paragraph: DocxParagraph) {
        if paragraph.isJoined, paragraph.isBlank { return }
        // A text box stands within its paragraph and comes before it; it may stand in a cell.
        if rows.last?.cells.isEmpty == false {
            let row = rows.count - 1
            rows[row].cells[rows[row].cells.count - 1].append(paragraph)
        } else {
            blocks.append(.paragraph(paragraph))
        }
    }

    private mutating func finishLink() {
        guard let link = links.popLast(), !paragraphs.isEmpty, link.url.hasPrefix("http") else { return }
        let title = MarkupText.collapsed(paragraphs[paragraphs.count - 1].text.dropFirst(link.start))
        if !title.isEmpty { paragraphs[paragraphs.count - 1].links.append((title, link.url)) }
    }

    private mutating func finishRow() {
        guard let row = rows.popLast(), !row.isDeleted else { return }
        if rows.last?.cells.isEmpty == false {
            let outer = rows.count - 1
            rows[outer].cells[rows[outer].cells.count - 1] += row.cells.flatMap { $0 }
        } else {
            blocks.append(.row(row.cells))
        }
    }
}
