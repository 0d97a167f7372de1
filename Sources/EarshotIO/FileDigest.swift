import Crypto
import EarshotCore
import Foundation

/// The fingerprint of an input file, by which it is known again and shown in the pack.
enum FileDigest {
    /// SHA-256, lower-case hexadecimal.
    static func sha256(of file: SourceFile) throws -> String {
        var hash = SHA256()
        try file.forEachChunk { hash.update(data: $0) }
        return hash.finalize().map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}

/// The fingerprint of a text, by which it is known again without being kept.
enum TextDigest {
    /// The first 16 bytes of the SHA-256 of its UTF-8.
    static func of(_ text: String) -> Data { Data(SHA256.hash(data: Data(text.utf8)).prefix(16)) }

    /// The first 8 bytes as a number: enough to tell a meeting's texts apart.
    static func key(_ digest: some Sequence<UInt8>) -> UInt64 { digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } }

    /// The same of a text.
    static func key(of text: String) -> UInt64 {
        var hash = SHA256()
        var text = text
        text.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
        return key(hash.finalize())
    }
}

extension [String] {
    /// Each text once, in the order of the first.
    var distinct: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
