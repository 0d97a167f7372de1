import EarshotCore
import Foundation

/// Reads JSON lines from a stream in batches, so that a filter's memory stays flat.
struct JSONLines {
    /// One line with its number, counted from 1.
    struct Line: Sendable {
        var number: Int
        var bytes: [UInt8]
    }

    /// The longest line that is read, in bytes; a longer one is answered with an error. Chosen, not derived.
    static let lineLimit = 64 << 20

    /// Hands over the lines of `input` in order, at most `batch` at a time; blank lines are left out, the last line may
    /// lack its line feed.
    static func forEachBatch(_ input: FileHandle, batch: Int, _ body: ([Line]) throws -> Void) throws {
        var pending: [Line] = []
        var rest: [UInt8] = []
        var number = 0
        var pendingBytes = 0
        func end(_ line: [UInt8]) throws {
            number += 1
            let isBlank = line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
            guard !isBlank else { return }
            pending.append(Line(number: number, bytes: line))
            pendingBytes += line.count
            guard pending.count == batch || pendingBytes > 32 << 20 else { return }
            try body(pending)
            pending.removeAll(keepingCapacity: true)
            pendingBytes = 0
        }
        while let data = try input.read(upToCount: 1 << 20), !data.isEmpty {
            var start = data.startIndex
            while let feed = data[start...].firstIndex(of: 0x0A) {
                rest.append(contentsOf: data[start..<feed])
                try end(rest)
                rest.removeAll(keepingCapacity: true)
                start = data.index(after: feed)
            }
            rest.append(contentsOf: data[start...])
            if rest.count > lineLimit {
                throw Diagnostic(
                    .error, "Line \(number + 1) is longer than \(lineLimit >> 20) MB",
                    at: "standard input:\(number + 1)",
                    mend: "Give one JSON object a line")
            }
        }
        if !rest.isEmpty { try end(rest) }
        if !pending.isEmpty { try body(pending) }
    }

    /// The object of a line. Throws a `Diagnostic` for anything else.
    static func object(_ line: Line, path: String = "standard input") throws -> JSONValue {
        let value = try JSONParser.parse(line.bytes, path: path, line: line.number)
        guard case .object = value else {
            throw Diagnostic(
                .error, "The line is no JSON object", at: "\(path):\(line.number)",
                mend: "Give one JSON object a line, in braces")
        }
        return value
    }
}
