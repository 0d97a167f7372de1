import EarshotCore
import Foundation

/// The words that the writer of a message wrote: without what they quote, their signature, what their device adds and
/// what the mailing list adds.
struct OwnWords {
    private var lines: [Substring]
    /// Lower case, trimmed, of lines short enough to be a mark; "" of others.
    private var marks: [String]
    private var kept: [Substring] = []
    /// Whether quoted text still stands in the lines.
    private let hasQuotes: Bool

    /// - Parameter isHTML: The text was HTML, from which quotes have gone already.
    static func of(_ text: String, isHTML: Bool = false) -> String {
        var words = OwnWords(text, hasQuotes: !isHTML)
        words.read()
        return words.finish()
    }

    private init(_ text: String, hasQuotes: Bool) {
        self.hasQuotes = hasQuotes
        let text = text.hasByte(13) ? text.replacing("\r\n", with: "\n") : text
        lines = text.utf8.split(omittingEmptySubsequences: false) { $0 == 10 || $0 == 13 }.map(Substring.init)
        marks = lines.map { $0.utf8.count > 400 ? "" : Self.trimmed($0, .whitespaces).lowercased() }
    }

    private mutating func read() {
        var i = 0
        while i < lines.count {
            if endsWords(at: i) { return }
            if let length = scrubbed(at: i) ?? encoded(at: i) {
                i += length
            } else if let length = attribution(at: i) {
                i += length
                // Some programs quote below such a line without any mark.
                if hasQuotes, !isQuoteNext(i), kept.contains(where: { !$0.allSatisfy(\.isWhitespace) }) { return }
            } else {
                if !isQuoted(at: i), !isPicture(marks[i]) { kept.append(unescaped(at: i)) }
                i += 1
            }
        }
    }

    private func finish() -> String {
        var rest = kept[...]
        var looked = 0
        while let index = rest.lastIndex(where: { !$0.allSatisfy(\.isWhitespace) }), looked < 3 {
            guard Self.isOfDevice(rest[index]) else { break }
            rest = rest[..<index]
            looked += 1
        }
        var out: [String] = []
        for line in rest {
            let text = Self.trimmed(line, Self.blanks)
            if text.isEmpty, out.last?.isEmpty ?? true { continue }
            out.append(text)
        }
        if out.last?.isEmpty == true { out.removeLast() }
        return out.joined(separator: "\n")
    }

    /// - Parameter blanks: Of ASCII the space and the tab, perhaps NUL.
    private static func trimmed(_ line: Substring, _ blanks: CharacterSet) -> String {
        func isBlank(_ byte: UInt8?) -> Bool { byte == 32 || byte == 9 }
        func isPlain(_ byte: UInt8) -> Bool { byte > 0 && byte < 0x80 }
        var bytes = line.utf8
        while isBlank(bytes.first) { bytes.removeFirst() }
        while isBlank(bytes.last) { bytes.removeLast() }
        guard let first = bytes.first, let last = bytes.last else { return "" }
        let inner = Substring(bytes)
        return isPlain(first) && isPlain(last) ? String(inner) : inner.trimmingCharacters(in: blanks)
    }

    private static let blanks = CharacterSet.whitespaces.union(CharacterSet(charactersIn: "\u{FEFF}\u{200B}\0"))

    // MARK: - Quotes

    private func isQuoted(at i: Int) -> Bool {
        let line = lines[i]
        guard line.hasByte(UInt8(ascii: ">")) else { return false }
        if line.first == ">" { return !isEscapedFrom(at: i) }
        if line.first == " ", line.dropFirst().first == ">" { return true }
        // "JS> as some programs quote".
        let initials = line.prefix(4).prefix { $0.isLetter && $0.isUppercase }
        return (1...3).contains(initials.count) && line.dropFirst(initials.count).first == ">"
    }

    /// ">From " that an mbox escapes rather than a quote: no quote stands beside it.
    private func isEscapedFrom(at i: Int) -> Bool {
        guard lines[i].hasPrefix(">From ") else { return false }
        let before = i > 0 && lines[i - 1].first == ">"
        let after = i + 1 < lines.count && lines[i + 1].first == ">"
        return !before && !after
    }

    private func unescaped(at i: Int) -> Substring {
        lines[i].first == ">" && isEscapedFrom(at: i) ? lines[i].dropFirst() : lines[i]
    }

    private func isQuoteNext(_ from: Int) -> Bool {
        guard let next = marks[from...].firstIndex(where: { !$0.isEmpty }), next < from + 4 else { return false }
        return isQuoted(at: next) || marks[next].hasPrefix("|")
    }

