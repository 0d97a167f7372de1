package import EarshotCore
package import Foundation

/// The whole program, a function a stage. Read this first.
///
/// A meeting folder goes in; import → link → score → brief → export; a pack comes out. Every stage reads, runs pure
/// functions of `EarshotCore` over batches, and writes; none calls back. Each can be run alone on the same database,
/// and running it again with nothing new changes nothing. Import, Store and Export know nothing of one another: the
/// stages (`Stages/`) bring them together.
package struct Pipeline: Sendable {
    package let store: Store
    let report: Report
    let interruption: Interruption

    /// `report` hears how far the work is; `interruption` is asked between batches whether to stop.
    package init(
        store: Store, interruption: Interruption = Interruption(), report: @escaping Report = { _ in }
    ) {
        self.store = store
        self.report = report
        self.interruption = interruption
    }

    /// Everything: from a meeting's folder to its pack in `out`.
    package func brief(
        _ folder: URL, out: URL, meaning: MeaningMode = .auto, options: ExportOptions = ExportOptions()
    ) throws -> BriefOutcome {
        let imported = try importFolder(folder, step: 1)
        let meeting = imported.meeting
        try link(meeting, meaning: meaning, step: 2)
        try score(meeting, meaning: meaning, step: 3)
        let brief = try makeBrief(of: meeting, meaning: meaning, step: 4)
        let files = try export(brief, of: meeting, to: out, options: options, step: 5)
        return BriefOutcome(imported: imported, brief: brief, files: files)
    }

    /// 1. Reads a meeting's folder into the database: the agenda, `meeting.yaml`, and every file of `threads/`.
    package func importFolder(_ folder: URL, step: Int? = nil) throws -> ImportOutcome {
        try ImportStage(self).run(MeetingFolder.open(folder), step: step)
    }

    /// 2. Suggests for every thread the item it is about, or none, with reasons. A person's verdicts stay.
    @discardableResult
    package func link(
        _ meeting: Meeting.ID, meaning: MeaningMode = .auto, step: Int? = nil
    ) throws -> ImportCount {
        try LinkStage(self).run(meeting, meaning: meaning, step: step)
    }

    /// 3. Scores every comment that has no score yet: tone, language, the position it states toward its item. Then reads
    /// the positions of all of an item's comments together. Answers how many were scored.
    @discardableResult
    package func score(_ meeting: Meeting.ID, meaning: MeaningMode = .auto, step: Int? = nil) throws -> Int {
        let count = try ScoreStage(self).run(meeting, step: step)
        try PositionStage(self).run(meeting, meaning: meaning)
        return count
    }

    /// 4. Counts, groups copies, finds keyphrases, quotes and questions: everything the pack says.
    package func makeBrief(of meeting: Meeting.ID, meaning: MeaningMode = .auto, step: Int? = nil) throws -> Brief {
        try BriefStage(self).run(meeting, meaning: meaning, step: step)
    }

    /// 5. Writes the pack beside its place and moves it there whole.
    package func export(
        _ brief: Brief, of meeting: Meeting.ID, to out: URL, options: ExportOptions = ExportOptions(), step: Int? = nil
    ) throws -> [WrittenFile] {
        try ExportStage(self).run(brief, of: meeting, to: out, options: options, step: step)
    }

    /// Whether the person asked to stop.
    package var isStopped: Bool { interruption.isWanted }

    /// Announces a step ("[3/5] Score 412 comments"), and stops here where the person asked to.
    func begin(_ step: Int?, _ sentence: String) throws {
        try interruption.check()
        report(.began(step: step, of: 5, sentence))
    }

    /// Stops here where the person asked to.
    func check() throws { try interruption.check() }

    func advance(_ done: Int, of total: Int) throws {
        try interruption.check()
        report(.advanced(done, of: total))
    }
}

/// What an export can be asked for.
package struct ExportOptions: Sendable {
    /// Begin CSV files with a byte-order mark, for Excel.
    package var byteOrderMark: Bool
    package var audience: Audience
    /// Goes before what the meeting's settings say.
    package var quotes: QuotePolicy?
    /// Where the pack is being sealed.
    package var seal: Seal?
    /// What else stands beside the pack's files, for other programs.
    package var also: [ExchangeFormat] = []
    /// Where comments.csv and the comments of pack.json hold the words as they were written: who takes them, and why.
    package var unredacted: AccessNote?
    package var isUnredacted: Bool { unredacted != nil }

    package init(
        byteOrderMark: Bool = false, audience: Audience = .councillors, quotes: QuotePolicy? = nil, seal: Seal? = nil
    ) {
        self.byteOrderMark = byteOrderMark
        self.audience = audience
        self.quotes = quotes
        self.seal = seal
    }

    /// The name of the pack's folder: "ryde", "ryde-officers", "ryde-edition-1", "ryde-unredacted".
    package func folder(of meeting: Meeting.ID) -> String {
        var base = audience == .councillors ? meeting.rawValue : "\(meeting.rawValue)-\(audience.rawValue)"
        if isUnredacted { base += "-unredacted" }
        return seal.map { "\(base)-\($0.kind.rawValue)-\($0.number)" } ?? base
    }
}

package struct BriefOutcome: Sendable {
    package var imported: ImportOutcome
    package var brief: Brief
    package var files: [WrittenFile]
}
