package import EarshotCore
package import Foundation

/// A person's right to erasure: takes what they wrote out of the database and says where else it stands.
package struct ErasureStage {
    /// What was erased of a meeting, and what the program cannot or may not change by itself.
    package struct Outcome: Sendable {
        package var erasure: MeetingErasure
        /// Names of folders and files among the exports that hold the words until the meeting is exported again.
        package var packs: [String]
        /// Sealed packs that hold the words, and are never changed.
        package var sealed: [SealedEdition]
    }

    private let store: Store
    private let out: URL

    /// - Parameter out: The folder of packs ("Exports"); it need not exist.
    package init(store: Store, out: URL) {
        self.store = store
        self.out = out
    }

    /// Erases what is wished from these meetings: all of it or, where it throws a `Diagnostic`, nothing.
    package func run(_ wish: ErasureWish, in meetings: [Meeting.ID], note: AccessNote) throws -> [Outcome] {
        let entries = try meetings.map { note.entry(.erased, of: try store.meeting($0).meeting) }
        return try store.erase(wish, logging: entries).map { erasure in
            Outcome(
                erasure: erasure, packs: erasure.comments.isEmpty ? [] : packs(of: erasure.meeting),
                sealed: try store.sealedEditions(holding: erasure.comments, of: erasure.meeting))
        }
    }

    /// Packs that the next export replaces: all that are named after the meeting and not sealed.
    private func packs(of meeting: Meeting.ID) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: out.path)) ?? []
        let audiences = [""] + Audience.allCases.map { "-\($0.rawValue)" }
        let known = Set(
            audiences.flatMap { audience in
                ["", "-unredacted"].flatMap { text in ["", ".zip"].map { meeting.rawValue + audience + text + $0 } }
            })
        return names.filter(known.contains).sorted()
    }
}
