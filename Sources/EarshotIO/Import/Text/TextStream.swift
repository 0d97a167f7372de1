package import EarshotCore
import Foundation

/// A text file of any length, piece by piece, as UTF-8 without a byte-order mark and without NUL bytes. Read are UTF-8,
/// UTF-16 and Windows-1252, told from the bytes; a character is never cut in two.
package struct TextStream {
    private let handle: FileHandle?
    private let source: SourceFile
    private var encoding: TextEncoding?
    private var transcoder: UTF16Transcoder?
    /// The beginning of a character whose end is in the next piece.
    private var rest: [UInt8] = []
    private var isMended = false
    private var isDone = false

    private let isRaw: Bool
    private let pieceSize: Int

    /// - Parameters:
    ///   - isRaw: Hand the bytes over as they stand, for a reader who knows their encoding.
    ///   - pieceSize: Bytes read at a time; of the first piece at least 4096, by which the encoding is told.
    package init(_ file: SourceFile, isRaw: Bool = false, pieceSize: Int = 1 << 20) {
        source = file
        self.isRaw = isRaw
        self.pieceSize = max(1, pieceSize)
        handle = try? FileHandle(forReadingFrom: file.url)
    }

    /// The next piece, about 1 MiB; `nil` at the end. Throws a `Diagnostic` where the file cannot be read on.
    package mutating func next() throws -> [UInt8]? {
        guard !isDone else { return nil }
        var piece = try read(upTo: encoding == nil && !isRaw ? max(pieceSize, 4096) : pieceSize)
        if piece.isEmpty {
            isDone = true
            try? handle?.close()
            return last()
        }
        if isRaw { return piece }
        if encoding == nil {
            let (found, mark) = TextEncoding.detect(piece.span)
            encoding = found
            piece.removeFirst(mark)
            if found != .utf8 { transcoder = UTF16Transcoder(bigEndian: found == .utf16BigEndian) }
        }
        if transcoder != nil {
            var text: [UInt8] = []
            transcoder?.feed(piece[...], into: &text)
            return text.contains(0) ? text.filter { $0 != 0 } : text
        }
        if !rest.isEmpty { piece = rest + piece }
        let whole = piece.count - Self.openBytes(piece)
        rest = Array(piece[whole...])
        piece.removeSubrange(whole...)
        return mended(piece)
    }

    /// What the person should know of the encoding, once the file is read.
    package func notes(path: String) -> [Diagnostic] {
        guard isMended else { return [] }
        return [Diagnostic(.note, "The file is not all UTF-8; the rest was read as Windows-1252", at: path)]
    }

    private mutating func last() -> [UInt8]? {
        var text: [UInt8] = []
        transcoder?.finish(into: &text)
        if !rest.isEmpty { text = mended(rest) }
        return text.isEmpty ? nil : text
    }

    private mutating func mended(_ bytes: [UInt8]) -> [UInt8] {
        let isUTF8 = TextEncoding.isUTF8(bytes.span, 0..<bytes.count)
        guard !isUTF8 || bytes.withUnsafeBufferPointer({ $0.contains(0) }) else { return bytes }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        if !isUTF8 { isMended = true }
        TextEncoding.appendMended(bytes.span, 0..<bytes.count, to: &text)
        return text
    }

    /// Bytes at the end that may be the beginning of a longer UTF-8 sequence: at most three.
    private static func openBytes(_ bytes: [UInt8]) -> Int {
        for back in 1...3 where back <= bytes.count {
            let byte = bytes[bytes.count - back]
            if byte & 0xC0 == 0x80 { continue }
            let length = byte < 0xC2 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte < 0xF5 ? 4 : 1
            return length > back ? back : 0
        }
        return 0
    }

    private func read(upTo count: Int) throws -> [UInt8] {
        guard let handle else {
            throw Diagnostic(
                .error, "The file may not be read", at: source.url.path, mend: "Give your account the right to read it")
        }
        do {
            return [UInt8](try handle.read(upToCount: count) ?? Data())
        } catch {
            throw Diagnostic(
                .error, "Reading the file broke off", at: source.url.path,
                mend: "Check the disk or network drive it lies on, then run again. \(error.localizedDescription)")
        }
    }
}
