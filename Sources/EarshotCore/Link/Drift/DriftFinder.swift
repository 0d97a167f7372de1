/// Finds the stretches of long threads that plainly left for another item than the thread's own.
///
/// Each comment speaks for items by the keys and the telling words it holds (`DriftWeights`); `DriftPath` finds the
/// likeliest way from item to item; a stretch counts when it is long enough and, taken as a thread of its own, is
/// surely enough about its item (`DriftEvidence`). A false split is worse than a missed one.
struct DriftFinder: Sendable {
    /// A stretch has at least so many comments. Chosen, not derived.
    static let leastRun = 5
    /// What takes more than so many quarters of a thread is no stretch of it: whether the whole thread is about that
    /// item, the linker has judged. Source: Models/link/DRIFT.md.
    private static let mostQuarters = 3
    /// Only so many other items are followed through a thread, those it speaks for most.
    private static let followed = 12
    /// Thousandths of likeness that a key of strength 1000 is worth in one comment. Chosen, not derived: like a
    /// comment of a few words, one of them the item's rarest.
    private static let keyWorth = 200

    private let items: [AgendaItem]
    private let keys: [ItemKey]
    private let weights: DriftWeights
    private let stems: DriftStems

    /// `items`, `terms`, `stems` and `keys` are the linker's own; `threads` all threads of the run, by which it is known how
    /// rare a word is.
    init(
        items: [AgendaItem], terms: [[ThreadProfile.Term]], stems: DriftStems, keys: [ItemKey], threads: [ThreadProfile]
    ) {
        self.items = items
        self.keys = keys
        self.stems = stems
        weights = DriftWeights(stems: stems, items: terms, threads: threads)
    }

    /// The stretches of a thread, in order. `own` is the item it is linked to, as a position in the linker's items;
    /// nothing moves to an item in `barred`. A thread whose item the file names has none.
    func runs(of profile: ThreadProfile, own: Int?, barred: Set<Int>) -> [LinkRun] {
        let notes = profile.drift
        guard notes.comments.count >= DriftReader.leastComments, profile.declared == .nothing else { return [] }
        let spoken = notes.comments.indices.map { self.spoken(by: $0, notes) }
        let others = followed(spoken, except: own, barred: barred)
        guard !others.isEmpty else { return [] }
        let scores = spoken.map { comment in
            let mine = own.map { comment[$0] ?? 0 } ?? DriftPath.nothing
            return [mine + DriftPath.loyalty] + others.map { comment[$0] ?? 0 }
        }
        var path = DriftPath.states(scores)
        keepReplies(&path, scores: scores, notes)
        return Self.stretches(path).compactMap { state, range -> LinkRun? in
            guard state > 0, range.count >= Self.leastRun, range.count * 4 <= notes.comments.count * Self.mostQuarters
            else { return nil }
            let item = others[state - 1]
            // At least half of its comments speak for the item, and more for it than for the thread's own.
            let speaking = range.count { index in
                (spoken[index][item] ?? 0) > (own.flatMap { spoken[index][$0] } ?? 0)
            }
            guard speaking * 2 >= range.count else { return nil }
            let evidence = DriftEvidence(range, of: profile, keys: keys, weights: weights, stems: stems, barred: barred)
            guard let candidate = evidence.candidate(for: item, id: items[item].id, isLinked: own != nil) else {
                return nil
            }
            let isLast = range.upperBound == notes.comments.count - 1
            return LinkRun(
                first: Int(notes.comments[range.lowerBound].position),
                last: isLast ? notes.length - 1 : Int(notes.comments[range.upperBound].position), candidate: candidate)
        }
    }

    /// What a comment speaks for each item, in likeness.
    private func spoken(by index: Int, _ notes: DriftNotes) -> [Int: Double] {
        var spoken: [Int: Double] = [:]
        for (item, value) in weights.likeness(of: index, in: notes) { spoken[item] = value }
        for note in notes.keys(of: index) {
            for share in keys[Int(note.key)].shares() {
                let strength = note.isSure ? share.strength : share.strength * 2 / 5
                spoken[share.item, default: 0] += Double(strength * Self.keyWorth) / 1_000_000
            }
        }
        return spoken
    }

    private func followed(_ spoken: [[Int: Double]], except own: Int?, barred: Set<Int>) -> [Int] {
        var totals = Array(repeating: 0.0, count: items.count)
        for comment in spoken { for (item, value) in comment { totals[item] += value } }
        return totals.indices.filter { totals[$0] > 0 && $0 != own && !barred.contains($0) }
            .sorted { totals[$0] == totals[$1] ? $0 < $1 : totals[$0] > totals[$1] }
            .prefix(Self.followed).map { $0 }
    }

    /// A comment after a stretch that answers one within it stays there, unless it speaks for where it would go.
    private func keepReplies(_ path: inout [Int], scores: [[Double]], _ notes: DriftNotes) {
        for index in path.indices.dropFirst() where path[index] != path[index - 1] && path[index - 1] > 0 {
            let answered = Int(notes.comments[index].answered)
            let state = path[index - 1]
            guard answered >= 0, answered < index, path[answered] == state else { continue }
            let bare = path[index] == 0 ? DriftPath.nothing + DriftPath.loyalty : 0
            if scores[index][path[index]] <= max(scores[index][state], bare) { path[index] = state }
        }
    }

    private static func stretches(_ path: [Int]) -> [(state: Int, range: ClosedRange<Int>)] {
        var stretches: [(state: Int, range: ClosedRange<Int>)] = []
        for (index, state) in path.enumerated() {
            if let last = stretches.last, last.state == state {
                stretches[stretches.count - 1].range = last.range.lowerBound...index
            } else {
                stretches.append((state, index...index))
            }
        }
        return stretches
    }
}
