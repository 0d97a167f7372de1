import Crypto

/// SHA-256 of what comes in pieces.
struct ByteFingerprint {
    private var hash = SHA256()

    mutating func add(_ bytes: [UInt8]) { hash.update(data: bytes) }

    /// Lower-case hexadecimal.
    var hexadecimal: String {
        hash.finalize().map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }

    static func of(_ bytes: [UInt8]) -> String {
        var fingerprint = ByteFingerprint()
        fingerprint.add(bytes)
        return fingerprint.hexadecimal
    }
}