    /// The lines that say whom the text below quotes: "On 9 November Jo wrote:", over four lines at most.
    private func attribution(at i: Int) -> Int? {
        let start = marks[i]
        guard !start.isEmpty, lines[i].first != ">" else { return nil }
        let isDated = MailMarks.datedStarts.contains { start.hasPrefix($0) }
        var joined = ""
        for length in 1...4 where i + length <= lines.count {
            let next = marks[i + length - 1]
            if next.isEmpty || next.hasPrefix(">") { return nil }
            joined += joined.isEmpty ? next : " " + next
            guard joined.utf8.count <= 400 else { return nil }
            if joined.hasSuffix(":"), MailMarks.wrote.contains(where: { joined.contains($0) }) {
                if isDated, joined.contains(where: \.isNumber) { return length }
                return isQuoteNext(i + length) ? length : nil
            }
            if length == 1, !isDated, !start.hasPrefix("---") { return nil }
        }
        return nil
    }

    // MARK: - Ends

    /// Whether nothing of the writer's own stands from here on.
    private func endsWords(at i: Int) -> Bool {
        let mark = marks[i]
        guard let first = mark.first else { return false }
        switch first {
        case "-", "_", "=", "*":
            if lines[i] == "-- " || (mark == "--" && lines.count - i <= 16) { return true }
            let bare = mark.trimmingCharacters(in: CharacterSet(charactersIn: "-_=* "))
            if mark.hasPrefix("--"), MailMarks.forwards.contains(bare) { return true }
            if bare.isEmpty, mark.count >= 10 { return isHeaderNext(i) || isFooterNext(i) }
            return isHeader(at: i)
        default:
            if MailMarks.forwards.contains(mark), mark.hasPrefix("begin ") { return true }
            return MailMarks.footers.contains { mark.hasPrefix($0) } || isHeader(at: i)
        }
    }

    /// Outlook's head of a quoted message: "From: …" and at least two more of its fields in the six lines below.
    private func isHeader(at i: Int) -> Bool {
        func field(_ mark: String) -> Substring? {
            let bare = mark.drop { $0 == "*" || $0 == " " }
            guard let colon = bare.prefix(20).firstIndex(of: ":") else { return nil }
            return bare[..<colon].prefix { $0 != "*" }
        }
        guard marks[i].hasByte(UInt8(ascii: ":")), let name = field(marks[i]), MailMarks.senders.contains(String(name))
        else { return false }
        let below = marks[(i + 1)...].prefix(6).compactMap(field)
        return below.count { MailMarks.headers.contains(MarkupText.collapsed(String($0))) } >= 2
    }

    private func isHeaderNext(_ i: Int) -> Bool {
        guard let next = marks[(i + 1)...].firstIndex(where: { !$0.isEmpty }) else { return false }
        return isHeader(at: next)
    }

    private func isFooterNext(_ i: Int) -> Bool {
        marks[(i + 1)...].prefix(6).contains { mark in
            mark.hasSuffix("mailing list") || mark.contains("/listinfo") || mark.contains("/mailman")
                || mark.contains("unsubscribe") || mark.contains("groups links") || mark.contains("groups.io links")
        }
    }

    // MARK: - What programs leave in the text

    /// The block that a list's archive puts in the place of what was attached.
    private func scrubbed(at i: Int) -> Int? {
        guard marks[i].hasPrefix("----"), marks[i].contains("- next part -") else { return nil }
        let block = marks[(i + 1)...].prefix(12)
        guard let first = block.firstIndex(where: { !$0.isEmpty }), marks[first].hasSuffix("was scrubbed...") else {
            return 1
        }
        guard let address = block.firstIndex(where: { $0.hasPrefix("url:") }) else { return first + 1 - i }
        // An address may stand on the line below.
        let isOnNext = marks[address] == "url:" && address + 1 < marks.count
        return address + (isOnNext ? 2 : 1) - i
    }

    /// A file within the text ("begin 644 photo.jpg" … "end").
    private func encoded(at i: Int) -> Int? {
        guard marks[i].hasPrefix("begin "), marks[i].dropFirst(6).prefix(3).allSatisfy(\.isNumber),
            marks[i].dropFirst(9).first == " ", i + 1 < lines.count, lines[i + 1].first == "M"
        else { return nil }
        let end = marks[i...].firstIndex(of: "end") ?? lines.count - 1
        return end + 1 - i
    }

    private func isPicture(_ mark: String) -> Bool {
        mark.hasSuffix("]") && (mark.hasPrefix("[image:") || mark.hasPrefix("[cid:"))
            || mark == "[non-text portions of this message have been removed]"
    }

    private static func isOfDevice(_ line: Substring) -> Bool {
        guard line.utf8.count <= 160 else { return false }
        let mark = trimmed(line, .whitespaces).lowercased()
        return MailMarks.devices.contains { mark.hasPrefix($0) }
    }
}
