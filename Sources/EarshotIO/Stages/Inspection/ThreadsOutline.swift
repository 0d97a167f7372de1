package import EarshotCore

/// What a file of threads holds, as far as an officer needs it to know the right file from a wrong one: never a
/// comment's words, never an author.
package struct ThreadsOutline: Sendable {
    package struct Named: Equatable, Sendable {
        /// Redacted; empty where the thread has no title but its first comment's words.
        package var title: String
        package var comments: Int
    }

    /// The first threads of the file.
    package private(set) var first: [Named] = []
    /// Comments by the name of the place; "" where the file names none. Most first, once `finish` was called.
    package private(set) var places: [(place: String, comments: Int)] = []
    /// Comments by what the source says has become of them.
    package private(set) var withWords = 0
    package private(set) var deleted = 0
    package private(set) var hidden = 0
    package private(set) var empty = 0
    /// Comments without a time.
    package private(set) var undated = 0
    /// The first and last day on which a dated comment was posted, in the meeting's zone.
    package private(set) var days: (first: LocalTime, last: LocalTime)?
    /// Replies that the file itself says it does not hold.
    package private(set) var missingReplies = 0
    /// Comments that stand in the file more than once; looked for among the first `repeatLimit`.
    package private(set) var repeated = 0

    package var threadCount: Int { threads.count }

    /// Threads named; chosen, not derived.
    package static let titleLimit = 3
    /// Comments remembered, eight bytes each at most twice over; chosen, not derived.
    private static let repeatLimit = 4 << 20
    private static let placeLimit = 1000

    private struct Thread {
        var place: Int
        var missingReplies: Int
    }

    private let redactor: Redactor
    private let register: PlaceRegister
    private var threads: [UInt64: Thread] = [:]
    private var placeNumbers: [String: Int] = [:]
    private var firstThreads: [DiscussionThread.ID] = []
    private var seen: Set<UInt64> = []
    private var earliest: Timestamp?
    private var latest: Timestamp?
    /// The thread last met: comments mostly follow one another.
    private var last: (id: DiscussionThread.ID, place: Int)?

    init(redactor: Redactor, register: PlaceRegister) {
        self.redactor = redactor
        self.register = register
    }

    mutating func take(_ thread: DiscussionThread) {
        let key = StableHash.of(thread.id.rawValue).value
        if let known = threads[key] {
            let more = max(0, thread.missingReplies - known.missingReplies)
            threads[key]?.missingReplies += more
            missingReplies += more
            last = (thread.id, known.place)
            return
        }
        let place = number(of: register.place(of: thread)?.name ?? thread.place)
        threads[key] = Thread(place: place, missingReplies: thread.missingReplies)
        missingReplies += thread.missingReplies
        last = (thread.id, place)
        guard first.count < Self.titleLimit else { return }
        first.append(Named(title: redactor.redact(thread.title).text, comments: 0))
        firstThreads.append(thread.id)
    }

    mutating func take(_ comment: ThreadComment) {
        if seen.count < Self.repeatLimit {
            guard seen.insert(StableHash.of(comment.thread.rawValue, comment.id.rawValue).value).inserted else {
                repeated += 1
                return
            }
        }
        switch comment.state {
        case .visible, .withdrawn, .erased: withWords += 1
        case .deleted: deleted += 1
        case .hidden: hidden += 1
        case .empty: empty += 1
        }
        if let posted = comment.posted {
            earliest = min(earliest ?? posted, posted)
            latest = max(latest ?? posted, posted)
        } else {
            undated += 1
        }
        places[place(of: comment.thread)].comments += 1
        guard let index = firstThreads.firstIndex(of: comment.thread) else { return }
        first[index].comments += 1
        if Self.isCut(first[index].title, from: comment.text) { first[index].title = "" }
    }

    /// Whether a title is nothing but the first words of a comment.
    private static func isCut(_ title: String, from text: String) -> Bool {
        let words = title.hasSuffix("…") ? String(title.dropLast()) : title
        return !words.isEmpty && text.hasPrefix(words)
    }

    private mutating func place(of thread: DiscussionThread.ID) -> Int {
        if let last, last.id == thread { return last.place }
        let place = threads[StableHash.of(thread.rawValue).value]?.place ?? number(of: "")
        last = (thread, place)
        return place
    }

    /// Places past the limit are counted with those that have no name.
    private mutating func number(of place: String) -> Int {
        if let known = placeNumbers[place] { return known }
        if places.count >= Self.placeLimit, !place.isEmpty { return number(of: "") }
        places.append((place, 0))
        placeNumbers[place] = places.count - 1
        return places.count - 1
    }

    /// Call it once, after the last record.
    mutating func finish(zone: String) {
        places = places.filter { $0.comments > 0 }.enumerated()
            .sorted { ($1.element.comments, $0.offset) < ($0.element.comments, $1.offset) }.map(\.element)
        guard let earliest, let latest else { return }
        func day(_ moment: Timestamp) -> LocalTime {
            var day = Dates.local(of: moment, zone: zone)
            (day.hour, day.minute, day.second, day.hasTime) = (0, 0, 0, false)
            return day
        }
        days = (day(earliest), day(latest))
    }
}
