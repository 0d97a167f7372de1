import EarshotCore

/// What is known of every message of a file after its headers were read once: numbers only, so that the bodies of a
/// long archive need never be there together.
struct MailIndex {
    /// What becomes of a message.
    enum Fate: UInt8 {
        case comment
        /// It stands in the file already.
        case again
        /// An automatic reply or a report of the mail system.
        case automatic
        /// The mail program's own note or a message deleted in it.
        case removed
        /// It has no header.
        case headless
    }

    struct Message {
        /// Of its id; no id is kept, since ids look like addresses and may hold one.
        var key: UInt64
        var references: Range<Int>
        var subject: Int32
        var place: Int32
        var isReply: Bool
        var fate: Fate
    }

    private(set) var messages: [Message] = []
    /// The keys of the messages that a message answers, oldest first, all messages' one after another.
    private(set) var references: [UInt64] = []
    private(set) var titles = Interned()
    /// Of each title the number of its base.
    private var bases: [Int32] = []
    private(set) var places = Interned()
    private var baseNames = Interned()
    private var tags: [String: Int] = [:]
    /// What stands under each key: its date and subject.
    private var found: [UInt64: UInt64] = [:]
    private var clashes: [UInt64: Int] = [:]

    /// References kept of one message: the first, and the last ones (chosen, not derived).
    private static let referenceLimit = 50

    mutating func add(_ header: MailHeader) {
        let subject = MailSubject(header.words("subject"))
        if !subject.tag.isEmpty { tags[subject.tag, default: 0] += 1 }
        let start = references.count
        var fate = Self.fate(header, subject)
        let id = header.ids("message-id").first
        // A list may send a copy on under its own name: the sender does not tell a message from another.
        let what = StableHash.of(header["date"], id == nil ? header["from"] : "", subject.base).value
        var key = id.map { StableHash.of("mail", $0).value } ?? what
        while fate == .comment, let known = found[key] {
            // The same id with another date or subject is another message.
            if known == what, id != nil {
                fate = .again
            } else {
                clashes[key, default: 0] += 1
                key = StableHash.of("mail", String(key), String(clashes[key, default: 0])).value
            }
        }
        if fate == .comment {
            found[key] = what
            references += answered(header).filter { $0 != key }
        }
        let title = titles.number(of: subject.title)
        if title == bases.count { bases.append(Int32(baseNames.number(of: subject.base))) }
        messages.append(
            Message(
                key: key, references: start..<references.count, subject: Int32(title),
                place: Int32(places.number(of: Self.place(header))), isReply: subject.isReply, fate: fate))
    }

    /// A number for the subject without what replies put before it; `nil` where there are no words.
    func base(of message: Int) -> Int32? {
        let base = bases[Int(messages[message].subject)]
        return baseNames[Int(base)].isEmpty ? nil : base
    }

    /// The list's name as it stands before the subject of more than half of the messages; "" where there is none.
    var listTag: String {
        tags.first { $0.value >= 2 && $0.value * 2 > messages.count }?.key ?? ""
    }

    private func answered(_ header: MailHeader) -> [UInt64] {
        var ids = header.ids("references")
        if let answered = header.ids("in-reply-to").first, ids.last != answered { ids.append(answered) }
        if ids.count > Self.referenceLimit { ids = [ids[0]] + ids.suffix(Self.referenceLimit - 1) }
        return ids.map { StableHash.of("mail", $0).value }
    }

    private static func fate(_ header: MailHeader, _ subject: MailSubject) -> Fate {
        guard header.count > 0 else { return .headless }
        if isReport(header) || header["auto-submitted"].lowercased().hasPrefix("auto-replied")
            || header.has("x-autoreply")
            || header.has("x-autorespond") || header["precedence"].lowercased() == "auto_reply"
        {
            return .automatic
        }
        // Thunderbird's flag 0x0008: deleted, and the folder not yet compacted.
        let flags = Int(header["x-mozilla-status"], radix: 16) ?? 0
        if flags & 8 != 0 || subject.base.hasSuffix("folder internal data") { return .removed }
        return .comment
    }

    private static func isReport(_ header: MailHeader) -> Bool {
        guard header["content-type"].lowercased().hasPrefix("multipart/report") else { return false }
        let type = header.value("content-type")
        return type.value == "multipart/report"
            && type.parameters["report-type"]?.lowercased() != "disposition-notification"
    }

    /// "Derwentvale residents <residents.lists.example.org>" gives the name, else what stands in the brackets.
    private static func place(_ header: MailHeader) -> String {
        let field = header.words("list-id")
        guard !field.isEmpty else { return header["newsgroups"].split(separator: ",").first.map(String.init) ?? "" }
        guard let open = field.firstIndex(of: "<") else { return field.contains("@") ? "" : field }
        let name = MarkupText.collapsed(MailHeader.unquoted(MarkupText.collapsed(String(field[..<open]))))
        if !name.isEmpty { return name }
        let id = field[field.index(after: open)...].prefix { $0 != ">" }
        return id.contains("@") ? "" : id.hasSuffix(".googlegroups.com") ? String(id.dropLast(17)) : String(id)
    }
}

/// Texts of which many are the same, each kept once and known by a number from 0.
struct Interned {
    private(set) var texts: [String] = []
    private var numbers: [String: Int] = [:]

    subscript(number: Int) -> String { texts[number] }

    mutating func number(of text: String) -> Int {
        if let number = numbers[text] { return number }
        numbers[text] = texts.count
        texts.append(text)
        return texts.count - 1
    }
}
