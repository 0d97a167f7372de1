import EarshotCore

/// Threads of the store → profiles on all cores → links, saved.
struct LinkStage {
    /// Threads profiled at a time; chosen, not derived: enough for all cores, a few megabytes of text.
    private static let batch = 128

    private let pipeline: Pipeline

    init(_ pipeline: Pipeline) { self.pipeline = pipeline }

    func run(_ meeting: Meeting.ID, step: Int?) throws -> ImportCount {
        let store = pipeline.store
        let count = try store.threadCount(of: meeting)
        try pipeline.begin(step, "Link \(count) \(count == 1 ? "thread" : "threads")")
        let version = "\(Linker.method.name) \(Linker.method.version)"
        guard try !store.isLinked(meeting, by: version) else { return ImportCount(unchanged: count) }
        let stored = try store.meeting(meeting)
        let linker = Linker(
            meeting: stored.meeting, items: try store.items(of: meeting), names: stored.names + stored.meeting.wards)
        var profiles: [ThreadProfile] = []
        try store.forEachThread(of: meeting, batch: Self.batch, commentLimit: Linker.commentLimit) { threads in
            profiles += Parallel.map(threads, size: 8) { $0.map(linker.profile) }.flatMap { $0 }
            try pipeline.advance(profiles.count, of: count)
        }
        let links = linker.links(for: profiles, rejected: try store.rejections(of: meeting))
        return try store.save(links, of: meeting, by: version)
    }
}
