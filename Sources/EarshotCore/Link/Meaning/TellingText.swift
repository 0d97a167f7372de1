/// A piece of a thread that is read for its meaning.
struct TellingText: Equatable, Sendable {
    /// Where the piece stands: its position in the thread, counted from 0; `nil` for the thread's title.
    var comment: Int?
    var text: String
}

/// Chooses what of a thread is read for its meaning: a bounded part, however long the thread is.
enum TellingTexts {
    /// At most so many comments of a thread, spread evenly over it. This and the next: Models/link/REPORT.md.
    static let commentLimit = 8
    /// At most so many bytes of a thread: about 250 of the encoder's word pieces.
    static let byteLimit = 1100

    /// The title and the beginnings of comments. Short comments are taken whole; longer ones share what is left
    /// evenly and are cut between words.
    static func of(_ thread: LinkThread) -> [TellingText] {
        let total = thread.texts.count
        let count = min(total, commentLimit)
        var texts = (0..<count).map { place in
            let comment = place * total / count
            return TellingText(comment: thread.positions[comment], text: thread.texts[comment])
        }
        if !thread.title.isEmpty { texts.insert(TellingText(comment: nil, text: thread.title), at: 0) }
        var left = byteLimit
        let shortFirst = texts.indices.sorted { a, b in
            let (x, y) = (texts[a].text.utf8.count, texts[b].text.utf8.count)
            return x == y ? a < b : x < y
        }
        for (done, index) in shortFirst.enumerated() {
            texts[index].text = beginning(of: texts[index].text, bytes: left / (texts.count - done))
            left -= texts[index].text.utf8.count
        }
        return texts.filter { !$0.text.isEmpty }
    }

    /// As many whole words as go into `limit` bytes; of a single longer word, as many whole characters.
    static func beginning(of text: String, bytes limit: Int) -> String {
        guard text.utf8.count > limit else { return text }
        let bytes = Array(text.utf8.prefix(limit + 1))
        var end = bytes.lastIndex { $0 == 0x20 || (9...13).contains($0) } ?? 0
        if end == 0 {
            end = limit
            while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        }
        return String(decoding: bytes[..<end], as: UTF8.self)
    }
}
