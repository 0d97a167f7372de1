/// Whether threads are compared with items by meaning, beside keys and words.
package enum MeaningMode: String, Sendable, CaseIterable {
    /// Keys and words alone.
    case off
    /// Only threads that keys and words leave in doubt.
    case auto
    /// Every thread whose file does not name its item.
    case all
}
