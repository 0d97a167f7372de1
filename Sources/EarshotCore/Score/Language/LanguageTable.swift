/// The learned weights by which languages that share a script are told apart.
///
/// A weight speaks for one language; 24 make it e (2.72) times as likely against the others. Source: `language.bin`,
/// made by Models/language/train.py; what it reaches is in Models/language/REPORT.md.
struct LanguageTable: Sendable {
    /// Weights of one word or run of letters, −127…127, a lane for every language of `codes`.
    typealias Row = SIMD32<Int16>

    /// Languages that share a script, side by side in the lanes.
    struct Group: Sendable {
        var script: Script
        var lanes: Range<Int>
        /// The rows of runs of letters, found by hash.
        var firstBucket: Int
        var buckets: Int

        /// The row of a run of letters.
        @inline(__always)
        func row(of hash: UInt32) -> Int { firstBucket + Int((UInt64(hash) &* UInt64(buckets)) >> 32) }
    }

    /// ISO 639-1, by lane.
    private(set) var codes: [String] = []
    private(set) var groups: [Group] = []
    private(set) var rows: [Row] = []
    /// Rows of whole words, by `Words.hash`; −1 for a word that many languages share, so that it tells nothing.
    private(set) var words = WordTable<Int32>(hashed: [])
    /// The same as a list.
    private(set) var entries: [(hash: UInt64, value: Int32)] = []

    /// `bytes` as train.py writes them: the mark "LNG1", the count of groups, then each group: script, count of
    /// languages, their codes, count of words, count of buckets, hashes of the words (8 bytes, lowest first), a row for
    /// each word, a row for each bucket; a row is a byte for each language. What does not have this form is left unread.
    init(_ bytes: [UInt8]) {
        var reader = LanguageBytes(bytes: bytes)
        guard reader.number(4) == 0x3147_4E4C else { return }
        for _ in 0..<reader.number(1) {
            guard let group = readGroup(&reader) else { break }
            groups.append(group)
        }
        words = WordTable(hashed: entries)
    }

    private mutating func readGroup(_ reader: inout LanguageBytes) -> Group? {
        guard let script = Script(rawValue: Int(reader.number(1))) else { return nil }
        let lanes = codes.count..<(codes.count + Int(reader.number(1)))
        guard lanes.upperBound <= Row.scalarCount else { return nil }
        for _ in lanes { codes.append(reader.code()) }
        let wordCount = Int(reader.number(4))
        let buckets = Int(reader.number(4))
        guard buckets > 0, reader.left >= wordCount * (8 + lanes.count) + buckets * lanes.count else { return nil }
        let group = Group(script: script, lanes: lanes, firstBucket: rows.count + wordCount, buckets: buckets)
        let hashes = (0..<wordCount).map { _ in reader.number(8) }
        rows.reserveCapacity(rows.count + wordCount + buckets)
        for _ in 0..<(wordCount + buckets) {
            var row = Row.zero
            for lane in lanes { row[lane] = Int16(Int8(truncatingIfNeeded: reader.number(1))) }
            rows.append(row)
        }
        for (index, hash) in hashes.enumerated() {
            let row = group.firstBucket - wordCount + index
            entries.append((hash, rows[row] != .zero ? Int32(row) : -1))
        }
        return group
    }

    /// The group of a script that several languages share.
    func group(of script: Script) -> Group? { groups.first { $0.script == script } }

    /// The hash of a run of letters, grown by one; `seed` before the first.
    @inline(__always)
    static func grow(_ hash: UInt32, _ letter: UInt32) -> UInt32 {
        // Fibonacci hashing; the shift brings the high bits down for the next letter.
        let product = (hash ^ letter) &* 0x9E37_79B1
        return product ^ (product >> 15)
    }

    /// Any figure; letters.py has the same.
    static let seed: UInt32 = 0x2545_F491
}

/// Reads numbers, lowest byte first; zero past the end.
private struct LanguageBytes {
    let bytes: [UInt8]
    private var position = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    var left: Int { bytes.count - position }

    mutating func number(_ width: Int) -> UInt64 {
        guard left >= width else {
            position = bytes.count
            return 0
        }
        var value: UInt64 = 0
        for index in 0..<width { value |= UInt64(bytes[position + index]) << UInt64(8 * index) }
        position += width
        return value
    }

    mutating func code() -> String {
        String(decoding: [UInt8(number(1)), UInt8(number(1))], as: UTF8.self)
    }
}
