import EarshotCore

/// The lines of a PDF as `pdftotext -layout` prints them, without what stands on every page.
struct PDFText {
    /// One page's lines.
    typealias Page = [String]

    let pages: [Page]

    /// - Parameter text: Pages parted by form feeds.
    init(_ text: String) {
        var pages = text.split(separator: "\u{0C}", omittingEmptySubsequences: false).map { page in
            page.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { Self.plain($0) }
        }
        if pages.last?.allSatisfy(\.isEmpty) == true { pages.removeLast() }
        self.pages = Self.withoutRunningLines(pages).map(Self.shifted)
    }

    /// Whether there are no words at all: a scan.
    var isEmpty: Bool { !pages.contains { $0.contains { $0.contains(where: \.isLetter) } } }

    /// White space of every kind is a space, so that columns can be counted; characters of no width go.
    private static func plain(_ line: some StringProtocol) -> String {
        var out = String.UnicodeScalarView()
        for scalar in line.unicodeScalars where ![0x200B, 0xFEFF, 0xAD].contains(scalar.value) && scalar.value != 13 {
            out.append(scalar.properties.isWhitespace || scalar.value < 32 ? " " : scalar)
        }
        while let last = out.last, last == " " { out.removeLast() }
        return String(out)
    }

    // MARK: - Running heads and feet

    /// Lines at a page's head or foot that are looked at.
    private static let edge = 3

    /// Takes off page numbers, and what stands at the head or foot of most pages, whatever number is in it.
    private static func withoutRunningLines(_ pages: [Page]) -> [Page] {
        var counts: [String: Int] = [:]
        for page in pages {
            for key in Set(edges(of: page).map { shape(page[$0]) }) { counts[key, default: 0] += 1 }
        }
        return pages.enumerated().map { number, page in
            var page = page
            for index in edges(of: page) {
                let isRunning = pages.count > 2 && counts[shape(page[index]), default: 0] * 2 > pages.count
                // What runs on every page stays once, on the first: it may be all that names the meeting.
                if isPageNumber(page[index]) || (isRunning && number > 0) { page[index] = "" }
            }
            return page
        }
    }

    private static func edges(of page: Page) -> [Int] {
        let filled = page.indices.filter { !page[$0].isEmpty }
        return Array(Set(filled.prefix(edge)).union(filled.suffix(edge))).sorted()
    }

    /// "Cabinet – Page 3" and "Cabinet – Page 4" have one shape.
    private static func shape(_ line: String) -> String {
        String(MarkupText.collapsed(line).lowercased().map { $0.isNumber ? "0" : $0 }).replacing(/0+/, with: "0")
    }

    private static func isPageNumber(_ line: String) -> Bool {
        let text = MarkupText.collapsed(line)
        return text.wholeMatch(
            of: /(?i)(?:[-–—]\s*)?(?:page|tudalen)?\s*\d{1,4}(?:\s*(?:of|o|\/)\s*\d{1,4})?(?:\s*[-–—])?/)
            != nil
    }

    /// Moves a page to the left edge: the least indent of its lines counts as none.
    private static func shifted(_ page: Page) -> Page {
        let indent = page.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
        return indent == 0 ? page : page.map { String($0.dropFirst(indent)) }
    }
}

extension PDFText {
    /// The agenda's lines, up to the page on which the reports begin.
    ///
    /// - Returns: The lines, and that page's number where there is one.
    func lines() -> (lines: [TextLine], reportsFrom: Int?) {
        let last = pages.indices.first { $0 > 0 && beginsReports(pages[$0]) } ?? pages.count
        var out: [TextLine] = []
        for page in pages[..<last] {
            for line in joined(Self.withoutSideColumn(page)) { out.append(TextLine(line, line: out.count + 1)) }
            out.append(TextLine("", line: out.count + 1))
        }
        return (Self.aligned(out), last < pages.count ? last + 1 : nil)
    }

    /// Whether a page begins with what only the reports behind an agenda have: "Agenda Item 5", "Report of the Director".
    private func beginsReports(_ page: Page) -> Bool {
        let head = page.filter { !$0.isEmpty }.prefix(8).map { MarkupText.collapsed($0).lowercased() }
        let isMarked = head.prefix(3).contains {
            $0.wholeMatch(of: /(?:agenda item|eitem)\s*(?:no\.?\s*)?\d{1,3}[a-z]?/) != nil
        }
        return isMarked || head.contains { Self.isReportLine($0) }
    }

