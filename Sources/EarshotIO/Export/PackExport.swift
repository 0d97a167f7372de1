package import EarshotCore
package import Foundation

/// Writes a pack's files into a folder: first every comment, one at a time, so that memory stays flat; then the rest.
///
/// ```swift
/// let files = try PackFolder(parent: exports, name: "ryde").replace { folder in
///     var export = try PackExport(folder: folder, bom: false)
///     try store.forEachComment(of: meeting) { try export.write(comment: $0) }
///     return try export.finish(brief: brief)
/// }
/// ```
package struct PackExport {
    private let folder: URL
    private let bom: Bool
    private var appendix: AppendixCollector
    /// `nil` for the public, who get a page alone: with rows of single comments every hidden number could be counted.
    private var evidence: CommentFiles?
    private var exchange: ExchangeExport
    private var included = 0
    private var excluded = 0

    /// - Parameters:
    ///   - folder: An empty folder, as `PackFolder` hands it out.
    ///   - bom: Whether the CSV files begin with a byte-order mark.
    ///   - also: What else is written, for other programs. Throws a `Diagnostic` where the edition allows none.
    package init(
        folder: URL, bom: Bool, audience: Audience = .councillors, also formats: [ExchangeFormat] = []
    ) throws {
        self.folder = folder
        self.bom = bom
        appendix = AppendixCollector(audience: audience)
        evidence = audience == .public ? nil : try CommentFiles(folder: folder, bom: bom)
        exchange = try ExchangeExport(folder: folder, formats: formats, audience: audience)
    }

    /// Adds one comment, included or excluded, to comments.csv and pack.json.
    package mutating func write(comment: CommentRow) throws {
        switch comment.status {
        case .included: included += 1
        case .excluded: excluded += 1
        }
        appendix.add(comment)
        try evidence?.write(comment)
        try exchange.write(comment)
    }

    /// Writes all other files and closes the pack. Throws a `Diagnostic` where the comments written are not those that
    /// the brief counts.
    /// - Returns: Every file of the pack, in the order of their names.
    package mutating func finish(brief: Brief) throws -> [WrittenFile] {
        try check(brief.totals)
        var files: [WrittenFile] = []
        if evidence != nil {
            files += try evidence?.close(brief) ?? []
            files.append(try write(Table.items, brief.items))
            files.append(try write(Table<LinkRow>.links, LinkRow.rows(of: brief)))
            files.append(try write(Table<ThemeRow>.themes, ThemeRow.rows(of: brief)))
            files.append(try write(Table<KeyphraseRow>.keyphrases, KeyphraseRow.rows(of: brief)))
            files.append(try write(Table<QuestionRow>.questions, QuestionRow.rows(of: brief)))
            files.append(try write(Table<WordListRow>.wordLists, WordListRow.all))
            let title = PackText.english.title(of: brief.meeting)
            files.append(try write("csv-metadata.json", PackTables.metadata(title: title)))
        }
        files += try exchange.finish(brief)
        files += try writePages(brief, files)
        files.append(try write(ChecksumFile.name, ChecksumFile.bytes(of: files)))
        return files.sorted { $0.name < $1.name }
    }

    /// index.html and, where the comments are many, their own pages.
    private func writePages(_ brief: Brief, _ others: [WrittenFile]) throws -> [WrittenFile] {
        let appendix = Appendix(self.appendix, brief: brief)
        var files: [WrittenFile] = []
        let page = PackPage(brief, files: [], appendix: appendix)
        let pages = appendix.isInline ? [] : appendix.pages
        for (i, sections) in pages.enumerated() {
            var html = HTMLWriter()
            page.render(sections, number: i + 1, of: pages.count, into: &html)
            files.append(try write(Appendix.file(i + 1), html.bytes))
        }
        var html = HTMLWriter()
        PackPage(brief, files: (others + files).sorted { $0.name < $1.name }, appendix: appendix).render(into: &html)
        files.append(try write("index.html", html.bytes))
        return files
    }

    private func check(_ totals: Brief.Totals) throws {
        guard included == totals.included, excluded == totals.excluded, totals.read == included + excluded else {
            throw Diagnostic(
                .error,
                "The pack's counts do not add up: \(included) included and \(excluded) excluded comments were written, "
                    + "the brief counts \(totals.included) and \(totals.excluded) of \(totals.read)",
                at: folder.path, mend: "Run the scoring and the export again; if it happens again, report it")
        }
    }

    private func write<Row>(_ table: Table<Row>, _ rows: [Row]) throws -> WrittenFile {
        let sink = try FileSink(folder.appendingPathComponent(table.file))
        var csv = CSVWriter(bom: bom)
        table.writeHeader(into: &csv)
        for row in rows {
            table.write(row, into: &csv)
            try sink.write(csv.take())
        }
        try sink.write(csv.take())
        return try sink.close()
    }

    private func write(_ name: String, _ bytes: [UInt8]) throws -> WrittenFile {
        let sink = try FileSink(folder.appendingPathComponent(name))
        try sink.write(bytes)
        return try sink.close()
    }
}

/// comments.csv and pack.json, written a comment at a time.
private struct CommentFiles {
    private let table = Table<CommentRow>.comments
    private var csv: CSVWriter
    private var json = JSONWriter()
    private let csvFile: FileSink
    private let jsonFile: FileSink

    init(folder: URL, bom: Bool) throws {
        csv = CSVWriter(bom: bom)
        csvFile = try FileSink(folder.appendingPathComponent(table.file))
        jsonFile = try FileSink(folder.appendingPathComponent("pack.json"))
        table.writeHeader(into: &csv)
        json.beginObject()
        json.field("format", "earshot-pack")
        json.field("version", 1)
        json.key("comments")
        json.beginArray()
    }

    mutating func write(_ comment: CommentRow) throws {
        table.write(comment, into: &csv)
        json.lineBreak()
        table.write(comment, into: &json)
        try csvFile.write(csv.take())
        try jsonFile.write(json.take())
    }

    mutating func close(_ brief: Brief) throws -> [WrittenFile] {
        json.lineBreak()
        json.endArray()
        PackJSON.write(brief, into: &json)
        json.endObject()
        json.endLine()
        try csvFile.write(csv.take())
        try jsonFile.write(json.take())
        return [try csvFile.close(), try jsonFile.close()]
    }
}
