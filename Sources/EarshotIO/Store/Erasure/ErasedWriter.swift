import EarshotCore
import Foundation
import GRDB

/// A writer by the handle that sources give, as the table of authors keeps it.
struct ErasedWriter: Hashable {
    var network: String
    var handle: String

    /// Parts network and handle in `author.key`.
    private static let separator: Character = "\u{1F}"

    /// - Parameter key: As `author.key` has it.
    init(key: String) {
        let parts = key.split(separator: Self.separator, maxSplits: 1, omittingEmptySubsequences: false)
        network = parts.count == 2 ? String(parts[0]) : ""
        handle = parts.last.map(String.init) ?? ""
    }

    init(network: String, handle: String) {
        self.network = network
        self.handle = handle
    }

    /// The handle without what networks and people put before it ("@ann", "u/ann", "/u/Ann" are "ann"), in lower case.
    static func plain(_ handle: String) -> String {
        var plain = handle.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
        for mark in ["/u/", "u/", "@"] where plain.hasPrefix(mark) && plain.count > mark.count {
            plain.removeFirst(mark.count)
            break
        }
        return plain.precomposedStringWithCanonicalMapping
    }

    /// By which the writer is known again, and which names nobody: 16 bytes of a SHA-256 over the database's own salt,
    /// the network and the plain handle.
    func hash(salt: String) -> Data {
        TextDigest.of([salt, network.lowercased(), Self.plain(handle)].joined(separator: String(Self.separator)))
    }

    /// The database's salt: made once, at its first erasure, of 128 random bits.
    static func salt(_ db: Database) throws -> String {
        if let salt = try String.fetchOne(db, sql: "SELECT salt FROM erasure_state") { return salt }
        let salt = (0..<2).map { _ in String(UInt64.random(in: .min ... .max), radix: 16) }.joined(separator: "-")
        try db.execute(sql: "INSERT INTO erasure_state (row, salt, swept) VALUES (1, ?, 1)", arguments: [salt])
        return salt
    }
}
