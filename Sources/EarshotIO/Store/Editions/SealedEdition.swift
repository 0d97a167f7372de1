package import EarshotCore

/// A pack that was sealed: an edition, or a supplement to one.
package struct SealedEdition: Equatable, Sendable {
    package var meeting: Meeting.ID
    package var audience: Audience
    /// 1 for the audience's first edition.
    package var number: Int
    /// 1 for the first supplement to that edition; 0 for the edition itself.
    package var supplement: Int
    /// The wall clock of the meeting's zone.
    package var sealed: LocalTime
    /// SHA-256, lower-case hexadecimal, of what the database held of the meeting (Docs/Formats.md).
    package var snapshot: String
    /// The name of its folder among the exports.
    package var folder: String
    /// SHA-256, lower-case hexadecimal, of the folder's SHA256SUMS; empty while the pack is not in its place.
    package var sha256 = ""
    /// Comments of the meeting when it was sealed, and those of them that were counted.
    package var read = 0
    package var included = 0
    package var summary = SealedSummary()
    /// Database row; 0 where it is not recorded yet.
    var row: Int64 = 0

    package init(
        meeting: Meeting.ID, audience: Audience, number: Int, supplement: Int = 0, sealed: LocalTime, snapshot: String,
        folder: String
    ) {
        self.meeting = meeting
        self.audience = audience
        self.number = number
        self.supplement = supplement
        self.sealed = sealed
        self.snapshot = snapshot
        self.folder = folder
    }

    /// What the pack says of itself.
    package var seal: Seal {
        supplement == 0
            ? Seal(kind: .edition, number: number, sealed: sealed, snapshot: snapshot)
            : Seal(kind: .supplement, number: supplement, sealed: sealed, snapshot: snapshot)
    }

    /// "edition 1", "supplement 2 to edition 1".
    package var name: String {
        supplement == 0 ? "edition \(number)" : "supplement \(supplement) to edition \(number)"
    }
}

/// The figures of a sealed pack, with which the next supplement is compared. Of an edition for the public they are those
/// that a reader sees: rounded, with 0 for fewer than 5.
package struct SealedSummary: Equatable, Sendable, Codable {
    package var people = 0
    /// In agenda order, with those that nothing can be linked to.
    package var items: [Item] = []
    /// Included comments about no item.
    package var offAgenda = 0
    package var threads: [Thread] = []
    package var files: [File] = []
    package var exclusions: [Exclusion] = []
    /// ISO 8601, the wall clock of the meeting's zone; empty where there is none.
    package var deadline = ""
    /// SHA-256 of each part of the snapshot, by its name.
    package var parts: [String: String] = [:]

    package init() {}

    package struct Item: Equatable, Sendable, Codable {
        package var id: String
        /// "5 Acacia Road Library".
        package var label: String
        /// Whether threads could be linked to it.
        package var isLinkable: Bool
        package var comments: Int
        package var people: Int
        package var support: Int
        package var mixed: Int
        package var unclear: Int
        package var oppose: Int
    }

    package struct Thread: Equatable, Sendable, Codable {
        package var id: String
        /// `nil` where it is about no item.
        package var item: String?
        /// "suggested", "confirmed", "attached", "rejected", "none".
        package var status: String
    }

    package struct File: Equatable, Sendable, Codable {
        package var path: String
        package var sha256: String
    }

    package struct Exclusion: Equatable, Sendable, Codable {
        package var reason: String
        package var comments: Int
    }
}
