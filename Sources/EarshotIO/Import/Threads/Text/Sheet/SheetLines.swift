import EarshotCore

/// Tells the headings of a typed sheet from its other lines, looking one line ahead.
struct SheetLines {
    enum Event {
        case heading(title: String, line: Int)
        case line(text: String, number: Int, isBlank: Bool)
    }

    private struct Line {
        var text: String
        var number: Int
        var isBlank: Bool
    }

    private let zone: String
    private var pending: Line?
    private var afterBlank = true

    /// - Parameter zone: In which dates are read; a line with one is no heading.
    init(zone: String) { self.zone = zone }

    /// Takes the next line and answers what the one before it is.
    mutating func push(_ line: TextLines.Line) -> Event? {
        let next = Line(text: line.text, number: line.number, isBlank: line.isBlank)
        guard let pending else {
            self.pending = next
            return nil
        }
        if let title = underlined(pending, by: next) {
            self.pending = nil
            afterBlank = false
            return .heading(title: title, line: pending.number)
        }
        self.pending = next
        return event(pending)
    }

    /// What the last line is.
    mutating func finish() -> Event? {
        defer { pending = nil }
        return pending.map { event($0) }
    }

    private mutating func event(_ line: Line) -> Event {
        afterBlank = line.isBlank
        if let title = marked(line.text) { return .heading(title: title, line: line.number) }
        return .line(text: line.text, number: line.number, isBlank: line.isBlank)
    }

    /// "# Title", "Thread: Title".
    private func marked(_ line: String) -> String? {
        guard let first = line.utf8.first(where: { $0 > 32 }),
            first == UInt8(ascii: "#") || first | 32 == UInt8(ascii: "t") || first >= 0x80
        else { return nil }
        let text = SheetByline.trimmed(line)
        let marks = text.prefix { $0 == "#" }.count
        if (1...6).contains(marks), text.dropFirst(marks).first?.isWhitespace == true {
            return SheetByline.trimmed(text.dropFirst(marks))
        }
        return text.prefix(7).lowercased() == "thread:" ? SheetByline.trimmed(text.dropFirst(7)) : nil
    }

    /// A line underlined with "===" or with as many "-" as it has letters.
    private func underlined(_ line: Line, by next: Line) -> String? {
        guard afterBlank, !line.isBlank else { return nil }
        let under = SheetByline.trimmed(next.text)
        guard under.hasPrefix("=") || under.hasPrefix("-"), marked(line.text) == nil else { return nil }
        let text = SheetByline.trimmed(line.text)
        guard under.count >= 3, let mark = under.first, mark == "=" || mark == "-", under.allSatisfy({ $0 == mark }),
            mark == "=" || abs(under.count - text.count) <= 3, SheetByline.dated(text, zone: zone) == nil
        else { return nil }
        return text
    }
}
