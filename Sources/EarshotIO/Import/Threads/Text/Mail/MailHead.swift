import EarshotCore

/// By what mail is told from other text.
enum MailHead {
    static let from = Array("From ".utf8)

    /// Fields of which one begins most messages.
    private static let fields: Set<String> = [
        "from", "to", "subject", "date", "message-id", "received", "return-path", "delivered-to", "mime-version",
        "content-type", "in-reply-to", "references", "reply-to", "sender", "list-id", "x-received", "x-gm-thrid",
        "x-gmail-labels", "status", "x-status", "x-mozilla-status", "x-uidl", "x-from-line", "envelope-to",
        "newsgroups",
        "path", "dkim-signature", "authentication-results", "x-original-to", "precedence", "organization", "lines",
    ]

    /// An mbox file.
    static func isMailbox(_ head: FileHead) -> Bool {
        let lines = lines(head).drop { isBlank($0) }
        guard let first = lines.first, first.starts(with: from) else { return false }
        guard let next = lines.dropFirst().first else { return false }
        return beginsHeader(next) || (isDated(first) && (field(next) != nil || next.starts(with: [UInt8(ascii: ">")])))
    }

    /// One message: a header that begins the file and says who wrote it and when or under which id.
    static func isMessage(_ head: FileHead) -> Bool {
        let names = headerNames(head)
        guard names.contains("from"), !isSavedPage(head) else { return false }
        if !names.isDisjoint(with: ["message-id", "received", "return-path", "delivered-to", "mime-version"]) {
            return names.count >= 3
        }
        guard names.contains("date"), names.contains("subject") || names.contains("to") else { return false }
        return MailDate.moment(header(head)["date"], zone: "UTC") != nil
    }

    /// A web page that a browser saved as one file: MIME without a sender, or with the browser as sender.
    static func isSavedPage(_ head: FileHead) -> Bool {
        let header = header(head)
        guard header.value("content-type").value.hasPrefix("multipart/related") else { return false }
        let names = headerNames(head)
        return header["from"].lowercased().contains("saved by") || names.contains("snapshot-content-location")
            || (!names.contains("message-id") && !names.contains("received") && !names.contains("to"))
    }

    /// Whether a line is the first of a message's header.
    static func beginsHeader(_ line: ArraySlice<UInt8>) -> Bool {
        guard let name = field(line) else { return false }
        return fields.contains(name)
    }

    /// A time and a year of four digits.
    static func isDated(_ line: ArraySlice<UInt8>) -> Bool {
        var hasTime = false
        var hasYear = false
        var rest = line.prefix(1000)
        while !rest.isEmpty {
            let word = rest.prefix { $0 != 32 && $0 != 9 }
            rest = rest[word.endIndex...].dropFirst()
            guard let first = word.first, first &- 48 < 11 else { continue }
            let digits = word.count { $0 &- 48 < 10 }
            let colons = word.count { $0 == UInt8(ascii: ":") }
            if (1...2).contains(colons), digits + colons == word.count, digits >= 3 { hasTime = true }
            if digits == 4, word.count == 4, word.first == UInt8(ascii: "1") || word.first == UInt8(ascii: "2") {
                hasYear = true
            }
        }
        return hasTime && hasYear
    }

    static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: TextEncoding.decode(Array(bytes)).text, as: UTF8.self)
    }

    private static func field(_ line: ArraySlice<UInt8>) -> String? { MailHeader.name(line) }

    private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool { line.allSatisfy { $0 <= 32 } }

    private static func lines(_ head: FileHead) -> [ArraySlice<UInt8>] {
        let decoded = TextEncoding.decode(Array(head.bytes.prefix(32 << 10))).text
        return TextLines.all(in: String(decoding: decoded, as: UTF8.self)).map(\.bytes)
    }

    private static func header(_ head: FileHead) -> MailHeader {
        var header = MailHeader()
        for line in lines(head).drop(while: { isBlank($0) }) {
            guard !isBlank(line), header.take(line) else { break }
        }
        return header
    }

    /// The names of the fields that begin the file; none where anything else stands among them.
    private static func headerNames(_ head: FileHead) -> Set<String> {
        var names: Set<String> = []
        for line in lines(head).drop(while: { isBlank($0) }) {
            if isBlank(line) { break }
            if line.first == 32 || line.first == 9, !names.isEmpty { continue }
            guard let name = field(line) else { return [] }
            names.insert(name)
        }
        return names
    }
}
