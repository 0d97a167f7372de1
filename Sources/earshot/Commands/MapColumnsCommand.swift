import ArgumentParser
import EarshotCore
import EarshotIO
import Foundation

struct MapColumnsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map-columns", abstract: "Show what each column of a table would be read as, and keep the choice.",
        discussion: """
            Prints every column with sample values, what it is read as and why, and the lines that say so in \
            meeting.yaml. With --write they are put there; everything else in the file stays as it is.
            """)

    @Argument(help: "A table: CSV, or an Excel workbook.")
    var file: String
    @Option(name: .long, help: "The meeting's folder; may be left out where the file lies in its threads folder.")
    var meeting: String?
    @Flag(name: .long, help: "Write the mapping into the meeting's meeting.yaml.")
    var write = false
    @Flag(name: .long, help: "Replace another mapping of the same file.")
    var force = false

    func run() throws {
        try Run.reporting {
            let url = URL(fileURLWithPath: file)
            let folder = meeting.map { URL(fileURLWithPath: $0) } ?? Self.folder(of: url)
            let path = Self.path(of: url, in: folder)
            let settings = folder?.appendingPathComponent("meeting.yaml")
            let said = try Self.said(settings, path)
            let proposal = try ColumnProposal(of: SourceFile(url), path: file, columns: said)
            Self.show(proposal, path)
            if let obstacle = proposal.obstacle { throw obstacle }
            guard write else { return false }
            guard let settings else {
                throw Diagnostic(
                    .error, "It is not known which meeting the file belongs to", at: file,
                    mend: "Say so with --meeting FOLDER")
            }
            let outcome = try SettingsEdit.write(proposal.mapping, of: path, to: settings, force: force)
            Console.print(
                outcome == .written ? "Written to \(settings.relativePath)" : "\(settings.relativePath) says so already"
            )
            return false
        }
    }

    /// The folder above "threads".
    private static func folder(of url: URL) -> URL? {
        var folder = url.standardizedFileURL.deletingLastPathComponent()
        while folder.path != "/", !folder.path.isEmpty {
            if folder.lastPathComponent == "threads" { return folder.deletingLastPathComponent() }
            folder = folder.deletingLastPathComponent()
        }
        return nil
    }

    /// As `meeting.yaml` names the file: its path inside the meeting's folder.
    private static func path(of url: URL, in folder: URL?) -> String {
        let path = url.standardizedFileURL.path
        if let folder, path.hasPrefix(folder.standardizedFileURL.path + "/") {
            return String(path.dropFirst(folder.standardizedFileURL.path.count + 1))
        }
        return "threads/" + url.lastPathComponent
    }

    private static func said(_ settings: URL?, _ path: String) throws -> [String: String] {
        guard let settings, FileManager.default.fileExists(atPath: settings.path) else { return [:] }
        return try MeetingSettings.read(SourceFile(settings)).0.columns(for: path)
    }

    private static func show(_ proposal: ColumnProposal, _ path: String) {
        Console.print("\(path): \(proposal.format.title); \(Console.count(proposal.rows, "row")) looked at")
        for column in proposal.columns {
            Console.print("")
            Console.print("  \(Self.line(column.header))")
            if !column.samples.isEmpty {
                Console.print("    " + column.samples.map { "“\($0)”" }.joined(separator: ", "))
            }
            Console.print("    \(column.reading.isEmpty ? "not read" : column.reading): \(column.why)")
        }
        guard !proposal.mapping.isEmpty else { return }
        Console.print("\ncolumns:")
        for line in SettingsEdit.block(proposal.mapping, of: path) { Console.print(line) }
    }

    private static func line(_ header: String) -> String {
        let line = header.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count > 100 ? line.prefix(99) + "…" : line
    }
}
