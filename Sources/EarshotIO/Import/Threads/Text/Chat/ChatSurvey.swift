import EarshotCore

/// What a first reading of a chat tells: how many messages it holds, in which order its dates are written, and how the
/// group is called.
struct ChatSurvey {
    /// Lines that begin a message.
    private(set) var count = 0
    private(set) var firstLine = 0
    private(set) var order = ChatDateOrder()
    /// Lines above the first message.
    private(set) var stray = Tally()

    private let path: String
    private var origin = ""
    /// Names of those who wrote, as numbers.
    private var authors: Set<UInt64> = []
    private var named = ""
    /// Under whose name an iPhone shows that the chat is encrypted: the group's.
    private var noticeName = ""

    /// Beginnings of the names that WhatsApp gives to exported files, lower case.
    private static let fileNames = [
        "whatsapp chat with ", "whatsapp chat - ", "whatsapp chat mit ", "whatsapp-chat mit ", "whatsapp chat met ",
        "whatsapp-chat met ", "chat de whatsapp con ", "chat whatsapp con ", "conversa do whatsapp com ",
        "discussion whatsapp avec ", "conversation whatsapp avec ", "czat whatsapp z ", "sgwrs whatsapp gyda ",
    ]

    init(path: String) { self.path = path }

    mutating func add(_ line: TextLines.Line) {
        guard let message = ChatLine(line.bytes) else {
            if count == 0, !line.isBlank { stray.add(line.number) }
            return
        }
        if count == 0 { firstLine = line.number }
        count += 1
        order.add(message)
        let name = ChatMessage.name(in: message.rest)
        let text = name.map { String(message.rest[message.rest.index(after: $0.endIndex)...].drop { $0 == " " }) }
        let author = name.flatMap { ChatText.author(String($0)) } ?? ""
        if origin.isEmpty, !author.isEmpty { origin = message.stamp + " " + author }
        let said = text ?? String(message.rest)
        guard name == nil || ChatText.isSystem(said) else {
            authors.insert(StableHash.quick(author))
            return
        }
        take(said, author)
    }

    /// What the program says: the group's name may be in it.
    private mutating func take(_ sentence: String, _ author: String) {
        let folded = sentence.lowercased()
        if ["created group", "created the group", "changed the subject", "changed the group name", "renamed the group"]
            .contains(where: { folded.contains($0) }), let name = Self.lastQuoted(sentence)
        {
            named = name
        } else if noticeName.isEmpty,
            ChatWords.notices.contains(where: { ChatText.unmarked(folded).hasPrefix($0) })
        {
            noticeName = author
        }
    }

    /// The thread that the chat is. Its title is the group's name, never a person's: the name of a chat of two is left
    /// out.
    func thread() -> DiscussionThread {
        let title = [Self.title(from: path), named, noticeName].first { !$0.isEmpty && !isPerson($0) } ?? ""
        return DiscussionThread(
            id: .made(network: "whatsapp", place: title, key: title.isEmpty ? origin : title), title: title,
            place: title, network: "whatsapp")
    }

    private func isPerson(_ name: String) -> Bool {
        ChatText.isNumber(name) || name.hasPrefix("phone:") || authors.contains(StableHash.quick(name))
    }

    /// "WhatsApp Chat with Acacia Road.txt" is the chat "Acacia Road"; "_chat.txt" lies in a folder of that name.
    private static func title(from path: String) -> String {
        for part in path.split(separator: "/").suffix(2).reversed() {
            var stem = String(part).replacing("_", with: " ")
            if stem.lowercased().hasSuffix(".txt") { stem.removeLast(4) }
            if let open = stem.lastIndex(of: "("), stem.hasSuffix(")"),
                stem[stem.index(after: open)...].dropLast().allSatisfy(\.isNumber)
            {
                stem = SheetByline.trimmed(stem[..<open])
            }
            let folded = stem.lowercased()
            guard let start = fileNames.first(where: { folded.hasPrefix($0) }) else { continue }
            return SheetByline.trimmed(ChatText.unmarked(stem.dropFirst(start.count)))
        }
        return ""
    }

    private static func lastQuoted(_ text: String) -> String? {
        let marks: Set<Character> = ["\"", "“", "”", "„", "«", "»"]
        guard let close = text.lastIndex(where: { marks.contains($0) }),
            let open = text[..<close].lastIndex(where: { marks.contains($0) })
        else { return nil }
        let name = SheetByline.trimmed(ChatText.unmarked(text[text.index(after: open)..<close]))
        return name.isEmpty ? nil : name
    }
}
