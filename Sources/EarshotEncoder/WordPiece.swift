/// Cuts a text into the encoder's tokens, as BERT's uncased tokenizer does: cleaned, in lower case, without accents, apart
/// at blanks, punctuation and Chinese characters; each word as the longest pieces that the vocabulary has.
///
/// One difference, meant: "[SEP]" and its like in a text are ordinary signs, so that no comment can pass for a mark.
struct WordPiece: Sendable {
    /// A word of more characters is unknown as a whole.
    private static let longestWord = 100

    private let vocabulary = Vocabulary()

    /// The ids of the text's tokens between the marks of start and end, `limit` at most; none for a text without words.
    func tokens(of text: String, limit: Int) -> [UInt16] {
        var tokens = [Vocabulary.start]
        var word = Word()
        for scalar in text.unicodeScalars {
            let (kind, target) = vocabulary.entry(of: scalar.value)
            switch kind {
            case .plain: word.append(target)
            case .drop: continue
            case .space: finish(&word, into: &tokens)
            case .alone:
                finish(&word, into: &tokens)
                word.append(target)
                finish(&word, into: &tokens)
            case .several: for part in vocabulary.several(target) { word.append(part) }
            }
            if tokens.count >= limit { break }
        }
        finish(&word, into: &tokens)
        guard tokens.count > 1 else { return [] }
        tokens.removeLast(max(0, tokens.count - (limit - 1)))
        tokens.append(Vocabulary.end)
        return tokens
    }

    /// Adds the word's pieces; the mark for an unknown word when some of it is in no piece.
    private func finish(_ word: inout Word, into tokens: inout [UInt16]) {
        defer { word.clear() }
        guard word.characters > 0 else { return }
        guard word.characters <= Self.longestWord else { return tokens.append(Vocabulary.unknown) }
        let before = tokens.count
        var at = 0
        while at < word.bytes.count {
            guard let (id, end) = longestPiece(of: word.bytes, from: at) else {
                tokens.removeLast(tokens.count - before)
                return tokens.append(Vocabulary.unknown)
            }
            tokens.append(id)
            at = end
        }
    }

    private func longestPiece(of bytes: [UInt8], from start: Int) -> (id: UInt16, end: Int)? {
        var hash = start == 0 ? Vocabulary.emptyHash : Vocabulary.pieceHash
        var found: (id: UInt16, end: Int)?
        for end in start..<min(bytes.count, start + vocabulary.longest) {
            hash = Vocabulary.hash(hash, bytes[end])
            if let id = vocabulary.id(of: bytes, start..<end + 1, goesOn: start > 0, hash: hash) {
                found = (id, end + 1)
            }
        }
        return found
    }

    /// The word being read: its bytes in UTF-8, as long as it is not too long anyway.
    private struct Word {
        var bytes: [UInt8] = []
        var characters = 0

        mutating func append(_ code: UInt32) {
            characters += 1
            guard characters <= longestWord, let scalar = Unicode.Scalar(code) else { return }
            if code < 128 {
                bytes.append(UInt8(code))
            } else {
                bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.EncodedScalar())
            }
        }

        mutating func clear() {
            bytes.removeAll(keepingCapacity: true)
            characters = 0
        }
    }
}
