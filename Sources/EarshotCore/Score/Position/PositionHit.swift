/// A phrase of a comment that states a position.
struct PositionHit: Equatable, Sendable {
    /// UTF-8 byte offsets, end exclusive.
    var start: Int
    var end: Int
    /// 1 support, −1 oppose.
    var side: Int
    /// Thousandths.
    var confidence: Int
}
