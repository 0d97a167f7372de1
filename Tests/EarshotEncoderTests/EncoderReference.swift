import EarshotEncoder
import Foundation

/// What the reference answers (Models/encoder/make_fixture.py): ids, or their count and FNV-1a; its vector in eight bits.
struct EncoderReference: Sendable {
    var ids: [UInt16] = []
    var vector: [Int8] = []

    private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

    static func rows(of name: String) throws -> [[Substring]] {
        let text = try String(contentsOf: fixtures.appending(path: name), encoding: .utf8)
        return text.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    }

    /// The texts written for these tests.
    static func sentences() throws -> [String] {
        try JSONDecoder().decode([String].self, from: Data(contentsOf: fixtures.appending(path: "sentences.json")))
    }

    /// What the reference says of each of them.
    static func answers() throws -> [EncoderReference] {
        try rows(of: "reference.tsv").map { row in
            EncoderReference(ids: row[0].split(separator: " ").compactMap { UInt16($0) }, vector: eightBits(row[1]))
        }
    }

    static func eightBits(_ base64: Substring) -> [Int8] {
        (Data(base64Encoded: String(base64)) ?? Data()).map { Int8(bitPattern: $0) }
    }

    /// The cosine of the angle between a vector and the reference's.
    static func cosine(_ vector: SentenceVector, _ reference: [Int8]) -> Double {
        var product = 0.0
        var squares = (0.0, 0.0)
        for (own, its) in zip(vector.components, reference) {
            product += Double(own) * Double(its)
            squares.0 += Double(own) * Double(own)
            squares.1 += Double(its) * Double(its)
        }
        return product / (squares.0 * squares.1).squareRoot()
    }
}

/// Real lines, read in place: the folder named by EARSHOT_REAL_DATA, else ../shared/data beside the project.
enum RealLines {
    static let folder = URL(
        filePath: ProcessInfo.processInfo.environment["EARSHOT_REAL_DATA"]
            ?? URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../shared/data").path)
    static var areHere: Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: "langid/lingua_sentences").path)
    }

    /// Each line of `real.tsv` with its text; a line is what stands between line feeds.
    static func all() throws -> [(row: [Substring], text: String)] {
        var files: [Substring: [Data.SubSequence]] = [:]
        return try EncoderReference.rows(of: "real.tsv").map { row in
            let lines =
                try files[row[0]]
                ?? Data(contentsOf: folder.appending(path: String(row[0]))).split(
                    separator: 10, omittingEmptySubsequences: false)
            files[row[0]] = lines
            return (row, String(decoding: lines[Int(row[1]) ?? 0], as: UTF8.self))
        }
    }
}
