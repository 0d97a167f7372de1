import EarshotCore

/// What is known of one wording's position from all comments that have it: what the import declares, unless copies are
/// declared differently, else what the words state.
struct KnownPosition: Sendable {
    private var stated: Position?
    private var declared: Position?
    private var isDeclaredDifferently = false

    mutating func add(_ position: Position, _ basis: PositionBasis) {
        switch basis {
        case .declared:
            if declared ?? position != position { isDeclaredDifferently = true }
            declared = position
        case .stated: stated = position
        case .inferred, .taught, .none: break
        }
    }

    var isDeclared: Bool { declared != nil }

    var position: Position { isDeclaredDifferently ? .unclear : declared ?? stated ?? .unclear }
}
