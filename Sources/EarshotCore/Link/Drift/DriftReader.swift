/// Takes notes of a long thread, comment by comment, while `ThreadReader` reads it.
struct DriftReader {
    /// A shorter thread is about one item throughout. Chosen, not derived: twice the shortest stretch, and two more.
    static let leastComments = 12
    /// At most so many of a comment's stems are noted.
    private static let stemLimit = 64

    private let stems: DriftStems
    private let places: [Int32: Int32]
    private var notes: DriftNotes
    /// The number of the comment in which each of the tally's stems was last seen, from 1.
    private var lastSeen: [Int32] = []
    /// "item 7", which counts only if the thread names the meeting's body or an agenda: places in `notes.keys`.
    private var loose: [Int] = []

    /// `nil` for a thread that is too short to drift, or whose item the file names.
    init?(_ thread: LinkThread, stems: DriftStems) {
        guard thread.texts.count >= Self.leastComments, thread.positions.count == thread.texts.count else { return nil }
        self.stems = stems
        notes = DriftNotes()
        notes.length = max(thread.length, (thread.positions.last ?? -1) + 1)
        var read: [Int32: Int32] = [:]
        for (index, position) in thread.positions.enumerated() { read[Int32(clamping: position)] = Int32(index) }
        places = read
    }

    /// A key stands in the comment being read.
    mutating func note(_ key: Int, isSure: Bool, isLoose: Bool = false) {
        let start = Int(notes.comments.last?.keyEnd ?? 0)
        let number = Int32(truncatingIfNeeded: key)
        if let place = notes.keys[start...].firstIndex(where: { $0.key == number }) {
            if isSure { notes.keys[place].isSure = true }
            return
        }
        if isLoose { loose.append(notes.keys.count) }
        notes.keys.append(DriftNotes.Key(key: number, isSure: isSure))
    }

    /// Nothing noted before the first comment (the title, the addresses) belongs to a comment.
    mutating func beginComments() {
        notes.keys.removeAll()
        loose.removeAll()
    }

    /// The comment at `position` has been read: `tally.textStems` holds its words.
    mutating func endComment(_ tally: TermTally, position: Int, answers: Int?) {
        let number = Int32(notes.comments.count + 1)
        if lastSeen.count < tally.stems.count {
            lastSeen += Array(repeating: 0, count: tally.stems.count - lastSeen.count)
        }
        let start = notes.stems.count
        var others = 0
        for stem in tally.textStems where lastSeen[Int(stem)] != number {
            lastSeen[Int(stem)] = number
            if tally.stems[Int(stem)].isKnown, let place = stems.place(of: tally.stems[Int(stem)].hash) {
                if notes.stems.count - start < Self.stemLimit { notes.stems.append(place) }
            } else {
                others += 1
            }
        }
        notes.comments.append(
            DriftNotes.Comment(
                position: Int32(clamping: position),
                answered: answers.flatMap { places[Int32(clamping: $0)] } ?? -1,
                stemEnd: Int32(truncatingIfNeeded: notes.stems.count),
                keyEnd: Int32(truncatingIfNeeded: notes.keys.count), others: UInt16(clamping: others)))
    }

    /// The notes; without the mentions of "item 7" where the thread names neither the meeting's body nor an agenda.
    func finished(hasContext: Bool) -> DriftNotes {
        guard !hasContext, !loose.isEmpty else { return notes }
        var kept = notes
        let dropped = Set(loose)
        kept.keys = notes.keys.indices.filter { !dropped.contains($0) }.map { notes.keys[$0] }
        for index in kept.comments.indices {
            let end = Int(notes.comments[index].keyEnd)
            kept.comments[index].keyEnd = Int32(truncatingIfNeeded: end - loose.count { $0 < end })
        }
        return kept
    }
}
