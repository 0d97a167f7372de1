import EarshotCore

/// One thread of a typed sheet, as it stands there.
struct SheetThread {
    struct Line {
        var number: Int
        var text: String
        var isBlank: Bool { text.allSatisfy(\.isWhitespace) }
    }

    struct Entry {
        var byline: SheetByline?
        var line: Int
        var text: String
        /// Index of the entry that it answers.
        var parent: Int?
    }

    /// The heading; `nil` for what stands before the first one.
    var title: String?
    var line: Int
    /// Place, network, address and item, by lower-case name.
    var fields: [String: String] = [:]
    var entries: [Entry] = []

    var hasBylines: Bool { entries.contains { $0.byline != nil } }
    var isBare: Bool { title == nil && entries.isEmpty }

    /// Cuts a sheet into its threads.
    static func all(in text: String, zone: String) -> [SheetThread] {
        let lines = text.replacing("\r\n", with: "\n").split(omittingEmptySubsequences: false) {
            $0 == "\n" || $0 == "\r"
        }
        .enumerated().map { Line(number: $0.offset + 1, text: String($0.element)) }
        var threads = [SheetThread(title: nil, line: 1)]
        var body: [Line] = []
        var i = 0
        while i < lines.count {
            if let (title, length) = heading(lines, i, zone) {
                threads[threads.count - 1].take(body, zone)
                body = []
                threads.append(SheetThread(title: title, line: lines[i].number))
                i += length
            } else {
                body.append(lines[i])
                i += 1
            }
        }
        threads[threads.count - 1].take(body, zone)
        return threads.filter { !$0.isBare || !$0.fields.isEmpty }
    }

    /// "# Title", "Thread: Title", or a line underlined with "===" or with as many "-" as it has letters; and the
    /// number of lines that the heading takes.
    private static func heading(_ lines: [Line], _ i: Int, _ zone: String) -> (String, Int)? {
        let text = SheetByline.trimmed(lines[i].text)
        let marks = text.prefix { $0 == "#" }.count
        if (1...6).contains(marks), text.dropFirst(marks).first?.isWhitespace == true {
            return (SheetByline.trimmed(text.dropFirst(marks)), 1)
        }
        if text.lowercased().hasPrefix("thread:") { return (SheetByline.trimmed(text.dropFirst(7)), 1) }
        guard i + 1 < lines.count, !text.isEmpty, i == 0 || lines[i - 1].isBlank else { return nil }
        let under = SheetByline.trimmed(lines[i + 1].text)
        guard under.count >= 3, let mark = under.first, mark == "=" || mark == "-", under.allSatisfy({ $0 == mark }),
            mark == "=" || abs(under.count - text.count) <= 3, SheetByline.dated(text, zone: zone) == nil
        else { return nil }
        return (text, 2)
    }

    private mutating func take(_ lines: [Line], _ zone: String) {
        let rest = takeFields(lines)
        let dated = rest.map { SheetByline.dated($0.text, zone: zone) }
        let first = rest.first { !$0.isBlank }
        let takesNames = dated.allSatisfy { $0 == nil } && first.map { SheetByline.undated($0.text) != nil } == true
        var afterBlank = true
        for (index, line) in rest.enumerated() {
            if let byline = dated[index] ?? (takesNames && afterBlank ? SheetByline.undated(line.text) : nil) {
                entries.append(
                    Entry(byline: byline, line: line.number, text: byline.text, parent: parent(byline.indent)))
            } else if !line.isBlank || !entries.isEmpty {
                if entries.isEmpty { entries.append(Entry(byline: nil, line: line.number, text: "", parent: nil)) }
                add(line.text)
            }
            afterBlank = line.isBlank
        }
        for index in entries.indices { entries[index].text = SheetByline.trimmed(entries[index].text) }
    }

    /// "Place: …" and the like right below the heading.
    private mutating func takeFields(_ lines: [Line]) -> ArraySlice<Line> {
        let names = [
            "place": "place", "group": "place", "network": "network", "address": "address", "url": "address",
            "link": "address", "item": "item", "agenda item": "item",
        ]
        var rest = lines[...]
        while let line = rest.first {
            if !line.isBlank {
                guard let colon = line.text.firstIndex(of: ":"),
                    let name = names[SheetByline.trimmed(line.text[..<colon]).lowercased()]
                else { break }
                fields[name] = SheetByline.trimmed(line.text[line.text.index(after: colon)...])
            }
            rest = rest.dropFirst()
        }
        return rest
    }

    /// The last entry that stands less far in.
    private func parent(_ indent: Int) -> Int? {
        entries.lastIndex { ($0.byline?.indent ?? 0) < indent && $0.byline != nil }
    }

    private mutating func add(_ line: String) {
        let last = entries.count - 1
        let isReply = (entries[last].byline?.indent ?? 0) > 0
        let text = isReply ? String(SheetByline.marksOff(line).rest) : line
        let trimmed = SheetByline.trimmed(text)
        // One blank line between paragraphs, however many the sheet has.
        if trimmed.isEmpty, entries[last].text.hasSuffix("\n\n") || entries[last].text.isEmpty { return }
        entries[last].text += entries[last].text.isEmpty ? trimmed : "\n" + trimmed
    }
}
