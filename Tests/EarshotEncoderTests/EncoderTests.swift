import EarshotEncoder
import Testing

@Suite("The sentence encoder")
struct EncoderTests {
    @Test("every path gives the same bits", arguments: EncoderPath.allCases.filter(\.isOpen))
    func paths(_ path: EncoderPath) throws {
        let texts = try EncoderReference.sentences()
        #expect(SentenceEncoder(path: path).vectors(of: texts) == SentenceEncoder().vectors(of: texts))
    }

    @Test("these bits are the same on every machine")
    func bits() throws {
        let vectors = SentenceEncoder().vectors(of: try EncoderReference.sentences())
        let hash = vectors.flatMap(\.bytes).reduce(UInt64(0xCBF2_9CE4_8422_2325)) {
            ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3
        }
        #expect(hash == 5_636_839_776_886_049_479, "\(hash)")
    }

    @Test("a text alone has the vector that it has among others, in any order")
    func company() throws {
        let encoder = SentenceEncoder()
        let texts = Array(try EncoderReference.sentences().suffix(100))
        let together = encoder.vectors(of: texts)
        #expect(encoder.vectors(of: texts.reversed()) == together.reversed())
        for (text, vector) in zip(texts, together) { #expect(encoder.vectors(of: [text]) == [vector]) }
    }

    @Test("several threads at once get the same vectors")
    func threads() async throws {
        let encoder = SentenceEncoder()
        let texts = Array(try EncoderReference.sentences().prefix(60))
        let alone = encoder.vectors(of: texts)
        await withTaskGroup(of: [SentenceVector].self) { group in
            for _ in 0..<8 { group.addTask { encoder.vectors(of: texts) } }
            for await vectors in group { #expect(vectors == alone) }
        }
    }

    @Test(
        "a text without words has no tokens and the zero vector", arguments: ["", " \n\t", "\u{200B}\u{0}", "\u{301}"])
    func empty(_ text: String) {
        let encoder = SentenceEncoder()
        #expect(encoder.tokens(of: text) == [])
        #expect(encoder.vectors(of: [text, "bus", text]).map(\.isZero) == [true, false, true])
        #expect(encoder.vectors(of: []) == [])
    }

    @Test(
        "a text is read up to 256 tokens, marks included",
        arguments: [(1, 3), (253, 255), (254, 256), (255, 256), (900, 256)])
    func limit(_ words: Int, _ tokens: Int) {
        let encoder = SentenceEncoder()
        let text = String(repeating: "bus ", count: words)
        #expect(encoder.tokenCount(of: text) == tokens)
        #expect(encoder.tokens(of: text).first == 101 && encoder.tokens(of: text).last == 102)
        if words > 254 { #expect(encoder.vectors(of: [text]) == encoder.vectors(of: [text + "tram"])) }
    }

    @Test(
        "a mark of the encoder's own, written in a text, is ordinary signs",
        arguments: ["[SEP]", "[CLS]", "[MASK]", "[PAD]"])
    func marks(_ mark: String) {
        let inside = SentenceEncoder().tokens(of: "a \(mark) b").dropFirst().dropLast()
        #expect(inside.allSatisfy { ![0, 101, 102, 103].contains($0) } && inside.count >= 5)
    }

    @Test("what means the same is nearer than what shares words")
    func meaning() throws {
        let vectors = SentenceEncoder().vectors(of: [
            "Residents want the swimming baths to stay open.", "Please don't close our leisure pool.",
            "Residents want the bus stop to stay where it is.",
        ])
        #expect(vectors[0].likeness(to: vectors[1]) > vectors[0].likeness(to: vectors[2]))
    }
}
