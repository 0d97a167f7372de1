/// What a thread's context says of the items: its place's ward and topic, threads that it answers, earlier meetings.
///
/// Weak evidence: together at most `limit` for an item, so that it never makes a link alone. The strengths are chosen,
/// not derived: no labelled threads with a place, a date and earlier meetings exist.
struct ContextEvidence: Sendable {
    /// Thousandths.
    static let limit = 200

    private enum Strength {
        static let ward = 120
        /// For one word of the topic, and for several.
        static let topic = 60
        static let topicMost = 100
        static let links = 180
        static let samePage = 170
        static let sameTitle = 150
        static let decidedEarlier = 200
        static let linkedEarlier = 150
    }

    /// Ascending.
    var items: [Int] { found.keys.sorted() }
    private var found: [Int: [Evidence]] = [:]
    /// Thousandths: what words and meaning count for beside the thread's age; 1000 where it is not old or has no date.
    let weight: Int

    /// `sure` gives for each thread of the run the item that it is surely linked to; none in a first pass.
    init(
        _ book: ContextBook, _ profiles: [ThreadProfile], thread: Int, neighbours: ThreadNeighbours, sure: [Int?],
        barred: Set<Int>
    ) {
        let profile = profiles[thread]
        let context = profile.origin.context
        weight = Self.weight(lastPosted: context.lastPosted, meeting: book.start)
        let pieces =
            Self.earlier(book, profile) + Self.neighbours(neighbours.of(thread), sure)
            + Self.ward(context.ward, book) + Self.topic(context.topic, book)
        for (item, evidence) in pieces where !barred.contains(item) && evidence.strength > 0 {
            found[item, default: []].append(evidence)
        }
        found = found.mapValues(Self.limited)
    }

    /// The evidence for an item, strongest first; together at most `limit`.
    func of(_ item: Int) -> [Evidence] { found[item] ?? [] }

    /// Evidence of words, meaning and names, weighed by the thread's age; what is exact keeps its strength.
    func weighed(_ evidence: [Evidence]) -> [Evidence] {
        guard weight < 1000 else { return evidence }
        return evidence.map { piece in
            var piece = piece
            switch piece.kind {
            case .words, .feedback, .meaning, .name: piece.strength = piece.strength * weight / 1000
            case .declared, .url, .reference, .number, .context, .person: break
            }
            return piece
        }
    }

    // MARK: - Age

    /// Half a year before the meeting talk was of another report, mostly; a year before of another year's. Chosen.
    private static func weight(lastPosted: Int64?, meeting: Int64?) -> Int {
        guard let lastPosted, let meeting else { return 1000 }
        let days = (meeting - lastPosted) / 86400
        return days > 365 ? 700 : days > 182 ? 850 : 1000
    }

    // MARK: - Signals

    private typealias Piece = (item: Int, evidence: Evidence)

    private static func ward(_ ward: String, _ book: ContextBook) -> [Piece] {
        let items = ward.isEmpty ? [] : book.items(inWard: ward)
        return items.map { item in
            (item, piece(Strength.ward / items.count, "its place is about \(ward), which the item names"))
        }
    }

    private static func topic(_ topic: String, _ book: ContextBook) -> [Piece] {
        let items = topic.isEmpty ? [] : book.items(ofTopic: topic)
        return items.map { item, words in
            let strength = min(Strength.topic * words.count, Strength.topicMost) / items.count
            return (item, piece(strength, "its place is about \(words.prefix(3).joined(separator: ", "))"))
        }
    }

    /// Each item once, by its strongest bond: ten copies of a title are no more than one.
    private static func neighbours(_ bonds: [(thread: Int, bond: ThreadNeighbours.Bond)], _ sure: [Int?]) -> [Piece] {
        var best: [Int: ThreadNeighbours.Bond] = [:]
        for (thread, bond) in bonds {
            guard sure.indices.contains(thread), let item = sure[thread] else { continue }
            if bond.rawValue < best[item]?.rawValue ?? .max { best[item] = bond }
        }
        return best.sorted { $0.key < $1.key }.map { item, bond in
            switch bond {
            case .links:
                (item, piece(Strength.links / best.count, "it and a thread about this item link to each other"))
            case .samePage:
                (item, piece(Strength.samePage / best.count, "a thread about this item links to the same page"))
            case .sameTitle:
                (item, piece(Strength.sameTitle / best.count, "a thread about this item has the same title"))
            }
        }
    }

    private static func earlier(_ book: ContextBook, _ profile: ThreadProfile) -> [Piece] {
        let memories = book.memories(of: profile.thread, profile.origin)
        return memories.map { memory in
            let strength = memory.isDecided ? Strength.decidedEarlier : Strength.linkedEarlier
            return (memory.item, piece(strength / memories.count, memory.text))
        }
    }

    private static func piece(_ strength: Int, _ text: String) -> Evidence {
        Evidence(kind: .context, strength: strength, text: text)
    }

    /// The strongest first, each taking no more than what is left of the limit.
    private static func limited(_ evidence: [Evidence]) -> [Evidence] {
        let ordered = evidence.enumerated().sorted { a, b in
            a.element.strength == b.element.strength ? a.offset < b.offset : a.element.strength > b.element.strength
        }
        var left = limit
        return ordered.compactMap { _, piece in
            var piece = piece
            piece.strength = min(piece.strength, left)
            left -= piece.strength
            return piece.strength > 0 ? piece : nil
        }
    }
}
