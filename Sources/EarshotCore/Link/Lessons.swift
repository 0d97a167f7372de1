/// What persons' verdicts teach about other threads of the same meeting.
struct Lessons: Sendable {
    /// By thread: the items that it may not be linked to.
    let barred: [Set<Int>]
    /// By item: the threads that a person confirmed or attached, and those that a person said are not about it.
    let confirmed: [[Int]]
    let rejected: [[Int]]
    private let teachers: Set<Int>

    init(_ profiles: [ThreadProfile], items: [AgendaItem], verdicts: [DiscussionThread.ID: LinkVerdict]) {
        let places = Dictionary(items.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var barred: [Set<Int>] = Array(repeating: [], count: profiles.count)
        var confirmed: [[Int]] = Array(repeating: [], count: items.count)
        var rejected = confirmed
        for (index, profile) in profiles.enumerated() {
            switch verdicts[profile.thread] {
            case .confirmed(let item)?, .attached(let item)?:
                if let place = places[item] { confirmed[place].append(index) }
            case .rejected(let ids)?:
                barred[index] = Set(ids.compactMap { places[$0] })
                for place in barred[index].sorted() { rejected[place].append(index) }
            case LinkVerdict.none?, nil: break
            }
        }
        self.barred = barred
        self.confirmed = confirmed
        self.rejected = rejected
        teachers = Set(confirmed.joined()).union(rejected.joined())
    }

    /// Whether other threads can learn from this one.
    func teaches(_ thread: Int) -> Bool { teachers.contains(thread) }

    /// The item that a person gave a thread.
    func confirmedItem(of thread: Int) -> Int? { confirmed.firstIndex { $0.contains(thread) } }
}
