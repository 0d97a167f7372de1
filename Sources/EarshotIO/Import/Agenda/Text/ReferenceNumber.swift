/// The number with which a council that numbers its business right through the year begins an item: "24/101 Apologies",
/// "101/26", "2026.45", "FC24/101", "1234.".
struct ReferenceNumber {
    /// A line, row or heading that counts in the sequence.
    struct Entry {
        /// Index of the text among those given.
        var index: Int
        /// As printed: "24/101".
        var number: String
        /// Where it counts: 101.
        var leading: Int
        /// What stands after the number; empty where it stands alone.
        var title: String

        /// Whether the number can be read as day and month.
        fileprivate var mayBeDay: Bool {
            let parts = number.split(separator: "/").compactMap { Int($0) }
            return parts.count == 2 && parts.allSatisfy { (1...31).contains($0) } && parts.contains { $0 <= 12 }
        }
    }

    private var number: String
    /// Letters before the number.
    private var opening: String
    private var parts: [Int]
    private var title: String

    /// `nil` where the text does not begin so: a planning reference ("25/03195/FUL"), a date, a plain number.
    private init?(_ text: String) {
        // The pattern takes long to make: only where the text may begin so.
        let head = text.utf8.prefix(12)
        guard let byte = head.first, byte < 0x5B, head.count(where: { (0x30...0x39).contains($0) }) >= 4 else {
            return nil
        }
        let pattern =
            /^(?<letters>[A-Z]{1,4}[-\/ ]?)?(?<first>\d{1,4})(?:[\/.](?<second>\d{1,4}))?(?<mark>[.):]?)(?:\s+[-–—]?\s*|$)/
        guard let match = text.prefixMatch(of: pattern), let value = Int(match.first) else { return nil }
        let second = match.second.flatMap { Int($0) }
        // "5.2" counts within item 5, "12" is a plain number; both are told elsewhere.
        guard second != nil || (match.first.count == 4 && !match.mark.isEmpty) else { return nil }
        let digits = [match.first.count, match.second?.count ?? 0]
        guard digits.reduce(0, +) >= 4 else { return nil }
        // "19.30" is a time.
        guard match.output.0.contains("/") || digits.contains(where: { $0 > 2 }) else { return nil }
        parts = [value] + (second.map { [$0] } ?? [])
        opening = match.letters.map(String.init) ?? ""
        number = String(text[..<match.mark.startIndex])
        title = String(text[match.range.upperBound...])
    }

    /// Numbers that may be left out between two items (chosen, not derived).
    private static let widestGap = 5

    /// The texts that count on, one part of their number standing still; empty where fewer than two do.
    static func sequence(in texts: [(index: Int, text: String)]) -> [Entry] {
        let found = texts.compactMap { text in ReferenceNumber(text.text).map { (index: text.index, reference: $0) } }
        guard found.count >= 2 else { return [] }
        let longest = [0, 1].map { sequence(in: found, countingAt: $0) }.reduce([]) { $1.count > $0.count ? $1 : $0 }
        // "12/03", "13/03" may be days: one number at least has to be none.
        return longest.count >= 2 && !longest.allSatisfy(\.mayBeDay) ? longest : []
    }

    private static func sequence(
        in found: [(index: Int, reference: ReferenceNumber)], countingAt place: Int
    ) -> [Entry] {
        var entries: [Entry] = []
        var last: ReferenceNumber?
        for (index, reference) in found where place < reference.parts.count {
            let leading = reference.parts[place]
            if let last, let before = entries.last?.leading {
                guard reference.opening == last.opening, reference.parts.count == last.parts.count,
                    reference.parts.count == 1 || reference.parts[1 - place] == last.parts[1 - place],
                    leading > before, leading - before <= widestGap
                else { continue }
            }
            last = reference
            entries.append(Entry(index: index, number: reference.number, leading: leading, title: reference.title))
        }
        return entries
    }
}
