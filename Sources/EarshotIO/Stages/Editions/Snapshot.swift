import EarshotCore

/// The fingerprint of everything that the database holds of a meeting and that can change a pack.
struct Snapshot: Equatable, Sendable {
    /// Lower-case hexadecimal.
    let sha256: String
    /// The same of each part by itself.
    let parts: [SnapshotPart: String]

    init(of meeting: Meeting.ID, in store: Store) throws {
        var whole = ByteFingerprint()
        whole.add(Array("earshot snapshot 1\n".utf8))
        var parts = Dictionary(uniqueKeysWithValues: SnapshotPart.allCases.map { ($0, ByteFingerprint()) })
        try store.forEachSnapshotPiece(of: meeting) { part, bytes in
            whole.add(bytes)
            parts[part]?.add(bytes)
        }
        sha256 = whole.hexadecimal
        self.parts = parts.mapValues(\.hexadecimal)
    }
}
