import EarshotCore
import Synchronization

/// What a long stage says of itself while it runs.
package enum ProgressEvent: Sendable {
    /// A stage begins: its number among `of` (nil when run alone) and what it does: "Score 412 comments".
    case began(step: Int?, of: Int, String)
    /// So many of so many are done.
    case advanced(Int, of: Int)
}

package typealias Report = @Sendable (ProgressEvent) -> Void

/// Whether the person asked the program to stop (Ctrl-C): set from a signal, asked between batches.
package final class Interruption: Sendable {
    private let wanted = Atomic<Bool>(false)

    package init() {}

    package var isWanted: Bool { wanted.load(ordering: .relaxed) }

    package func stop() { wanted.store(true, ordering: .relaxed) }

    /// Throws a `Diagnostic` once `stop` was called; what a stage had not finished is rolled back.
    package func check() throws {
        guard isWanted else { return }
        throw Diagnostic(
            .error, "Stopped as you asked; nothing half-written was kept",
            mend: "Run the same command again to go on where it stopped")
    }
}
