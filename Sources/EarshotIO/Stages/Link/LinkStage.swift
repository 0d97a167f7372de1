import EarshotCore

/// Threads of the store → profiles on all cores → keys and words → meaning, where in doubt → links, saved.
struct LinkStage {
    /// Threads profiled at a time; chosen, not derived: enough for all cores, a few megabytes of text.
    private static let batch = 128

    private let pipeline: Pipeline

    init(_ pipeline: Pipeline) { self.pipeline = pipeline }

    func run(_ meeting: Meeting.ID, meaning: MeaningMode, step: Int?) throws -> ImportCount {
        let store = pipeline.store
        let count = try store.threadCount(of: meeting)
        try pipeline.begin(step, "Link \(count) \(count == 1 ? "thread" : "threads")")
        let version = "\(Linker.method.name) \(Linker.method.version), meaning \(meaning.rawValue)"
        guard try !store.isLinked(meeting, by: version) else { return ImportCount(unchanged: count) }
        let stored = try store.meeting(meeting)
        let linker = Linker(
            meeting: stored.meeting, items: try store.items(of: meeting), names: stored.names + stored.meeting.wards,
            earlier: try store.earlierLinks(before: meeting))
        var profiles: [ThreadProfile] = []
        try store.forEachThread(of: meeting, batch: Self.batch, commentLimit: Linker.commentLimit) { threads in
            profiles += Parallel.map(threads, size: 8) { $0.map(linker.profile) }.flatMap { $0 }
            try pipeline.advance(profiles.count, of: count)
        }
        let round = linker.round(for: profiles, verdicts: try store.verdicts(of: meeting), meaning: meaning)
        return try store.save(round.links(try vectors(of: round, meeting)), of: meeting, by: version)
    }

    /// The vectors that the round needs: those of an earlier run and, read now, the rest.
    private func vectors(of round: LinkRound, _ meeting: Meeting.ID) throws -> MeaningVectors {
        let texts = round.wanted
        let known = try pipeline.store.vectors(
            of: texts, for: .link, meeting: meeting, encoder: MeaningReading.encoder)
        let new = texts.filter { known[$0] == nil }
        let read = try MeaningReading.vectors(of: new) { try pipeline.advance($0, of: $1) }
        let all = new.isEmpty ? known : known.merging(read) { first, _ in first }
        try pipeline.store.keep(all, for: .link, meeting: meeting, encoder: MeaningReading.encoder)
        return all
    }
}
