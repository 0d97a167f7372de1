package import EarshotCore

/// The lines of a text file of any length, one by one. Memory is bounded by the longest line.
///
/// A line ends with LF, CR LF or CR; CRs right before a LF all belong to its end.
package struct TextLines {
    /// One line, without its end.
    package struct Line: Sendable {
        /// From 1.
        package var number: Int
        /// Its bytes: UTF-8, or as they stand in the file where the lines are read raw.
        package var bytes: ArraySlice<UInt8>

        package var text: String { String(decoding: bytes, as: UTF8.self) }
        package var isBlank: Bool { bytes.allSatisfy { $0 == 32 || (9...13).contains($0) } }
    }

    /// The longest line, in bytes, before something must be wrong (chosen, not derived).
    package static let limit = 16 << 20

    private var stream: TextStream
    private let path: String
    private var buffer: [UInt8] = []
    private var position = 0
    /// Bytes of the open line that were looked at already.
    private var looked = 0
    private var number = 0
    private var isDone = false

    /// - Parameters:
    ///   - path: As messages show it.
    ///   - isRaw: Hand the bytes over as they stand, for a reader who knows their encoding.
    package init(_ file: SourceFile, path: String, isRaw: Bool = false) {
        stream = TextStream(file, isRaw: isRaw)
        self.path = path
    }

    /// The lines of a text that is there already; `path` is not shown.
    package static func all(in text: String) -> [Line] {
        var lines: [Line] = []
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let end = bytes.firstIndex { $0 == 10 || $0 == 13 } ?? bytes.endIndex
            lines.append(Line(number: lines.count + 1, bytes: bytes[bytes.startIndex..<end]))
            guard end < bytes.endIndex else { break }
            bytes = bytes[(Self.endOfBreak(bytes, end) ?? bytes.endIndex)...]
        }
        return lines
    }

    /// What the person should know of the encoding, once all lines are read.
    package func notes() -> [Diagnostic] { stream.notes(path: path) }

    /// The next line; `nil` at the end. Throws a `Diagnostic` where the file cannot be read on.
    package mutating func next() throws -> Line? {
        while true {
            if let end = lineEnd() {
                let after = Self.endOfBreak(buffer[...], end)
                if let after = after ?? (isDone ? buffer.count : nil) {
                    defer { (position, looked) = (after, after) }
                    return line(to: end)
                }
            } else if isDone {
                guard position < buffer.count else { return nil }
                defer { (position, looked) = (buffer.count, buffer.count) }
                return line(to: buffer.count)
            }
            try readOn()
        }
    }

    private mutating func readOn() throws {
        guard buffer.count - position <= Self.limit else {
            throw Diagnostic(
                .error, "The line is longer than \(Self.limit >> 20) MB", at: "\(path):\(number + 1)",
                mend: "Check that the file is text of many lines; download it again where it is not")
        }
        guard let piece = try stream.next() else {
            isDone = true
            return
        }
        buffer.removeSubrange(..<position)
        looked -= position
        position = 0
        buffer += piece
    }

    /// The first line break from `looked` on.
    private mutating func lineEnd() -> Int? {
        looked = Self.breakOffset(in: buffer.span, from: looked)
        return looked < buffer.count ? looked : nil
    }

    private static func breakOffset(in bytes: Span<UInt8>, from start: Int) -> Int {
        var i = start
        while i < bytes.count, bytes[i] != 10, bytes[i] != 13 { i += 1 }
        return i
    }

    /// Where the next line begins; `nil` where that cannot be told before more is read.
    private static func endOfBreak(_ bytes: ArraySlice<UInt8>, _ start: Int) -> Int? {
        if bytes[start] == 10 { return start + 1 }
        var i = start
        // A bound on the look ahead; more than two CRs before a LF are empty lines.
        while i < bytes.endIndex, bytes[i] == 13, i - start < 3 { i += 1 }
        guard i < bytes.endIndex else { return nil }
        return bytes[i] == 10 ? i + 1 : start + 1
    }

    private mutating func line(to end: Int) -> Line {
        number += 1
        return Line(number: number, bytes: buffer[position..<end])
    }
}
