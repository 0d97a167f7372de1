internal import CEarshotEncoder

/// The encoder's table and its kernels: the one file that holds C's pointers.
///
/// Source: `Sources/CEarshotEncoder/encoder.bin`, made by `Models/encoder/make_table.py`.
package enum EncoderTable {
    /// Whether the table compiled in is whole: its checksum, which takes some milliseconds.
    package static var isWhole: Bool { earshot_encoder_is_whole() }

    /// A copy of one part of the vocabulary.
    static func part<Element: BitwiseCopyable>(_ part: earshot_encoder_part, of: Element.Type) -> [Element] {
        var count = 0
        guard let start = earshot_encoder_part_start(part, &count) else { return [] }
        return Array(UnsafeBufferPointer(start: start.assumingMemoryBound(to: Element.self), count: count))
    }

    /// The vectors' components, text after text, from the texts' tokens end to end; `counts` says how many each text has.
    static func components(tokens: [UInt16], counts: [UInt32], path: EncoderPath) -> [Int16] {
        precondition(
            counts.reduce(0) { $0 + Int($1) } == tokens.count && counts.allSatisfy { $0 <= SentenceEncoder.tokenLimit })
        let scratch = UnsafeMutableRawPointer.allocate(
            byteCount: earshot_encoder_scratch(tokens.count), alignment: 64)
        defer { scratch.deallocate() }
        let size = counts.count * SentenceVector.dimensions
        return [Int16](unsafeUninitializedCapacity: size) { room, filled in
            earshot_encoder_vectors(path.name, tokens, counts, counts.count, scratch, room.baseAddress)
            filled = size
        }
    }
}
