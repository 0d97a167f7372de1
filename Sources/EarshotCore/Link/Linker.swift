/// Links discussion threads to agenda items and says why, or says that a thread is about none.
///
/// Each signal answers `Evidence` for an item: exact keys (folder `Keys`, summed up by `KeyEvidence`) and words (folder
/// `Words`, summed up by `WordEvidence`). A new signal, such as likeness of meaning, joins them in `link(…)`;
/// `EvidenceSum` is the one place where they are weighed against one another.
package struct Linker: Sendable {
    /// A link is suggested from this confidence on, thousandths. Source: Models/link/REPORT.md.
    static let threshold = 400
    /// The most comments of one thread that `profile` reads; of a longer thread as many, spread evenly over it.
    package static let commentLimit = ThreadReader.commentLimit
    static let candidateLimit = 3

    package static var method: MethodNote {
        MethodNote(
            name: "Links", version: "keys and words 2",
            how: """
                A thread is linked to the agenda item whose address, reference, number, places or words it shares. \
                Exact keys count more than words; words count more the rarer they are; threads that fit an item surely \
                lend their words to find others. A thread that fits no item well enough is linked to none.
                """,
            limits: [
                """
                Words alone put the right item first for 79 in 100 threads of one to five comments, and among the \
                first three for 88, where 233 items were to be told apart; 80 in 100 of the links suggested were \
                right and 69 in 100 threads about none of the items were left without a link. Measured on news \
                readers' debates, as there are no labelled threads about council business.
                """,
                "How much addresses, references and place names count was chosen, not measured.",
                "The same thing said in other words is not found, nor are languages other than the agenda's.",
                """
                Of a thread with more than \(ThreadReader.commentLimit) comments as many are read, spread evenly over \
                it; of a comment the first \(ThreadReader.byteLimit) bytes.
                """,
                "A thread is linked to one item at most, even if it speaks of several.",
            ])
    }

    private let items: [AgendaItem]
    private let book: KeyBook
    private let known: KnownTerms
    private let itemTerms: [[ThreadProfile.Term]]
    private let declarations: Declarations

    /// `items` may hold the whole agenda: only linkable ones are ever suggested. `names` are more names of places
    /// from the meeting's file, such as wards.
    package init(meeting: Meeting, items: [AgendaItem], names: [String] = []) {
        self.items = items.filter(\.isLinkable)
        declarations = Declarations(all: items, linkable: self.items)
        book = KeyBook(items: self.items, meeting: meeting, areas: names)
        itemTerms = self.items.map(ItemTerms.of)
        known = KnownTerms(terms: itemTerms.flatMap { $0 }.map(\.hash), names: book.names)
    }

    /// Reads a thread. Pure, and the slow part: meant to be called on all cores.
    package func profile(_ thread: LinkThread) -> ThreadProfile {
        var reader = ThreadReader(book: book, known: known)
        reader.read(thread.title, leads: true, times: ThreadReader.titleWeight)
        if let url = thread.url { reader.readLeadingAddress(url) }
        if let url = thread.linkedURL, url != thread.url { reader.readLeadingAddress(url) }
        let count = min(thread.texts.count, ThreadReader.commentLimit)
        for place in 0..<count {
            reader.read(thread.texts[place * thread.texts.count / count], leads: place == 0)
        }
        return reader.profile(of: thread, declared: declarations.find(thread.declaredItem), comments: count)
    }

    /// The suggested link of each thread, in the order of `profiles`.
    ///
    /// A thread's link depends on which other threads are there (words that all of them use count less; sure threads
    /// lend their words), never on their order. An item in `rejected` is not suggested for that thread again.
    package func links(
        for profiles: [ThreadProfile], rejected: [DiscussionThread.ID: Set<AgendaItem.ID>] = [:]
    ) -> [ThreadLink] {
        let barred = profiles.map { profile in
            let ids = rejected[profile.thread] ?? []
            return Set(items.indices.filter { ids.contains(items[$0].id) })
        }
        let keys = zip(profiles, barred).map { KeyEvidence($0, keys: book.keys, barred: $1) }
        let anchors = zip(zip(profiles, barred), keys).map { Self.anchor($0.0, barred: $0.1, keys: $1) }
        let words = WordMatch(
            vectors: WordVectors(items: itemTerms, threads: profiles), profiles: profiles, anchors: anchors,
            barred: barred)
        return profiles.indices.map { index in
            link(index, profiles[index], barred: barred[index], keys: keys[index], words: words)
        }
    }

    /// The item that the file declares or that keys make certain enough to lend it the thread's words.
    private static func anchor(_ profile: ThreadProfile, barred: Set<Int>, keys: KeyEvidence) -> Int? {
        if case .item(let item) = profile.declared, !barred.contains(item) { return item }
        return keys.found.filter { $0.value.contains { $0.strength >= 800 } }.keys.min()
    }

    private func link(
        _ index: Int, _ profile: ThreadProfile, barred: Set<Int>, keys: KeyEvidence, words: WordMatch
    ) -> ThreadLink {
        switch profile.declared {
        case .unlinkable:
            return ThreadLink(thread: profile.thread, linked: nil, candidates: [])
        case .item(let item) where !barred.contains(item):
            let named = Evidence(kind: .declared, strength: 1000, text: "the file names this item")
            let candidate = EvidenceSum.candidate(items[item].id, [named])
            return ThreadLink(thread: profile.thread, linked: candidate.item, candidates: [candidate])
        case .item, .nothing: break
        }
        let evidence = WordEvidence(words, thread: index, profile: profile, barred: barred)
        let candidates = Set(keys.found.keys).union(evidence.items).sorted()
            .map { EvidenceSum.candidate(items[$0].id, (keys.found[$0] ?? []) + evidence.of($0)) }
        let ranked = Self.ranked(candidates)
        let linked = ranked.first.flatMap { $0.confidence >= Self.threshold ? $0.item : nil }
        return ThreadLink(thread: profile.thread, linked: linked, candidates: ranked)
    }

    /// The best three. A thread is about one item, so the confidences of its candidates never exceed 1000 together:
    /// what the best takes, the next cannot have. Equals stay in agenda order.
    private static func ranked(_ candidates: [LinkCandidate]) -> [LinkCandidate] {
        let ordered = candidates.enumerated().sorted { a, b in
            a.element.confidence == b.element.confidence
                ? a.offset < b.offset : a.element.confidence > b.element.confidence
        }
        var left = 1000
        var ranked: [LinkCandidate] = []
        for candidate in ordered.map(\.element).prefix(candidateLimit) {
            let limited = EvidenceSum.limited(candidate, to: left)
            guard limited.confidence > 0 else { break }
            left -= limited.confidence
            ranked.append(limited)
        }
        return ranked
    }
}
