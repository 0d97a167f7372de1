import EarshotCore
import Foundation

/// The files of a pack that other programs read. Comments come one at a time, so that memory stays flat; only included
/// ones are handed on, numbered from 1 in the order of comments.csv.
struct ExchangeExport {
    private let folder: URL
    private let writesEvent: Bool
    private var themeFinder: ThemeFinderExport?
    private var sensemaking: SensemakingExport?
    private var number = 0

    /// Throws a `Diagnostic` where formats are wanted of an edition that is a page alone.
    init(folder: URL, formats: [ExchangeFormat], audience: Audience) throws {
        if audience == .public, !formats.isEmpty {
            throw Diagnostic(
                .error, "The edition for the public is a page alone: from other files its hidden numbers could be told",
                mend: "Leave --also out, or export the edition for councillors or for officers")
        }
        self.folder = folder
        writesEvent = formats.contains(.openCivicData)
        if formats.contains(.themeFinder) { themeFinder = try ThemeFinderExport(folder: folder) }
        if formats.contains(.sensemaking) { sensemaking = try SensemakingExport(folder: folder) }
    }

    mutating func write(_ comment: CommentRow) throws {
        guard comment.status == .included else { return }
        number += 1
        try themeFinder?.write(comment, number: number)
        try sensemaking?.write(comment, number: number)
    }

    /// Closes the files. Returns each of them, in no order.
    mutating func finish(_ brief: Brief) throws -> [WrittenFile] {
        var files: [WrittenFile] = []
        if writesEvent {
            files.append(
                try FileSink.write(OpenCivicDataEvent.bytes(of: brief), to: folder, name: OpenCivicDataEvent.file))
        }
        if let themeFinder { files += try themeFinder.finish(brief) }
        if let file = try sensemaking?.finish() { files.append(file) }
        return files
    }
}

extension CommentRow {
    /// The item that the comment counts for, where anything may be published against it.
    var publishedItem: AgendaItem? { item.flatMap { $0.restricted || $0.leftOut ? nil : $0 } }
}

extension FileSink {
    /// A whole file at once.
    static func write(_ bytes: [UInt8], to folder: URL, name: String) throws -> WrittenFile {
        let sink = try FileSink(folder.appendingPathComponent(name))
        try sink.write(bytes)
        return try sink.close()
    }
}
