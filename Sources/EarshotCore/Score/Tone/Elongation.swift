/// Words drawn out for emphasis: three or more of one letter.
enum Elongation {
    /// The hash of the word with its runs of three or more letters cut to two, where that is known, else to one; `nil`
    /// where there are none.
    static func cut(_ text: Span<UInt8>, _ range: Range<Int>, _ isKnown: (UInt64) -> Bool) -> UInt64? {
        guard hasRun(text, range) else { return nil }
        let two = hash(text, range, keeping: 2)
        return isKnown(two) ? two : hash(text, range, keeping: 1)
    }

    private static func hasRun(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count > 3 else { return false }
        var i = range.lowerBound + 2
        while i < range.upperBound {
            if text[i] | 32 == text[i - 1] | 32, text[i] | 32 == text[i - 2] | 32, text[i] < 0x80 { return true }
            i += 1
        }
        return false
    }

    private static func hash(_ text: Span<UInt8>, _ range: Range<Int>, keeping keep: Int) -> UInt64 {
        var hash = Fold.seed
        var i = range.lowerBound
        var last: UInt32 = 0
        var run = 0
        var held = 0
        while i < range.upperBound {
            let (scalar, length) = Scalars.decode(text, at: i)
            let folded = Fold.fold(scalar)
            if folded == last {
                run += 1
            } else {
                (held, run, last) = (0, 1, folded)
            }
            // Runs of two stay as they are; only runs of three or more are cut to `keep`.
            if held < keep || Self.run(text, i, folded, range.upperBound, run) < 3 {
                Fold.add(scalar, to: &hash)
                held += 1
            }
            i += length
        }
        return hash
    }

    /// The length of the run of `folded` that position `i` stands in, where `run` of it have been read.
    private static func run(_ text: Span<UInt8>, _ i: Int, _ folded: UInt32, _ end: Int, _ run: Int) -> Int {
        var length = run
        var next = i + Scalars.decode(text, at: i).length
        while next < end, length < 3 {
            let (scalar, count) = Scalars.decode(text, at: next)
            guard Fold.fold(scalar) == folded else { break }
            length += 1
            next += count
        }
        return length
    }
}
