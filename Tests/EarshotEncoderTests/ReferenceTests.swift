import EarshotEncoder
import Foundation
import Testing

@Suite("The encoder beside its reference")
struct ReferenceTests {
    @Test("the table compiled in is whole")
    func whole() { #expect(EncoderTable.isWhole) }

    @Test("each text has the reference's tokens, and a vector within a cosine of .99; the mean is above .996")
    func sentences() throws {
        let texts = try EncoderReference.sentences()
        let answers = try EncoderReference.answers()
        try #require(texts.count == answers.count && texts.count > 120)
        let encoder = SentenceEncoder()
        var cosines: [Double] = []
        for ((text, answer), vector) in zip(zip(texts, answers), encoder.vectors(of: texts)) {
            #expect(encoder.tokens(of: text) == answer.ids, "\(text.debugDescription.prefix(80))")
            #expect(vector.isZero == answer.ids.isEmpty)
            guard !vector.isZero else { continue }
            cosines.append(EncoderReference.cosine(vector, answer.vector))
            #expect((cosines.last ?? 0) >= 0.99, "\(text.debugDescription.prefix(80))")
        }
        print("written sentences:", Self.distribution(of: cosines))
        #expect(cosines.reduce(0, +) / Double(cosines.count) >= 0.996)
    }

    @Test(
        "a thousand real lines in 24 languages have the reference's tokens, and 250 of them its vectors",
        .enabled(if: RealLines.areHere, "The real files are not here; set EARSHOT_REAL_DATA to the folder with them"))
    func realLines() throws {
        let lines = try RealLines.all()
        #expect(lines.count == 1000)
        let encoder = SentenceEncoder()
        var checked: [(text: String, vector: [Int8])] = []
        for (row, text) in lines {
            let ids = encoder.tokens(of: text)
            let hash = ids.reduce(UInt32(0x811C_9DC5)) { state, id in
                [UInt8(id & 255), UInt8(id >> 8)].reduce(state) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
            }
            #expect(Int(row[2]) == ids.count && UInt32(row[3]) == hash, "\(row[0]), line \(row[1])")
            if row.count > 4 { checked.append((text, EncoderReference.eightBits(row[4]))) }
        }
        let vectors = encoder.vectors(of: checked.map(\.text))
        let cosines = zip(vectors, checked).map { EncoderReference.cosine($0, $1.vector) }
        print("real lines:", Self.distribution(of: cosines))
        #expect(cosines.count == 250 && cosines.allSatisfy { $0 >= 0.99 })
        #expect(cosines.reduce(0, +) / Double(cosines.count) >= 0.996)
    }

    /// For Models/encoder/REPORT.md.
    private static func distribution(of cosines: [Double]) -> String {
        let sorted = cosines.sorted()
        let at = { (share: Double) in sorted[Int(share * Double(sorted.count - 1))] }
        let mean = cosines.reduce(0, +) / Double(max(1, cosines.count))
        return "\(cosines.count); least \(at(0)), 1 % \(at(0.01)), 10 % \(at(0.1)), median \(at(0.5)), mean \(mean)"
    }
}
