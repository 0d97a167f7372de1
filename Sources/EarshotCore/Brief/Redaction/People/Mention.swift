/// Finds people named in the midst of a text, for the public: "Mrs Jones", "my neighbour Jane Smith", "ask Jane at".
enum Mention {
    /// Ranges of the names, in order.
    static func ranges(in text: Span<UInt8>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var i = 0
        while i < text.count {
            guard Ascii.isLetter(text[i]), i == 0 || !Ascii.isWord(text[i - 1]) else {
                i += 1
                continue
            }
            if let range = titled(text, i) ?? near(text, i) ?? asked(text, i),
                !RedactionOffice.surrounds(range, in: text)
            {
                found.append(range)
                i = range.upperBound
            } else {
                while i < text.count, Ascii.isWord(text[i]) { i += 1 }
            }
        }
        return found
    }

    /// "Mrs Jones", "Mr and Mrs Patel", "Dr Amir Khan".
    private static func titled(_ text: Span<UInt8>, _ i: Int) -> Range<Int>? {
        guard "mdrpMDRP".utf8.contains(text[i]), PersonName.isCapital(text, i) else { return nil }
        for pair in pairs where Ascii.holds(text, pair, at: i) {
            guard let name = PersonName(text, at: i + pair.count - 4), name.hasHonorific else { continue }
            return i..<name.range.upperBound
        }
        guard let name = PersonName(text, at: i, limit: 3), name.hasHonorific else { return nil }
        let isMiss = Ascii.holds(text, Array("miss ".utf8), at: i)
        // "Miss London": who misses something says so at the beginning of a sentence.
        if stages.contains(where: { Ascii.holds(text, $0, at: i) }) { return nil }
        if isMiss, name.given == .unknown, i == 0 || ".!?\n".utf8.contains(text[max(0, i - 2)]) { return nil }
        // "Mill Dr Khan's": a street's name stands before.
        if Ascii.holds(text, Array("dr ".utf8), at: i), followsCapital(text, i) { return nil }
        return name.range
    }

    /// Titles of beauty queens, and names of stages and goods.
    private static let stages = [
        "miss america", "miss universe", "miss usa", "miss teen", "miss india", "miss piggy", "dr who", "dr. who",
        "dr martens", "dr. martens",
        "dr pepper", "dr. pepper", "dr dre", "dr. dre", "dr. seuss", "dr seuss", "dr phil", "dr. phil", "dr. feelgood",
        "mr bean", "mr. bean",
        "mr robot", "mr. robot", "mr blobby",
    ].map { Array($0.utf8) }

    private static let pairs = ["mr and mrs ", "mr & mrs ", "mrs and mr ", "dr and mrs "].map { Array($0.utf8) }

    private static func followsCapital(_ text: Span<UInt8>, _ i: Int) -> Bool {
        guard i > 1, text[i - 1] == 0x20 else { return false }
        var start = i - 1
        while start > 0, Ascii.isLetter(text[start - 1]) { start -= 1 }
        return start > 1 && start < i - 1 && Ascii.isUpper(text[start]) && !".!?".utf8.contains(text[start - 2])
    }

    private static let relations = [
        "neighbour ", "neighbours ", "neighbor ", "neighbour, ", "friend ", "friends ", "husband ", "wife ", "son ",
        "daughter ", "mum ", "mother ", "dad ", "father ", "sister ", "brother ", "partner ", "landlord ", "landlady ",
        "tenant ", "colleague ", "nan ", "carer ",
    ].map { Array($0.utf8) }

    /// "my neighbour Jane Smith", "our friend Jane".
    private static func near(_ text: Span<UInt8>, _ i: Int) -> Range<Int>? {
        guard "nfhwsdmbplct".utf8.contains(text[i] | 32),
            let relation = relations.first(where: { Ascii.holds(text, $0, at: i) }), isOurs(text, i),
            let name = PersonName(text, at: i + relation.count), name.given != .unknown
        else { return nil }
        return name.range
    }

    /// "my", "our" or "next door" stands before, with at most two words between.
    private static func isOurs(_ text: Span<UInt8>, _ i: Int) -> Bool {
        var words: [UInt8] = []
        var k = i
        while k > 0, i - k < 28, Ascii.isLetter(text[k - 1]) || text[k - 1] == 0x20 || text[k - 1] == UInt8(ascii: "-")
        {
            k -= 1
            words.append(Ascii.lower(text[k]))
        }
        let before = words.reversed().split { !Ascii.isLetter($0) }.suffix(3).map {
            String(decoding: $0, as: UTF8.self)
        }
        return before.contains { ["my", "our", "his", "her", "their", "door"].contains($0) }
    }

    private static let asking = [
        "ask ", "contact ", "call ", "ring ", "phone ", "text ", "e-mail ", "email ", "ask for ", "speak to ",
        "write to ",
        "message ",
    ].map { Array($0.utf8) }

    /// "ask Jane Smith at the shop", "contact Jane on [phone number]".
    private static func asked(_ text: Span<UInt8>, _ i: Int) -> Range<Int>? {
        guard "acrptesmw".utf8.contains(text[i] | 32), let verb = asking.last(where: { Ascii.holds(text, $0, at: i) }),
            let name = PersonName(text, at: i + verb.count), name.given != .unknown
        else { return nil }
        let end = name.range.upperBound
        return [" at ", " on ", " via "].contains { Ascii.holds(text, Array($0.utf8), at: end) } ? name.range : nil
    }
}
