/// Links discussion threads to agenda items and says why, or says that a thread is about none.
///
/// Each signal answers `Evidence` for an item: exact keys (folder `Keys`, summed up by `KeyEvidence`) and words (folder
/// `Words`, summed up by `WordEvidence`). A new signal, such as likeness of meaning, joins them in `link(…)`;
/// `EvidenceSum` is the one place where they are weighed against one another.
package struct Linker: Sendable {
    /// A link is suggested from this confidence on, thousandths. Source: Models/link/REPORT.md.
    static let threshold = 500
    /// The most comments of one thread that `profile` reads; of a longer thread as many, spread evenly over it.
    package static let commentLimit = ThreadReader.commentLimit
    static let candidateLimit = 3
    /// Thousandths: a key of this strength makes an item certain enough to leave words and meaning aside. Chosen.
    static let certainKey = 800

    package static var method: MethodNote {
        MethodNote(
            name: "Links", version: "keys, words and meaning 3",
            how: """
                A thread is linked to the agenda item whose address, reference, number, places or words it shares. \
                Exact keys count more than words; words count more the rarer they are; threads that fit an item surely \
                lend their words to find others. Where keys and words leave a thread in doubt, a small language model \
                that is part of the program compares what it says with what the items say, whatever the words. A \
                thread that fits no item well enough is linked to none. What a person confirmed or rejected teaches \
                the suggestions for like threads of the meeting.
                """,
            limits: [
                """
                Measured on readers' comments under a newspaper's debates, as there are no labelled threads about \
                council business: of threads of one to five comments the right one of 223 items came first for 87 in \
                100, and was among the first three for 94; 91 in 100 of the links suggested were right, and 86 in 100 \
                threads about none of the items were left without a link.
                """,
                "How much addresses, references, places and earlier links count was chosen, not measured.",
                """
                Read for meaning: only threads that keys and words leave in doubt, and of those with \
                \(Doubt.manyComments) comments or more at most \(Doubt.longLimit) in a run; of each the title and the \
                beginnings of at most \(TellingTexts.commentLimit) comments spread evenly over the thread, \
                \(TellingTexts.byteLimit) letters in all. The model knows English; it was made by others from web \
                text, and why it finds two sentences alike cannot be shown, only which sentences they are.
                """,
                """
                Of a thread with more than \(ThreadReader.commentLimit) comments as many are read, spread evenly over \
                it; of a comment the first \(ThreadReader.byteLimit) bytes.
                """,
                """
                A thread is linked to one item at most, even if it speaks of several; only where a run of comments \
                plainly leaves for another item are those comments counted there.
                """,
            ])
    }

    private let items: [AgendaItem]
    private let book: KeyBook
    private let known: KnownTerms
    private let itemTerms: [[ThreadProfile.Term]]
    private let declarations: Declarations
    private let driftStems: DriftStems
    private let context: ContextBook

    /// `items` may hold the whole agenda: only linkable ones are ever suggested. `names` are more names of places
    /// from the meeting's file, such as wards; `earlier` what threads were linked to at earlier meetings.
    package init(meeting: Meeting, items: [AgendaItem], names: [String] = [], earlier: [EarlierLink] = []) {
        self.items = items.filter(\.isLinkable)
        declarations = Declarations(all: items, linkable: self.items)
        book = KeyBook(items: self.items, meeting: meeting, areas: names)
        context = ContextBook(items: self.items, meeting: meeting, keys: book, earlier: earlier)
        itemTerms = self.items.map(ItemTerms.of)
        known = KnownTerms(terms: itemTerms.flatMap { $0 }.map(\.hash), names: book.names)
        driftStems = DriftStems(items: itemTerms)
    }

    /// Reads a thread. Pure, and the slow part: meant to be called on all cores.
    package func profile(_ thread: LinkThread) -> ThreadProfile {
        var reader = ThreadReader(book: book, known: known, drift: DriftReader(thread, stems: driftStems))
        reader.read(thread.title, leads: true, times: ThreadReader.titleWeight)
        if let url = thread.url { reader.readLeadingAddress(url) }
        if let url = thread.linkedURL, url != thread.url { reader.readLeadingAddress(url) }
        let count = min(thread.texts.count, ThreadReader.commentLimit)
        for place in 0..<count {
            let index = place * thread.texts.count / count
            reader.readComment(
                thread.texts[index], leads: place == 0, position: thread.positions[index],
                answers: thread.answers[index])
        }
        return reader.profile(of: thread, declared: declarations.find(thread.declaredItem), comments: count)
    }

    /// What keys and words say of all the threads, and which of them are in doubt.
    ///
    /// A thread's link depends on which other threads are there (words that all of them use count less; sure threads
    /// lend their words), never on their order. `verdicts`: what persons said; a rejected item is not suggested for that
    /// thread again, and like threads learn from it.
    package func round(
        for profiles: [ThreadProfile], verdicts: [DiscussionThread.ID: LinkVerdict] = [:], meaning: MeaningMode
    ) -> LinkRound {
        let lessons = Lessons(profiles, items: items, verdicts: verdicts)
        let keys = profiles.indices.map { KeyEvidence(profiles[$0], keys: book.keys, barred: lessons.barred[$0]) }
        let anchors = profiles.indices.map { anchor(profiles[$0], at: $0, lessons: lessons, keys: keys[$0]) }
        let words = WordMatch(
            vectors: WordVectors(items: itemTerms, threads: profiles), profiles: profiles, anchors: anchors,
            lessons: lessons)
        let drift = DriftFinder(
            items: items, terms: itemTerms, stems: driftStems, keys: book.keys, threads: profiles)
        return LinkRound(
            LinkMaterial(
                items: items, profiles: profiles, lessons: lessons, keys: keys, words: words, context: context,
                neighbours: ThreadNeighbours(profiles), drift: drift),
            mode: meaning)
    }

    /// The suggested link of each thread by keys and words alone, in the order of `profiles`.
    package func links(
        for profiles: [ThreadProfile], verdicts: [DiscussionThread.ID: LinkVerdict] = [:]
    ) -> [ThreadLink] {
        round(for: profiles, verdicts: verdicts, meaning: .off).links([:])
    }

    /// The item that the file declares, that a person gave, or that keys make certain enough to lend it the words.
    private func anchor(_ profile: ThreadProfile, at index: Int, lessons: Lessons, keys: KeyEvidence) -> Int? {
        if let item = lessons.confirmedItem(of: index) { return item }
        if case .item(let item) = profile.declared, !lessons.barred[index].contains(item) { return item }
        return keys.found.filter { $0.value.contains { $0.strength >= Self.certainKey } }.keys.min()
    }
}
