import Testing

@testable import EarshotCore

@Suite("Shares, halves and draws")
struct EvaluationShareTests {
    @Test(
        "a share has Wilson's interval",
        arguments: [
            (8, 10, 800, 490, 943), (0, 10, 0, 0, 278), (10, 10, 1000, 722, 1000), (50, 100, 500, 404, 596),
            (1, 3, 333, 61, 792), (2, 3, 667, 208, 939),
        ])
    func wilson(_ part: Int, _ count: Int, _ value: Int, _ low: Int, _ high: Int) {
        #expect(EvaluationShare(part, of: count) == EvaluationShare(count: count, value: value, low: low, high: high))
    }

    @Test("a share of nothing is no share")
    func nothing() { #expect(EvaluationShare(0, of: 0) == nil) }

    @Test("an interval is widened on either side, never narrowed")
    func widened() throws {
        let share = EvaluationShare(count: 10, value: 500, low: 400, high: 600)
        #expect(share.widened(to: 450...700) == EvaluationShare(count: 10, value: 500, low: 400, high: 700))
        #expect(share.widened(to: 300...550) == EvaluationShare(count: 10, value: 500, low: 300, high: 600))
    }

    @Test(
        "the halves are those of zlib's CRC-32",
        arguments: [
            ("123456789", UInt32(0xCBF4_3926)), ("", 0), ("ä", 1_890_972_035), ("arc-i001", 1_501_053_919),
            ("item-b", 1_560_984_807),
        ])
    func halves(_ text: String, _ crc: UInt32) {
        #expect(EvaluationHalf.crc32(text) == crc)
        #expect(EvaluationHalf.heldOut.contains(text) == (crc % 2 == 1))
        #expect(EvaluationHalf.dev.contains(text) == (crc % 2 == 0))
        #expect(EvaluationHalf.all.contains(text))
    }

    @Test("draws are SplitMix64's, and stay below their bound")
    func draws() {
        var draw = EvaluationDraw(seed: 1_234_567)
        #expect(
            (0..<5).map { _ in draw.next() } == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
            ])
        var seen = Array(repeating: 0, count: 7)
        for _ in 0..<7000 { seen[draw.below(7)] += 1 }
        #expect(seen.allSatisfy { (850...1150).contains($0) }, "\(seen)")
    }

    @Test("reliability counts promises in ten bins and says how far they are from the truth")
    func reliability() {
        // 0–99: promised 50 and 0, none right; 800–899: 800 and 840, one right; 900–1000: 1000, right.
        let found = Reliability([(50, false), (840, true), (0, false), (800, false), (1000, true)])
        #expect(found.bins.map(\.from) == [0, 800, 900])
        #expect(found.bins.map(\.promised) == [25, 820, 1000])
        #expect(found.bins.map(\.right.value) == [0, 500, 1000])
        #expect(found.bins.map(\.right.count) == [2, 2, 1])
        // (|50 − 0| + |1640 − 1000| + |1000 − 1000|) ÷ 5
        #expect(found.error == 138)
        #expect(found.count == 5)
        #expect(Reliability([]).error == nil)
    }
}
