/// Which threads of a run answer or repeat one another. Made once for all threads; their order does not matter.
struct ThreadNeighbours: Sendable {
    enum Bond: Int, Sendable {
        /// The thread links to the other's page, or the other to its.
        case links
        /// Both link to the same page.
        case samePage
        case sameTitle
    }

    private let origins: [ThreadOrigin]
    private var byAddress: [String: [Int]] = [:]
    private var byLinked: [String: [Int]] = [:]
    private var byTitle: [String: [Int]] = [:]

    init(_ profiles: [ThreadProfile]) {
        origins = profiles.map(\.origin)
        for (index, origin) in origins.enumerated() {
            if let address = origin.address { byAddress[address, default: []].append(index) }
            if let address = origin.linkedAddress { byLinked[address, default: []].append(index) }
            if !origin.title.isEmpty { byTitle[origin.title, default: []].append(index) }
        }
    }

    /// The threads bound to one, each once with its strongest bond.
    func of(_ thread: Int) -> [(thread: Int, bond: Bond)] {
        let origin = origins[thread]
        var bonds: [Int: Bond] = [:]
        func bind(_ others: [Int]?, _ bond: Bond) {
            guard let others, others.count <= Self.most else { return }
            for other in others where other != thread && bonds[other] == nil { bonds[other] = bond }
        }
        if let linked = origin.linkedAddress { bind(byAddress[linked], .links) }
        if let address = origin.address { bind(byLinked[address], .links) }
        if let linked = origin.linkedAddress { bind(byLinked[linked], .samePage) }
        if !origin.title.isEmpty { bind(byTitle[origin.title], .sameTitle) }
        return bonds.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// A title or page that more threads share tells them apart no longer ("Weekly chat"). Chosen.
    private static let most = 12
}
