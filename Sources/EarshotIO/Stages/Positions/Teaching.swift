package import EarshotCore
import EarshotEncoder
import Foundation

/// An officer teaches one item's positions: which comment to ask about next, what was answered, how well it is learnt.
///
/// Every answer is saved at once; the next `score` or `brief` uses it.
package struct Teaching {
    /// A comment to ask about.
    package struct Card: Sendable {
        /// Redacted, in one line.
        package var text: String
        /// "Weirside Matters, 18 November 2026"; empty where neither is known.
        package var source: String
        fileprivate var index: Int
    }

    /// From so many labels in support or opposed on, it can learn.
    package static let labelsNeeded = 16
    /// So many labels are asked for at a time between two lessons. Chosen, not derived.
    private static let round = 5
    /// Letters of a comment that are shown. Chosen, not derived.
    private static let shown = 1_000

    package let item: AgendaItem
    private let row: Int64
    private let meeting: Meeting.ID
    private let store: Store
    private let redactor: Redactor
    private let zone: String
    /// Wordings to ask about, in order of digest, and as the model sees them.
    private let wordings: [PositionText]
    private let texts: [TaughtText]
    private let queue: TeachQueue
    private var labels: [Int: Position] = [:]
    private var asked: [Int] = []
    private var waiting: [Int] = []

    /// Reads the item's comments; the meeting must be scored. Throws a `Diagnostic` where there is nothing to ask about.
    package init(_ item: AgendaItem, of meeting: Meeting.ID, with pipeline: Pipeline) throws {
        let stage = PositionStage(pipeline)
        let stored = try pipeline.store.meeting(meeting)
        guard let row = try pipeline.store.itemsByRow(of: meeting).first(where: { $0.item.id == item.id })?.row else {
            throw Diagnostic(.error, "The agenda has no item \(item.id.rawValue)", mend: "Name a number or id of it")
        }
        let labels = try stage.labels(of: meeting)
        let chosen = try stage.choose(meeting, .auto, labels, taught: row)[row] ?? []
        let entries = chosen.filter { !$0.text.isDeclared }
        guard !entries.isEmpty else {
            throw Diagnostic(
                .error, "\(item.label) has no comment to ask about",
                mend: chosen.isEmpty
                    ? "Only included comments by residents, in English, are asked about: see earshot links list"
                    : "Its source declares every position already")
        }
        let all = chosen.map(\.text)
        let vectors = try stage.vectors(of: all.map(\.text).distinct, meeting)
        let reader = EvidenceReader()
        let ground = ItemPositions.ground(of: all, vectors, reader)
        self.item = item
        self.row = row
        self.meeting = meeting
        store = pipeline.store
        redactor = Redactor(names: stored.redact)
        zone = stored.meeting.timeZone
        wordings = entries.map(\.text)
        texts = wordings.map { ItemPositions.text($0, vectors, ground, reader) }
        queue = TeachQueue(texts)
        for (index, entry) in entries.enumerated() { self.labels[index] = labels[row]?[entry.key] }
        asked = self.labels.keys.sorted()
    }

    /// How many wordings can be asked about, the labelled ones too.
    package var count: Int { wordings.count }
    package var labelled: Int { labels.count }

    /// The most telling comment that was not asked yet; `nil` when all were.
    package mutating func next() throws -> Card? {
        if waiting.isEmpty {
            let few = TeachQueue.opening - labels.count
            var model: TaughtModel?
            if few <= 0, case .learnt(let learnt, _) = learn() { model = learnt }
            waiting = queue.next(max(few, Self.round), labelled: asked, model: model)
        }
        guard !waiting.isEmpty else { return nil }
        let index = waiting.removeFirst()
        asked.append(index)
        return try card(index)
    }

    /// Saves what the officer said; said again, it replaces the first answer.
    package mutating func answer(_ card: Card, _ position: Position) throws {
        let wording = wordings[card.index]
        let label = StoredLabel(comment: wording.row, digest: TextDigest.of(wording.text), position: position)
        try store.save([label], item: row, of: meeting)
        labels[card.index] = position
    }

    /// What was learnt so far, by cross-validation.
    package var standing: PositionReading.Taught {
        .init(learn(), labels: labels.sorted { $0.key < $1.key }.map(\.value))
    }

    private func learn() -> TaughtPosition {
        TaughtPosition.learn(
            from: labels.sorted { $0.key < $1.key }.map { LabelledText(text: texts[$0.key], position: $0.value) })
    }

    private func card(_ index: Int) throws -> Card {
        let details = try store.details(of: [wordings[index].row]).first
        var source = [details?.place ?? ""]
        if let posted = details?.posted {
            source.append(PackText.english.date(Dates.local(of: Timestamp(seconds: posted), zone: zone)))
        }
        let text = Excerpt(redactor.redact(wordings[index].text).text, limit: Self.shown).text
        return Card(
            text: TerminalText.plain(text),
            source: TerminalText.plain(source.filter { !$0.isEmpty }.joined(separator: ", ")),
            index: index)
    }
}

/// Text that others wrote, made safe to print: no control characters, which could move the cursor or hide words.
enum TerminalText {
    static func plain(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where HiddenScalar(scalar.value) == .none {
            kept.append(scalar == "\u{A0}" ? " " : scalar)
        }
        return String(kept)
    }
}
