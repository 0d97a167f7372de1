package import EarshotCore
package import Foundation

/// Writes a supplement's files into a folder: first every comment that is new or changed, one at a time, so that memory
/// stays flat; then the rest. For the public there is the page alone.
package struct SupplementExport {
    private let folder: URL
    private let audience: Audience
    private let table = Table<SupplementRow>.changes
    private var csv: CSVWriter
    private let csvFile: FileSink?
    private var comments = SupplementComments()

    /// - Parameters:
    ///   - folder: An empty folder.
    ///   - bom: Whether comments.csv begins with a byte-order mark.
    package init(folder: URL, audience: Audience, bom: Bool) throws {
        self.folder = folder
        self.audience = audience
        csv = CSVWriter(bom: bom)
        csvFile = audience == .public ? nil : try FileSink(folder.appendingPathComponent(table.file))
        table.writeHeader(into: &csv)
    }

    /// Adds one comment to comments.csv and, where a reader needs to see it, to the page.
    package mutating func write(_ row: SupplementRow) throws {
        guard let csvFile else { return }
        comments.add(row, showsAll: audience == .officers)
        table.write(row, into: &csv)
        try csvFile.write(csv.take())
    }

    /// Writes all other files.
    /// - Returns: Every file of the supplement, in the order of their names.
    package mutating func finish(_ supplement: Supplement) throws -> [WrittenFile] {
        var files: [WrittenFile] = []
        if let csvFile {
            try csvFile.write(csv.take())
            files.append(try csvFile.close())
            let title = SupplementText.english.title(of: supplement)
            files.append(
                try write(
                    "csv-metadata.json",
                    PackTables.metadata(title: title, tables: SupplementTables.all, notice: SupplementText.csvNotice)))
        }
        var html = HTMLWriter()
        SupplementPage(supplement, comments: comments, files: files).render(into: &html)
        files.append(try write("index.html", html.bytes))
        files.append(try write(ChecksumFile.name, ChecksumFile.bytes(of: files)))
        return files.sorted { $0.name < $1.name }
    }

    private func write(_ name: String, _ bytes: [UInt8]) throws -> WrittenFile {
        let sink = try FileSink(folder.appendingPathComponent(name))
        try sink.write(bytes)
        return try sink.close()
    }
}

/// The comments of a supplement's page, as many as a page bears.
struct SupplementComments: Sendable {
    /// Comments under one item, and in all; the rest is in comments.csv. Chosen, not derived.
    static let perItem = 300
    static let most = 3_000

    struct Entry: Sendable {
        var comment: AppendixComment
        var change: CommentChange
        var isLate: Bool
        /// What is left out for breaking a rule is not printed with its words.
        var hasWords: Bool
    }

    struct Thread: Sendable {
        var title: String
        var place: String
        var entries: [Entry]
    }

    private var byItem: [AgendaItem.ID?: [Entry]] = [:]
    private(set) var count = 0

    mutating func add(_ row: SupplementRow, showsAll: Bool) {
        let item = row.comment.item?.id
        guard row.change.isShown, count < Self.most, byItem[item, default: []].count < Self.perItem else { return }
        let comment = AppendixComment(row.comment)
        let hasWords = comment.exclusion == nil || row.isLate || showsAll
        byItem[item, default: []].append(
            Entry(comment: comment, change: row.change, isLate: row.isLate, hasWords: hasWords))
        count += 1
    }

    /// How many comments of an item the page shows.
    func shown(of item: AgendaItem.ID?) -> Int { byItem[item]?.count ?? 0 }

    /// The comments of an item by thread, in the order in which the threads come up.
    func threads(of item: AgendaItem.ID?) -> [Thread] {
        var threads: [Thread] = []
        var places: [DiscussionThread.ID: Int] = [:]
        for entry in byItem[item] ?? [] {
            if let place = places[entry.comment.thread] {
                threads[place].entries.append(entry)
            } else {
                places[entry.comment.thread] = threads.count
                threads.append(
                    Thread(title: entry.comment.threadTitle, place: entry.comment.place, entries: [entry]))
            }
        }
        return threads
    }
}
