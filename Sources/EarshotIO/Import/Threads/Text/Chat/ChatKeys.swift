/// Keys made of a few bytes, by which most of what people write is known not to be WhatsApp's own without folding it.
enum ChatKeys {
    /// Of all that the program writes in the place of a message, and of its own sentences.
    private static let starts = Set((Array(ChatWords.deleted) + ChatWords.notices).compactMap(start))
    /// Of all that stands for a picture, a file or a call.
    private static let ends = Set((ChatWords.omitted + Array(ChatWords.calls) + ["null"]).map { end($0.utf8.span) })

    /// False only where the words are not the program's own, unless it marks them. All that it writes is longer than a
    /// key; what has other letters than English ones in its key is always looked at.
    static func mayBeOwn(_ words: some StringProtocol) -> Bool {
        guard let key = start(words) else { return true }
        return starts.contains(key)
    }

    /// False only where no line ends with what stands for a picture or file.
    static func mayHoldMedia(_ text: String) -> Bool {
        let bytes = text.utf8.span
        var from = 0
        for i in bytes.indices where bytes[i] == 10 {
            if isMedia(bytes.extracting(from..<i)) { return true }
            from = i + 1
        }
        return isMedia(bytes.extracting(from..<bytes.count))
    }

    private static func isMedia(_ line: Span<UInt8>) -> Bool {
        let key = end(line)
        let last = UInt8(truncatingIfNeeded: key)
        // White space beyond ASCII may end in the last two.
        return last == UInt8(ascii: ")") || last == UInt8(ascii: ">") || last == 0xA0 || last == 0xAF
            || ends.contains(key)
    }

    /// The first eight bytes in lower case, spaces and full stops before them left out; `nil` where one is not ASCII.
    private static func start(_ words: some StringProtocol) -> UInt64? {
        var key: UInt64 = 0
        var count = 0
        for byte in words.utf8 where count > 0 || (byte != 32 && byte != UInt8(ascii: ".")) {
            guard byte < 0x80 else { return nil }
            key = key << 8 | UInt64(lower(byte))
            count += 1
            if count == 8 { break }
        }
        return key
    }

    /// The last four bytes in lower case, white space left out.
    private static func end(_ line: Span<UInt8>) -> UInt32 {
        var key: UInt32 = 0
        var count: UInt32 = 0
        var i = line.count
        while i > 0, count < 4 {
            i -= 1
            guard line[i] > 32 else { continue }
            key |= UInt32(lower(line[i])) << (count * 8)
            count += 1
        }
        return key
    }

    private static func lower(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 32 : byte }
}