    /// Whether the document itself is a report to a meeting.
    var isReport: Bool {
        let head = pages.first?.filter { !$0.isEmpty }.prefix(25).map { MarkupText.collapsed($0).lowercased() } ?? []
        let words = head.joined(separator: "\n")
        return head.contains { Self.isReportLine($0) }
            && (words.contains("purpose of") || words.contains("recommendation"))
            && !head.contains { $0 == "agenda" }
    }

    private static func isReportLine(_ line: String) -> Bool {
        line.hasPrefix("report of ") || line.hasPrefix("report by ") || line.hasPrefix("report to ")
            || line.hasPrefix("minutes of ") || line == "purpose of report" || line == "purpose of the report"
    }

    /// Leaves out a column that stands left of the items: there agendas list the members, by name.
    ///
    /// Only where the items' numbers count on from 1 in one column right of a gap, and no line begins with a number.
    private static func withoutSideColumn(_ page: Page) -> Page {
        let pattern = /\s{3,}(\d{1,3})[.)]\s+\p{Lu}/
        var columns: [Int] = []
        var next = 1
        for line in page {
            if let number = TextLine(line, line: 0).leading, !line.hasPrefix(" "), number > 0 { return page }
            guard let match = line.firstMatch(of: pattern), Int(match.1) == next else { continue }
            next += 1
            columns.append(line.distance(from: line.startIndex, to: match.1.startIndex))
        }
        guard let column = columns.min(), next > 3, columns.allSatisfy({ $0 <= column + 2 }), column > 8 else {
            return page
        }
        let parts = page.map { line in
            let left = line.prefix(column)
            // A line that runs through is no part of a column.
            guard line.count > column, left.suffix(2).allSatisfy({ $0 == " " }) else { return (line, "") }
            return (String(left.reversed().drop { $0 == " " }.reversed()), String(line.dropFirst(column)))
        }
        guard let first = parts.firstIndex(where: { $0.1.first?.isNumber == true }) else { return page }
        return page[..<first] + parts[first...].map { $0.1.isEmpty && $0.0.count > column ? $0.0 : $0.1 }
    }

    /// Joins a title that runs over the line's end to its beginning: a line that the page's width broke.
    private func joined(_ page: Page) -> [String] {
        let width = page.map { Self.withoutPages($0).count }.max() ?? 0
        var out: [String] = []
        var isOpen = false
        var above = ""
        for line in page {
            let here = TextLine(line, line: 0)
            defer { above = Self.withoutPages(line) }
            if isOpen, let title = out.last.map(Self.withoutPages), goesOn(title, above, here, width) {
                out[out.count - 1] = title + " " + here.text
                continue
            }
            isOpen = here.number != nil && here.isMarked && !here.title.isEmpty
            out.append(line)
        }
        return out
    }

    /// A line without the column of page numbers at its right.
    private static func withoutPages(_ line: String) -> String {
        line.replacing(/\s{3,}\d{1,4}(?:\s*[-–—]\s*\d{1,4})?$/, with: "")
    }

    /// - Parameters:
    ///   - title: The title so far.
    ///   - above: The last of its lines.
    private func goesOn(_ title: String, _ above: String, _ here: TextLine, _ width: Int) -> Bool {
        guard !here.text.isEmpty, here.indent > 0 else { return false }
        if title.count(where: { $0 == "(" }) > title.count(where: { $0 == ")" }) { return true }
        // "(Pages 5 - 12)" ends a title.
        guard here.number == nil || !here.isMarked, ItemTitle.cleaned(title) == MarkupText.collapsed(title) else {
            return false
        }
        let letters = title.filter(\.isLetter)
        if letters.count > 3, letters.allSatisfy(\.isUppercase) {
            let own = here.text.filter(\.isLetter)
            return !own.isEmpty && own.allSatisfy(\.isUppercase)
        }
        if here.text.first?.isLowercase == true { return true }
        // The line above was full: the next word would not have fitted.
        let word = here.text.prefix { $0 != " " }.count
        return above.count + word >= width - 2 && above.last.map { !".:;".contains($0) } ?? false
    }

    /// Numbers that stand in one column stand at the left edge, wherever the page puts it.
    private static func aligned(_ lines: [TextLine]) -> [TextLine] {
        let counted = lines.filter { $0.isMarked && $0.leading != nil }
        guard let first = counted.first else { return lines }
        let edge = counted.prefix(3).map(\.indent).min() ?? first.indent
        return lines.map { line in
            var line = line
            line.indent = max(0, line.indent - edge)
            return line
        }
    }
}
