/// Which threads are compared by meaning.
enum Doubt {
    /// From this confidence on words alone decide; thousandths. This and the next two: Models/link/REPORT.md.
    static let sureWords = 900
    /// From so many comments on, words that fit nothing are believed, below this confidence.
    static let longThread = 60
    static let sureNothing = 150
    /// Words alone decide on a short thread only if so many of the item's own carry the match. Chosen.
    static let fewWords = 4
    /// Of threads with so many comments at most so many are compared by meaning, those that words are least sure of:
    /// words tell more of them, and a few comments out of many less. Chosen, for the time it takes.
    static let manyComments = 20
    static let longLimit = 100

    /// By thread. A thread whose file names its item is never compared; with `auto` only those in doubt are.
    static func threads(_ material: LinkMaterial, _ mode: MeaningMode) -> [Bool] {
        let open = material.profiles.map { mode != .off && $0.declared == .nothing }
        guard mode == .auto else { return open }
        var doubtful = Array(repeating: false, count: open.count)
        var long: [(doubt: Int, thread: Int)] = []
        for thread in open.indices where open[thread] {
            guard let sure = confidenceInDoubt(material, thread) else { continue }
            let comments = material.profiles[thread].comments
            if comments < manyComments {
                doubtful[thread] = true
            } else if comments < longThread || sure >= sureNothing {
                long.append((abs(sure - Linker.threshold), thread))
            }
        }
        let ids = material.profiles.map(\.thread.rawValue)
        long.sort { a, b in a.doubt == b.doubt ? ids[a.thread] < ids[b.thread] : a.doubt < b.doubt }
        for (_, thread) in long.prefix(longLimit) { doubtful[thread] = true }
        return doubtful
    }

    /// How sure words are of the best item; `nil` where keys or words leave no doubt.
    private static func confidenceInDoubt(_ material: LinkMaterial, _ thread: Int) -> Int? {
        let profile = material.profiles[thread]
        let key = material.keys[thread].found.values.joined().map(\.strength).max() ?? 0
        guard key < Linker.certainKey,
            let best = Lead.best(material.words.likeness[thread], except: material.lessons.barred[thread])
        else { return nil }
        let sure = Calibration.ofWords(comments: profile.comments).confidence(
            best.value, next: best.next, comments: profile.comments)
        guard sure >= sureWords else { return sure }
        // A few words of a short post may look much like an item and be about something else.
        guard profile.comments < WordMatch.ownWords else { return nil }
        let shared = SharedWords(material.words.shared(thread: thread, item: best.item), profile)
        return shared.ownWords.count < fewWords ? sure : nil
    }
}
