package import EarshotCore
package import Foundation

/// What a freeze can be asked for.
package struct FreezeOptions: Sendable {
    /// For whom and how; `seal` is set here.
    package var export: ExportOptions
    /// The wall clock of the meeting's zone, as the person gave it; `nil`: `now`.
    package var at: LocalTime?
    /// Seconds since the epoch.
    package var now: Int64
    /// A whole new edition where a supplement would do.
    package var forcesEdition: Bool

    package init(export: ExportOptions, at: LocalTime?, now: Int64, forcesEdition: Bool = false) {
        self.export = export
        self.at = at
        self.now = now
        self.forcesEdition = forcesEdition
    }
}

package enum FreezeOutcome: Sendable {
    /// `wasThere`: an earlier run had written the pack and was stopped before it could record it.
    case sealed(SealedEdition, files: [WrittenFile], wasThere: Bool)
    /// Nothing changed since this pack was sealed.
    case unchanged(SealedEdition)
}

extension Pipeline {
    /// Links, scores and briefs a meeting already imported and seals what comes of it: the audience's first edition, or a
    /// supplement with what is new and changed since the pack sealed before.
    ///
    /// The pack is written beside its place, moved there whole, then recorded. Throws a `Diagnostic` where another pack
    /// stands in the place.
    package func freeze(_ meeting: Meeting.ID, to out: URL, options: FreezeOptions) throws -> FreezeOutcome {
        try FreezeStage(self).run(meeting, to: out, options: options)
    }
}

struct FreezeStage {
    private let pipeline: Pipeline
    private var store: Store { pipeline.store }

    init(_ pipeline: Pipeline) { self.pipeline = pipeline }

    func run(_ meeting: Meeting.ID, to out: URL, options: FreezeOptions) throws -> FreezeOutcome {
        let version = try store.dataVersion()
        let meaning = try store.meaning(of: meeting) ?? .auto
        try pipeline.link(meeting, meaning: meaning)
        try pipeline.score(meeting, meaning: meaning)
        let brief = ExportStage.dressed(try pipeline.makeBrief(of: meeting), options.export)
        let snapshot = try Snapshot(of: meeting, in: store)
        let sealed = try store.sealedEditions(of: meeting).filter { $0.audience == options.export.audience }
        if let last = sealed.last, last.snapshot == snapshot.sha256, !options.forcesEdition || last.supplement == 0 {
            return .unchanged(last)
        }
        var edition = try next(after: sealed.last, of: meeting, brief, snapshot, options)
        let chain = edition.supplement == 0 ? [] : sealed.filter { $0.number == edition.number }
        try store.prepareSealing(since: chain)
        try store.beginSealing(edition)
        // The public sees rounded figures, and changes of rounded figures.
        let figures = options.export.audience == .public ? PublicFigures.hidingSmall(brief) : brief
        edition.summary = try SealedSummary(of: figures, snapshot: snapshot, in: store)
        let check = { [store] in
            guard try store.dataVersion() == version else { throw Self.changedMeanwhile }
        }
        let written = try write(edition, brief, figures, since: chain, to: out, options.export, check)
        edition.read = brief.totals.read
        edition.included = brief.totals.included
        edition.sha256 = written.files.first { $0.name == ChecksumFile.name }?.sha256 ?? ""
        try store.finishSealing(edition)
        return .sealed(edition, files: written.files, wasThere: written.wasThere)
    }

    /// The pack to be sealed: its numbers, its time, its folder.
    private func next(
        after last: SealedEdition?, of meeting: Meeting.ID, _ brief: Brief, _ snapshot: Snapshot,
        _ options: FreezeOptions
    ) throws -> SealedEdition {
        let isSupplement = last != nil && !options.forcesEdition
        let number = (last?.number ?? 0) + (isSupplement ? 0 : 1)
        let supplement = isSupplement ? (last?.supplement ?? 0) + 1 : 0
        var edition = SealedEdition(
            meeting: meeting, audience: options.export.audience, number: number, supplement: supplement,
            sealed: try time(options, brief.meeting), snapshot: snapshot.sha256, folder: "")
        if options.at == nil, let begun = try store.unfinishedEdition(of: meeting, for: edition.audience),
            begun.snapshot == edition.snapshot, begun.number == number, begun.supplement == supplement
        {
            // What a run that was killed has written carries its time.
            edition.sealed = begun.sealed
        }
        // A clock that is put back is no reason to refuse; a time that a person gave is.
        if options.at == nil, let last { edition.sealed = max(edition.sealed, last.sealed) }
        if let last, edition.sealed < last.sealed {
            throw Diagnostic(
                .error, "The last pack was sealed later than that: \(last.sealed.iso)", at: "--at",
                mend: "Name a later time, or leave --at out")
        }
        var base = options.export
        base.seal = Seal(kind: .edition, number: number, sealed: edition.sealed, snapshot: edition.snapshot)
        edition.folder = base.folder(of: meeting) + (isSupplement ? "-supplement-\(supplement)" : "")
        return edition
    }

    private func time(_ options: FreezeOptions, _ meeting: Meeting) throws -> LocalTime {
        if let at = options.at { return at }
        // Packs name the minute; so that --at can give the very same pack again, nothing finer is kept.
        let now = Timestamp(seconds: options.now - options.now % 60)
        return Dates.local(of: now, zone: meeting.timeZone)
    }

    /// `figures`: the brief as its readers see it.
    private func write(
        _ edition: SealedEdition, _ brief: Brief, _ figures: Brief, since chain: [SealedEdition], to out: URL,
        _ options: ExportOptions, _ check: () throws -> Void
    ) throws -> SealedFolder.Written {
        let folder = SealedFolder(parent: out, name: edition.folder)
        var options = options
        options.seal = edition.seal
        guard let last = chain.last else {
            return try folder.seal(check: check) { staging in
                try pipeline.export(brief, of: edition.meeting, to: staging, options: options)
            }
        }
        let stage = SupplementStage(pipeline: pipeline, edition: edition, last: last)
        let supplement = try stage.supplement(figures)
        return try folder.seal(check: check) { staging in
            try stage.write(supplement, to: staging.appendingPathComponent(edition.folder), bom: options.byteOrderMark)
        }
    }

    private static var changedMeanwhile: Diagnostic {
        Diagnostic(
            .error, "Another program changed the database while the pack was being made; nothing was sealed",
            mend: "Wait until it has finished, then run again")
    }
}
