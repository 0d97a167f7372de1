/// Cuts hashtags into their words: "#SaveOurLibrary", "#keep_it", "#sosad".
enum HashtagParts {
    /// Calls `body` with the range of each word of the tag that stands at `range`, its sign included.
    ///
    /// A change from lower to upper case, an underscore, and digits part words; a tag with neither is cut in two where
    /// both parts are known, and stays whole otherwise.
    static func each(
        _ text: Span<UInt8>, _ range: Range<Int>, isKnown: (UInt64) -> Bool, _ body: (Range<Int>, UInt64) -> Void
    ) {
        var start = range.lowerBound + 1
        var parts = 0
        var i = start
        while i < range.upperBound {
            if i > start, isCut(text, before: i, in: range) {
                parts += emit(text, start..<i, body)
                start = i
            }
            i += 1
        }
        let isWhole = parts == 0 && start == range.lowerBound + 1
        if isWhole, let cut = twoKnown(text, start..<range.upperBound, isKnown) {
            _ = emit(text, start..<cut, body)
            start = cut
        }
        _ = emit(text, start..<range.upperBound, body)
    }

    private static func isCut(_ text: Span<UInt8>, before i: Int, in range: Range<Int>) -> Bool {
        let (last, next) = (text[i - 1], text[i])
        if !isLetter(last) || !isLetter(next) { return isLetter(last) != isLetter(next) }
        if isUpper(next), !isUpper(last) { return true }
        // The "N" of "BBCNews": a capital before a small letter, after a capital.
        return isUpper(next) && isUpper(last) && i + 1 < range.upperBound && isLetter(text[i + 1])
            && !isUpper(text[i + 1])
    }

    private static func emit(_ text: Span<UInt8>, _ part: Range<Int>, _ body: (Range<Int>, UInt64) -> Void) -> Int {
        guard !part.isEmpty, isLetter(text[part.lowerBound]) else { return 0 }
        body(part, hash(text, part))
        return 1
    }

    private static func twoKnown(_ text: Span<UInt8>, _ tag: Range<Int>, _ isKnown: (UInt64) -> Bool) -> Int? {
        guard tag.count >= 5, tag.count <= 24, !isKnown(hash(text, tag)) else { return nil }
        var cut = tag.lowerBound + 2
        while cut <= tag.upperBound - 3 {
            if isKnown(hash(text, cut..<tag.upperBound)), isKnown(hash(text, tag.lowerBound..<cut)) { return cut }
            cut += 1
        }
        return nil
    }

    private static func hash(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
        var hash = Fold.seed
        var i = range.lowerBound
        while i < range.upperBound {
            let (scalar, length) = Scalars.decode(text, at: i)
            Fold.add(scalar, to: &hash)
            i += length
        }
        return hash
    }

    private static func isUpper(_ byte: UInt8) -> Bool { byte &- 65 < 26 }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 32) &- 97 < 26 || byte >= 0x80 || byte == 0x27 }
}
